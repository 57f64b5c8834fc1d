// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/pipeline.h"

#include "core/driver/postgresql/builtin_types.h"
#include "core/driver/postgresql/cell.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/postgresql_connection.h"
#include "core/driver/postgresql/server_error.h"

#include <algorithm>

namespace joinery::driver::postgresql {

namespace {

constexpr size_t kMostUnderWay = 2000;
constexpr quint32 kInt2 = 21, kInt4 = 23, kInt8 = 20;

// One preparation for small and large numbers: in statements on rows the server narrows them by itself.
std::vector<quint32> widened(const BoundParameters &parameters)
{
    std::vector<quint32> types(parameters.types(), parameters.types() + parameters.count());
    std::replace_if(types.begin(), types.end(), [](quint32 type) { return type == kInt2 || type == kInt4; }, kInt8);
    return types;
}

} // namespace

Pipeline::~Pipeline()
{
    if (m_entered && m_connection.isOpen()) {
        (void)drain();
        pq().PQexitPipelineMode(m_connection.session().handle());
    }
    m_connection.batchDone();
}

Status Pipeline::put(const QString &sql, std::span<const Value> parameters)
{
    const size_t number = m_outcomes.size() + size_t(std::count(m_underWay.begin(), m_underWay.end(), true));
    auto bound = BoundParameters::from(parameters);
    if (!bound) {
        m_failed = qint64(number);
        return fail(bound.error());
    }
    JOINERY_TRY(begin(sql));
    std::vector<quint32> types = widened(*bound);
    for (size_t i = 0; i < types.size(); ++i) {
        if (!bound->values()[i] && sql == m_sql && i < m_types.size())
            types[i] = m_types[i]; // NULL is of every type
    }
    if (!isPrepared(sql, types))
        JOINERY_TRY(prepare(sql, std::move(types)));
    if (pq().PQsendQueryPrepared(m_connection.session().handle(), "", bound->count(), bound->values(), bound->lengths(), bound->formats(), 0) == 0)
        return fail(m_connection.session().lost(sql));
    m_underWay.push_back(true);
    return m_underWay.size() < kMostUnderWay ? Status() : drain();
}

Status Pipeline::begin(const QString &sql)
{
    if (m_entered)
        return {};
    JOINERY_TRY(m_connection.admit(sql, m_token));
    if (pq().PQenterPipelineMode(m_connection.session().handle()) == 0)
        return fail(m_connection.session().lost(sql));
    m_entered = true;
    return {};
}

bool Pipeline::isPrepared(const QString &sql, const std::vector<quint32> &types) const
{
    if (sql != m_sql || types.size() != m_types.size())
        return false;
    // What was prepared without a type takes the text of every value that the column takes.
    return std::equal(types.begin(), types.end(), m_types.begin(), [](quint32 wanted, quint32 prepared) { return prepared == 0 || wanted == prepared; });
}

Status Pipeline::prepare(const QString &sql, std::vector<quint32> types)
{
    const QByteArray text = sql.toUtf8();
    if (pq().PQsendPrepare(m_connection.session().handle(), "", text.constData(), int(types.size()), types.data()) == 0)
        return fail(m_connection.session().lost(sql));
    m_sql = sql;
    m_types = std::move(types);
    m_underWay.push_back(false);
    return {};
}

Status Pipeline::finish()
{
    JOINERY_TRY(drain());
    if (std::exchange(m_entered, false))
        pq().PQexitPipelineMode(m_connection.session().handle());
    m_sql.clear();
    return {};
}

// Ends the pipeline with a sync and reads the answers to everything before it.
Status Pipeline::drain()
{
    if (m_underWay.empty() || m_lost)
        return {};
    Session &session = m_connection.session();
    const std::vector<bool> underWay = std::exchange(m_underWay, {});
    if (pq().PQpipelineSync(session.handle()) == 0) {
        m_lost = true;
        return fail(session.lost(m_sql));
    }
    std::optional<Error> error;
    for (const bool statement : underWay) {
        for (;;) { // its results, and the null pointer behind them
            auto result = session.next(m_token);
            if (!result) {
                m_lost = true;
                Error lost = result.error();
                lost.damage = Damage::Connection;
                return fail(std::move(lost));
            }
            if (!*result)
                break;
            const ExecStatusType status = pq().PQresultStatus(result->get());
            if (status == PGRES_FATAL_ERROR && !error) {
                error = errorOf(result->get(), m_sql);
                m_failed = qint64(m_outcomes.size());
            } else if (statement && !error) {
                take(result->get());
            }
        }
    }
    JOINERY_TRY(session.next(m_token)); // the sync itself, which has nothing behind it
    if (!error)
        return {};
    return fail(judged(*std::move(error)));
}

void Pipeline::take(const pg_result *result)
{
    StatementOutcome &outcome = m_outcomes.emplace_back();
    const QByteArray rows = pq().PQcmdTuples(const_cast<pg_result *>(result));
    outcome.affectedRows = rows.toLongLong();
    if (pq().PQntuples(result) == 0)
        return;
    RowBlock block(pq().PQnfields(result));
    for (int column = 0; column < block.columnCount(); ++column) {
        if (pq().PQgetisnull(result, 0, column))
            block.appendNull();
        else
            appendCell(block, tagOf(pq().PQftype(result, column)), pq().PQgetvalue(result, 0, column), pq().PQgetlength(result, 0, column));
    }
    for (int column = 0; column < block.columnCount(); ++column)
        outcome.row.push_back(block.value(0, column));
}

Error Pipeline::judged(Error error) const
{
    error.damage = m_connection.isOpen() ? Damage::Transaction : Damage::Connection;
    return error;
}

} // namespace joinery::driver::postgresql
