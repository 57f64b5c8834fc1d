// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/lint_step.h"

#include "core/operation/apply.h"
#include "core/operation/lookup.h"

#include <QRegularExpression>

// LK: what makes others wait.
namespace joinery::migration {

using namespace operation;
using schema::Type;
using schema::TypeKind;

namespace {

QString path(const schema::Name &table, const QString &name) { return table.toString() + u'.' + name; }

bool isVolatile(const QString &expression)
{
    static const QRegularExpression stable(QStringLiteral("^\\s*\\(?(now\\(\\)|current_timestamp|current_date|current_time|localtimestamp|transaction_timestamp\\(\\)|statement_timestamp\\(\\))"),
                                           QRegularExpression::CaseInsensitiveOption);
    return expression.contains(u'(') && !stable.match(expression).hasMatch();
}

} // namespace

bool rewritesOnPostgresql(const Type &from, const Type &to)
{
    const bool fromText = from.kind == TypeKind::String || from.kind == TypeKind::Text, toText = to.kind == TypeKind::String || to.kind == TypeKind::Text;
    if (fromText && toText)
        return to.length && (!from.length || *to.length < *from.length);
    if (from.kind != to.kind)
        return true;
    const auto wider = [](const std::optional<int> &old, const std::optional<int> &fresh) { return !fresh || (old && *fresh >= *old); };
    switch (to.kind) {
    case TypeKind::Numeric: return to.precision && !(from.precision && from.scale.value_or(0) == to.scale.value_or(0) && wider(from.precision, to.precision));
    case TypeKind::DateTime:
    case TypeKind::Time: return from.timezone != to.timezone || !wider(from.precision, to.precision);
    case TypeKind::Interval: return !wider(from.precision, to.precision);
    case TypeKind::Json: return from.binary != to.binary;
    case TypeKind::Native: return from.nativeText != to.nativeText;
    case TypeKind::Char: return from.length != to.length;
    case TypeKind::Float: return from.precision != to.precision;
    case TypeKind::Array: return !(from == to);
    default: return false;
    }
}

bool copiesOnMysql(const schema::Column &from, const schema::Column &to, bool)
{
    if (to.computed && to.computed->stored)
        return true;
    const bool string = from.type.kind == TypeKind::String && to.type.kind == TypeKind::String;
    if (string && from.charset == to.charset) {
        const int old = from.type.length.value_or(0) * 4, fresh = to.type.length.value_or(0) * 4; // utf8mb4
        return fresh < old || (old <= 255 && fresh > 255);
    }
    if (from.type.kind == TypeKind::Enum && to.type.kind == TypeKind::Enum)
        return to.type.enumValues.mid(0, from.type.enumValues.size()) != from.type.enumValues;
    Type a = from.type, b = to.type;
    a.nativeText.clear();
    b.nativeText.clear();
    return a != b || from.charset != to.charset || from.collation != to.collation;
}

void LintStep::locks(const Operation &operation)
{
    const bool postgresql = isOn("postgresql"), mysql = isOn("mysql");
    if (const auto *o = std::get_if<CreateIndex>(&operation); o && postgresql && !isFresh(o->table)) {
        const QString object = path(o->table, o->index.name);
        if (!o->concurrently && hasMany(o->table))
            find(Severity::Warning, "LK401", object, QStringLiteral("Nobody can write to %1 while the index is made.").arg(o->table.toString()), QStringLiteral("CREATE INDEX CONCURRENTLY"), o->index.uid);
        if (o->concurrently && m_options.serverVersion >= 140000 && m_options.serverVersion < 140004)
            find(Severity::Error, "LK418", object, QStringLiteral("PostgreSQL 14.0 to 14.3 may damage an index that is made CONCURRENTLY."), QStringLiteral("Update the server first."), o->index.uid);
    } else if (const auto *o = std::get_if<DropIndex>(&operation); o && postgresql && !isFresh(o->table) && !o->concurrently && hasMany(o->table)) {
        find(Severity::Info, "LK401", path(o->table, o->index.name), QStringLiteral("Dropping the index waits for everybody who uses %1, and everybody waits behind it.").arg(o->table.toString()),
             QStringLiteral("DROP INDEX CONCURRENTLY"), o->index.uid);
    } else if (const auto *o = std::get_if<AddConstraint>(&operation); o && !isFresh(o->table) && hasMany(o->table)) {
        const QString object = path(o->table, nameOf(o->constraint).isEmpty() ? kindOf(o->constraint) : nameOf(o->constraint));
        // With a name and facts at hand the executor does it in two parts by itself.
        const bool apart = m_options.live && !nameOf(o->constraint).isEmpty();
        std::visit(Overloaded{
            [&](const schema::PrimaryKey &key) {
                if (postgresql)
                    find(Severity::Warning, "LK409", object, QStringLiteral("The index of the key is made while nobody can use %1.").arg(o->table.toString()), QStringLiteral("A unique index CONCURRENTLY, and the key USING INDEX."), key.uid);
            },
            [&](const schema::Unique &key) {
                if (postgresql)
                    find(Severity::Warning, "LK409", object, QStringLiteral("The index of the key is made while nobody can use %1.").arg(o->table.toString()), QStringLiteral("A unique index CONCURRENTLY, and the key USING INDEX."), key.uid);
            },
            [&](const schema::ForeignKey &key) {
                if (postgresql && key.validated && !apart)
                    find(Severity::Warning, "LK403", object, QStringLiteral("Nobody can write to %1 and %2 while all rows are checked.").arg(o->table.toString(), key.referredTable.toString()),
                         QStringLiteral("NOT VALID, and VALIDATE CONSTRAINT in a transaction of its own: done by itself on a table of %1 rows and more, where the key has a name.").arg(m_options.manyRows), key.uid);
                if (mysql)
                    find(Severity::Warning, "LK414", object, QStringLiteral("The server copies %1 to check the key; nobody can write to it meanwhile.").arg(o->table.toString()), {}, key.uid);
            },
            [&](const schema::Check &check) {
                if (postgresql && check.validated && !apart)
                    find(Severity::Warning, "LK404", object, QStringLiteral("Nobody can use %1 while all rows are checked.").arg(o->table.toString()),
                         QStringLiteral("NOT VALID, and VALIDATE CONSTRAINT in a transaction of its own."), check.uid);
                if (mysql)
                    find(Severity::Warning, "LK413", object, QStringLiteral("The server copies %1 to check it; nobody can write to it meanwhile.").arg(o->table.toString()), {}, check.uid);
            },
            [](const schema::Exclusion &) {},
        }, o->constraint);
    } else if (const auto *o = std::get_if<DropConstraint>(&operation); o && postgresql && !isFresh(o->table)) {
        if (const auto *key = std::get_if<schema::ForeignKey>(&o->constraint); key && hasMany(key->referredTable))
            find(Severity::Info, "LK410", path(o->table, nameOf(o->constraint)), QStringLiteral("Dropping the key locks %1 for everybody, too.").arg(key->referredTable.toString()), {}, key->uid);
    } else if (const auto *o = std::get_if<AlterColumn>(&operation); o && !isFresh(o->table) && hasMany(o->table)) {
        lockedColumn(*o);
    } else if (const auto *o = std::get_if<AddColumn>(&operation); o && !isFresh(o->table) && hasMany(o->table)) {
        lockedAdd(*o);
    }
    const QString changed = affectedTable(operation).name;
    constexpr int kMostVersions = 64, kNear = 60; // of a row of MySQL 8: then ALGORITHM=INSTANT is refused
    const int versions = m_options.rowVersions.value(schema::Name(changed));
    if (mysql && versions >= kNear && (std::holds_alternative<AddColumn>(operation) || std::holds_alternative<DropColumn>(operation)))
        find(Severity::Warning, "LK416", changed, QStringLiteral("Table %1 was changed in place %2 times of %3: soon the server copies it, and nobody can write to it meanwhile.").arg(changed).arg(versions).arg(kMostVersions),
             QStringLiteral("ALTER TABLE %1 FORCE, at a quiet hour.").arg(dialect().quoteIfNeeded(changed)));
    const bool rebuilds = isOn("sqlite")
        && (std::holds_alternative<AlterColumn>(operation) || std::holds_alternative<AddConstraint>(operation) || std::holds_alternative<DropConstraint>(operation)
            || std::holds_alternative<AlterTableOptions>(operation));
    if (rebuilds && m_options.live && !isFresh(affectedTable(operation)) && hasMany(affectedTable(operation)))
        find(Severity::Info, "LK417", affectedTable(operation).toString(), QStringLiteral("Every row of %1 is copied; nobody can write to the file meanwhile, and it grows by the size of the table.").arg(affectedTable(operation).toString()));
}

void LintStep::lockedColumn(const AlterColumn &o)
{
    const QString object = path(o.table, o.to.name), table = o.table.toString();
    const bool retyped = typeOf(o.from.type) != typeOf(o.to.type);
    if (isOn("postgresql")) {
        if (retyped && (!o.conversion.isEmpty() || rewritesOnPostgresql(o.from.type, o.to.type)))
            find(Severity::Warning, "LK407", object, QStringLiteral("Every row of %1 is written again while nobody can use it.").arg(table),
                 QStringLiteral("A new column, filled in parts, that takes the name of the old one."), o.to.uid);
        if (o.from.nullable && !o.to.nullable) {
            const schema::Table *owner = m_before.table(o.table);
            const bool checked = owner && std::ranges::any_of(owner->checks, [&](const schema::Check &check) {
                return check.validated && check.expression.contains(o.to.name) && check.expression.contains(QLatin1String("IS NOT NULL"), Qt::CaseInsensitive);
            });
            if (!checked)
                find(Severity::Warning, "LK406", object, QStringLiteral("All rows of %1 are read while nobody can use it.").arg(table),
                     QStringLiteral("A check %1 IS NOT NULL, NOT VALID and then VALIDATE, before it.").arg(o.to.name), o.to.uid);
        }
    } else if (isOn("mysql")) {
        const bool string = o.from.type.kind == TypeKind::String && o.to.type.kind == TypeKind::String;
        if (string && o.from.type.length.value_or(0) * 4 <= 255 && o.to.type.length.value_or(0) * 4 > 255)
            find(Severity::Warning, "LK415", object, QStringLiteral("The length of %1 crosses 255 bytes: the server copies the table, and nobody can write to it meanwhile.").arg(object), {}, o.to.uid);
        else if (copiesOnMysql(o.from, o.to, m_options.mariaDb))
            find(Severity::Warning, "LK413", object, QStringLiteral("The server copies %1; nobody can write to it meanwhile.").arg(table), {}, o.to.uid);
    }
}

void LintStep::lockedAdd(const AddColumn &o)
{
    const schema::Column &column = o.column;
    const QString object = path(o.table, column.name);
    const bool stored = column.computed && column.computed->stored;
    const bool counted = column.identity.has_value();
    const bool computed = column.defaultValue && column.defaultValue->kind == schema::Default::Kind::Expression && isVolatile(column.defaultValue->text);
    if (isOn("postgresql") && (stored || counted || computed))
        find(Severity::Warning, "LK408", object, QStringLiteral("Every row of %1 is written again while nobody can use it.").arg(o.table.toString()),
             QStringLiteral("The column without it first, then the values in parts."), column.uid);
    if (isOn("mysql") && (stored || computed))
        find(Severity::Warning, "LK413", object, QStringLiteral("The server copies %1; nobody can write to it meanwhile.").arg(o.table.toString()), {}, column.uid);
    if (!o.backfill.isEmpty() && isOn("postgresql"))
        find(Severity::Warning, "TX503", object, QStringLiteral("All rows of %1 get their value in the transaction that holds it locked.").arg(o.table.toString()),
             QStringLiteral("The values in a revision of their own."), column.uid);
}

} // namespace joinery::migration
