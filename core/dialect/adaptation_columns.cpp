// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adaptation.h"

#include "core/dialect/generic/generic_dialect.h"
#include "core/schema/type_kinds.h"

namespace joinery::dialect {

using schema::Column;
using schema::Default;
using schema::Identity;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;

void Adaptation::adaptColumn(Table &table, Column &column)
{
    const Type meant = column.type;
    adaptType(table, column);
    if (!m_can.comments)
        column.comment.clear();
    if (!m_foreign)
        return;
    noteType(table, column, meant);
    column.options.clear();
    column.charset.clear();
    if (!column.collation.isEmpty()) {
        find(Severity::Info, "PT905", column.uid, path(table, column.name),
             QStringLiteral("The collation %1 is left out.").arg(column.collation));
        column.collation.clear();
    }
    if (!column.onUpdate.isEmpty() && !isMysql()) {
        find(Severity::Warning, "PT905", column.uid, path(table, column.name),
             QStringLiteral("ON UPDATE %1 is left out.").arg(column.onUpdate));
        column.onUpdate.clear();
    }
    if (column.computed) {
        if (const std::optional<QString> expression = translated(column.computed->expression)) {
            column.computed->expression = *expression;
            column.computed->stored = column.computed->stored || isPostgresql();
        } else {
            find(Severity::Warning, "PT901", column.uid, path(table, column.name),
                 QStringLiteral("The column is a plain one: its expression was not understood: %1").arg(column.computed->expression));
            column.computed.reset();
        }
    }
    adaptDefault(table, column);
    adaptIdentity(table, column);
}

void Adaptation::adaptDefault(const Table &table, Column &column)
{
    if (!column.defaultValue || column.defaultValue->kind == Default::Kind::Literal)
        return;
    const auto *dialect = dynamic_cast<const GenericDialect *>(&m_dialect);
    std::optional<QString> text = translated(column.defaultValue->text);
    if (text && isPostgresql() && !isPostgresql(13) && text->contains(QLatin1String("gen_random_uuid()"))) {
        text->replace(QLatin1String("gen_random_uuid()"), QLatin1String("md5(random()::text || clock_timestamp()::text)::uuid"));
        find(Severity::Info, "PT901", column.uid, path(table, column.name),
             QStringLiteral("The default is made by md5() and random(): gen_random_uuid() came with version 13."));
    }
    if (text && isMysql() && *text == QLatin1String("uuid()") && column.type.length.value_or(36) < 36)
        text = QStringLiteral("replace(uuid(),'-','')"); // SQLAlchemy's Uuid has no dashes there
    if (text && dialect) {
        column.defaultValue = dialect->parseDefault(*text, column.type);
        return;
    }
    find(Severity::Warning, "PT901", column.uid, path(table, column.name),
         QStringLiteral("The default is left out: it was not understood: %1").arg(column.defaultValue->text));
    column.defaultValue.reset();
}

void Adaptation::adaptType(Table &table, Column &column)
{
    Type &type = column.type;
    if (type.kind == TypeKind::Enum) {
        type = withEnumValues(type, m_source);
        if (m_can.namedEnums) {
            if (type.enumName.isEmpty())
                nameEnum(table, column);
            type.enumValues.clear();
        } else if (m_can.inlineEnums) {
            type.enumName = Name();
            if (type.nativeDialect != m_dialect.name())
                type.nativeText.clear();
        } else {
            spellOutEnum(table, column);
        }
        return;
    }
    if (type.nativeDialect == m_dialect.name() || type.nativeDialect.isEmpty()) {
        if (!m_foreign)
            return;
    }
    if (type.kind == TypeKind::Native && type.nativeDialect != m_dialect.name())
        find(Severity::Warning, "PT902", column.uid, path(table, column.name),
             QStringLiteral("The type %1 has no equal: the column becomes %2.").arg(type.nativeText, m_dialect.typeText(Type::of(TypeKind::Text))));
    if (type.kind == TypeKind::Array && !isPostgresql())
        find(Severity::Warning, "PT902", column.uid, path(table, column.name),
             QStringLiteral("The engine has no arrays: the column becomes %1.").arg(m_dialect.typeText(type)));
    if (type.nativeDialect != m_dialect.name()) {
        type.nativeText.clear();
        type.nativeDialect.clear();
        if (type.kind != TypeKind::Array)
            type = m_dialect.parseType(m_dialect.typeText(type));
    }
}

void Adaptation::noteType(const Table &table, const Column &column, const Type &meant)
{
    const auto note = [&](Severity severity, const QString &message) {
        find(severity, "PT902", column.uid, path(table, column.name), message.arg(m_dialect.typeText(column.type)));
    };
    if (meant.isUnsigned && !column.type.isUnsigned)
        note(Severity::Info, QStringLiteral("The engine has no unsigned numbers: the column becomes %1, which takes negative ones too."));
    if (meant.timezone && !column.type.timezone)
        note(Severity::Info, QStringLiteral("The engine keeps no time zone: the column becomes %1, and whoever writes agrees on one zone."));
    if (meant.kind == TypeKind::Interval && column.type.kind != TypeKind::Interval)
        note(Severity::Warning, QStringLiteral("The engine has no intervals: the column becomes %1, counted from 1970-01-01 as SQLAlchemy does."));
    if (meant.kind == TypeKind::Numeric && !meant.precision && column.type.precision)
        note(Severity::Warning, QStringLiteral("The engine's numbers have bounds: the column becomes %1, which rounds to whole numbers."));
    if (meant.kind == TypeKind::Enum && column.type.kind != TypeKind::Enum)
        note(Severity::Info, QStringLiteral("The engine has no enumerations: the column becomes %1 with a check of its values."));
}

void Adaptation::nameEnum(const Table &table, Column &column)
{
    Name name(table.name.schema, table.name.name + u'_' + column.name);
    if (!m_result.catalog.enumType(name)) {
        schema::EnumType type;
        type.name = name;
        type.values = column.type.enumValues;
        m_result.catalog.enums.push_back(type);
    }
    column.type.enumName = name;
    column.type.nativeText.clear();
    column.type.nativeDialect.clear();
}

void Adaptation::spellOutEnum(Table &table, Column &column)
{
    qsizetype longest = 1;
    QStringList values;
    for (const QString &value : column.type.enumValues) {
        longest = std::max(longest, value.size());
        values << m_dialect.literal(driver::Value::text(value));
    }
    column.type = m_dialect.parseType(m_dialect.typeText(Type::string(int(longest))));
    if (values.isEmpty())
        return;
    schema::Check check;
    check.name = QStringLiteral("ck_%1_%2").arg(table.name.name, column.name);
    check.expression = m_dialect.quoteIfNeeded(column.name) + QLatin1String(" IN (") + values.join(QLatin1String(", ")) + u')';
    m_ownChecks.insert(check.name);
    table.checks.push_back(check);
}

void Adaptation::adaptIdentity(const Table &table, Column &column)
{
    const bool soleKey = table.primaryKey && table.primaryKey->columns == QStringList{column.name};
    const bool whole = schema::isWholeNumber(column.type.kind);
    // SQLite numbers every INTEGER PRIMARY KEY by itself, without being told to.
    const bool isReference = std::ranges::any_of(table.foreignKeys, [&](const schema::ForeignKey &key) {
        return key.columns.contains(column.name);
    });
    if (m_source.dialect == QLatin1String("sqlite") && soleKey && !column.identity && !isReference && !column.defaultValue
        && column.type.kind == TypeKind::Integer)
        column.identity = Identity{.kind = Identity::Kind::ByDefault};
    if (!column.identity)
        return;
    if (soleKey)
        column.nullable = false;
    Identity &identity = *column.identity;
    if (isPostgresql()) {
        if (identity.kind == Identity::Kind::Auto)
            identity.kind = Identity::Kind::ByDefault;
        if (!whole)
            column.type = Type::of(TypeKind::BigInteger);
    } else if (isSqlite() && (!soleKey || !whole)) {
        find(Severity::Warning, "PT905", column.uid, path(table, column.name),
             QStringLiteral("The engine only counts a primary key of one column: the numbers must be given."));
        column.identity.reset();
        return;
    } else if (isSqlite()) {
        identity = Identity{.kind = Identity::Kind::Auto};
        column.type = m_dialect.parseType(QStringLiteral("INTEGER"));
    } else if (isMysql()) {
        identity = Identity{.kind = Identity::Kind::Auto};
    }
    column.defaultValue.reset();
}

} // namespace joinery::dialect
