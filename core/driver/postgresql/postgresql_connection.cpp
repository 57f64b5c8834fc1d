// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/postgresql_connection.h"

#include "core/driver/postgresql/copy_in.h"
#include "core/driver/postgresql/copy_out.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/pipeline.h"
#include "core/driver/postgresql/postgresql_cursor.h"

namespace joinery::driver::postgresql {

Result<std::unique_ptr<Connection>> PostgresqlConnection::open(pg_conn *connection, const ConnectOptions &options,
                                                               const CancelToken &token)
{
    std::unique_ptr<PostgresqlConnection> opened(new PostgresqlConnection(connection));
    JOINERY_TRY(opened->prepareForUse(options, token));
    return opened;
}

Status PostgresqlConnection::prepareForUse(const ConnectOptions &options, const CancelToken &token)
{
    pg_conn *connection = m_session.handle();
    m_server.dialect = QStringLiteral("postgresql");
    m_server.product = QStringLiteral("PostgreSQL");
    m_server.versionNumber = pq().PQserverVersion(connection);
    // What the text forms of values depend on; DateStyle keeps its order of day and month.
    const QByteArray digits = m_server.versionNumber >= 120000 ? "1" : "3";
    JOINERY_TRY_VALUE(const ResultPtr row, m_session.ask(
        "SELECT pg_catalog.set_config('DateStyle', 'ISO', false), pg_catalog.set_config('IntervalStyle', 'postgres', false), "
        "pg_catalog.set_config('bytea_output', 'hex', false), pg_catalog.set_config('standard_conforming_strings', 'on', false), "
        "pg_catalog.set_config('extra_float_digits', '" + digits + "', false), "
        "pg_catalog.current_setting('server_version'), pg_catalog.current_database(), current_user", token));
    const auto text = [&](int column) { return QString::fromUtf8(pq().PQgetvalue(row.get(), 0, column)); };
    m_server.version = text(5);
    m_server.database = text(6);
    m_server.user = text(7);
    if (pq().PQsslInUse(connection)) {
        m_server.tls = QString::fromLatin1(pq().PQsslAttribute(connection, "protocol")) + QStringLiteral(", ")
                       + QString::fromLatin1(pq().PQsslAttribute(connection, "cipher"));
    }
    return options.readOnly ? setReadOnly(true) : Status();
}

Status PostgresqlConnection::ping(const CancelToken &token)
{
    JOINERY_TRY(run(QStringLiteral("SELECT 1"), {}, token));
    return {};
}

// What must not be sent in the state that the connection is in.
Status PostgresqlConnection::refuseInState(const QString &sql) const
{
    if (m_copying || m_batching)
        return fail(ErrorKind::Internal, QStringLiteral("Another result is still open on this connection."));
    if (!isOpen())
        return fail(m_session.lost(sql));
    return {};
}

Result<std::unique_ptr<BulkInsert>> PostgresqlConnection::startBulkInsert(const BulkTarget &target, const CancelToken &token)
{
    auto copy = std::make_unique<CopyIn>(*this, target, token);
    JOINERY_TRY(admit(copy->sql(), token));
    m_copying = true;
    JOINERY_TRY(copy->start());
    return copy;
}

Status PostgresqlConnection::admit(const QString &sql, const CancelToken &token) const
{
    JOINERY_TRY(guard(sql, token));
    return m_batching ? Status() : refuseInState(sql);
}

Result<std::unique_ptr<StatementBatch>> PostgresqlConnection::startBatch(const CancelToken &token)
{
    JOINERY_TRY(token.check());
    JOINERY_TRY(refuseInState({}));
    m_batching = true;
    return std::make_unique<Pipeline>(*this, token);
}

Result<std::optional<qint64>> PostgresqlConnection::copyCsv(const QString &sql, const CsvForm &form, QIODevice &device,
                                                            const CancelToken &token, const std::function<void(qint64)> &progress)
{
    JOINERY_TRY(admit(sql, token));
    // A description that fails would end a transaction.
    if (transactionState() != TransactionState::Idle)
        return std::optional<qint64>();
    std::optional<qint64> rows;
    JOINERY_TRY(timed(token, [&](const CancelToken &until) -> Status {
        JOINERY_TRY_VALUE(rows, copyOut(m_session, sql, form, device, until, progress));
        return {};
    }));
    return rows;
}

Result<std::unique_ptr<Cursor>> PostgresqlConnection::runStatement(const QString &sql, std::span<const Value> parameters,
                                                                   const CancelToken &token)
{
    JOINERY_TRY(refuseInState(sql));
    JOINERY_TRY_VALUE(const BoundParameters bound, BoundParameters::from(parameters));
    auto cursor = std::make_unique<PostgresqlCursor>(*this, sql, token);
    cursorOpened(*cursor);
    JOINERY_TRY(cursor->start(bound));
    return cursor;
}

Status PostgresqlConnection::begin(const BeginOptions &options)
{
    if (transactionState() != TransactionState::Idle)
        return fail(ErrorKind::Internal, QStringLiteral("A transaction is open already."));
    QString sql = QStringLiteral("BEGIN");
    switch (options.isolation) {
    case Isolation::Default: break;
    case Isolation::ReadUncommitted: sql += QStringLiteral(" ISOLATION LEVEL READ UNCOMMITTED"); break;
    case Isolation::ReadCommitted: sql += QStringLiteral(" ISOLATION LEVEL READ COMMITTED"); break;
    case Isolation::RepeatableRead: sql += QStringLiteral(" ISOLATION LEVEL REPEATABLE READ"); break;
    case Isolation::Serializable: sql += QStringLiteral(" ISOLATION LEVEL SERIALIZABLE"); break;
    }
    if (options.readOnly)
        sql += QStringLiteral(" READ ONLY");
    JOINERY_TRY(run(sql));
    return {};
}

Status PostgresqlConnection::commit()
{
    Result<qint64> done = run(QStringLiteral("COMMIT"));
    if (done)
        return {};
    Error error = done.error();
    if (error.damage == Damage::Statement) // a deferred constraint said no: the server rolled back
        error.damage = Damage::Transaction;
    return fail(std::move(error));
}

Status PostgresqlConnection::rollback()
{
    if (transactionState() == TransactionState::Idle)
        return {};
    JOINERY_TRY(run(QStringLiteral("ROLLBACK")));
    return {};
}

TransactionState PostgresqlConnection::transactionState() const
{
    switch (pq().PQtransactionStatus(m_session.handle())) {
    case PQTRANS_INERROR: return TransactionState::Failed;
    case PQTRANS_INTRANS: return TransactionState::Open;
    case PQTRANS_ACTIVE: {
        const auto *cursor = static_cast<const PostgresqlCursor *>(openCursor());
        return cursor && cursor->startedInTransaction() ? TransactionState::Open : TransactionState::Idle;
    }
    default: return TransactionState::Idle;
    }
}

Status PostgresqlConnection::setReadOnly(bool readOnly)
{
    m_readOnly = false; // or its own guard would refuse the statement
    JOINERY_TRY(run(readOnly ? QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
                             : QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE")));
    if (readOnly && transactionState() == TransactionState::Open)
        JOINERY_TRY(run(QStringLiteral("SET TRANSACTION READ ONLY")));
    m_readOnly = readOnly;
    return {};
}

} // namespace joinery::driver::postgresql
