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

const QStringList &fileFormats()
{
    static const QStringList formats = dataFormats() + QStringList{QStringLiteral("sql"), QStringLiteral("xlsx"), QStringLiteral("md")};
    return formats;
}

std::optional<char> separatorOf(const QString &text)
{
    const QByteArray separator = text == u"tab" || text == u"\\t" ? QByteArray("\t") : text.toUtf8();
    if (separator.size() != 1 || separator == "\"" || separator == "\n")
        return {};
    return separator.front();
}

schema::Name parseName(const QString &text, const Database &database)
{
    const qsizetype dot = text.indexOf(u'.');
    const auto isAttached = [&](const auto &pair) { return pair.first == u"attach" && pair.second.startsWith(text.left(dot) + u':'); };
    if (dot > 0 && (database.dialect->capabilities().schemas || std::ranges::any_of(database.url.query, isAttached)))
        return {text.left(dot), text.mid(dot + 1)};
    return schema::Name(text);
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
