// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/csv_reader.h"

namespace joinery::transfer {

enum class FileFormat { Csv, Json, Ndjson };

/// How a file is to be read. What was guessed can be corrected field by field.
struct FileShape
{
    FileFormat format = FileFormat::Csv;
    CsvShape csv; ///< its encoding holds for JSON too
};

/// "csv", "tsv", "json", "ndjson"; nothing where it is none.
std::optional<FileFormat> fileFormatOf(const QString &name);
/// From the name of the file where it tells the format, and from its first bytes. The device is put back to its start.
Result<FileShape> guessShape(QIODevice &device, const QString &fileName, std::optional<FileFormat> format = {});
/// The device stands at its start, can seek, and outlives the reader.
std::unique_ptr<RowReader> makeRowReader(QIODevice &device, const FileShape &shape);

} // namespace joinery::transfer
