// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/result_format.h"

#include "app/cli/table_printer.h"
#include "core/transfer/csv_writer.h"
#include "core/transfer/json_writer.h"

namespace joinery::cli {

const QStringList &dataFormats()
{
    static const QStringList formats = {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("json"),
                                        QStringLiteral("ndjson")};
    return formats;
}

std::unique_ptr<transfer::RowWriter> makeRowWriter(const QString &format, QIODevice &device, const QString &null)
{
    if (format == QLatin1String("json"))
        return std::make_unique<transfer::JsonWriter>(device, transfer::JsonWriter::Form::Array);
    if (format == QLatin1String("ndjson"))
        return std::make_unique<transfer::JsonWriter>(device, transfer::JsonWriter::Form::Lines);
    if (format == QLatin1String("table"))
        return std::make_unique<TablePrinter>(device);
    transfer::CsvOptions options;
    options.separator = format == QLatin1String("tsv") ? '\t' : ',';
    options.null = null.toUtf8();
    return std::make_unique<transfer::CsvWriter>(device, options);
}

} // namespace joinery::cli
