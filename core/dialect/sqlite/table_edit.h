// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/sqlite/create_table_text.h"
#include "core/base/result.h"
#include "core/operation/operation.h"

namespace joinery::dialect {

class SqliteDdl;

/// Changes the stored text of a table piece by piece, so that everything that an operation does not speak of stays as
/// somebody wrote it: comments, conflict clauses, spelling (MIGRATIONS: the rebuild of SQLite).
class TableEdit
{
public:
    /// `sql` is a CREATE TABLE statement.
    TableEdit(const SqliteDdl &writer, QString sql);

    /// `table` is the table before the operation. An error where the text does not hold what the operation changes.
    Status apply(const operation::Operation &operation, const schema::Table &table);
    void rename(const QString &name);
    void renameReferredTable(const QString &from, const QString &to);
    /// A column of this table.
    void renameColumn(const QString &from, const QString &to);
    /// A column of another table that foreign keys of this one refer to.
    void renameReferredColumn(const QString &table, const QString &from, const QString &to);
    const QString &sql() const { return m_sql; }

private:
    using Clause = CreateTableText::Clause;
    using Range = CreateTableText::Range;

    Status parse();
    Status addColumn(const operation::AddColumn &o, const schema::Table &table);
    Status dropColumn(const operation::DropColumn &o);
    Status alterColumn(const operation::AlterColumn &o, const schema::Table &table);
    Status addConstraint(const operation::Constraint &constraint);
    Status dropConstraint(const operation::Constraint &constraint);
    Status renameConstraint(const operation::Constraint &constraint, const QString &to);
    Status setOptions(const QMap<QString, QString> &options);

    /// A clause of a column (index of the column) or of the table (-1).
    struct Place { int column = -1; const Clause *clause = nullptr; };
    Place find(const operation::Constraint &constraint) const;
    bool matches(const Clause &clause, const QString &column, const operation::Constraint &constraint, bool byName) const;

    void replace(Range range, const QString &with);
    template <class Visit> void visitClauses(Visit visit) const; ///< (clause)
    using Change = std::pair<Range, QString>;
    void replaceAll(std::vector<Change> changes);
    void insertItem(qsizetype at, const QString &item, bool first = false);
    void removeItem(Range range);               ///< with the comma that belongs to it
    void setClause(const QString &column, Clause::Kind kind, const QString &text); ///< empty: removes it
    Status missing(const QString &what) const;

    const SqliteDdl &m_writer;
    QString m_sql;
    CreateTableText m_text;
};

} // namespace joinery::dialect
