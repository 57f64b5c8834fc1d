// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <functional>

// DBML (https://dbml.dbdiagram.io/docs): tables, columns, keys, checks, plain indexes, enums, relations and notes. What
// a catalogue holds beyond that is told as findings DB101, what a file holds and a catalogue does not as DB102.
namespace joinery::interop {

/// Who speaks the SQL of "sqlite", "postgresql", "mysql"; of "" standard SQL.
using DialectOf = std::function<const dialect::Dialect &(const QString &)>;

/// InvalidInput with the line, where the text is no DBML.
Result<dialect::Inspection> readDbml(const QString &text, const DialectOf &dialectOf);

/// Types and expressions are written in the dialect's words.
QString writeDbml(const schema::Catalog &catalog, const dialect::Dialect &dialect, std::vector<Finding> &findings);

} // namespace joinery::interop
