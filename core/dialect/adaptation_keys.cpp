// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adaptation.h"

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

using schema::Column;
using schema::Table;
using schema::Type;
using schema::TypeKind;

void Adaptation::adaptUnique(const Table &table, schema::Unique &unique)
{
    if (!m_foreign)
        return;
    unique.options.clear();
    unique.comment.clear();
    if (!m_can.includeColumns)
        unique.include.clear();
    if (unique.nullsNotDistinct && !isPostgresql(15)) {
        find(Severity::Warning, "PT905", unique.uid, path(table, unique.name),
             QStringLiteral("NULLS NOT DISTINCT is left out: rows without a value do not exclude each other."));
        unique.nullsNotDistinct = false;
    }
    if (unique.deferral != schema::Deferral::NotDeferrable && !isPostgresql()) {
        find(Severity::Warning, "PT905", unique.uid, path(table, unique.name),
             QStringLiteral("DEFERRABLE is left out: every statement is checked at its end."));
        unique.deferral = schema::Deferral::NotDeferrable;
    }
}

void Adaptation::adaptForeignKey(const Table &table, schema::ForeignKey &key)
{
    const schema::Name referredName = std::exchange(key.referredTable, m_plainNames.of(key.referredTable));
    if (!m_foreign)
        return;
    key.options.clear();
    if (!isPostgresql())
        key.comment.clear();
    key.validated = key.validated || !isPostgresql();
    if (key.referredColumns.isEmpty() && !isSqlite()) {
        const Table *referred = m_source.table(referredName);
        if (referred && referred->primaryKey)
            key.referredColumns = referred->primaryKey->columns;
    }
    if (isMysql()) {
        if (key.deferral != schema::Deferral::NotDeferrable)
            find(Severity::Warning, "PT905", key.uid, path(table, key.name), QStringLiteral("DEFERRABLE is left out: every statement is checked at its end."));
        if (key.onDelete == schema::ForeignKeyAction::SetDefault || key.onUpdate == schema::ForeignKeyAction::SetDefault)
            find(Severity::Warning, "PT905", key.uid, path(table, key.name), QStringLiteral("SET DEFAULT becomes NO ACTION."));
        for (schema::ForeignKeyAction *action : {&key.onDelete, &key.onUpdate}) {
            if (*action == schema::ForeignKeyAction::SetDefault)
                *action = schema::ForeignKeyAction::NoAction;
        }
        key.deferral = schema::Deferral::NotDeferrable;
        key.match.clear();
    }
}

void Adaptation::adaptChecks(Table &table)
{
    if (!m_foreign)
        return;
    std::vector<schema::Check> kept;
    for (schema::Check check : table.checks) {
        if (m_ownChecks.contains(check.name)) {
            kept.push_back(check);
            continue;
        }
        const std::optional<QString> expression = translated(check.expression);
        if (!expression) {
            find(Severity::Warning, "PT901", check.uid, path(table, check.name),
                 QStringLiteral("The check is left out: it was not understood: %1").arg(check.expression));
            continue;
        }
        check.expression = *expression;
        check.options.clear();
        check.enforced = true;
        check.validated = true;
        check.noInherit = check.noInherit && isPostgresql();
        if (!isPostgresql())
            check.comment.clear();
        kept.push_back(check);
    }
    table.checks = kept;
}

void Adaptation::adaptIndexes(Table &table)
{
    if (!m_foreign)
        return;
    std::vector<schema::Index> kept;
    for (schema::Index index : table.indexes) {
        const QString object = path(table, index.name);
        const bool hasExpression = std::ranges::any_of(index.items, [](const schema::IndexItem &item) { return !item.expression.isEmpty(); });
        const bool partial = !index.where.isEmpty();
        const std::optional<QString> where = translated(index.where);
        const bool special = index.method == QLatin1String("FULLTEXT") || index.method == QLatin1String("SPATIAL")
            || index.method == QLatin1String("gin") || index.method == QLatin1String("gist")
            || index.method == QLatin1String("spgist") || index.method == QLatin1String("brin");
        if (special || (hasExpression && !m_can.expressionIndexes)) {
            find(Severity::Warning, "PT904", index.uid, object, QStringLiteral("The index is left out: the engine has no such index."));
            continue;
        }
        if (partial && (!m_can.partialIndexes || !where)) {
            if (index.unique) {
                find(Severity::Warning, "PT904", index.uid, object,
                     QStringLiteral("The unique index is left out: without its condition it would forbid more."));
                continue;
            }
            find(Severity::Info, "PT904", index.uid, object, QStringLiteral("The index holds all rows: its condition is left out."));
            index.where.clear();
        } else if (partial) {
            index.where = *where;
        }
        bool understood = true;
        for (schema::IndexItem &item : index.items) {
            const std::optional<QString> expression = translated(item.expression);
            understood = understood && expression;
            item.expression = expression.value_or(QString());
            item.collation.clear();
            item.operatorClass.clear();
            item.length.reset();
            if (!isPostgresql())
                item.nulls = schema::NullsOrder::Default;
        }
        if (!understood) {
            find(Severity::Warning, "PT904", index.uid, object, QStringLiteral("The index is left out: its expression was not understood."));
            continue;
        }
        index.method.clear();
        index.options.clear();
        if (index.nullsNotDistinct && !isPostgresql(15)) {
            find(Severity::Warning, "PT904", index.uid, object, QStringLiteral("NULLS NOT DISTINCT is left out: rows without a value do not exclude each other."));
            index.nullsNotDistinct = false;
        }
        if (!index.include.isEmpty() && !m_can.includeColumns) {
            find(Severity::Info, "PT904", index.uid, object, QStringLiteral("The index holds its own columns alone: INCLUDE is left out."));
            index.include.clear();
        }
        if (!m_can.comments)
            index.comment.clear();
        kept.push_back(index);
    }
    table.indexes = kept;
}

void Adaptation::limitKeys(Table &table, const Table &source)
{
    const auto isText = [&](const QString &name) {
        const Column *column = table.column(name);
        return column && (column->type.kind == TypeKind::Text || column->type.kind == TypeKind::LargeBinary);
    };
    QStringList keys;
    if (source.primaryKey)
        keys << source.primaryKey->columns;
    for (const schema::Unique &unique : source.uniques)
        keys << unique.columns;
    for (const schema::ForeignKey &key : source.foreignKeys)
        keys << key.columns;
    for (const Table &other : m_source.tables) {
        for (const schema::ForeignKey &key : other.foreignKeys) {
            if (key.referredTable == source.name)
                keys << key.referredColumns;
        }
    }
    for (const QString &name : keys) {
        if (!isText(name))
            continue;
        Column &column = *table.column(name);
        column.type = column.type.kind == TypeKind::Text ? Type::string(255) : m_dialect.parseType(QStringLiteral("varbinary(255)"));
        find(Severity::Warning, "PT902", column.uid, path(table, name), QStringLiteral("A key cannot be text without a limit: the column becomes %1.")
                                                                            .arg(m_dialect.typeText(column.type)));
    }
    for (schema::Index &index : table.indexes) {
        for (schema::IndexItem &item : index.items) {
            if (isText(item.column))
                item.length = 191; // four bytes for each character
        }
    }
}

void Adaptation::nameIndexes()
{
    if (isMysql() || m_source.dialect != QLatin1String("mysql"))
        return;
    QSet<QString> names;
    for (Table &table : m_result.catalog.tables) {
        for (schema::Index &index : table.indexes) {
            if (names.contains(index.name.toLower()))
                index.name = table.name.name + u'_' + index.name;
            names.insert(index.name.toLower());
        }
        for (schema::Unique &unique : table.uniques) {
            if (!isPostgresql() || unique.name.isEmpty())
                continue;
            if (names.contains(unique.name.toLower()))
                unique.name = table.name.name + u'_' + unique.name;
            names.insert(unique.name.toLower());
        }
    }
}

} // namespace joinery::dialect
