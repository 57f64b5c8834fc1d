// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/column.h"

namespace joinery::schema {

/// A named enumeration type (PostgreSQL CREATE TYPE ... AS ENUM; a model's Enum on the other engines).
struct EnumType
{
    Uid uid;
    Name name;
    QStringList values;
    QString comment;
    friend bool operator==(const EnumType &, const EnumType &) = default;
};

struct Sequence
{
    Uid uid;
    Name name;
    QString dataType; ///< empty for bigint
    std::optional<qint64> start, increment, minimum, maximum, cache;
    bool cycle = false;
    Name ownedByTable;
    QString ownedByColumn;
    QString comment;
    friend bool operator==(const Sequence &, const Sequence &) = default;
};

struct View
{
    Uid uid;
    Name name;
    QString query; ///< the SELECT behind AS, as the engine stores it
    bool materialized = false;
    std::vector<Column> columns; ///< name, type, nullable: what a reader sees
    std::vector<QString> indexDefinitions; ///< materialized: whole CREATE INDEX statements
    QString comment;
    QMap<QString, QString> options; ///< "check_option", "security_barrier", MySQL "algorithm", "definer", ...
    /// SQLite: the stored CREATE text.
    QString storedDefinition;
    /// Views, functions and types of its own schema that must exist before it; tables too. Reflected, never edited.
    std::vector<Name> uses;
    friend bool operator==(const View &, const View &) = default;
};

/// What Joinery keeps as the engine writes it: whole statements, created in the order of Catalog::definitions.
struct Definition
{
    enum class Kind { Extension, SchemaNamespace, Domain, CompositeType, RangeType, Function, Procedure, Aggregate,
                      Operator, Trigger, Rule, Policy, Event, Statistics, VirtualTable, Other };
    Kind kind = Kind::Other;
    Uid uid;
    Name name;
    QString signature;      ///< functions: the argument types, so that overloads differ
    Name table;             ///< triggers, rules, policies: their table
    QString createSql;      ///< one or more whole statements
    QString dropSql;        ///< empty where the engine needs none
    std::vector<Name> uses; ///< tables, views and definitions that must exist before it
    QString comment;
    friend bool operator==(const Definition &, const Definition &) = default;
};

} // namespace joinery::schema
