// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/losses.h"

namespace joinery::interop {

namespace {

using schema::Deferral;

QStringList ofColumn(const schema::Column &column, const Carries &carries)
{
    QStringList lost;
    if (column.computed)
        lost << QStringLiteral("how the column is generated");
    if (column.identity && (column.identity->kind == schema::Identity::Kind::Always || column.identity->kind == schema::Identity::Kind::Serial
                            || column.identity->start || column.identity->increment || column.identity->minimum || column.identity->maximum
                            || column.identity->cache || column.identity->cycle))
        lost << QStringLiteral("the kind and the options of the counter");
    if (!column.collation.isEmpty() || !column.charset.isEmpty())
        lost << QStringLiteral("the collation");
    if (!column.onUpdate.isEmpty())
        lost << QStringLiteral("ON UPDATE");
    if (!column.options.isEmpty())
        lost << QStringLiteral("the options of the column");
    if (!carries.comments && column.comment.contains(u'"'))
        lost << QStringLiteral("the double quotes of the comment");
    return lost;
}

QStringList ofTable(const schema::Table &table, const Carries &carries)
{
    QStringList lost;
    if (!table.options.isEmpty())
        lost << QStringLiteral("the options of the table (%1)").arg(table.options.keys().join(QLatin1String(", ")));
    if (!table.exclusions.empty())
        lost << QStringLiteral("exclusion constraints");
    if (!carries.checks && !table.checks.empty())
        lost << QStringLiteral("checks");
    if (!carries.indexes && !table.indexes.empty())
        lost << QStringLiteral("indexes");
    if (!carries.comments && !table.comment.isEmpty())
        lost << QStringLiteral("the comment");
    bool when = table.primaryKey && table.primaryKey->deferral != Deferral::NotDeferrable, match = false, more = table.primaryKey && (!table.primaryKey->include.isEmpty() || !table.primaryKey->options.isEmpty());
    for (const schema::Unique &unique : table.uniques) {
        when = when || unique.deferral != Deferral::NotDeferrable;
        more = more || !unique.include.isEmpty() || unique.nullsNotDistinct || !unique.options.isEmpty();
    }
    for (const schema::ForeignKey &key : table.foreignKeys) {
        when = when || key.deferral != Deferral::NotDeferrable;
        match = match || !key.match.isEmpty() || !key.validated || !key.options.isEmpty() || !key.comment.isEmpty();
    }
    for (const schema::Check &check : table.checks)
        more = more || (carries.checks && (!check.comment.isEmpty() || !check.validated || check.noInherit || !check.enforced || !check.options.isEmpty()));
    if (when)
        lost << QStringLiteral("when constraints are checked");
    if (match)
        lost << QStringLiteral("MATCH, NOT VALID, options and comments of foreign keys");
    if (more)
        lost << QStringLiteral("INCLUDE, NULLS NOT DISTINCT, options and comments of keys and checks");
    return lost;
}

bool isPlain(const schema::Index &index)
{
    for (const schema::IndexItem &item : index.items) {
        if (item.descending || item.nulls != schema::NullsOrder::Default || !item.collation.isEmpty() || !item.operatorClass.isEmpty() || item.length)
            return false;
    }
    return index.where.isEmpty() && index.include.isEmpty() && index.options.isEmpty() && !index.nullsNotDistinct;
}

} // namespace

void findLosses(const schema::Catalog &catalog, const char *code, const QString &notation, const Carries &carries, std::vector<Finding> &findings)
{
    const auto lose = [&](const QString &object, const QStringList &what) {
        if (!what.isEmpty())
            findings.push_back({Severity::Info, QLatin1String(code), Uid(), object,
                                QStringLiteral("%1 does not carry %2.").arg(notation, what.join(QLatin1String(", "))), QString()});
    };
    for (const schema::Table &table : catalog.tables) {
        lose(table.name.toString(), ofTable(table, carries));
        for (const schema::Column &column : table.columns)
            lose(table.name.toString() + u'.' + column.name, ofColumn(column, carries));
        for (const schema::Index &index : table.indexes) {
            if (carries.indexes && !isPlain(index))
                lose(table.name.toString() + u'.' + index.name, {QStringLiteral("directions, conditions, operator classes and options of an index")});
        }
    }
    for (const schema::EnumType &type : catalog.enums)
        lose(type.name.toString(), type.comment.isEmpty() ? QStringList() : QStringList{QStringLiteral("the comment of an enumeration")});
    for (const schema::Sequence &sequence : catalog.sequences)
        lose(sequence.name.toString(), {QStringLiteral("sequences")});
    for (const schema::View &view : catalog.views)
        lose(view.name.toString(), {QStringLiteral("views")});
    for (const schema::Definition &definition : catalog.definitions)
        lose(definition.name.toString(), {QStringLiteral("functions, triggers, domains and the like")});
}

} // namespace joinery::interop
