// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/file_shape.h"

#include "core/transfer/json_reader.h"

#include <QFileInfo>

namespace joinery::transfer {

namespace {

constexpr qint64 kSample = 1 << 16;

} // namespace

std::optional<FileFormat> fileFormatOf(const QString &name)
{
    const QString lower = name.toLower();
    if (lower == u"csv" || lower == u"tsv" || lower == u"txt" || lower == u"tab")
        return FileFormat::Csv;
    if (lower == u"json")
        return FileFormat::Json;
    if (lower == u"ndjson" || lower == u"jsonl")
        return FileFormat::Ndjson;
    return {};
}

Result<FileShape> guessShape(QIODevice &device, const QString &fileName, std::optional<FileFormat> format)
{
    const QByteArray sample = device.read(kSample);
    if (!device.seek(0))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(fileName, device.errorString()));
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    FileShape shape;
    shape.csv = guessCsvShape(sample);
    if (!format)
        format = fileFormatOf(suffix);
    shape.format = format.value_or(FileFormat::Csv);
    if (!shape.csv.separatorLine && (suffix == u"tsv" || suffix == u"tab"))
        shape.csv.separator = '\t';
    return shape;
}

std::unique_ptr<RowReader> makeRowReader(QIODevice &device, const FileShape &shape)
{
    switch (shape.format) {
    case FileFormat::Csv: return std::make_unique<CsvReader>(device, shape.csv);
    case FileFormat::Json: return std::make_unique<JsonReader>(device, JsonReader::Form::Array, shape.csv.encoding);
    case FileFormat::Ndjson: return std::make_unique<JsonReader>(device, JsonReader::Form::Lines, shape.csv.encoding);
    }
    Q_UNREACHABLE();
}

} // namespace joinery::transfer
