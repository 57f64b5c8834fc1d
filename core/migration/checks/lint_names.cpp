// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/lint_step.h"

#include "core/operation/lookup.h"

#include <algorithm>

// NM: names.
namespace joinery::migration {

using namespace operation;

namespace {

QStringList constraintNames(const schema::Table &table, const QString &kind)
{
    QStringList names;
    const auto take = [&](const Constraint &each) {
        if (kindOf(each) == kind && !nameOf(each).isEmpty())
            names.append(nameOf(each));
    };
    if (table.primaryKey)
        take(*table.primaryKey);
    for (const schema::Unique &each : table.uniques)
        take(each);
    for (const schema::ForeignKey &each : table.foreignKeys)
        take(each);
    for (const schema::Check &each : table.checks)
        take(each);
    return names;
}

/// As the naming convention of SQLAlchemy's documentation begins.
QString prefixOf(const Constraint &constraint)
{
    return std::visit(Overloaded{
        [](const schema::PrimaryKey &) { return QStringLiteral("pk_"); },
        [](const schema::Unique &) { return QStringLiteral("uq_"); },
        [](const schema::ForeignKey &) { return QStringLiteral("fk_"); },
        [](const schema::Check &) { return QStringLiteral("ck_"); },
        [](const schema::Exclusion &) { return QStringLiteral("ex_"); },
    }, constraint);
}

} // namespace

void LintStep::name(const QString &name, const QString &what)
{
    const int limit = dialect().capabilities().maximumIdentifierLength;
    if (limit > 0 && name.toUtf8().size() > limit)
        find(Severity::Error, "NM701", name, QStringLiteral("The name of the %1 is longer than the %2 bytes that the server keeps.").arg(what).arg(limit));
    if (name.isEmpty() || dialect().quoteIfNeeded(name) == name)
        return;
    if (name.toLower() == name && dialect().keywords().contains(name))
        find(Severity::Info, "NM702", name, QStringLiteral("The name of the %1 is a word of SQL: it has to be quoted everywhere.").arg(what));
    else
        find(Severity::Info, "NM705", name, QStringLiteral("The name of the %1 has to be quoted everywhere: it is more than small letters, digits and underscores.").arg(what));
}

void LintStep::tableName(const schema::Name &table)
{
    name(table.name, QStringLiteral("table"));
    for (const schema::Table &each : m_before.tables) {
        const bool alike = each.name.schema == table.schema && each.name.name != table.name && each.name.name.compare(table.name, Qt::CaseInsensitive) == 0;
        if (alike)
            find(Severity::Warning, "NM706", table.toString(), QStringLiteral("%1 and %2 differ in capitals alone: on servers that do not look at them they are one.").arg(table.toString(), each.name.toString()));
    }
}

void LintStep::convention(const char *code, const schema::Name &table, const QString &name, const QString &prefix, const QStringList &others, const QString &what)
{
    constexpr qsizetype kEnough = 4; // names that tell of a habit
    const auto follows = [&](const QString &each) { return each.startsWith(prefix); };
    const bool habit = others.size() >= kEnough && std::ranges::count_if(others, follows) * 5 >= others.size() * 4;
    if (!name.isEmpty() && habit && !follows(name))
        find(Severity::Info, code, table.toString() + u'.' + name, QStringLiteral("The name of the %1 does not begin with %2, as the others do.").arg(what, prefix));
}

void LintStep::indexName(const schema::Name &table, const schema::Index &index)
{
    name(index.name, QStringLiteral("index"));
    QStringList others;
    for (const schema::Table &each : m_before.tables) {
        for (const schema::Index &other : each.indexes)
            others.append(other.name);
    }
    if (!index.unique)
        convention("NM703", table, index.name, QStringLiteral("ix_"), others, QStringLiteral("index"));
}

void LintStep::constraintName(const schema::Name &table, const Constraint &constraint)
{
    const QString kind = kindOf(constraint), called = nameOf(constraint);
    name(called, kind);
    QStringList others;
    for (const schema::Table &each : m_before.tables)
        others += constraintNames(each, kind);
    convention("NM704", table, called, prefixOf(constraint), others, kind);
}

} // namespace joinery::migration
