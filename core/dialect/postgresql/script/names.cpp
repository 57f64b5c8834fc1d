// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/object_names.h"
#include "core/dialect/postgresql/script/script_reader.h"

#include <QJsonArray>

namespace joinery::dialect::script {

using schema::Name;
using schema::Table;

Name ScriptReader::inSchema(const QString &schema, const QString &plain) const
{
    return schema == QLatin1String("public") ? Name(plain) : Name(schema, plain);
}

Name ScriptReader::createdName(const QStringList &parts) const
{
    if (parts.size() > 1)
        return inSchema(parts.at(parts.size() - 2), parts.last());
    return inSchema(m_path.value(0, QStringLiteral("public")), parts.value(0));
}

Name ScriptReader::foundName(const QStringList &parts) const
{
    if (parts.size() > 1)
        return createdName(parts);
    for (const QString &schema : m_path) {
        if (const Name name = inSchema(schema, parts.value(0)); exists(name))
            return name;
    }
    return createdName(parts);
}

Name ScriptReader::created(const Node &rangeVar) const
{
    const QString schema = rangeVar.text("schemaname");
    return createdName(schema.isEmpty() ? QStringList{rangeVar.text("relname")} : QStringList{schema, rangeVar.text("relname")});
}

Name ScriptReader::found(const Node &rangeVar) const
{
    const QString schema = rangeVar.text("schemaname");
    return foundName(schema.isEmpty() ? QStringList{rangeVar.text("relname")} : QStringList{schema, rangeVar.text("relname")});
}

bool ScriptReader::exists(const Name &name) const
{
    const schema::Catalog &catalog = m_inspection.catalog;
    return catalog.enumType(name) || isRelationName(name)
        || std::ranges::any_of(catalog.definitions, [&](const Definition &each) {
               const bool ofTable = !each.table.isEmpty() && each.kind != Definition::Kind::Statistics;
               return each.name == name && !ofTable && each.kind != Definition::Kind::Extension && each.kind != Definition::Kind::SchemaNamespace;
           });
}

Table *ScriptReader::tableOf(const Node &rangeVar)
{
    return m_inspection.catalog.table(found(rangeVar));
}

QString ScriptReader::quoted(const Name &name) const
{
    const QString plain = m_dialect.quoteIfNeeded(name.name);
    return name.schema.isEmpty() ? plain : QString(m_dialect.quoteIfNeeded(name.schema) + u'.' + plain);
}

QString ScriptReader::quotedAll(const QStringList &names) const
{
    QStringList all;
    for (const QString &name : names)
        all.append(m_dialect.quoteIfNeeded(name));
    return all.join(QLatin1String(", "));
}

QString ScriptReader::qualified(const Name &name) const
{
    return quoted(name.schema.isEmpty() ? Name(QStringLiteral("public"), name.name) : name);
}

QString ScriptReader::literal(const QString &text) const
{
    return m_dialect.literal(driver::Value::text(text));
}

bool ScriptReader::isRelationName(const Name &name) const
{
    const schema::Catalog &catalog = m_inspection.catalog;
    if (catalog.table(name) || catalog.view(name))
        return true;
    if (std::ranges::any_of(catalog.sequences, [&](const schema::Sequence &each) { return each.name == name; }))
        return true;
    return std::ranges::any_of(catalog.tables, [&](const Table &table) {
        const auto named = [&](const auto &each) { return each.name == name.name; };
        return table.name.schema == name.schema
            && ((table.primaryKey && table.primaryKey->name == name.name) || std::ranges::any_of(table.uniques, named)
                || std::ranges::any_of(table.indexes, named) || std::ranges::any_of(table.exclusions, named));
    });
}

bool ScriptReader::isConstraintName(const QString &schema, const QString &name) const
{
    return std::ranges::any_of(m_inspection.catalog.tables, [&](const Table &table) {
        const auto named = [&](const auto &each) { return each.name == name; };
        return table.name.schema == schema
            && ((table.primaryKey && table.primaryKey->name == name) || std::ranges::any_of(table.uniques, named)
                || std::ranges::any_of(table.checks, named) || std::ranges::any_of(table.foreignKeys, named)
                || std::ranges::any_of(table.exclusions, named));
    });
}

QString ScriptReader::freeRelationName(const Name &table, const QString &column, const QString &label) const
{
    QString name = objectName(table.name, column, label);
    for (int pass = 1; isRelationName(Name(table.schema, name)) || isConstraintName(table.schema, name); ++pass)
        name = objectName(table.name, column, label + QString::number(pass));
    return name;
}

QString ScriptReader::freeConstraintName(const Name &table, const QString &column, const QString &label) const
{
    QString name = objectName(table.name, column, label);
    for (int pass = 1; isConstraintName(table.schema, name); ++pass)
        name = objectName(table.name, column, label + QString::number(pass));
    return name;
}

void ScriptReader::use(std::vector<Name> &uses, const Name &name, const Name &self) const
{
    if (name != self && std::ranges::find(uses, name) == uses.end() && exists(name))
        uses.push_back(name);
}

void ScriptReader::collectUses(const Node &node, std::vector<Name> &uses, const Name &self) const
{
    collectUses(QJsonValue(QJsonObject{{node.kind().isEmpty() ? QStringLiteral("node") : node.kind(), node.fields()}}), uses, self);
}

/// Relations, functions and types that a tree names, as far as the script has made them.
void ScriptReader::collectUses(const QJsonValue &value, std::vector<Name> &uses, const Name &self) const
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array)
            collectUses(each, uses, self);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Node node(it.key(), it.value().toObject());
        if (it.key() == QLatin1String("RangeVar") || it.key() == QLatin1String("relation"))
            use(uses, found(node), self);
        else if (it.key() == QLatin1String("FuncCall"))
            use(uses, foundName(node.names("funcname")), self);
        else if (it.key() == QLatin1String("TypeName") || it.key() == QLatin1String("typeName") || it.key() == QLatin1String("argType")
                 || it.key() == QLatin1String("returnType"))
            use(uses, foundName(node.names("names")), self);
        collectUses(it.value(), uses, self);
    }
}

} // namespace joinery::dialect::script
