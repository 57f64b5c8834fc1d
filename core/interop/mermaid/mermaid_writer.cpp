// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/losses.h"
#include "core/interop/mermaid/mermaid.h"

#include <QRegularExpression>

namespace joinery::interop {

using schema::Column;
using schema::Table;

namespace {

/// Quotes cannot be escaped there.
QString quoted(const QString &text) { return u'"' + QString(text).replace(u'"', u'\'').replace(u'\n', u' ') + u'"'; }

/// Names and types of attributes are one word of letters, digits and _-()[].
QString word(const QString &text)
{
    static const QRegularExpression other(QStringLiteral("[^\\w\\-()\\[\\]]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString result = QString(text).replace(other, QStringLiteral("_"));
    if (result.isEmpty() || !result.front().isLetter())
        result.prepend(QLatin1String("_"));
    return result.startsWith(u'_') ? QString(u'c' + result) : result;
}

bool isForeign(const Table &table, const QString &column)
{
    return std::ranges::any_of(table.foreignKeys, [&](const schema::ForeignKey &key) { return key.columns.contains(column); });
}

bool isUnique(const Table &table, const QStringList &columns)
{
    const auto same = [&](QStringList other) {
        QStringList mine = columns;
        mine.sort();
        other.sort();
        return mine == other;
    };
    return (table.primaryKey && same(table.primaryKey->columns))
        || std::ranges::any_of(table.uniques, [&](const schema::Unique &unique) { return same(unique.columns); });
}

} // namespace

QString writeMermaid(const schema::Catalog &catalog, const dialect::Dialect &dialect, std::vector<Finding> &findings)
{
    QString text = QStringLiteral("erDiagram\n");
    const auto lose = [&](const QString &object, const QString &sentence) {
        findings.push_back({Severity::Info, QStringLiteral("MM101"), Uid(), object, sentence, QString()});
    };
    for (const Table &table : catalog.tables) {
        text += QStringLiteral("    %1 {\n").arg(quoted(table.name.toString()));
        for (const Column &column : table.columns) {
            QStringList keys;
            if (table.isInPrimaryKey(column.name))
                keys << QStringLiteral("PK");
            if (isForeign(table, column.name))
                keys << QStringLiteral("FK");
            if (keys.isEmpty() && isUnique(table, {column.name}))
                keys << QStringLiteral("UK");
            const QString name = word(column.name);
            if (name != column.name)
                lose(table.name.toString() + u'.' + column.name, QStringLiteral("Mermaid has no such name; it is called %1.").arg(name));
            if (!column.nullable && !table.isInPrimaryKey(column.name))
                lose(table.name.toString() + u'.' + column.name, QStringLiteral("Mermaid does not carry NOT NULL."));
            if (column.defaultValue)
                lose(table.name.toString() + u'.' + column.name, QStringLiteral("Mermaid does not carry the default."));
            text += QStringLiteral("        %1 %2%3%4\n").arg(word(dialect.typeText(column.type)), name, keys.isEmpty() ? QString() : QString(u' ' + keys.join(QLatin1String(", "))),
                                                           column.comment.isEmpty() ? QString() : QString(u' ' + quoted(column.comment)));
        }
        text += QLatin1String("    }\n");
    }
    for (const Table &table : catalog.tables) {
        for (const schema::ForeignKey &key : table.foreignKeys) {
            const bool optional = std::ranges::any_of(key.columns, [&](const QString &name) {
                const Column *column = table.column(name);
                return column && column->nullable;
            });
            text += QStringLiteral("    %1 %2--%3 %4 : %5\n")
                        .arg(quoted(key.referredTable.toString()), optional ? QStringLiteral("|o") : QStringLiteral("||"),
                             isUnique(table, key.columns) ? QStringLiteral("o|") : QStringLiteral("o{"), quoted(table.name.toString()),
                             quoted(key.columns.join(QLatin1String(", "))));
            if (key.onDelete != schema::ForeignKeyAction::NoAction || key.onUpdate != schema::ForeignKeyAction::NoAction)
                lose(table.name.toString(), QStringLiteral("Mermaid does not carry ON DELETE and ON UPDATE of (%1).").arg(key.columns.join(QLatin1String(", "))));
        }
    }
    for (const schema::EnumType &type : catalog.enums)
        lose(type.name.toString(), QStringLiteral("Mermaid does not carry the values of an enumeration."));
    findLosses(catalog, "MM101", QStringLiteral("Mermaid"), Carries{}, findings);
    return text;
}

} // namespace joinery::interop
