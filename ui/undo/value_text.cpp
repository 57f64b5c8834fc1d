// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/value_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace joinery::ui::edits {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelEdits", text); }

const schema::Table *findTable(const schema::Catalog &catalog, const QString &text)
{
    for (const schema::Table &table : catalog.tables) {
        if (table.name.toString() == text)
            return &table;
    }
    return nullptr;
}

bool isExpression(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("^(CURRENT_(TIMESTAMP|DATE|TIME|USER)|LOCALTIME(STAMP)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression call(QStringLiteral("^[\\w.]+\\s*\\(.*\\)$"));
    return words.match(text).hasMatch() || call.match(text).hasMatch() || (text.startsWith(u'(') && text.endsWith(u')'));
}

bool isPlain(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^([-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|true|false|[\\w.@:/-]+)$"));
    return plain.match(text).hasMatch() && !isExpression(text);
}

} // namespace

Result<schema::Type> parseType(const schema::Catalog &catalog, const QString &text)
{
    const QString wanted = text.trimmed();
    for (const schema::EnumType &type : catalog.enums) {
        if (type.name.toString() == wanted) {
            schema::Type result = schema::Type::of(schema::TypeKind::Enum);
            result.enumName = type.name;
            return result;
        }
    }
    if (const std::optional<schema::Type> type = schema::Type::fromString(wanted))
        return *type;
    if (wanted.isEmpty())
        return fail(ErrorKind::InvalidInput, tr("A column needs a type, for example Integer or String(120)."));
    return fail(ErrorKind::InvalidInput,
                tr("“%1” is no type. Integer, String(120), Numeric(8, 2), Text, DateTime are some.").arg(wanted));
}

QStringList typeSuggestions(const schema::Catalog &catalog)
{
    QStringList types{
        QStringLiteral("BigInteger"), QStringLiteral("Boolean"), QStringLiteral("CHAR(1)"), QStringLiteral("Date"),
        QStringLiteral("DateTime"), QStringLiteral("DateTime(timezone)"), QStringLiteral("Double"),
        QStringLiteral("Enum('a', 'b')"), QStringLiteral("Float"), QStringLiteral("Integer"), QStringLiteral("Interval"),
        QStringLiteral("JSON"), QStringLiteral("LargeBinary"), QStringLiteral("Numeric(10, 2)"),
        QStringLiteral("SmallInteger"), QStringLiteral("String(120)"), QStringLiteral("String(255)"),
        QStringLiteral("Text"), QStringLiteral("Time"), QStringLiteral("Uuid")};
    for (const schema::EnumType &type : catalog.enums)
        types.append(type.name.toString());
    return types;
}

std::optional<schema::Default> parseDefault(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt;
    if (trimmed.size() >= 2 && trimmed.startsWith(u'\'') && trimmed.endsWith(u'\'')) {
        return schema::Default{schema::Default::Kind::Literal,
                               trimmed.mid(1, trimmed.size() - 2).replace(QLatin1String("''"), QLatin1String("'"))};
    }
    if (isExpression(trimmed))
        return schema::Default{schema::Default::Kind::Expression, trimmed};
    return schema::Default{schema::Default::Kind::Literal, trimmed};
}

QString defaultText(const std::optional<schema::Default> &value)
{
    if (!value)
        return {};
    if (value->kind == schema::Default::Kind::Expression) {
        // An expression that would read as a value is put in parentheses, so that it comes back as one.
        return isExpression(value->text) ? value->text : QString(u'(' + value->text + u')');
    }
    if (isPlain(value->text))
        return value->text;
    return u'\'' + QString(value->text).replace(u'\'', QLatin1String("''")) + u'\'';
}

Result<Reference> parseReference(const schema::Catalog &catalog, const QString &text)
{
    const QString wanted = text.trimmed();
    if (const schema::Table *table = findTable(catalog, wanted)) {
        if (table->primaryKey && table->primaryKey->columns.size() == 1)
            return Reference{table->name, table->primaryKey->columns.first()};
        return fail(ErrorKind::InvalidInput, tr("Say which column of %1 is meant, as in %1.id.").arg(wanted));
    }
    const qsizetype dot = wanted.lastIndexOf(u'.');
    const schema::Table *table = dot > 0 ? findTable(catalog, wanted.left(dot)) : nullptr;
    if (!table)
        return fail(ErrorKind::Undefined, tr("There is no table “%1”.").arg(dot > 0 ? wanted.left(dot) : wanted));
    if (!table->column(wanted.mid(dot + 1)))
        return fail(ErrorKind::Undefined, tr("%1 has no column “%2”.").arg(table->name.toString(), wanted.mid(dot + 1)));
    return Reference{table->name, wanted.mid(dot + 1)};
}

QStringList referenceSuggestions(const schema::Catalog &catalog)
{
    QStringList keys;
    for (const schema::Table &table : catalog.tables) {
        if (table.primaryKey && table.primaryKey->columns.size() == 1)
            keys.append(table.name.toString() + u'.' + table.primaryKey->columns.first());
    }
    keys.sort();
    return keys;
}

QString referenceText(const schema::Catalog &catalog, const schema::Table &table, const QString &column)
{
    for (const schema::ForeignKey &key : table.foreignKeys) {
        const qsizetype index = key.columns.indexOf(column);
        if (index < 0)
            continue;
        QStringList columns = key.referredColumns;
        if (columns.isEmpty()) {
            const schema::Table *parent = catalog.table(key.referredTable);
            if (parent && parent->primaryKey)
                columns = parent->primaryKey->columns;
        }
        return columns.value(index).isEmpty() ? key.referredTable.toString()
                                              : QString(key.referredTable.toString() + u'.' + columns.value(index));
    }
    return {};
}

Result<QStringList> parseColumns(const schema::Table &table, const QString &text)
{
    QStringList columns;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString column = part.trimmed();
        if (!table.column(column))
            return fail(ErrorKind::Undefined, tr("%1 has no column “%2”.").arg(table.name.toString(), column));
        if (columns.contains(column))
            return fail(ErrorKind::Duplicate, tr("“%1” stands there twice.").arg(column));
        columns.append(column);
    }
    if (columns.isEmpty())
        return fail(ErrorKind::InvalidInput, tr("Name at least one column of %1.").arg(table.name.toString()));
    return columns;
}

} // namespace joinery::ui::edits
