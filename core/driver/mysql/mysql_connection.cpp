// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/mysql_connection.h"

#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/multi_insert.h"
#include "core/driver/mysql/multi_statement.h"
#include "core/driver/mysql/mysql_cursor.h"
#include "core/driver/mysql/mysql_error.h"
#include "core/driver/statement_words.h"

namespace joinery::driver::mysql {

namespace {

constexpr int kDeadlock = 1213;
constexpr const char *kNotRolledBack = "1196";

} // namespace

Result<std::unique_ptr<Connection>> MysqlConnection::open(ConnectSettings settings, const ConnectOptions &options,
                                                          const CancelToken &token)
{
    std::unique_ptr<MysqlConnection> connection(new MysqlConnection(std::move(settings)));
    JOINERY_TRY(connection->m_wire.connect(token));
    JOINERY_TRY(connection->prepareForUse(options, token));
    return connection;
}

Status MysqlConnection::prepareForUse(const ConnectOptions &options, const CancelToken &token)
{
    MYSQL *handle = m_wire.handle();
    JOINERY_TRY_VALUE(const RowBlock row, fetch(QStringLiteral("SELECT version(), database(), current_user()"), {}, token));
    m_server.dialect = QStringLiteral("mysql");
    m_server.version = row.value(0, 0).toText();
    m_server.product = m_server.version.contains(QStringLiteral("MariaDB")) ? QStringLiteral("MariaDB") : QStringLiteral("MySQL");
    m_server.versionNumber = int(maria().mysql_get_server_version(handle));
    m_server.database = row.value(0, 1).toText();
    m_server.user = row.value(0, 2).toText();
    if (const char *cipher = maria().mysql_get_ssl_cipher(handle)) {
        const char *version = nullptr;
        maria().mariadb_get_infov(handle, MARIADB_CONNECTION_TLS_VERSION, &version);
        m_server.tls = QString::fromLatin1(version) + QStringLiteral(", ") + QString::fromLatin1(cipher);
    }
    return options.readOnly ? setReadOnly(true) : Status();
}

Status MysqlConnection::ping(const CancelToken &token)
{
    JOINERY_TRY(run(QStringLiteral("DO 0"), {}, token));
    return {};
}

// What must not be sent in the state that the connection is in.
Status MysqlConnection::refuseInState(const QString &sql) const
{
    Error error;
    error.statement = sql;
    if (!isOpen()) {
        error.kind = ErrorKind::Network;
        error.damage = Damage::Connection;
        error.message = QStringLiteral("The connection to the server was lost.");
    } else if (m_failed && !isRollback(sql)) {
        error.kind = ErrorKind::Server;
        error.damage = Damage::Transaction;
        error.message = QStringLiteral("The server has rolled the transaction back; nothing is run until rollback.");
    } else {
        return {};
    }
    return fail(std::move(error));
}

Result<std::unique_ptr<Cursor>> MysqlConnection::runStatement(const QString &sql, std::span<const Value> parameters,
                                                              const CancelToken &token)
{
    JOINERY_TRY(refuseInState(sql));
    for (const Value &value : parameters) {
        if (value.isDefault())
            return fail(ErrorKind::Data, QStringLiteral("MySQL has no parameter that means \"the default\": write DEFAULT in its place."));
    }
    m_failed = false;
    m_wasInTransaction = transactionState() != TransactionState::Idle;
    auto cursor = std::make_unique<MysqlCursor>(*this, sql, token);
    cursorOpened(*cursor);
    JOINERY_TRY(cursor->start(parameters));
    return cursor;
}

Result<std::unique_ptr<BulkInsert>> MysqlConnection::startBulkInsert(const BulkTarget &target, const CancelToken &token)
{
    auto insert = std::make_unique<MultiInsert>(*this, target, token);
    JOINERY_TRY(admit(insert->sql(), token));
    JOINERY_TRY(insert->start());
    return insert;
}

Status MysqlConnection::admit(const QString &sql, const CancelToken &token)
{
    JOINERY_TRY(guard(sql, token));
    JOINERY_TRY(refuseInState(sql));
    m_wasInTransaction = transactionState() != TransactionState::Idle;
    return {};
}

Result<std::unique_ptr<StatementBatch>> MysqlConnection::startBatch(const CancelToken &token)
{
    JOINERY_TRY(token.check());
    return std::make_unique<MultiStatement>(*this, token);
}

Result<qint64> MysqlConnection::largestPacket()
{
    if (m_largestPacket == 0) {
        JOINERY_TRY_VALUE(const RowBlock row, fetch(QStringLiteral("SELECT @@max_allowed_packet")));
        m_largestPacket = row.value(0, 0).toText().toLongLong();
    }
    return m_largestPacket;
}

void MysqlConnection::resultEnded(const MysqlCursor &cursor)
{
    if (openCursor() != &cursor)
        return;
    cursorDone(cursor);
    if (m_wire.isOpen() && m_wire.handle()->db) // USE was said
        m_server.database = QString::fromUtf8(m_wire.handle()->db);
}

Error MysqlConnection::judged(Error error, const QString &sql)
{
    error.statement = sql;
    if (isLost(unsigned(error.nativeCode)) || !isOpen()) {
        // Without a word of the server itself, a statement that commits may have been done.
        const bool silent = error.nativeCode >= 2000 && error.nativeCode < 3000;
        const bool commits = isCommit(sql) || (!m_wasInTransaction && !isReading(sql));
        if (error.kind != ErrorKind::Cancelled)
            error.kind = ErrorKind::Network;
        error.damage = silent && commits ? Damage::InDoubt : Damage::Connection;
        m_wire.setLost();
    } else if (error.nativeCode == kDeadlock && m_wasInTransaction) {
        error.damage = Damage::Transaction;
        m_failed = true;
    } else if (error.damage == Damage::None) {
        error.damage = Damage::Statement;
    }
    return error;
}

void MysqlConnection::collectWarnings(const QString &sql)
{
    if (m_collecting || !isOpen() || firstWord(sql) == u"SHOW")
        return;
    m_collecting = true;
    if (const auto warnings = fetch(QStringLiteral("SHOW WARNINGS LIMIT 100"))) {
        for (int row = 0; row < warnings->rowCount(); ++row) {
            if (warnings->value(row, 1).toText() == QLatin1String(kNotRolledBack))
                m_notRolledBack = warnings->value(row, 2).toText();
            m_notices.push_back({warnings->value(row, 0).toText().toUpper(), warnings->value(row, 2).toText(), {}});
        }
    }
    m_collecting = false;
}

Status MysqlConnection::begin(const BeginOptions &options)
{
    if (transactionState() != TransactionState::Idle) // START TRANSACTION would commit the open one
        return fail(ErrorKind::Internal, QStringLiteral("A transaction is open already."));
    const auto level = [&](const char *name) {
        return run(QStringLiteral("SET TRANSACTION ISOLATION LEVEL ") + QString::fromLatin1(name));
    };
    switch (options.isolation) {
    case Isolation::Default: break;
    case Isolation::ReadUncommitted: JOINERY_TRY(level("READ UNCOMMITTED")); break;
    case Isolation::ReadCommitted: JOINERY_TRY(level("READ COMMITTED")); break;
    case Isolation::RepeatableRead: JOINERY_TRY(level("REPEATABLE READ")); break;
    case Isolation::Serializable: JOINERY_TRY(level("SERIALIZABLE")); break;
    }
    JOINERY_TRY(run(options.readOnly ? QStringLiteral("START TRANSACTION READ ONLY") : QStringLiteral("START TRANSACTION")));
    return {};
}

Status MysqlConnection::commit()
{
    JOINERY_TRY(run(QStringLiteral("COMMIT")));
    return {};
}

Status MysqlConnection::rollback()
{
    m_notRolledBack.clear();
    JOINERY_TRY(run(QStringLiteral("ROLLBACK")));
    if (m_notRolledBack.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Server;
    error.damage = Damage::Transaction;
    error.nativeCode = QString::fromLatin1(kNotRolledBack).toInt();
    error.message = QStringLiteral("What was written to tables without transactions (MyISAM, Aria, MEMORY, ...) stays: %1").arg(m_notRolledBack);
    error.statement = QStringLiteral("ROLLBACK");
    return fail(std::move(error));
}

TransactionState MysqlConnection::transactionState() const
{
    if (m_failed)
        return TransactionState::Failed;
    return m_wire.handle()->server_status & SERVER_STATUS_IN_TRANS ? TransactionState::Open : TransactionState::Idle;
}

Status MysqlConnection::setReadOnly(bool readOnly)
{
    m_readOnly = false; // or its own guard would refuse the statement
    JOINERY_TRY(run(readOnly ? QStringLiteral("SET SESSION TRANSACTION READ ONLY") : QStringLiteral("SET SESSION TRANSACTION READ WRITE")));
    m_readOnly = readOnly;
    return {};
}

} // namespace joinery::driver::mysql
