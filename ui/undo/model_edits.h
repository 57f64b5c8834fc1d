// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

/// What somebody wants to change in a model, as operations in the order in which they apply. Plain functions over
/// values: the designer, the diagram and the inspector share them, ProjectSession::apply makes one undo step of them.
/// Identities are given here, so that a redo gives the same ones.
namespace joinery::ui::edits {

using operation::Operations;
using schema::Name;

/// A name that is not taken: `wanted`, else with a number behind it.
QString freeTableName(const schema::Catalog &catalog, const QString &wanted);
QString freeColumnName(const schema::Table &table, const QString &wanted);

/// A table with an integer key `id`; where it belongs to another, also with a column and a foreign key to that.
Operations createTable(const Name &name, const schema::Table *belongsTo);
/// The foreign keys of other tables that refer to it go first.
Operations dropTable(const schema::Catalog &catalog, const schema::Table &table);

schema::Column newColumn(const QString &name, const schema::Type &type);
/// Everything that hangs on the column goes first: keys, constraints, indexes, foreign keys of others.
Operations dropColumn(const schema::Catalog &catalog, const schema::Table &table, const QString &column);
/// In or out of the primary key; columns of it are not NULL.
Operations setInPrimaryKey(const schema::Table &table, const QString &column, bool in);

/// "ix_book_publisher_id", "uq_...", "fk_...", "ck_...": as SQLAlchemy's usual naming convention spells it.
QString constraintName(const QString &prefix, const schema::Table &table, const QStringList &columns);
Operations addForeignKey(const schema::Table &table, schema::ForeignKey key);
/// The foreign key of this column alone becomes one to `parent`.`parentColumn`; goes where `parent` is empty.
Operations setReference(const schema::Table &table, const QString &column, const Name &parent,
                        const QString &parentColumn);
Operations addIndex(const schema::Table &table, const QStringList &columns, bool unique);
Operations addUnique(const schema::Table &table, const QStringList &columns);
Operations addCheck(const schema::Table &table, const QString &expression);

/// The foreign key that consists of this column alone, nullptr where there is none.
const schema::ForeignKey *referenceOf(const schema::Table &table, const QString &column);
/// Whether an index, a unique or the primary key begins with these columns.
bool isIndexed(const schema::Table &table, const QStringList &columns);

} // namespace joinery::ui::edits
