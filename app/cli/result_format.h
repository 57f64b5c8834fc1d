// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/dialect/dialect.h"
#include "core/transfer/row_writer.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace joinery::cli {

/// "csv", "tsv", "json", "ndjson": what a program reads.
const QStringList &dataFormats();
/// The same and "sql", "xlsx", "md": what `dump` writes to a file.
const QStringList &fileFormats();

/// What --delimiter means: one character, or the word tab. Nothing where it is neither.
std::optional<char> separatorOf(const QString &text);

/// "table", or "schema.table" where the engine has schemas.
schema::Name parseName(const QString &text, const Database &database);

/// A writer for one of dataFormats(), or "table"; `null` is the text that stands for NULL in csv and tsv.
std::unique_ptr<transfer::RowWriter> makeRowWriter(const QString &format, QIODevice &device, const QString &null = {});

} // namespace joinery::cli
