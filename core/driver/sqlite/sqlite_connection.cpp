// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_connection.h"

#include "core/driver/sqlite/cell_functions.h"
#include "core/driver/sqlite/open_target.h"
#include "core/driver/sqlite/sqlite_batch.h"
#include "core/driver/sqlite/sqlite_bulk_insert.h"
#include "core/driver/sqlite/sqlite_cursor.h"
#include "core/driver/sqlite/sqlite_error.h"
#include "core/driver/sqlite/text_functions.h"
#include "core/driver/statement_words.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace joinery::driver::sqlite {

Result<std::unique_ptr<Connection>> SqliteConnection::open(const OpenTarget &target, const ConnectOptions &options,
                                                           const CancelToken &token)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection);
    const int code = sqlite3_open_v2(target.uri.constData(), &connection->m_handle, target.flags, nullptr);
    if (code != SQLITE_OK) {
        Error error = errorOf(connection->m_handle, code);
        error.damage = Damage::None;
        error.detail = error.detail.isEmpty() ? target.path : error.detail + QStringLiteral(": ") + target.path;
        return fail(std::move(error));
    }
    if (Status ready = connection->prepareForUse(target, options, token); !ready) {
        Error error = ready.error();
        error.damage = Damage::None;
        error.statement.clear();
        error.offset = -1;
        return fail(std::move(error));
    }
    return connection;
}

Status SqliteConnection::prepareForUse(const OpenTarget &target, const ConnectOptions &options, const CancelToken &token)
{
    m_interruption.attach(m_handle, std::min(target.busyMilliseconds, options.timeoutSeconds * 1000));
    // SQLite reads nothing of the file until now; this is where a file that is no database, is cut off, or is locked shows.
    JOINERY_TRY(run(QStringLiteral("SELECT 1 FROM sqlite_schema LIMIT 1"), {}, token));
    JOINERY_TRY(run(target.foreignKeys ? QStringLiteral("PRAGMA foreign_keys = ON") : QStringLiteral("PRAGMA foreign_keys = OFF"),
                    {}, token));
    JOINERY_TRY(attach(target, token));
    m_interruption.attach(m_handle, target.busyMilliseconds);

    if (const int code = addCellFunctions(m_handle); code != SQLITE_OK)
        return fail(errorOf(m_handle, code));
    if (const int code = addTextFunctions(m_handle); code != SQLITE_OK)
        return fail(errorOf(m_handle, code));
    m_fileReadOnly = sqlite3_db_readonly(m_handle, "main") == 1;
    m_server.dialect = QStringLiteral("sqlite");
    m_server.product = QStringLiteral("SQLite");
    m_server.version = QString::fromLatin1(sqlite3_libversion());
    m_server.versionNumber = sqlite3_libversion_number();
    m_server.database = target.path;
    JOINERY_TRY(tellJournal(target, token));
    return options.readOnly ? setReadOnly(true) : Status();
}

Status SqliteConnection::attach(const OpenTarget &target, const CancelToken &token)
{
    for (const OpenTarget::Attached &database : target.attached) {
        const Value values[] = {Value::utf8(database.uri), Value::text(database.name)};
        Result<qint64> done = run(QStringLiteral("ATTACH DATABASE ? AS ?"), values, token);
        if (done) // SQLite reads nothing of the file until now
            done = run(QStringLiteral("SELECT 1 FROM \"%1\".sqlite_schema LIMIT 1").arg(QString(database.name).replace(u'"', QStringLiteral("\"\""))),
                       {}, token);
        if (done)
            continue;
        Error error = done.error();
        error.detail = error.detail.isEmpty() ? database.path : QString(error.detail + QStringLiteral(": ") + database.path);
        return fail(std::move(error));
    }
    return {};
}

// Whether readers and a writer get along, and what waits to be written back.
Status SqliteConnection::tellJournal(const OpenTarget &target, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const RowBlock mode, fetch(QStringLiteral("PRAGMA journal_mode"), {}, token));
    QString journal = mode.rowCount() > 0 ? mode.value(0, 0).toText() : QString();
    if (journal == u"wal") {
        const QFileInfo log(target.path + QStringLiteral("-wal"));
        journal += QStringLiteral(" (%1 bytes in the -wal file)").arg(log.exists() ? log.size() : 0);
    }
    m_server.facts.emplace_back(QStringLiteral("journal"), journal);
    for (const OpenTarget::Attached &database : target.attached)
        m_server.facts.emplace_back(QStringLiteral("attached"), database.name + QStringLiteral(": ") + database.path);
    return {};
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close_v2(m_handle);
}

Status SqliteConnection::ping(const CancelToken &token)
{
    JOINERY_TRY(run(QStringLiteral("SELECT 1"), {}, token));
    return {};
}

// What must not be run in the state that the connection is in.
Status SqliteConnection::refuseInState(const QString &sql) const
{
    if (m_failed && !isRollback(sql)) {
        Error error;
        error.kind = ErrorKind::Server;
        error.damage = Damage::Transaction;
        error.message = QStringLiteral("SQLite has rolled the transaction back; nothing is run until rollback.");
        error.statement = sql;
        return fail(std::move(error));
    }
    return {};
}

Result<std::unique_ptr<BulkInsert>> SqliteConnection::startBulkInsert(const BulkTarget &target, const CancelToken &token)
{
    auto insert = std::make_unique<SqliteBulkInsert>(*this, target, token);
    JOINERY_TRY(admit(insert->sql(), token));
    JOINERY_TRY(insert->prepare());
    return insert;
}

Status SqliteConnection::admit(const QString &sql, const CancelToken &token)
{
    JOINERY_TRY(guard(sql, token));
    JOINERY_TRY(refuseInState(sql));
    m_wasInTransaction = sqlite3_get_autocommit(m_handle) == 0;
    return {};
}

Result<std::unique_ptr<StatementBatch>> SqliteConnection::startBatch(const CancelToken &token)
{
    JOINERY_TRY(token.check());
    return std::make_unique<SqliteBatch>(*this, token);
}

Result<std::unique_ptr<Cursor>> SqliteConnection::runStatement(const QString &sql, std::span<const Value> parameters,
                                                               const CancelToken &token)
{
    JOINERY_TRY(refuseInState(sql));
    // There is nothing left to roll back after a failure: SQLite would call it an error.
    const bool nothingToDo = std::exchange(m_failed, false) && sqlite3_get_autocommit(m_handle) != 0;
    m_wasInTransaction = sqlite3_get_autocommit(m_handle) == 0;
    auto cursor = std::make_unique<SqliteCursor>(*this, nothingToDo ? QByteArray() : sql.toUtf8());
    cursorOpened(*cursor);
    JOINERY_TRY(cursor->start(parameters, token));
    return cursor;
}

Error SqliteConnection::errorAfter(int code, const QByteArray &sql)
{
    Error error = errorOf(m_handle, code, sql);
    if (error.kind == ErrorKind::Busy && m_interruption.isRequested())
        error.kind = ErrorKind::Cancelled;
    if (m_wasInTransaction && sqlite3_get_autocommit(m_handle) != 0) {
        m_failed = true;
        error.damage = Damage::Transaction;
    }
    return error;
}

Status SqliteConnection::begin(const BeginOptions &options)
{
    const bool readOnly = options.readOnly || isReadOnly();
    JOINERY_TRY(run(options.immediate && !readOnly ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")));
    if (options.readOnly && !m_queryOnly) {
        JOINERY_TRY(applyQueryOnly(true));
        m_readOnlyTransaction = true;
    }
    return {};
}

Status SqliteConnection::commit()
{
    JOINERY_TRY(run(QStringLiteral("COMMIT")));
    return std::exchange(m_readOnlyTransaction, false) ? applyQueryOnly(false) : Status();
}

Status SqliteConnection::rollback()
{
    m_failed = false;
    if (sqlite3_get_autocommit(m_handle) == 0)
        JOINERY_TRY(run(QStringLiteral("ROLLBACK")));
    return std::exchange(m_readOnlyTransaction, false) ? applyQueryOnly(false) : Status();
}

TransactionState SqliteConnection::transactionState() const
{
    if (m_failed)
        return TransactionState::Failed;
    return sqlite3_get_autocommit(m_handle) == 0 ? TransactionState::Open : TransactionState::Idle;
}

Status SqliteConnection::setReadOnly(bool readOnly)
{
    if (!readOnly && m_fileReadOnly)
        return fail(ErrorKind::ReadOnly, QStringLiteral("The file was opened read-only."));
    m_queryOnly = false; // or its own guard would refuse the statement
    JOINERY_TRY(applyQueryOnly(readOnly));
    m_queryOnly = readOnly;
    return {};
}

Status SqliteConnection::applyQueryOnly(bool on)
{
    JOINERY_TRY(run(on ? QStringLiteral("PRAGMA query_only = ON") : QStringLiteral("PRAGMA query_only = OFF")));
    return {};
}

} // namespace joinery::driver::sqlite
