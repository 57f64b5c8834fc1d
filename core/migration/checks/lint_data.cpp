// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/lint_step.h"

#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "core/operation/lookup.h"

#include <algorithm>

// DL: what is lost. DD: what the data can say no to. BC: what running clients notice.
namespace joinery::migration {

using namespace operation;

namespace {

QString path(const schema::Name &table, const QString &column) { return table.toString() + u'.' + column; }

bool isKeyed(const schema::Table &table, const QString &column)
{
    return table.isInPrimaryKey(column) || std::ranges::any_of(table.uniques, [&](const schema::Unique &each) { return each.columns.contains(column); })
        || std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
               return index.unique && std::ranges::any_of(index.items, [&](const schema::IndexItem &item) { return item.column == column; });
           });
}

} // namespace

void LintStep::data(const Operation &operation)
{
    if (const auto *o = std::get_if<DropTable>(&operation); o && !isFresh(o->table.name)) {
        const QString object = o->table.name.toString();
        find(Severity::Error, "DL101", object, QStringLiteral("Table %1 goes with all of its rows.").arg(object), QStringLiteral("Rename it first, and drop it when nobody has missed it."), o->table.uid);
        if (isOn("sqlite")) {
            for (const schema::Table &child : m_before.tables) {
                for (const schema::ForeignKey &key : child.foreignKeys) {
                    if (key.referredTable == o->table.name && child.name != o->table.name && key.onDelete == schema::ForeignKeyAction::Cascade)
                        find(Severity::Error, "DL105", object, QStringLiteral("Dropping %1 deletes the rows of %2 that refer to it (ON DELETE CASCADE).").arg(object, child.name.toString()),
                             QStringLiteral("Drop the foreign key before the table."));
                }
            }
        }
    } else if (const auto *o = std::get_if<DropColumn>(&operation); o && !isFresh(o->table) && !o->column.computed) {
        const QString object = path(o->table, o->column.name);
        find(Severity::Error, "DL102", object, QStringLiteral("Column %1 goes with all of its values.").arg(object), QStringLiteral("Stop using it in one release, and drop it in the next."), o->column.uid);
    } else if (const auto *o = std::get_if<AlterColumn>(&operation); o && !isFresh(o->table)) {
        alteredColumn(*o);
    } else if (const auto *o = std::get_if<AddColumn>(&operation); o && !isFresh(o->table)) {
        addedColumn(*o);
    } else if (const auto *o = std::get_if<AddConstraint>(&operation); o && !isFresh(o->table)) {
        addedConstraint(*o);
    } else if (const auto *o = std::get_if<CreateIndex>(&operation); o && !isFresh(o->table) && o->index.unique && hasRows(o->table)) {
        find(Severity::Warning, "DD204", path(o->table, o->index.name), QStringLiteral("The unique index %1 fails where %2 has equal rows.").arg(o->index.name, o->table.toString()),
             QStringLiteral("joinery-cli preflight counts them."), o->index.uid);
    } else if (const auto *o = std::get_if<RebuildEnum>(&operation)) {
        for (const QString &value : o->from.values) {
            if (!o->to.values.contains(value) && !o->mapping.contains(value))
                find(Severity::Error, "DL104", o->from.name.toString(), QStringLiteral("The value %1 of %2 is removed, and rows that hold it have no other.").arg(value, o->from.name.toString()),
                     QStringLiteral("Say which value takes its place."), o->from.uid);
        }
    }
}

void LintStep::addedColumn(const AddColumn &o)
{
    const schema::Column &column = o.column;
    if (column.nullable || column.defaultValue || column.identity || column.computed || !o.backfill.isEmpty() || !hasRows(o.table))
        return;
    const QString object = path(o.table, column.name);
    if (isOn("mysql"))
        find(Severity::Warning, "DD202", object, QStringLiteral("%1 is NOT NULL without a default: the server writes 0, an empty text or the first value into the rows that are there.").arg(object),
             QStringLiteral("Give it a default, or a value for those rows."), column.uid);
    else
        find(Severity::Error, "DD201", object, QStringLiteral("%1 is NOT NULL and has no default: rows that are there have no value for it.").arg(object),
             QStringLiteral("Give it a default, or a value for those rows."), column.uid);
}

void LintStep::alteredColumn(const AlterColumn &o)
{
    const QString object = path(o.table, o.to.name);
    if (o.from.computed || o.to.computed)
        return;
    if (o.conversion.isEmpty() && !dialect().converts(o.from.type, o.to.type))
        find(Severity::Error, "DD207", object, QStringLiteral("%1 does not turn %2 into %3: %4 needs an expression for its new value.").arg(dialect().displayName(), typeOf(o.from.type), typeOf(o.to.type), object),
             dialect().conversionIdeas(o.from.type, o.to.type, dialect().quoteIfNeeded(o.to.name)).join(QStringLiteral("; ")), o.to.uid);
    else if (losesData(Operation(o)) && !isOn("sqlite"))
        find(Severity::Error, "DL103", object, QStringLiteral("%1 becomes narrower (%2 to %3): values that do not fit are refused or cut.").arg(object, typeOf(o.from.type), typeOf(o.to.type)),
             QStringLiteral("joinery-cli preflight counts the values that do not fit."), o.to.uid);
    if (o.from.nullable && !o.to.nullable && o.nullFill.isEmpty() && hasRows(o.table))
        find(Severity::Warning, "DD203", object, QStringLiteral("%1 becomes NOT NULL: rows without a value make it fail.").arg(object), QStringLiteral("Say which value takes the place of NULL."), o.to.uid);
    const schema::Table *owner = m_before.table(o.table);
    if (o.from.collation != o.to.collation && owner && isKeyed(*owner, o.from.name))
        find(Severity::Warning, "DD208", object, QStringLiteral("With another collation values of %1 may become equal that were not, and its key fails.").arg(object), {}, o.to.uid);
}

void LintStep::addedConstraint(const AddConstraint &o)
{
    if (!hasRows(o.table))
        return;
    const QString object = path(o.table, nameOf(o.constraint).isEmpty() ? kindOf(o.constraint) : nameOf(o.constraint));
    const QString counts = QStringLiteral("joinery-cli preflight counts them.");
    std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) { find(Severity::Warning, "DD204", object, QStringLiteral("The primary key fails where %1 has equal rows or NULLs in it.").arg(o.table.toString()), counts, key.uid); },
        [&](const schema::Unique &key) { find(Severity::Warning, "DD204", object, QStringLiteral("The unique key fails where %1 has equal rows.").arg(o.table.toString()), counts, key.uid); },
        [&](const schema::ForeignKey &key) {
            if (key.validated)
                find(Severity::Warning, "DD205", object, QStringLiteral("The foreign key fails where rows of %1 refer to none of %2.").arg(o.table.toString(), key.referredTable.toString()), counts, key.uid);
        },
        [&](const schema::Check &check) {
            if (check.validated)
                find(Severity::Warning, "DD206", object, QStringLiteral("The check fails where rows of %1 are against it.").arg(o.table.toString()), counts, check.uid);
        },
        [&](const schema::Exclusion &exclusion) { find(Severity::Warning, "DD204", object, QStringLiteral("The exclusion fails where rows of %1 exclude each other.").arg(o.table.toString()), {}, exclusion.uid); },
    }, o.constraint);
}

void LintStep::clients(const Operation &operation)
{
    const QString expand = QStringLiteral("Expand and contract: add the new one, write both, drop the old one in a later release.");
    if (const auto *o = std::get_if<RenameTable>(&operation); o && !isFresh(o->from)) {
        find(Severity::Warning, "BC301", o->from.toString(), QStringLiteral("Programs that run still ask for table %1.").arg(o->from.toString()),
             QStringLiteral("A view %1 over %2 until they are all new.").arg(o->from.toString(), o->to.toString()));
    } else if (const auto *o = std::get_if<RenameColumn>(&operation); o && !isFresh(o->table)) {
        find(Severity::Warning, "BC301", path(o->table, o->from), QStringLiteral("Programs that run still ask for column %1.").arg(path(o->table, o->from)), expand);
    } else if (const auto *o = std::get_if<AlterColumn>(&operation); o && !isFresh(o->table)) {
        const QString object = path(o->table, o->to.name);
        if (o->from.defaultValue && !o->to.defaultValue && !o->to.identity)
            find(Severity::Info, "BC302", object, QStringLiteral("Programs that rely on the default of %1 get none any more.").arg(object), {}, o->to.uid);
        else if (!o->from.nullable && o->to.nullable)
            find(Severity::Info, "BC302", object, QStringLiteral("Programs that rely on a value in %1 may now read NULL.").arg(object), {}, o->to.uid);
        if (o->from.type.kind != o->to.type.kind)
            find(Severity::Warning, "BC303", object, QStringLiteral("Programs that run read another type from %1.").arg(object), expand, o->to.uid);
    } else if (const auto *o = std::get_if<DropConstraint>(&operation); o && !isFresh(o->table)) {
        const bool relied = std::holds_alternative<schema::Unique>(o->constraint) || std::holds_alternative<schema::PrimaryKey>(o->constraint);
        if (relied)
            find(Severity::Warning, "BC304", path(o->table, nameOf(o->constraint)), QStringLiteral("An upsert (ON CONFLICT, ON DUPLICATE KEY) may rely on this key of %1.").arg(o->table.toString()));
    } else if (const auto *o = std::get_if<RenameEnumValue>(&operation)) {
        find(Severity::Warning, "BC305", o->type.toString(), QStringLiteral("Programs that run still write the value %1.").arg(o->from), expand);
    }
}

} // namespace joinery::migration
