// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "core/schema/json_fields.h"

// The members of the schema values in JSON, see json_fields.h. Table::estimatedRows and storedDefinition are written
// where they are set; a model has neither.
namespace joinery::schema {

std::span<const char *const> wordsOf(TypeKind *);
std::span<const char *const> wordsOf(Default::Kind *);
std::span<const char *const> wordsOf(Identity::Kind *);
std::span<const char *const> wordsOf(Deferral *);
std::span<const char *const> wordsOf(ForeignKeyAction *);
std::span<const char *const> wordsOf(NullsOrder *);
std::span<const char *const> wordsOf(Definition::Kind *);

#define JOINERY_FIELDS(T) template <class Fields> void fields(Fields &f, T &v, const T &d)

JOINERY_FIELDS(Type)
{
    f.required("kind", v.kind);
    f("length", v.length, d.length);
    f("precision", v.precision, d.precision);
    f("scale", v.scale, d.scale);
    f("timezone", v.timezone, d.timezone);
    f("unsigned", v.isUnsigned, d.isUnsigned);
    f("binary", v.binary, d.binary);
    f("enum", v.enumName, d.enumName);
    f("values", v.enumValues, d.enumValues);
    f("element", v.element, d.element);
    f("dimensions", v.dimensions, d.dimensions);
    f("native_dialect", v.nativeDialect, d.nativeDialect);
    f("native", v.nativeText, d.nativeText);
}
JOINERY_FIELDS(Default)
{
    f("kind", v.kind, d.kind);
    f.required("text", v.text);
}
JOINERY_FIELDS(Identity)
{
    f.required("kind", v.kind);
    f("start", v.start, d.start);
    f("increment", v.increment, d.increment);
    f("minimum", v.minimum, d.minimum);
    f("maximum", v.maximum, d.maximum);
    f("cache", v.cache, d.cache);
    f("cycle", v.cycle, d.cycle);
    f("sequence", v.sequence, d.sequence);
}
JOINERY_FIELDS(Computed)
{
    f.required("expression", v.expression);
    f("stored", v.stored, d.stored);
}
JOINERY_FIELDS(Column)
{
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f.required("type", v.type);
    f("nullable", v.nullable, d.nullable);
    f("default", v.defaultValue, d.defaultValue);
    f("identity", v.identity, d.identity);
    f("computed", v.computed, d.computed);
    f("collation", v.collation, d.collation);
    f("charset", v.charset, d.charset);
    f("on_update", v.onUpdate, d.onUpdate);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(PrimaryKey)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("columns", v.columns);
    f("include", v.include, d.include);
    f("deferral", v.deferral, d.deferral);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(Unique)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("columns", v.columns);
    f("include", v.include, d.include);
    f("nulls_not_distinct", v.nullsNotDistinct, d.nullsNotDistinct);
    f("deferral", v.deferral, d.deferral);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(ForeignKey)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("columns", v.columns);
    f.required("referred_table", v.referredTable);
    f("referred_columns", v.referredColumns, d.referredColumns);
    f("on_delete", v.onDelete, d.onDelete);
    f("on_update", v.onUpdate, d.onUpdate);
    f("match", v.match, d.match);
    f("deferral", v.deferral, d.deferral);
    f("validated", v.validated, d.validated);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(Check)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("expression", v.expression);
    f("validated", v.validated, d.validated);
    f("enforced", v.enforced, d.enforced);
    f("no_inherit", v.noInherit, d.noInherit);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(Exclusion)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("definition", v.definition);
    f("comment", v.comment, d.comment);
}
JOINERY_FIELDS(IndexItem)
{
    f("column", v.column, d.column);
    f("expression", v.expression, d.expression);
    f("descending", v.descending, d.descending);
    f("nulls", v.nulls, d.nulls);
    f("collation", v.collation, d.collation);
    f("operator_class", v.operatorClass, d.operatorClass);
    f("length", v.length, d.length);
}
JOINERY_FIELDS(Index)
{
    f("uid", v.uid, d.uid);
    f("name", v.name, d.name);
    f.required("items", v.items);
    f("unique", v.unique, d.unique);
    f("nulls_not_distinct", v.nullsNotDistinct, d.nullsNotDistinct);
    f("method", v.method, d.method);
    f("where", v.where, d.where);
    f("include", v.include, d.include);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
}
JOINERY_FIELDS(Table)
{
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f.required("columns", v.columns);
    f("primary_key", v.primaryKey, d.primaryKey);
    f("uniques", v.uniques, d.uniques);
    f("foreign_keys", v.foreignKeys, d.foreignKeys);
    f("checks", v.checks, d.checks);
    f("exclusions", v.exclusions, d.exclusions);
    f("indexes", v.indexes, d.indexes);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
    f("stored_definition", v.storedDefinition, d.storedDefinition);
    f("estimated_rows", v.estimatedRows, d.estimatedRows);
    f("uses", v.uses, d.uses);
}
JOINERY_FIELDS(EnumType)
{
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f.required("values", v.values);
    f("comment", v.comment, d.comment);
}
JOINERY_FIELDS(Sequence)
{
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f("data_type", v.dataType, d.dataType);
    f("start", v.start, d.start);
    f("increment", v.increment, d.increment);
    f("minimum", v.minimum, d.minimum);
    f("maximum", v.maximum, d.maximum);
    f("cache", v.cache, d.cache);
    f("cycle", v.cycle, d.cycle);
    f("owned_by_table", v.ownedByTable, d.ownedByTable);
    f("owned_by_column", v.ownedByColumn, d.ownedByColumn);
    f("comment", v.comment, d.comment);
}
JOINERY_FIELDS(View)
{
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f.required("query", v.query);
    f("materialized", v.materialized, d.materialized);
    f("columns", v.columns, d.columns);
    f("indexes", v.indexDefinitions, d.indexDefinitions);
    f("comment", v.comment, d.comment);
    f("options", v.options, d.options);
    f("stored_definition", v.storedDefinition, d.storedDefinition);
    f("uses", v.uses, d.uses);
}
JOINERY_FIELDS(Definition)
{
    f.required("kind", v.kind);
    f("uid", v.uid, d.uid);
    f.required("name", v.name);
    f("signature", v.signature, d.signature);
    f("table", v.table, d.table);
    f.required("create", v.createSql);
    f("drop", v.dropSql, d.dropSql);
    f("uses", v.uses, d.uses);
    f("comment", v.comment, d.comment);
}
JOINERY_FIELDS(Catalog)
{
    f("dialect", v.dialect, d.dialect);
    f("server_version", v.serverVersion, d.serverVersion);
    f.required("tables", v.tables);
    f("enums", v.enums, d.enums);
    f("sequences", v.sequences, d.sequences);
    f("views", v.views, d.views);
    f("definitions", v.definitions, d.definitions);
}

#undef JOINERY_FIELDS

} // namespace joinery::schema
