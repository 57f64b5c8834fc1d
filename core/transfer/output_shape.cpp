// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/output_shape.h"

#include "core/transfer/json_writer.h"
#include "core/transfer/markdown_writer.h"
#include "core/transfer/sql_writer.h"
#include "core/transfer/text_sink.h"
#include "core/transfer/xlsx_writer.h"

namespace joinery::transfer {

QString endingOf(OutputFormat format)
{
    switch (format) {
    case OutputFormat::Csv: return QStringLiteral("csv");
    case OutputFormat::Json: return QStringLiteral("json");
    case OutputFormat::Ndjson: return QStringLiteral("ndjson");
    case OutputFormat::Sql: return QStringLiteral("sql");
    case OutputFormat::Xlsx: return QStringLiteral("xlsx");
    case OutputFormat::Markdown: return QStringLiteral("md");
    }
    Q_UNREACHABLE();
}

std::unique_ptr<QIODevice> makeSink(QIODevice &target, const OutputShape &shape)
{
    if (shape.format == OutputFormat::Xlsx || (shape.encoding == Encoding::Utf8 && !shape.mark))
        return nullptr;
    return std::make_unique<TextSink>(target, shape.encoding, shape.mark);
}

std::unique_ptr<RowWriter> makeRowWriter(QIODevice &device, const OutputShape &shape, const dialect::Dialect &dialect)
{
    switch (shape.format) {
    case OutputFormat::Csv: return std::make_unique<CsvWriter>(device, shape.csv);
    case OutputFormat::Json: return std::make_unique<JsonWriter>(device, JsonWriter::Form::Array);
    case OutputFormat::Ndjson: return std::make_unique<JsonWriter>(device, JsonWriter::Form::Lines);
    case OutputFormat::Sql: return std::make_unique<SqlWriter>(device, dialect, shape.table, shape.leftOut);
    case OutputFormat::Xlsx: return std::make_unique<XlsxWriter>(device);
    case OutputFormat::Markdown: return std::make_unique<MarkdownWriter>(device, shape.markdownNull);
    }
    Q_UNREACHABLE();
}

} // namespace joinery::transfer
