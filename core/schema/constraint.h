// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"
#include "core/schema/name.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace joinery::schema {

/// Whether the check waits for the end of the transaction.
enum class Deferral { NotDeferrable, InitiallyImmediate, InitiallyDeferred };

/// What happens to the referring row. NoAction is also what is written when nothing is said.
enum class ForeignKeyAction { NoAction, Restrict, Cascade, SetNull, SetDefault };

// Constraints name their columns; a rename in the model rewrites these names (operation/apply.h). A constraint's
// `name` is empty where the database or the model gave none.

struct PrimaryKey
{
    Uid uid;
    QString name;
    QStringList columns;
    QStringList include;            ///< PostgreSQL
    Deferral deferral = Deferral::NotDeferrable;
    QMap<QString, QString> options; ///< SQLite "conflict", "order" of a single column; MySQL "using"; ...
    friend bool operator==(const PrimaryKey &, const PrimaryKey &) = default;
};

struct Unique
{
    Uid uid;
    QString name;
    QStringList columns;
    QStringList include;
    bool nullsNotDistinct = false;
    Deferral deferral = Deferral::NotDeferrable;
    QString comment;
    QMap<QString, QString> options;
    friend bool operator==(const Unique &, const Unique &) = default;
};

struct ForeignKey
{
    Uid uid;
    QString name;
    QStringList columns;
    Name referredTable;
    QStringList referredColumns; ///< empty: the primary key of the referred table (SQLite)
    ForeignKeyAction onDelete = ForeignKeyAction::NoAction;
    ForeignKeyAction onUpdate = ForeignKeyAction::NoAction;
    QString match;               ///< FULL, PARTIAL or empty for SIMPLE
    Deferral deferral = Deferral::NotDeferrable;
    bool validated = true;
    QString comment;
    QMap<QString, QString> options;
    friend bool operator==(const ForeignKey &, const ForeignKey &) = default;
};

struct Check
{
    Uid uid;
    QString name;
    QString expression; ///< SQL of the engine, without the outer parentheses
    bool validated = true;
    bool enforced = true;  ///< MySQL
    bool noInherit = false;
    QString comment;
    QMap<QString, QString> options; ///< SQLite "column": the column whose definition holds it
    friend bool operator==(const Check &, const Check &) = default;
};

/// PostgreSQL's EXCLUDE, kept as the server writes it.
struct Exclusion
{
    Uid uid;
    QString name;
    QString definition; ///< from pg_get_constraintdef
    QString comment;
    friend bool operator==(const Exclusion &, const Exclusion &) = default;
};

enum class NullsOrder { Default, First, Last };

/// One part of an index: a column, or an expression.
struct IndexItem
{
    QString column;
    QString expression; ///< SQL of the engine; exactly one of the two is set
    bool descending = false;
    NullsOrder nulls = NullsOrder::Default;
    QString collation;
    QString operatorClass;     ///< PostgreSQL, with its parameters
    std::optional<int> length; ///< MySQL: prefix length
    friend bool operator==(const IndexItem &, const IndexItem &) = default;
};

struct Index
{
    Uid uid;
    QString name;
    std::vector<IndexItem> items;
    bool unique = false;
    bool nullsNotDistinct = false;
    QString method;      ///< "gin", "hash", ... empty for the engine's btree; MySQL "FULLTEXT", "SPATIAL"
    QString where;       ///< partial index: SQL of the engine
    QStringList include; ///< PostgreSQL
    QString comment;
    QMap<QString, QString> options; ///< "fillfactor", "tablespace", MySQL "parser", "visible", ...
    friend bool operator==(const Index &, const Index &) = default;
};

} // namespace joinery::schema
