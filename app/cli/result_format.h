// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/dialect/dialect.h"
#include "core/transfer/row_writer.h"

#include <QStringList>

#include <memory>

namespace joinery::cli {

/// "csv", "tsv", "json", "ndjson": what a program reads.
const QStringList &dataFormats();
/// The same and "sql", "xlsx", "md": what `dump` writes to a file.
const QStringList &fileFormats();

/// "table", or "schema.table" where the engine has schemas.
schema::Name parseName(const QString &text, const Database &database);

/// A writer for one of dataFormats(), or "table"; `null` is the text that stands for NULL in csv and tsv.
std::unique_ptr<transfer::RowWriter> makeRowWriter(const QString &format, QIODevice &device, const QString &null = {});

} // namespace joinery::cli
