// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/query/query.h"

#include "core/session/query/eager_load.h"
#include "core/session/query/query_sql.h"

#include <limits>
#include <unordered_set>

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

Query &Query::filterBy(const QMap<QString, Value> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        filter(column(value.key()) == value.value());
    return *this;
}

Query &Query::filter(Expression condition)
{
    m_conditions.push_back(std::move(condition));
    return *this;
}

Query &Query::orderBy(const QString &path, bool descending)
{
    m_order.push_back({path, descending});
    return *this;
}

Query &Query::limit(qint64 rows)
{
    m_limit = rows;
    return *this;
}

Query &Query::offset(qint64 rows)
{
    m_offset = rows;
    return *this;
}

Query &Query::distinct()
{
    m_distinct = true;
    return *this;
}

Query &Query::join(const QString &relationship)
{
    m_joins.append(relationship);
    return *this;
}

Query &Query::load(const QString &path)
{
    m_loads.append(path);
    return *this;
}

// Columns of the entity where no paths are given; `extra` is SQL behind them, whose paths were resolved by the caller.
Result<Query::Statement> Query::statement(const QStringList &paths, const QStringList &extra, Ending ending, const QString &grouping,
                                          std::optional<qint64> limit)
{
    QuerySql sql(m_session.dialect(), m_entity);
    for (const QString &path : m_joins)
        JOINERY_TRY(sql.join(path));
    QStringList columns;
    for (const QString &path : paths) {
        JOINERY_TRY_VALUE(QString column, sql.column(path));
        columns.append(std::move(column));
    }
    for (QString text : extra) { // "SUM(%user.id%)"
        const QStringList pieces = text.split(u'%');
        if (pieces.size() == 3) {
            JOINERY_TRY_VALUE(const QString column, sql.column(pieces.at(1)));
            text = pieces.at(0) % column % pieces.at(2);
        }
        columns.append(text);
    }
    QString text = (m_distinct ? u"SELECT DISTINCT " : u"SELECT ") % (columns.isEmpty() ? sql.columns() : columns.join(QStringLiteral(", ")));
    QString where;
    for (const Expression &condition : m_conditions) {
        JOINERY_TRY_VALUE(const QString part, sql.condition(condition));
        where += (where.isEmpty() ? u" WHERE " : u" AND ") % part;
    }
    QString order;
    if (ending == Ending::Whole) {
        for (const Order &by : m_order) {
            JOINERY_TRY_VALUE(const QString column, sql.column(by.path));
            order += (order.isEmpty() ? u" ORDER BY " : u", ") % column % (by.descending ? u" DESC" : u"");
        }
    }
    if (!grouping.isEmpty()) { // the groups are the first columns
        const QString groups = columns.mid(0, paths.size()).join(QStringLiteral(", "));
        order = u" GROUP BY " % groups % u" ORDER BY " % groups;
    }
    text += sql.table() % sql.joins() % where % order;
    Statement statement;
    const std::optional<qint64> most = limit ? limit : m_limit;
    if (ending != Ending::WithoutWindow && (most || m_offset > 0)) {
        if (m_session.dialect().capabilities().standardOnly) { // there is no LIMIT to rely on
            statement.skip = m_offset;
            statement.most = most.value_or(-1);
        } else {
            text += u" LIMIT " % sql.place(Value::integer(most.value_or(std::numeric_limits<qint64>::max())));
            if (m_offset > 0)
                text += u" OFFSET " % sql.place(Value::integer(m_offset));
        }
    }
    statement.sql = std::move(text);
    statement.parameters = sql.takeParameters();
    return statement;
}

Result<RowBlock> Query::run(const Statement &statement)
{
    JOINERY_TRY(m_session.flushBeforeQuery());
    JOINERY_TRY_VALUE(driver::Connection *connection, m_session.connection(false));
    if (statement.skip == 0 && statement.most < 0)
        return connection->fetch(statement.sql, statement.parameters, m_session.token());
    JOINERY_TRY_VALUE(const auto cursor, connection->execute(statement.sql, statement.parameters, m_session.token()));
    RowBlock rows(int(cursor->columns().size())), block;
    qint64 at = 0;
    while (statement.most < 0 || rows.rowCount() < statement.most) {
        JOINERY_TRY(cursor->read(block, 1000));
        if (block.isEmpty())
            break;
        for (int row = 0; row < block.rowCount() && (statement.most < 0 || rows.rowCount() < statement.most); ++row) {
            if (at++ >= statement.skip)
                rows.appendRow(block, row);
        }
    }
    return rows;
}

Result<std::vector<RecordPtr>> Query::all()
{
    JOINERY_TRY_VALUE(const Statement asked, statement({}, {}, Ending::Whole));
    JOINERY_TRY_VALUE(const RowBlock rows, run(asked));
    std::vector<RecordPtr> records;
    std::unordered_set<Record *> seen;
    for (int row = 0; row < rows.rowCount(); ++row) {
        RecordPtr record = m_session.take(m_entity, rows, row);
        if (m_joins.isEmpty() || seen.insert(record.get()).second)
            records.push_back(std::move(record));
    }
    for (const QString &path : m_loads)
        JOINERY_TRY(loadRelated(m_session, m_entity, records, path));
    return records;
}

Result<RecordPtr> Query::first()
{
    Query query = *this;
    query.m_limit = m_limit ? std::min<qint64>(*m_limit, 1) : 1;
    JOINERY_TRY_VALUE(auto records, query.all());
    return records.empty() ? RecordPtr() : std::move(records.front());
}

Result<RecordPtr> Query::one()
{
    Query query = *this;
    query.m_limit = m_limit ? std::min<qint64>(*m_limit, 2) : 2;
    JOINERY_TRY_VALUE(auto records, query.all());
    if (records.empty())
        return fail(ErrorKind::Undefined, QStringLiteral("No %1 is like that, and there should be one.").arg(m_entity.name()));
    if (records.size() > 1)
        return fail(ErrorKind::Duplicate, QStringLiteral("More than one %1 is like that, and there should be one.").arg(m_entity.name()));
    return std::move(records.front());
}

Result<qint64> Query::count()
{
    const bool plain = !m_distinct && !m_limit && m_offset == 0;
    if (!plain && m_session.dialect().capabilities().standardOnly) {
        JOINERY_TRY_VALUE(const Statement asked, statement({}, {}, Ending::WithoutOrder));
        JOINERY_TRY_VALUE(const RowBlock rows, run(asked));
        return rows.rowCount();
    }
    JOINERY_TRY_VALUE(Statement asked, plain ? statement({}, {QStringLiteral("COUNT(*)")}, Ending::WithoutOrder) : statement({}, {}, Ending::WithoutOrder));
    if (!plain)
        asked.sql = u"SELECT COUNT(*) FROM (" % asked.sql % u") counted";
    JOINERY_TRY_VALUE(const RowBlock rows, run(asked));
    return rows.value(0, 0).toText().toLongLong();
}

Result<bool> Query::exists()
{
    JOINERY_TRY_VALUE(const Statement asked, statement({}, {QStringLiteral("1")}, Ending::WithoutOrder, {}, m_limit ? std::min<qint64>(*m_limit, 1) : 1));
    JOINERY_TRY_VALUE(const RowBlock rows, run(asked));
    return rows.rowCount() > 0;
}

Result<RowBlock> Query::values(const QStringList &paths)
{
    JOINERY_TRY_VALUE(const Statement asked, statement(paths, {}, Ending::Whole));
    return run(asked);
}

Result<RowBlock> Query::groupBy(const QStringList &paths, const std::vector<Aggregate> &aggregates)
{
    QStringList texts;
    for (const Aggregate &aggregate : aggregates) {
        static const QString kNames[] = {QStringLiteral("COUNT"), QStringLiteral("SUM"), QStringLiteral("MIN"), QStringLiteral("MAX"), QStringLiteral("AVG")};
        const QString of = aggregate.path.isEmpty() ? QStringLiteral("*") : QString(u'%' % aggregate.path % u'%');
        texts.append(kNames[size_t(aggregate.kind)] % (aggregate.distinct ? u"(DISTINCT " : u"(") % of % u')');
    }
    JOINERY_TRY_VALUE(const Statement asked, statement(paths, texts, Ending::WithoutWindow, paths.isEmpty() ? QString() : QStringLiteral("groups")));
    return run(asked);
}

} // namespace joinery::session
