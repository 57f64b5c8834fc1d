// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/postgresql_cursor.h"

#include "core/driver/postgresql/builtin_types.h"
#include "core/driver/postgresql/cell.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/postgresql_connection.h"
#include "core/driver/postgresql/server_error.h"
#include "core/driver/statement_words.h"

namespace joinery::driver::postgresql {

namespace {

constexpr size_t kBlockBytes = 1 << 20;

bool mayReturnTableColumns(const QString &sql)
{
    const QString word = firstWord(sql);
    if (word == u"INSERT" || word == u"UPDATE" || word == u"DELETE" || word == u"MERGE")
        return sql.contains(QStringLiteral("returning"), Qt::CaseInsensitive);
    return word == u"SELECT" || word == u"WITH" || word == u"VALUES" || word == u"TABLE" || word == u"FETCH"
           || word == u"EXECUTE" || word == u"CALL";
}

} // namespace

PostgresqlCursor::PostgresqlCursor(PostgresqlConnection &connection, const QString &sql, const CancelToken &token)
    : m_connection(connection), m_sql(sql), m_utf8(sql.toUtf8()), m_token(token),
      m_wasIdle(connection.transactionState() == TransactionState::Idle)
{}

PostgresqlCursor::~PostgresqlCursor()
{
    if (m_done)
        return;
    m_result.reset();
    m_connection.session().finish(true);
    if (m_savepoint && m_connection.isOpen()) {
        (void)m_connection.session().ask("ROLLBACK TO SAVEPOINT joinery_reading");
        (void)m_connection.session().ask("RELEASE SAVEPOINT joinery_reading");
    }
    setDone();
}

Status PostgresqlCursor::start(const BoundParameters &parameters)
{
    Session &session = m_connection.session();
    const bool described = mayReturnTableColumns(m_sql);
    if (described) {
        JOINERY_TRY(prepare(parameters));
        if (!m_wasIdle && !m_columns.empty() && isReading(m_sql)) {
            JOINERY_TRY(session.ask("SAVEPOINT joinery_reading", m_token));
            m_savepoint = true;
            JOINERY_TRY(prepareAndDescribe(parameters));
        }
    }
    const int sent = described
        ? pq().PQsendQueryPrepared(session.handle(), "", parameters.count(), parameters.values(), parameters.lengths(),
                              parameters.formats(), 0)
        : pq().PQsendQueryParams(session.handle(), m_utf8.constData(), parameters.count(), parameters.types(), parameters.values(),
                            parameters.lengths(), parameters.formats(), 0);
    if (sent == 0)
        return lost(session.lost(m_sql));
    pq().PQsetSingleRowMode(session.handle());
    return advance();
}

// The description comes before the execution, because asking for names needs a free connection.
Status PostgresqlCursor::prepare(const BoundParameters &parameters)
{
    JOINERY_TRY_VALUE(const ResultPtr description, prepareAndDescribe(parameters));
    JOINERY_TRY_VALUE(const bool asked, m_connection.types().prefetch(description.get(), m_connection.session(), m_token));
    setColumns(description.get());
    if (asked)
        JOINERY_TRY(prepareAndDescribe(parameters));
    return {};
}

Result<ResultPtr> PostgresqlCursor::prepareAndDescribe(const BoundParameters &parameters)
{
    Session &session = m_connection.session();
    ResultPtr description;
    for (const bool describing : {false, true}) {
        const int sent = describing ? pq().PQsendDescribePrepared(session.handle(), "")
                                    : pq().PQsendPrepare(session.handle(), "", m_utf8.constData(), parameters.count(), parameters.types());
        if (sent == 0)
            return lost(session.lost(m_sql));
        for (;;) {
            auto result = session.next(m_token);
            if (!result)
                return lost(result.error());
            if (!*result)
                break;
            if (pq().PQresultStatus(result->get()) != PGRES_COMMAND_OK)
                return failed(result->get());
            description = *std::move(result);
        }
    }
    return description;
}

Status PostgresqlCursor::advance()
{
    m_row = 0;
    auto next = m_connection.session().next(m_token);
    if (!next)
        return lost(next.error());
    m_result = *std::move(next);
    if (!m_result) {
        setDone();
        return {};
    }
    switch (pq().PQresultStatus(m_result.get())) {
    case PGRES_SINGLE_TUPLE:
        if (m_columns.empty())
            setColumns(m_result.get());
        return {};
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY: return end(m_result.get());
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH: return refuseCopy();
    default: return failed(m_result.get());
    }
}

Status PostgresqlCursor::end(const pg_result *result)
{
    if (m_columns.empty() && pq().PQnfields(result) > 0)
        setColumns(result);
    const QByteArray tag = pq().PQcmdStatus(const_cast<pg_result *>(result));
    const bool changes = tag.startsWith("INSERT") || tag.startsWith("UPDATE") || tag.startsWith("DELETE") || tag.startsWith("MERGE");
    m_affected = changes ? QByteArray(pq().PQcmdTuples(const_cast<pg_result *>(result))).toLongLong() : 0;
    if (!changes && !tag.startsWith("SELECT"))
        m_connection.types().forget();
    m_result.reset();
    m_connection.session().finish(false);
    setDone();
    if (m_savepoint)
        JOINERY_TRY(m_connection.session().ask("RELEASE SAVEPOINT joinery_reading"));
    if (tag == "ROLLBACK" && isCommit(m_sql)) {
        Error error;
        error.kind = ErrorKind::Server;
        error.damage = Damage::Transaction;
        error.message = QStringLiteral("The server rolled the transaction back instead: a statement in it had failed.");
        error.statement = m_sql;
        return fail(std::move(error));
    }
    return {};
}

Status PostgresqlCursor::refuseCopy()
{
    // Only what the server sends is cancelled. A COPY that waits for rows is told that it failed: a cancellation that came
    // before the server read the Sync behind the query would leave it one answer ahead of us.
    const bool sends = pq().PQresultStatus(m_result.get()) == PGRES_COPY_OUT;
    m_result.reset();
    m_connection.session().finish(sends);
    setDone();
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.damage = m_connection.transactionState() == TransactionState::Failed ? Damage::Transaction : Damage::Statement;
    error.message = QStringLiteral("COPY with the client's own data is no statement that returns a result: load and dump do it.");
    error.statement = m_sql;
    return fail(std::move(error));
}

tl::unexpected<Error> PostgresqlCursor::failed(const pg_result *result)
{
    Error error = errorOf(result, m_sql);
    m_connection.session().finish(false);
    if (!m_connection.isOpen())
        return lost(std::move(error));
    error.damage = m_connection.transactionState() == TransactionState::Failed ? Damage::Transaction : Damage::Statement;
    setDone();
    return fail(std::move(error));
}

// Without a word of the server, a statement that commits itself may have been done.
tl::unexpected<Error> PostgresqlCursor::lost(Error error)
{
    const bool commits = isCommit(m_sql) || (m_wasIdle && !isReading(m_sql));
    if (error.kind != ErrorKind::Cancelled)
        error.kind = ErrorKind::Network;
    error.damage = error.sqlState.isEmpty() && commits ? Damage::InDoubt : Damage::Connection;
    error.statement = m_sql;
    setDone();
    return fail(std::move(error));
}

void PostgresqlCursor::setColumns(const pg_result *result)
{
    m_columns = m_connection.types().describe(result);
    m_tags.clear();
    for (int i = 0; i < pq().PQnfields(result); ++i)
        m_tags.push_back(tagOf(pq().PQftype(result, i)));
}

void PostgresqlCursor::setDone()
{
    m_done = true;
    m_connection.cursorDone(*this);
}

Status PostgresqlCursor::read(RowBlock &block, int maximumRows)
{
    const int columns = int(m_tags.size());
    block.clear(columns);
    for (int rows = 0; !m_done && rows < maximumRows && block.usedBytes() < kBlockBytes; ++rows) {
        const pg_result *result = m_result.get();
        for (int i = 0; i < columns; ++i) {
            if (pq().PQgetisnull(result, m_row, i))
                block.appendNull();
            else
                appendCell(block, m_tags[size_t(i)], pq().PQgetvalue(result, m_row, i), pq().PQgetlength(result, m_row, i));
        }
        if (++m_row >= pq().PQntuples(result))
            JOINERY_TRY(advance());
    }
    return {};
}

} // namespace joinery::driver::postgresql
