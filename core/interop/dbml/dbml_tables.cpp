// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/dbml/dbml_reader.h"

#include <QRegularExpression>

namespace joinery::interop {

using schema::Column;
using schema::Table;

namespace {

void addKeyColumn(Table &table, const QString &column)
{
    if (!table.primaryKey)
        table.primaryKey = schema::PrimaryKey();
    table.primaryKey->columns.append(column);
}

} // namespace

Status DbmlReader::readTable(bool partial)
{
    Table table;
    JOINERY_TRY_VALUE(table.name, fullName());
    if (takeWord("as")) {
        JOINERY_TRY_VALUE(const QString alias, name());
        m_aliases.insert(alias, table.name);
    }
    JOINERY_TRY_VALUE(const Settings settings, readSettings());
    if (settings.contains(QStringLiteral("note")))
        table.comment = textOf(settings.value(QStringLiteral("note")));
    JOINERY_TRY(expect("{"));
    while (!take("}"))
        JOINERY_TRY(readElement(table));
    if (partial)
        m_partials.insert(table.name.name, table);
    else
        m_inspection.catalog.tables.push_back(std::move(table));
    return {};
}

Status DbmlReader::readElement(Table &table)
{
    const DbmlToken next = m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
    if (take("~")) {
        JOINERY_TRY_VALUE(const QString partial, name());
        if (!m_partials.contains(partial))
            return fail(ErrorKind::InvalidInput, QStringLiteral("Line %1: there is no TablePartial %2.").arg(next.line).arg(partial));
        const Table from = m_partials.value(partial);
        for (const Column &column : from.columns) {
            if (!table.column(column.name))
                table.columns.push_back(column);
        }
        table.uniques.insert(table.uniques.end(), from.uniques.begin(), from.uniques.end());
        table.indexes.insert(table.indexes.end(), from.indexes.begin(), from.indexes.end());
        table.checks.insert(table.checks.end(), from.checks.begin(), from.checks.end());
        if (!table.primaryKey)
            table.primaryKey = from.primaryKey;
        return {};
    }
    if (peek().isWord("note") && (next.is(":") || next.is("{"))) {
        m_at += 2;
        if (peek().kind != DbmlToken::Kind::String)
            return fail(wrong(QStringLiteral("a text")));
        table.comment = m_tokens[m_at++].text;
        return next.is("{") ? expect("}") : Status();
    }
    if (next.is("{")) {
        if (takeWord("indexes"))
            return readIndexes(table);
        if (takeWord("checks"))
            return readChecks(table);
        notKept(table.name.toString(), QStringLiteral("The block %1 of a table").arg(peek().text));
        m_at += 2;
        return skipBlock();
    }
    if (peek().isWord("records") && next.is("(")) {
        notKept(table.name.toString(), QStringLiteral("The block records of a table"));
        while (!peek().is("{") && peek().kind != DbmlToken::Kind::End)
            ++m_at;
        JOINERY_TRY(expect("{"));
        return skipBlock();
    }
    return readColumn(table);
}

/// varchar(20), "double precision", schema.kind, int[].
Result<QString> DbmlReader::typeText()
{
    JOINERY_TRY_VALUE(QString text, name());
    while (take(".")) {
        JOINERY_TRY_VALUE(const QString part, name());
        text += u'.' + part;
    }
    if (take("(")) {
        text += u'(';
        while (!peek().is(")") && peek().kind != DbmlToken::Kind::End) {
            const DbmlToken &token = m_tokens[m_at++];
            text += token.kind == DbmlToken::Kind::String ? QString(u'\'' + token.text + u'\'') : token.text;
        }
        JOINERY_TRY(expect(")"));
        text += u')';
    }
    while (peek().is("[") && m_tokens[std::min(m_at + 1, m_tokens.size() - 1)].is("]")) {
        m_at += 2;
        text += QLatin1String("[]");
    }
    return text;
}

Status DbmlReader::readColumn(Table &table)
{
    Column column;
    JOINERY_TRY_VALUE(column.name, name());
    JOINERY_TRY_VALUE(column.type.nativeText, typeText());
    JOINERY_TRY_VALUE(const Settings settings, readSettings());
    JOINERY_TRY(takeSettings(table, column, settings));
    if (Column *known = table.column(column.name)) // what a partial brought
        *known = std::move(column);
    else
        table.columns.push_back(std::move(column));
    return {};
}

Status DbmlReader::takeSettings(Table &table, Column &column, const Settings &settings)
{
    const size_t behind = m_at;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        const QString &key = setting.key();
        if (key == QLatin1String("pk") || key == QLatin1String("primary key")) {
            column.nullable = false;
            addKeyColumn(table, column.name);
        } else if (key == QLatin1String("not null")) {
            column.nullable = false;
        } else if (key == QLatin1String("unique")) {
            table.uniques.push_back({.columns = {column.name}});
        } else if (key == QLatin1String("increment")) {
            column.identity = schema::Identity{};
        } else if (key == QLatin1String("note")) {
            column.comment = textOf(*setting);
        } else if (key == QLatin1String("check")) {
            table.checks.push_back({.expression = textOf(*setting)});
        } else if (key == QLatin1String("default")) {
            takeDefault(column, *setting);
        } else if (key == QLatin1String("ref")) {
            m_at = setting->first;
            Reference reference{.left = {table.name, {column.name}}, .line = peek().line};
            JOINERY_TRY(readRelation(std::move(reference)));
        } else if (key != QLatin1String("null")) {
            notKept(table.name.toString() + u'.' + column.name, QStringLiteral("The setting %1").arg(key));
        }
    }
    m_at = behind;
    return {};
}

void DbmlReader::takeDefault(Column &column, const Setting &setting) const
{
    const DbmlToken &token = m_tokens[setting.first];
    const QString text = textOf(setting);
    if (token.isWord("null"))
        return;
    const auto kind = token.kind == DbmlToken::Kind::Expression ? schema::Default::Kind::Expression : schema::Default::Kind::Literal;
    column.defaultValue = schema::Default{kind, text};
}

Status DbmlReader::readIndexes(Table &table)
{
    JOINERY_TRY(expect("{"));
    while (!take("}")) {
        schema::Index index;
        QStringList columns;
        const bool list = take("(");
        do {
            schema::IndexItem item;
            if (peek().kind == DbmlToken::Kind::Expression) {
                item.expression = m_tokens[m_at++].text;
            } else {
                JOINERY_TRY_VALUE(item.column, name());
            }
            columns.append(item.column);
            index.items.push_back(std::move(item));
        } while (list && take(","));
        if (list)
            JOINERY_TRY(expect(")"));
        JOINERY_TRY_VALUE(const Settings settings, readSettings());
        index.name = textOf(settings.value(QStringLiteral("name")));
        index.comment = textOf(settings.value(QStringLiteral("note")));
        const QString type = textOf(settings.value(QStringLiteral("type"))).toLower();
        if (type != QLatin1String("btree"))
            index.method = type;
        index.unique = settings.contains(QStringLiteral("unique"));
        const bool plain = index.method.isEmpty() && !columns.contains(QString());
        if (settings.contains(QStringLiteral("pk"))) {
            table.primaryKey = schema::PrimaryKey{.name = index.name, .columns = columns};
            for (Column &column : table.columns)
                column.nullable = column.nullable && !columns.contains(column.name);
        } else if (index.unique && plain) {
            table.uniques.push_back({.name = index.name, .columns = columns, .comment = index.comment});
        } else {
            if (index.name.isEmpty()) // every engine wants one
                index.name = QStringLiteral("ix_%1_%2").arg(table.name.name, columns.contains(QString()) ? QString::number(table.indexes.size() + 1) : columns.join(u'_'));
            table.indexes.push_back(std::move(index));
        }
    }
    return {};
}

Status DbmlReader::readChecks(Table &table)
{
    JOINERY_TRY(expect("{"));
    while (!take("}")) {
        if (peek().kind != DbmlToken::Kind::Expression)
            return fail(wrong(QStringLiteral("an expression in backticks")));
        schema::Check check;
        check.expression = m_tokens[m_at++].text;
        JOINERY_TRY_VALUE(const Settings settings, readSettings());
        check.name = textOf(settings.value(QStringLiteral("name")));
        table.checks.push_back(std::move(check));
    }
    return {};
}

} // namespace joinery::interop
