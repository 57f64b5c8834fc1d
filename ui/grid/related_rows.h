// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "core/session/column_filter.h"
#include "ui/workbench/location.h"

#include <functional>

namespace joinery::ui {

/// Rows that a foreign key leads to, as a place to go to.
struct RelatedRows
{
    QString text; ///< "Album where AlbumId = 3"
    Location location;
};

/// What the columns of a foreign key refer to, also where it names the table alone.
QStringList referredColumns(const schema::Catalog &catalog, const schema::ForeignKey &key);

using ValueOf = std::function<driver::Value(const QString &column)>;

/// The row that the column's foreign key refers to; nothing where it has none, or holds NULL.
std::optional<RelatedRows> referredRow(const schema::Catalog &catalog, const schema::Table &table, const QString &column,
                                       const QString &connection, const ValueOf &valueOf);
/// For each foreign key of another table (or of this one) the rows that refer to this row.
std::vector<RelatedRows> referringRows(const schema::Catalog &catalog, const schema::Table &table, const QString &connection,
                                       const ValueOf &valueOf);

/// Filters in Location::text and in what a tab keeps; damaged ones are left out.
QString filtersToText(const std::vector<session::ColumnFilter> &filters);
std::vector<session::ColumnFilter> filtersFromText(const QString &text);

} // namespace joinery::ui
