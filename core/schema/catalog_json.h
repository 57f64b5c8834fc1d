// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/catalog.h"

#include <QJsonObject>

// The JSON form of schema values: what a project folder holds, what `inspect --format json` prints, what operations
// embed. Members that have their default value are left out; integers beyond 2^53 are strings. Reading is strict: an
// unknown member or a wrong type is an Error of kind InvalidInput that names the place.
namespace joinery::schema {

QJsonObject toJson(const Type &type);
QJsonObject toJson(const Column &column);
QJsonObject toJson(const PrimaryKey &key);
QJsonObject toJson(const Unique &unique);
QJsonObject toJson(const ForeignKey &key);
QJsonObject toJson(const Check &check);
QJsonObject toJson(const Exclusion &exclusion);
QJsonObject toJson(const Index &index);
QJsonObject toJson(const Table &table);
QJsonObject toJson(const EnumType &type);
QJsonObject toJson(const Sequence &sequence);
QJsonObject toJson(const View &view);
QJsonObject toJson(const Definition &definition);
QJsonObject toJson(const Catalog &catalog);

Result<Type> typeFromJson(const QJsonObject &json);
Result<Column> columnFromJson(const QJsonObject &json);
Result<PrimaryKey> primaryKeyFromJson(const QJsonObject &json);
Result<Unique> uniqueFromJson(const QJsonObject &json);
Result<ForeignKey> foreignKeyFromJson(const QJsonObject &json);
Result<Check> checkFromJson(const QJsonObject &json);
Result<Exclusion> exclusionFromJson(const QJsonObject &json);
Result<Index> indexFromJson(const QJsonObject &json);
Result<Table> tableFromJson(const QJsonObject &json);
Result<EnumType> enumTypeFromJson(const QJsonObject &json);
Result<Sequence> sequenceFromJson(const QJsonObject &json);
Result<View> viewFromJson(const QJsonObject &json);
Result<Definition> definitionFromJson(const QJsonObject &json);
Result<Catalog> catalogFromJson(const QJsonObject &json);

} // namespace joinery::schema
