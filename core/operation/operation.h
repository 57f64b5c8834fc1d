// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

#include <variant>

/// The closed set of schema changes. One vocabulary for the designer, the comparison, the revisions, the dialects, the
/// diagram and the timeline (DESIGN.md, section 2).
///
/// An operation names its table as it is called at that moment, and carries what it needs to be inverted without a
/// database: what is dropped or altered is held whole. Identities (Uid) travel inside the held elements.
///
/// `position` is the place among the elements of its kind (tables of the catalogue, indexes of the table, ...), last
/// where it says nothing: the inverse of a drop puts everything back where it was.
namespace joinery::operation {

using schema::Name;

struct CreateTable { schema::Table table; std::optional<int> position = {}; };
struct DropTable { schema::Table table; };
struct RenameTable { Name from, to; };
struct AlterTableOptions { Name table; QMap<QString, QString> from, to; };
struct SetTableComment { Name table; QString from, to; };

struct AddColumn
{
    Name table;
    schema::Column column;
    std::optional<QString> after; ///< place behind this column; empty text: first; nothing: last
    QString backfill;             ///< SQL expression for the rows that are there, e.g. for NOT NULL; may be empty
};
/// Drops the column alone: what hangs on it (indexes, constraints) is dropped by operations of its own before.
struct DropColumn { Name table; schema::Column column; std::optional<QString> after; };
struct RenameColumn { Name table; QString from, to; };
/// Any change of a column but its name: `from` and `to` are whole columns of the same name.
struct AlterColumn
{
    Name table;
    schema::Column from, to;
    QString conversion;        ///< SQL expression for the new value (USING), empty for the engine's own cast
    QString reverseConversion; ///< likewise for the way back
    QString nullFill;          ///< SQL expression that replaces NULL where `to` is NOT NULL
};

/// The five constraints of a table, one operation for each.
using Constraint = std::variant<schema::PrimaryKey, schema::Unique, schema::ForeignKey, schema::Check, schema::Exclusion>;
struct AddConstraint { Name table; Constraint constraint; std::optional<int> position = {}; };
struct DropConstraint { Name table; Constraint constraint; };
struct RenameConstraint { Name table; Constraint constraint; QString to; };

struct CreateIndex { Name table; schema::Index index; bool concurrently = false; std::optional<int> position = {}; };
struct DropIndex { Name table; schema::Index index; bool concurrently = false; };
struct RenameIndex { Name table; schema::Index index; QString to; };

struct CreateEnum { schema::EnumType type; std::optional<int> position = {}; };
struct DropEnum { schema::EnumType type; };
struct RenameEnum { Name from, to; };
struct AddEnumValue { Name type; QString value; std::optional<QString> before; }; ///< nothing: behind the last
struct RenameEnumValue { Name type; QString from, to; };
/// Any other change of the values. `mapping`: old value to new value, for those that go; unmapped ones stay.
struct RebuildEnum { schema::EnumType from, to; QMap<QString, QString> mapping; };

struct CreateSequence { schema::Sequence sequence; std::optional<int> position = {}; };
struct DropSequence { schema::Sequence sequence; };
struct AlterSequence { schema::Sequence from, to; };

struct CreateView { schema::View view; std::optional<int> position = {}; };
struct DropView { schema::View view; };
struct ReplaceView { schema::View from, to; };

struct CreateDefinition { schema::Definition definition; std::optional<int> position = {}; };
struct DropDefinition { schema::Definition definition; };
struct ReplaceDefinition { schema::Definition from, to; };

/// SQL of the user's own. Without `down` it cannot be reversed.
struct ExecuteSql
{
    QString up;
    std::optional<QString> down;
    QStringList dialects;          ///< runs on these only; empty: on all
    bool outsideTransaction = false;
    std::vector<Name> touches;     ///< tables that it changes, for lint and order
    QString description;
};

// An operation is equal to another when all that it holds is equal.
#define JOINERY_EQUAL(T) bool operator==(const T &a, const T &b);
#define JOINERY_OPERATIONS(X)                                                                                          \
    X(CreateTable) X(DropTable) X(RenameTable) X(AlterTableOptions) X(SetTableComment)                                 \
    X(AddColumn) X(DropColumn) X(RenameColumn) X(AlterColumn)                                                          \
    X(AddConstraint) X(DropConstraint) X(RenameConstraint)                                                             \
    X(CreateIndex) X(DropIndex) X(RenameIndex)                                                                         \
    X(CreateEnum) X(DropEnum) X(RenameEnum) X(AddEnumValue) X(RenameEnumValue) X(RebuildEnum)                          \
    X(CreateSequence) X(DropSequence) X(AlterSequence)                                                                 \
    X(CreateView) X(DropView) X(ReplaceView)                                                                           \
    X(CreateDefinition) X(DropDefinition) X(ReplaceDefinition) X(ExecuteSql)
JOINERY_OPERATIONS(JOINERY_EQUAL)
#undef JOINERY_EQUAL

using Operation = std::variant<
    CreateTable, DropTable, RenameTable, AlterTableOptions, SetTableComment,
    AddColumn, DropColumn, RenameColumn, AlterColumn,
    AddConstraint, DropConstraint, RenameConstraint,
    CreateIndex, DropIndex, RenameIndex,
    CreateEnum, DropEnum, RenameEnum, AddEnumValue, RenameEnumValue, RebuildEnum,
    CreateSequence, DropSequence, AlterSequence,
    CreateView, DropView, ReplaceView,
    CreateDefinition, DropDefinition, ReplaceDefinition, ExecuteSql>;

using Operations = std::vector<Operation>;

/// For std::visit: every alternative must be named, a catch-all lambda is banned (tests/lint looks for it).
template <class... Lambdas>
struct Overloaded : Lambdas...
{
    using Lambdas::operator()...;
};

} // namespace joinery::operation
