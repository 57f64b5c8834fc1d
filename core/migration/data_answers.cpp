// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/data_answers.h"

#include "core/operation/apply.h"
#include "core/operation/lookup.h"

namespace joinery::migration {

using namespace operation;

namespace {

QString nameOf(const Constraint &constraint)
{
    const QString name = operation::nameOf(constraint);
    return name.isEmpty() ? kindOf(constraint) : name;
}

class Answering
{
public:
    Answering(const std::vector<DataAnswer> &answers, const schema::Catalog &before, const dialect::Dialect &dialect)
        : m_answers(answers), m_used(answers.size()), m_state(before), m_dialect(dialect) {}

    Result<Operations> run(const Operations &operations)
    {
        Operations answered;
        for (const Operation &each : operations) {
            Operation changed = each;
            if (auto *o = std::get_if<AddColumn>(&changed)) {
                if (const DataAnswer *answer = find(DataAnswer::Kind::Fill, o->table, o->column.name))
                    o->backfill = answer->value;
            } else if (auto *o = std::get_if<AlterColumn>(&changed)) {
                if (const DataAnswer *answer = find(DataAnswer::Kind::Fill, o->table, o->to.name))
                    o->nullFill = answer->value;
            } else if (auto *o = std::get_if<RebuildEnum>(&changed)) {
                map(*o);
            } else if (const auto *o = std::get_if<CreateIndex>(&changed); o && o->index.unique) {
                QStringList columns;
                for (const schema::IndexItem &item : o->index.items)
                    columns.append(item.column);
                JOINERY_TRY(makeUnique(answered, o->table, o->index.name, columns));
            } else if (const auto *o = std::get_if<AddConstraint>(&changed)) {
                if (const auto *unique = std::get_if<schema::Unique>(&o->constraint)) {
                    JOINERY_TRY(makeUnique(answered, o->table, nameOf(o->constraint), unique->columns));
                } else if (const auto *key = std::get_if<schema::ForeignKey>(&o->constraint)) {
                    JOINERY_TRY(removeOrphans(answered, o->table, nameOf(o->constraint), *key));
                }
            }
            JOINERY_TRY(operation::apply(m_state, changed));
            answered.push_back(std::move(changed));
        }
        for (size_t i = 0; i < m_answers.size(); ++i) {
            if (!m_used[i])
                return fail(ErrorKind::InvalidInput, QStringLiteral("Nothing asks about %1.%2.").arg(m_answers[i].table.toString(), m_answers[i].name));
        }
        return answered;
    }

private:
    const DataAnswer *find(DataAnswer::Kind kind, const schema::Name &table, const QString &name)
    {
        for (size_t i = 0; i < m_answers.size(); ++i) {
            const DataAnswer &each = m_answers[i];
            const bool here = each.table == table || (each.table.schema.isEmpty() && each.table.name == table.name);
            if (each.kind == kind && here && each.name == name) {
                m_used[i] = true;
                return &each;
            }
        }
        return nullptr;
    }

    void map(RebuildEnum &o)
    {
        for (size_t i = 0; i < m_answers.size(); ++i) {
            const DataAnswer &each = m_answers[i];
            if (each.kind == DataAnswer::Kind::Map && each.table.name == o.from.name.name && o.from.values.contains(each.old)) {
                o.mapping.insert(each.old, each.value);
                m_used[i] = true;
            }
        }
    }

    QString id(const QString &name) const { return m_dialect.quoteIfNeeded(name); }
    QString id(const schema::Name &name) const { return name.schema.isEmpty() ? id(name.name) : m_dialect.quote(name); }

    Status makeUnique(Operations &before, const schema::Name &table, const QString &name, const QStringList &columns)
    {
        const DataAnswer *answer = find(DataAnswer::Kind::Keep, table, name);
        if (!answer)
            return {};
        const schema::Table *owner = m_state.table(table);
        if (!owner || !owner->primaryKey)
            return fail(ErrorKind::Unsupported, QStringLiteral("Table %1 has no primary key: which of its rows is the first cannot be told.").arg(table.toString()));
        if (answer->value != QLatin1String("first") && answer->value != QLatin1String("last"))
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is neither first nor last.").arg(answer->value));
        QStringList same, kept, here;
        for (const QString &column : columns)
            same << QStringLiteral("joinery_kept.%1 = %2.%1").arg(id(column), id(table));
        for (const QString &column : owner->primaryKey->columns) {
            kept << QLatin1String("joinery_kept.") + id(column);
            here << id(table) + u'.' + id(column);
        }
        const auto row = [](const QStringList &list) { return list.size() == 1 ? list.front() : QString(u'(' + list.join(QLatin1String(", ")) + u')'); };
        const QString earlier = row(kept) + QLatin1String(answer->value == QLatin1String("first") ? " < " : " > ") + row(here);
        own(before, table, QStringLiteral("DELETE FROM %1 WHERE EXISTS (SELECT 1 FROM (SELECT * FROM %1) AS joinery_kept WHERE %2 AND %3)")
                               .arg(id(table), same.join(QLatin1String(" AND ")), earlier),
            QStringLiteral("of rows of %1 that are equal in %2 the %3 stays").arg(table.toString(), columns.join(QStringLiteral(", ")), answer->value));
        return {};
    }

    Status removeOrphans(Operations &before, const schema::Name &table, const QString &name, const schema::ForeignKey &key)
    {
        const DataAnswer *answer = find(DataAnswer::Kind::Orphans, table, name);
        if (!answer)
            return {};
        QStringList columns = key.referredColumns;
        const schema::Table *parent = m_state.table(key.referredTable);
        if (columns.isEmpty() && parent && parent->primaryKey)
            columns = parent->primaryKey->columns;
        QStringList present, same, nulls;
        for (qsizetype i = 0; i < key.columns.size() && i < columns.size(); ++i) {
            present << QStringLiteral("%1.%2 IS NOT NULL").arg(id(table), id(key.columns[i]));
            same << QStringLiteral("joinery_parent.%1 = %2.%3").arg(id(columns[i]), id(table), id(key.columns[i]));
            nulls << id(key.columns[i]) + QLatin1String(" = NULL");
        }
        const QString where = QStringLiteral("WHERE %1 AND NOT EXISTS (SELECT 1 FROM (SELECT * FROM %2) AS joinery_parent WHERE %3)")
                                  .arg(present.join(QLatin1String(" AND ")), id(key.referredTable), same.join(QLatin1String(" AND ")));
        if (answer->value == QLatin1String("delete"))
            own(before, table, QStringLiteral("DELETE FROM %1 %2").arg(id(table), where), QStringLiteral("rows of %1 that refer to none are deleted").arg(table.toString()));
        else if (answer->value == QLatin1String("null"))
            own(before, table, QStringLiteral("UPDATE %1 SET %2 %3").arg(id(table), nulls.join(QLatin1String(", ")), where),
                QStringLiteral("rows of %1 that refer to none refer to nothing").arg(table.toString()));
        else
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is neither delete nor null.").arg(answer->value));
        return {};
    }

    /// On the way back there is nothing to do: what the answer took does not come back.
    static void own(Operations &before, const schema::Name &table, const QString &sql, const QString &description)
    {
        before.push_back(ExecuteSql{.up = sql, .down = QString(), .dialects = {}, .outsideTransaction = false, .touches = {table}, .description = description});
    }

    const std::vector<DataAnswer> &m_answers;
    std::vector<char> m_used;
    schema::Catalog m_state;
    const dialect::Dialect &m_dialect;
};

} // namespace

Result<DataAnswer> DataAnswer::parse(Kind kind, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    QStringList path = text.left(equals < 0 ? 0 : equals).trimmed().split(u'.');
    DataAnswer answer{kind, {}, {}, {}, text.mid(equals + 1).trimmed()};
    if (path.size() < 2 || path.size() > 3 || path.contains(QString()) || answer.value.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no answer; write TABLE.NAME=VALUE.").arg(text));
    answer.name = path.takeLast();
    const QString table = path.takeLast();
    answer.table = schema::Name(path.join(u'.'), table);
    if (kind == Kind::Map)
        answer.old = answer.name;
    return answer;
}

Result<Operations> withAnswers(const Operations &operations, const std::vector<DataAnswer> &answers, const schema::Catalog &before,
                               const dialect::Dialect &dialect)
{
    return Answering(answers, before, dialect).run(operations);
}

} // namespace joinery::migration
