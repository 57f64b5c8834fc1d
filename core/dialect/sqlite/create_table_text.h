// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/constraint.h"

namespace joinery::dialect {

/// The text of a CREATE TABLE statement taken apart, with the place of every part (UTF-16 offsets), so that a rebuild
/// can edit it and the inspector can read what no pragma tells.
/// (https://www.sqlite.org/lang_createtable.html)
struct CreateTableText
{
    struct Range
    {
        qsizetype start = 0, end = 0;
        bool isEmpty() const { return end <= start; }
        QString in(const QString &sql) const { return sql.mid(start, end - start); }
    };

    /// A column of a key as written: PRIMARY KEY (a COLLATE nocase DESC).
    struct KeyColumn
    {
        QString name;
        QString collation;
        bool descending = false;
        Range nameRange;
    };

    /// A constraint of a column or of the table, or another clause of a column.
    struct Clause
    {
        enum class Kind { PrimaryKey, NotNull, Null, Unique, Check, Default, Collate, ForeignKey, Generated };
        Kind kind = Kind::Null;
        QString name;                 ///< CONSTRAINT name
        Range range;                  ///< with CONSTRAINT name
        Range text;                   ///< Check, Generated: the expression inside the parentheses; Default: the value; Collate: the name
        std::vector<KeyColumn> columns; ///< of a table constraint; empty for a column's
        QString conflict;             ///< "REPLACE", ...: upper case
        bool descending = false;      ///< PRIMARY KEY DESC of a column
        bool autoincrement = false;
        bool stored = false;
        QString referredTable;
        Range referredTableRange;
        std::vector<KeyColumn> referredColumns;
        schema::ForeignKeyAction onDelete = schema::ForeignKeyAction::NoAction;
        schema::ForeignKeyAction onUpdate = schema::ForeignKeyAction::NoAction;
        bool writesNoAction = false;  ///< ON DELETE NO ACTION was spelt out
        QString match;
        schema::Deferral deferral = schema::Deferral::NotDeferrable;
    };

    struct Column
    {
        QString name;
        Range nameRange;
        Range typeRange;   ///< empty where no type is declared
        Range range;       ///< from the name to the last clause, without the comma
        std::vector<Clause> clauses;
        const Clause *clause(Clause::Kind kind) const;
    };

    QString name;
    Range nameRange;            ///< without the schema before it
    qsizetype open = -1;        ///< of the parentheses around the columns; -1: CREATE TABLE ... AS SELECT
    qsizetype close = -1;
    std::vector<Column> columns;
    std::vector<Clause> constraints; ///< of the table
    bool withoutRowid = false;
    bool strict = false;

    /// Case-insensitive, as the engine matches names.
    const Column *column(const QString &columnName) const;

    /// Nothing where the text is no CREATE TABLE that SQLite would have stored.
    static std::optional<CreateTableText> parse(const QString &sql);
};

} // namespace joinery::dialect
