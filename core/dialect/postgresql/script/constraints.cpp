// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"
#include "core/dialect/postgresql/script/script_reader.h"
#include "core/schema/index_columns.h"

namespace joinery::dialect::script {

using schema::Deferral;
using schema::ForeignKeyAction;
using schema::Name;
using schema::Table;

namespace {

ForeignKeyAction actionOf(const QString &letter)
{
    switch (letter.isEmpty() ? 'a' : letter.at(0).toLatin1()) {
    case 'r': return ForeignKeyAction::Restrict;
    case 'c': return ForeignKeyAction::Cascade;
    case 'n': return ForeignKeyAction::SetNull;
    case 'd': return ForeignKeyAction::SetDefault;
    default: return ForeignKeyAction::NoAction;
    }
}

/// The columns that an expression names, in the order of their places.
void collectColumns(const QJsonValue &value, QStringList &columns);

void collectColumns(const QJsonObject &object, QStringList &columns)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("ColumnRef")) {
            const QStringList fields = Node(it.key(), it.value().toObject()).names("fields");
            if (!fields.isEmpty() && !columns.contains(fields.last()))
                columns.append(fields.last());
        } else {
            collectColumns(it.value(), columns);
        }
    }
}

void collectColumns(const QJsonValue &value, QStringList &columns)
{
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array)
        collectColumns(each, columns);
    collectColumns(value.toObject(), columns);
}

} // namespace

std::pair<size_t, size_t> ScriptReader::constraintText(const Node &constraint, const char *keyword, size_t end) const
{
    const size_t start = m_text.tokenAt(constraint.location());
    return {m_text.findWord({keyword}, start, end), end};
}

Deferral ScriptReader::deferralOf(const Node &constraint)
{
    return constraint.flag("initdeferred") ? Deferral::InitiallyDeferred
        : constraint.flag("deferrable") ? Deferral::InitiallyImmediate : Deferral::NotDeferrable;
}

void ScriptReader::addConstraint(Table &table, const Node &constraint, const QString &column, Deferral deferral, size_t end)
{
    const QString kind = constraint.text("contype");
    if (kind == QLatin1String("CONSTR_PRIMARY") || kind == QLatin1String("CONSTR_UNIQUE")) {
        if (takeIndex(table, constraint, deferral))
            return;
        addKey(table, constraint, column.isEmpty() ? constraint.names("keys") : QStringList{column}, deferral);
    } else if (kind == QLatin1String("CONSTR_FOREIGN")) {
        addForeignKey(table, constraint, column, deferral);
    } else if (kind == QLatin1String("CONSTR_CHECK")) {
        addCheck(table, constraint, column, end);
    } else if (kind == QLatin1String("CONSTR_EXCLUSION")) {
        addExclusion(table, constraint, end);
    } else {
        notKept(table.name.toString(), QStringLiteral("the constraint %1").arg(kind));
    }
}

void ScriptReader::addKey(Table &table, const Node &constraint, const QStringList &columns, Deferral deferral)
{
    Options options;
    takeOptions(options, constraint.list("options"));
    if (constraint.has("indexspace"))
        options.insert(QStringLiteral("tablespace"), constraint.text("indexspace"));
    QString name = constraint.text("conname");
    const QStringList include = constraint.names("including");
    if (constraint.text("contype") == QLatin1String("CONSTR_PRIMARY")) {
        if (name.isEmpty())
            name = freeRelationName(table.name, QString(), QStringLiteral("pkey"));
        table.primaryKey = schema::PrimaryKey{.name = name, .columns = columns, .include = include, .deferral = deferral, .options = options};
        for (const QString &each : columns) {
            if (schema::Column *column = table.column(each))
                column->nullable = false;
        }
        return;
    }
    if (name.isEmpty())
        name = freeRelationName(table.name, joinedColumns(columns + include), QStringLiteral("key"));
    table.uniques.push_back({.name = name, .columns = columns, .include = include, .nullsNotDistinct = constraint.flag("nulls_not_distinct"),
                             .deferral = deferral, .options = options});
}

/// ADD CONSTRAINT ... USING INDEX: the index becomes the constraint's.
bool ScriptReader::takeIndex(Table &table, const Node &constraint, Deferral deferral)
{
    if (!constraint.has("indexname"))
        return false;
    const auto index = std::ranges::find(table.indexes, constraint.text("indexname"), &schema::Index::name);
    if (index == table.indexes.end()) {
        notKept(table.name.toString(), QStringLiteral("a constraint on an index that the script does not make"));
        return true;
    }
    const QStringList columns = schema::columnsOf(*index);
    const QString name = constraint.has("conname") ? constraint.text("conname") : index->name;
    if (constraint.text("contype") == QLatin1String("CONSTR_PRIMARY")) {
        table.primaryKey = schema::PrimaryKey{.name = name, .columns = columns, .include = index->include, .deferral = deferral, .options = index->options};
        for (const QString &each : columns) {
            if (schema::Column *column = table.column(each))
                column->nullable = false;
        }
    } else {
        table.uniques.push_back({.name = name, .columns = columns, .include = index->include, .nullsNotDistinct = index->nullsNotDistinct,
                                 .deferral = deferral, .options = index->options});
    }
    table.indexes.erase(index);
    return true;
}

void ScriptReader::addForeignKey(Table &table, const Node &constraint, const QString &column, Deferral deferral)
{
    schema::ForeignKey key;
    key.columns = column.isEmpty() ? constraint.names("fk_attrs") : QStringList{column};
    key.referredTable = found(constraint.plain("pktable"));
    key.referredColumns = constraint.names("pk_attrs");
    key.name = constraint.text("conname");
    if (key.name.isEmpty())
        key.name = freeConstraintName(table.name, joinedColumns(key.columns), QStringLiteral("fkey"));
    key.onDelete = actionOf(constraint.text("fk_del_action"));
    key.onUpdate = actionOf(constraint.text("fk_upd_action"));
    if (constraint.text("fk_matchtype") == QLatin1String("f"))
        key.match = QStringLiteral("FULL");
    if (const QStringList only = constraint.names("fk_del_set_cols"); !only.isEmpty())
        key.options.insert(QStringLiteral("on_delete_columns"), quotedAll(only));
    key.deferral = deferral;
    key.validated = !constraint.flag("skip_validation");
    table.foreignKeys.push_back(std::move(key));
}

void ScriptReader::addCheck(Table &table, const Node &constraint, const QString &column, size_t end)
{
    schema::Check check;
    check.expression = withoutParentheses(m_text.inside(m_text.findOpen(constraintText(constraint, "CHECK", end).first)));
    check.name = constraint.text("conname");
    if (check.name.isEmpty()) {
        QStringList columns{column};
        if (column.isEmpty()) {
            columns.clear();
            collectColumns(constraint.fields().value(QLatin1String("raw_expr")), columns);
        }
        check.name = freeConstraintName(table.name, columns.size() == 1 ? columns.first() : QString(), QStringLiteral("check"));
    }
    check.noInherit = constraint.flag("is_no_inherit");
    check.validated = !constraint.flag("skip_validation");
    // A check of the same name that comes from the parent is one with it.
    std::erase_if(table.checks, [&](const schema::Check &each) { return each.name == check.name; });
    table.checks.push_back(std::move(check));
}

void ScriptReader::addExclusion(Table &table, const Node &constraint, size_t end)
{
    const auto [first, last] = constraintText(constraint, "EXCLUDE", end);
    QString name = constraint.text("conname");
    if (name.isEmpty()) {
        QStringList columns;
        for (const Node &pair : constraint.list("exclusions")) {
            const std::vector<Node> parts = pair.list("items");
            columns.append(parts.empty() ? QStringLiteral("expr") : parts.front().has("name") ? parts.front().text("name") : figuredName(parts.front().child("expr")));
        }
        name = freeRelationName(table.name, joinedColumns(columns + constraint.names("including")), QStringLiteral("excl"));
    }
    table.exclusions.push_back({.name = name, .definition = m_text.text(first, last)});
}

} // namespace joinery::dialect::script
