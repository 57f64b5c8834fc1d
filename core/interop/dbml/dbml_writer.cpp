// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/dbml/dbml.h"
#include "core/interop/losses.h"

#include "core/schema/sql_text.h"
#include "core/schema/type_kinds.h"

#include <QRegularExpression>

namespace joinery::interop {

using schema::Column;
using schema::Name;
using schema::Table;

namespace {

QString identifier(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return plain.match(name).hasMatch() ? name : QString(u'"' + QString(name).replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\"")) + u'"');
}

QString identifier(const Name &name)
{
    return name.schema.isEmpty() ? identifier(name.name) : QString(identifier(name.schema) + u'.' + identifier(name.name));
}

QString quotedText(const QString &text)
{
    const QString escaped = QString(text).replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return text.contains(u'\n') ? QString(QLatin1String("'''\n") + escaped + QLatin1String("\n'''")) : QString(u'\'' + escaped + u'\'');
}

QString settings(const QStringList &parts)
{
    return parts.isEmpty() ? QString() : QString(QLatin1String(" [") + parts.join(QLatin1String(", ")) + u']');
}

class DbmlWriter
{
public:
    DbmlWriter(const schema::Catalog &catalog, const dialect::Dialect &dialect, std::vector<Finding> &findings)
        : m_catalog(catalog), m_dialect(dialect), m_findings(findings) {}

    QString write()
    {
        if (!m_catalog.dialect.isEmpty()) {
            static const QHash<QString, QString> names{{QStringLiteral("postgresql"), QStringLiteral("PostgreSQL")},
                                                       {QStringLiteral("mysql"), QStringLiteral("MySQL")}, {QStringLiteral("sqlite"), QStringLiteral("SQLite")}};
            m_text += QStringLiteral("Project {\n  database_type: %1\n}\n").arg(quotedText(names.value(m_dialect.name(), QStringLiteral("SQL"))));
        }
        for (const schema::EnumType &type : m_catalog.enums)
            writeEnum(type.name, type.values);
        for (const Table &table : m_catalog.tables)
            writeTable(table);
        for (const Table &table : m_catalog.tables) {
            for (const schema::ForeignKey &key : table.foreignKeys)
                writeReference(table, key);
        }
        findLosses(m_catalog, "DB101", QStringLiteral("DBML"), Carries{.checks = true, .indexes = true, .comments = true}, m_findings);
        return m_text;
    }

private:
    void lose(const QString &object, const QString &what)
    {
        m_findings.push_back({Severity::Info, QStringLiteral("DB101"), Uid(), object, QStringLiteral("DBML does not carry %1.").arg(what), QString()});
    }

    /// Nothing where it holds a backtick that is no quote around a plain name, for it ends at one.
    std::optional<QString> expression(const QString &sql) const
    {
        QString text;
        for (const schema::SqlToken &token : schema::scanSql(sql, m_dialect.name())) {
            static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
            const bool bare = token.kind == schema::SqlToken::Kind::QuotedWord && token.text.startsWith(u'`') && plain.match(token.identifier()).hasMatch();
            text += bare ? token.identifier() : token.text;
        }
        return text.contains(u'`') ? std::nullopt : std::optional(QString(u'`' + text + u'`'));
    }

    void writeEnum(const Name &name, const QStringList &values)
    {
        m_text += QStringLiteral("\nEnum %1 {\n").arg(identifier(name));
        for (const QString &value : values)
            m_text += QStringLiteral("  %1\n").arg(identifier(value));
        m_text += QLatin1String("}\n");
    }

    QString typeText(const Table &table, const Column &column)
    {
        const schema::Type &type = column.type;
        if (type.kind == schema::TypeKind::Enum && !type.enumName.isEmpty() && type.element.empty())
            return identifier(type.enumName);
        if (type.kind == schema::TypeKind::Enum && !type.enumValues.isEmpty()) {
            const Name name(table.name.schema, table.name.name + u'_' + column.name);
            m_inlineEnums.emplace_back(name, type.enumValues);
            return identifier(name);
        }
        static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*(\\([0-9, ]+\\))?$"));
        const QString text = m_dialect.typeText(type);
        return plain.match(text).hasMatch() ? QString(text).remove(u' ') : identifier(text);
    }

    void writeTable(const Table &table)
    {
        QString body;
        QStringList indexes, checks;
        const bool inlineKey = table.primaryKey && table.primaryKey->columns.size() == 1
            && (table.primaryKey->name.isEmpty() || table.primaryKey->name == table.name.name + QLatin1String("_pkey"));
        for (const Column &column : table.columns)
            body += columnLine(table, column, inlineKey);
        if (table.primaryKey && !inlineKey)
            indexes.append(indexLine(table.primaryKey->columns, {QStringLiteral("pk")}, table.primaryKey->name, QString()));
        for (const schema::Unique &unique : table.uniques)
            indexes.append(indexLine(unique.columns, {QStringLiteral("unique")}, unique.name, unique.comment));
        for (const schema::Index &index : table.indexes)
            writeIndex(table, index, indexes);
        for (const schema::Check &check : table.checks) {
            if (const auto text = expression(check.expression))
                checks.append(*text + settings(check.name.isEmpty() ? QStringList() : QStringList{QLatin1String("name: ") + quotedText(check.name)}));
            else
                lose(table.name.toString(), QStringLiteral("the check %1, which holds a backtick").arg(check.name));
        }
        for (const auto &[name, values] : m_inlineEnums) {
            writeEnum(name, values);
            lose(name.toString(), QStringLiteral("an enumeration without a name: it got this one"));
        }
        m_inlineEnums.clear();
        m_text += QStringLiteral("\nTable %1 {\n%2").arg(identifier(table.name), body);
        const auto block = [&](const char *word, const QStringList &lines) {
            if (!lines.isEmpty())
                m_text += QStringLiteral("\n  %1 {\n    %2\n  }\n").arg(QLatin1String(word), lines.join(QLatin1String("\n    ")));
        };
        block("indexes", indexes);
        block("checks", checks);
        if (!table.comment.isEmpty())
            m_text += QStringLiteral("\n  Note: %1\n").arg(quotedText(table.comment));
        m_text += QLatin1String("}\n");
    }

    QString columnLine(const Table &table, const Column &column, bool inlineKey)
    {
        QStringList parts;
        const bool key = inlineKey && table.isInPrimaryKey(column.name);
        if (key)
            parts << QStringLiteral("pk");
        if (column.identity)
            parts << QStringLiteral("increment");
        if (!column.nullable && !key)
            parts << QStringLiteral("not null");
        if (column.defaultValue) {
            const QString value = defaultText(column);
            if (value.isEmpty())
                lose(table.name.toString() + u'.' + column.name, QStringLiteral("a default that holds a backtick"));
            else
                parts << QLatin1String("default: ") + value;
        }
        if (!column.comment.isEmpty())
            parts << QLatin1String("note: ") + quotedText(column.comment);
        return QStringLiteral("  %1 %2%3\n").arg(identifier(column.name), typeText(table, column), settings(parts));
    }

    QString defaultText(const Column &column) const
    {
        const QString &text = column.defaultValue->text;
        if (column.defaultValue->kind == schema::Default::Kind::Expression)
            return expression(text).value_or(QString());
        static const QRegularExpression number(QStringLiteral("^\\d+(\\.\\d+)?$"));
        const bool boolean = column.type.kind == schema::TypeKind::Boolean && (text == QLatin1String("true") || text == QLatin1String("false"));
        return boolean || (schema::isNumber(column.type.kind) && number.match(text).hasMatch()) ? text : quotedText(text);
    }

    QString indexLine(const QStringList &columns, QStringList parts, const QString &name, const QString &note) const
    {
        QStringList names;
        for (const QString &column : columns)
            names.append(column.startsWith(u'`') ? column : identifier(column));
        if (!name.isEmpty())
            parts << QLatin1String("name: ") + quotedText(name);
        if (!note.isEmpty())
            parts << QLatin1String("note: ") + quotedText(note);
        return u'(' + names.join(QLatin1String(", ")) + u')' + settings(parts);
    }

    void writeIndex(const Table &table, const schema::Index &index, QStringList &lines)
    {
        QStringList columns, parts;
        for (const schema::IndexItem &item : index.items) {
            const std::optional<QString> text = item.column.isEmpty() ? expression(item.expression) : std::optional(item.column);
            if (!text)
                return lose(index.name, QStringLiteral("an index over an expression with a backtick"));
            columns.append(*text);
        }
        if (index.unique) {
            parts << QStringLiteral("unique");
            lose(table.name.toString() + u'.' + index.name, QStringLiteral("the difference between a unique index and a unique constraint"));
        }
        if (!index.method.isEmpty())
            parts << QLatin1String("type: ") + index.method.toLower();
        lines.append(indexLine(columns, parts, index.name, index.comment));
    }

    void writeReference(const Table &table, const schema::ForeignKey &key)
    {
        const auto end = [](const Name &name, const QStringList &columns) -> QString {
            QStringList names;
            for (const QString &column : columns)
                names.append(identifier(column));
            return identifier(name) + u'.' + (names.size() == 1 ? names.first() : QString(u'(' + names.join(QLatin1String(", ")) + u')'));
        };
        QStringList referred = key.referredColumns;
        const Table *other = m_catalog.table(key.referredTable);
        if (referred.isEmpty() && other && other->primaryKey)
            referred = other->primaryKey->columns;
        QStringList parts;
        const auto action = [&](const char *event, schema::ForeignKeyAction what) {
            static const QHash<schema::ForeignKeyAction, QString> words{
                {schema::ForeignKeyAction::Cascade, QStringLiteral("cascade")}, {schema::ForeignKeyAction::Restrict, QStringLiteral("restrict")},
                {schema::ForeignKeyAction::SetNull, QStringLiteral("set null")}, {schema::ForeignKeyAction::SetDefault, QStringLiteral("set default")}};
            if (words.contains(what))
                parts << QLatin1String(event) + QLatin1String(": ") + words.value(what);
        };
        action("delete", key.onDelete);
        action("update", key.onUpdate);
        m_text += QStringLiteral("\nRef%1: %2 > %3%4\n")
                      .arg(key.name.isEmpty() ? QString() : QString(u' ' + identifier(key.name)), end(table.name, key.columns), end(key.referredTable, referred),
                           settings(parts));
    }

    const schema::Catalog &m_catalog;
    const dialect::Dialect &m_dialect;
    std::vector<Finding> &m_findings;
    std::vector<std::pair<Name, QStringList>> m_inlineEnums;
    QString m_text;
};

} // namespace

QString writeDbml(const schema::Catalog &catalog, const dialect::Dialect &dialect, std::vector<Finding> &findings)
{
    return DbmlWriter(catalog, dialect, findings).write();
}

} // namespace joinery::interop
