// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "core/session/change_set.h"
#include "core/session/row_source.h"

/// What the grid must know of an engine's rows without asking a server. `dialect` is its name.
namespace joinery::worker {

/// The rows of a table or a view with the best key there is; a table without columns where the catalogue has neither.
session::RowSource rowSource(const schema::Catalog &catalog, const schema::Name &name, const QString &dialect);
/// Whether windows are sought by the order of the source; otherwise they are found by counting.
bool isSeekable(const session::RowSource &source, const QString &dialect);
/// The script that a commit of the changes runs.
QString previewScript(const session::RowSource &source, const std::vector<session::RowChange> &changes,
                      const QString &dialect);
/// The statement of one change as a person reads it, without a semicolon.
QString changeText(const session::RowSource &source, const session::RowChange &change, const QString &dialect);
/// The condition, as a person would type it, for rows that have the text in one of these columns, capitals or not.
QString searchCondition(const session::RowSource &source, const QStringList &columns, const QString &text, const QString &dialect);
/// The type as the engine spells it.
QString typeText(const schema::Type &type, const QString &dialect);
/// Whether the engine numbers the column by itself although nothing in its definition says so (SQLite's rowid).
bool isCounted(const session::RowSource &source, const QString &column, const QString &dialect);
/// Whether a column takes values of any type; see dialect::Capabilities.
bool hasLooseTypes(const QString &dialect);

} // namespace joinery::worker
