// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/schema/catalog.h"
#include "core/session/row_source.h"

/// Which rows of which table a query's result shows, told by what the engine says of its columns.
namespace joinery::worker {

/// Why a result cannot be edited.
struct Untraceable
{
    enum class Why {
        NoRows,         ///< a statement without columns
        Computed,       ///< `column` comes from no table
        SeveralTables,  ///< `tables`
        Unknown,        ///< `tables`: one that the catalogue has not, or a view
        NotOnce,        ///< `tables`: the statement does not name it exactly once (joined with itself, a union, a view)
        Twice,          ///< `column` stands there twice
        NoKey,          ///< `tables`: its rows cannot be told apart
        KeyMissing,     ///< `tables`: the columns of its key, `column`, are not all there
    };
    Why why = Why::NoRows;
    QString column;
    QStringList tables;
};

/// A result as rows of a table: the columns of `source` are those of the result, by the names that they have in the table.
struct ResultSource
{
    session::RowSource source;
    std::optional<Untraceable> refusal; ///< then `source` is empty
};

/// Every column must come from one table, which the statement names once, and its key must be among them. Engines tell of a
/// column which table it comes from, and not which of two times that the table stands there. `dialect` is the engine's name.
ResultSource resultSource(const QString &statement, const std::vector<driver::ColumnInfo> &columns, const schema::Catalog &catalog,
                          const QString &dialect);

} // namespace joinery::worker
