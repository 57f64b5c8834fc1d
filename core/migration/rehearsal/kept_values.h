// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/rehearsal/row_sums.h"
#include "core/operation/operation.h"

namespace joinery::migration {

/// Follows every column of a database through operations, to say whose values must be what they were, and asks the database
/// whether they are.
class KeptValues
{
public:
    explicit KeptValues(const schema::Catalog &start);

    /// `engine`: SQL of a person's own that is for others does not count.
    void follow(const operation::Operation &operation, const QString &engine);
    /// The values as they are now are the ones to compare with. `whole` has followed everything that is to come: what stays
    /// the same all the way tells the rows apart.
    Status remember(driver::Connection &connection, const dialect::Dialect &dialect, const KeptValues &whole, const CancelToken &token);
    /// "book.title", for each column whose values should be the same and are not; "book: 3 rows instead of 5".
    Result<QStringList> changed(driver::Connection &connection, const dialect::Dialect &dialect, const CancelToken &token) const;
    /// "book.price", for each column of the start that is called as it was, was touched meanwhile, and has other values now.
    Result<QStringList> notBack(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Catalog &now, const CancelToken &token) const;
    void takeValuesOf(const KeptValues &other);

private:
    enum class State { Same, Touched, Gone };
    struct Column
    {
        QString start, now;
        QString enumName; ///< of the type, where it is one
        State state = State::Same;
    };
    struct Table
    {
        schema::Name start, now;
        std::vector<Column> columns;
        QStringList primaryKey; ///< as it was called at the start
        QStringList key;        ///< likewise: the primary key, where it stays as it is all the way
        bool rowsTouched = false;
        bool gone = false;
        RowSums sums;           ///< by the names of the start
    };
    Table *find(const schema::Name &now);
    static Column *find(Table &table, const QString &now);
    static QString nameNow(const Table &table, const QString &start);
    static void touch(Table &table);

    std::vector<Table> m_tables;
};

} // namespace joinery::migration
