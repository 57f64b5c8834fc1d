// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adaptation.h"

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

using schema::Catalog;
using schema::Column;
using schema::Name;
using schema::Table;

Adapted Adaptation::run()
{
    Catalog &catalog = m_result.catalog;
    catalog = m_source;
    catalog.dialect = m_dialect.name();
    catalog.serverVersion.clear();
    m_foreign = m_source.dialect != m_dialect.name();
    if (!m_can.namedEnums)
        catalog.enums.clear();
    dropPartitions();
    for (Table &table : catalog.tables)
        adaptTable(table);
    nameIndexes();
    if (!m_can.sequences) {
        for (const schema::Sequence &sequence : catalog.sequences)
            find(Severity::Warning, "PT906", sequence.uid, sequence.name.toString(), QStringLiteral("The sequence is left out."));
        catalog.sequences.clear();
    }
    adaptViews();
    adaptDefinitions();
    return std::move(m_result);
}

void Adaptation::find(Severity severity, const char *code, const Uid &subject, const QString &object, const QString &message)
{
    m_result.findings.push_back({severity, QLatin1String(code), subject, object, message, {}});
}

std::optional<QString> Adaptation::translated(const QString &expression) const
{
    return m_foreign ? translateExpression(expression, m_source.dialect, m_dialect) : std::optional(expression);
}

PlainNames::PlainNames(const Catalog &catalog, const Dialect &dialect) : m_keepsAll(dialect.capabilities().schemas)
{
    if (m_keepsAll)
        return;
    QSet<QString> taken;
    for (const Table &table : catalog.tables) {
        if (table.name.schema.isEmpty())
            taken.insert(table.name.name.toLower());
    }
    for (const Table &table : catalog.tables) {
        if (table.name.schema.isEmpty())
            continue;
        const bool free = !taken.contains(table.name.name.toLower());
        const Name name(free ? table.name.name : QString(table.name.schema + u'_' + table.name.name));
        taken.insert(name.name.toLower());
        m_names.insert(table.name, name);
    }
}

Name PlainNames::of(const Name &name) const
{
    const auto known = m_names.constFind(name);
    return m_keepsAll ? name : known != m_names.constEnd() ? *known : Name(name.name);
}

void Adaptation::dropPartitions()
{
    if (isPostgresql())
        return;
    std::erase_if(m_result.catalog.tables, [&](const Table &table) {
        const bool partition = table.options.contains(QStringLiteral("partition_of"));
        if (partition)
            find(Severity::Info, "PT907", table.uid, table.name.toString(),
                 QStringLiteral("The partition is left out: its rows belong to the whole table."));
        return partition;
    });
}

void Adaptation::adaptTable(Table &table)
{
    const Table source = table;
    table.name = m_plainNames.of(table.name);
    if (table.name != source.name)
        find(Severity::Info, "PT910", table.uid, source.name.toString(),
             QStringLiteral("The engine has no schemas: the table is called %1.").arg(table.name.name));
    if (m_foreign) {
        if (!m_source.dialect.isEmpty()) // one that is nobody's own may say things to several engines
            table.options.clear();
        table.storedDefinition.clear();
        table.uses.clear();
    }
    const bool commented = !table.comment.isEmpty() || std::ranges::any_of(table.columns, [](const Column &column) { return !column.comment.isEmpty(); });
    if (!m_can.comments && commented && m_foreign)
        find(Severity::Info, "PT911", table.uid, table.name.toString(), QStringLiteral("The engine has no comments: those of the table and its columns stay in the model."));
    if (!m_can.comments)
        table.comment.clear();
    for (Column &column : table.columns)
        adaptColumn(table, column);
    if (table.primaryKey && m_foreign) {
        table.primaryKey->options.clear();
        table.primaryKey->include.clear();
        if (isMysql())
            table.primaryKey->name.clear();
    }
    for (schema::Unique &unique : table.uniques)
        adaptUnique(table, unique);
    for (schema::ForeignKey &key : table.foreignKeys)
        adaptForeignKey(table, key);
    adaptChecks(table);
    if (!isPostgresql()) {
        for (const schema::Exclusion &exclusion : table.exclusions)
            find(Severity::Warning, "PT903", exclusion.uid, path(table, exclusion.name), QStringLiteral("The exclusion constraint is left out."));
        table.exclusions.clear();
    }
    adaptIndexes(table);
    if (isMysql() && m_foreign)
        limitKeys(table, source);
}

void Adaptation::adaptViews()
{
    std::erase_if(m_result.catalog.views, [&](schema::View &view) {
        if (!m_foreign)
            return false;
        const std::optional<QString> query = translated(view.query);
        if (!query) {
            find(Severity::Warning, "PT908", view.uid, view.name.toString(), QStringLiteral("The view is left out: its query was not understood."));
            return true;
        }
        view.query = *query;
        view.name = m_plainNames.of(view.name);
        view.storedDefinition.clear();
        view.options.clear();
        if (view.materialized && !m_can.materializedViews)
            find(Severity::Info, "PT908", view.uid, view.name.toString(), QStringLiteral("The materialized view becomes a plain one."));
        view.materialized = view.materialized && m_can.materializedViews;
        if (!view.materialized)
            view.indexDefinitions.clear();
        if (!m_can.comments)
            view.comment.clear();
        for (Column &column : view.columns) {
            column.type = m_dialect.parseType(m_dialect.typeText(withEnumValues(column.type, m_source)));
            if (!m_can.comments)
                column.comment.clear();
        }
        return false;
    });
}

void Adaptation::adaptDefinitions()
{
    if (!m_foreign)
        return;
    if (m_source.dialect.isEmpty()) { // in standard SQL, or in words that its author knows to hold
        std::erase_if(m_result.catalog.definitions, [&](const schema::Definition &definition) {
            return definition.kind == schema::Definition::Kind::SchemaNamespace && !m_can.schemas;
        });
        return;
    }
    std::erase_if(m_result.catalog.definitions, [&](const schema::Definition &definition) {
        const bool keep = definition.kind == schema::Definition::Kind::SchemaNamespace && m_can.schemas;
        if (!keep)
            find(definition.kind == schema::Definition::Kind::Extension ? Severity::Info : Severity::Warning, "PT909", definition.uid,
                 definition.name.toString(), QStringLiteral("It is left out: it is written in the words of another engine."));
        return !keep;
    });
}

} // namespace joinery::dialect
