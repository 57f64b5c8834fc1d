// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/transfer/csv_writer.h"
#include "core/transfer/text_source.h"

namespace joinery::transfer {

enum class OutputFormat { Csv, Json, Ndjson, Sql, Xlsx, Markdown };
inline constexpr OutputFormat kOutputFormats[] = {OutputFormat::Csv, OutputFormat::Json, OutputFormat::Ndjson,
                                                  OutputFormat::Sql, OutputFormat::Xlsx, OutputFormat::Markdown};

/// How rows are to be written.
struct OutputShape
{
    OutputFormat format = OutputFormat::Csv;
    CsvOptions csv;
    QByteArray markdownNull = "NULL";
    Encoding encoding = Encoding::Utf8; ///< of all but XLSX
    bool mark = false;                  ///< a byte order mark before it
    schema::Name table;                 ///< Sql: what the INSERT statements name
    QStringList leftOut;                ///< Sql: columns that the server computes
};

/// "csv", "json", ..., "md": as the ending of a file.
QString endingOf(OutputFormat format);

/// What is written to it goes to `target` in the shape's encoding; null where that takes it as it is.
std::unique_ptr<QIODevice> makeSink(QIODevice &target, const OutputShape &shape);
std::unique_ptr<RowWriter> makeRowWriter(QIODevice &device, const OutputShape &shape, const dialect::Dialect &dialect);

} // namespace joinery::transfer
