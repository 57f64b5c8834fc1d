// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

namespace joinery::operation {

/// The place of the element that `wanted` speaks of, or -1: the one with its Uid, else with its name, else (a name is
/// missing on one side) the one of the same content.
qsizetype indexOf(const std::vector<schema::Unique> &elements, const schema::Unique &wanted);
qsizetype indexOf(const std::vector<schema::ForeignKey> &elements, const schema::ForeignKey &wanted);
qsizetype indexOf(const std::vector<schema::Check> &elements, const schema::Check &wanted);
qsizetype indexOf(const std::vector<schema::Exclusion> &elements, const schema::Exclusion &wanted);
qsizetype indexOf(const std::vector<schema::Index> &elements, const schema::Index &wanted);
/// Functions are told apart by their signature, triggers and policies by their table.
qsizetype indexOf(const std::vector<schema::Definition> &elements, const schema::Definition &wanted);
qsizetype indexOf(const std::vector<schema::Table> &elements, const Name &wanted);
qsizetype indexOf(const std::vector<schema::EnumType> &elements, const Name &wanted);
qsizetype indexOf(const std::vector<schema::Sequence> &elements, const Name &wanted);
qsizetype indexOf(const std::vector<schema::View> &elements, const Name &wanted);

/// The constraint as the table holds it, with the name that the server gave to it; nothing where there is none.
std::optional<Constraint> find(const schema::Table &table, const Constraint &wanted);

/// MySQL makes an index for a foreign key that has none, and calls it as the key. It is renamed with the key.
bool isIndexOfKey(const schema::Index &index, const schema::ForeignKey &key);
/// The place of that index in its table, or -1.
qsizetype indexOfKey(const schema::Table &table, const schema::ForeignKey &key);

QString nameOf(const Constraint &constraint);
/// "primary key", "unique", "foreign key", "check", "exclusion"
QString kindOf(const Constraint &constraint);

} // namespace joinery::operation
