// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/qtsql_connection.h"

#include "core/driver/qtsql/qtsql_catalog.h"
#include "core/driver/qtsql/qtsql_cursor.h"
#include "core/driver/statement_words.h"

#include <QRegularExpression>

namespace joinery::driver::qtsql {

namespace {

// How a server that is known by its name is told to refuse writes by itself.
QString readOnlyWords(const QString &product, bool readOnly)
{
    const auto is = [&](const char *name) { return product.contains(QLatin1String(name), Qt::CaseInsensitive); };
    if (is("PostgreSQL"))
        return QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ") + (readOnly ? u"ONLY" : u"WRITE");
    if (is("MariaDB") || is("MySQL"))
        return QStringLiteral("SET SESSION TRANSACTION READ ") + (readOnly ? u"ONLY" : u"WRITE");
    if (is("SQLite"))
        return QStringLiteral("PRAGMA query_only = ") + (readOnly ? u"ON" : u"OFF");
    return {};
}

// Errs on the safe side: the words may stand in a text literal.
bool mayWrite(const QString &sql)
{
    static const QRegularExpression writing(QStringLiteral(R"(\b(insert|update|delete|merge|into|replace|call|exec|execute)\b)"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString word = firstWord(sql);
    const bool reads = isReading(sql) || word == u"WITH" || word == u"EXPLAIN";
    return !word.isEmpty() && (!reads || (word != u"SHOW" && writing.match(sql).hasMatch()));
}

bool isBegin(const QString &sql)
{
    static const QRegularExpression whole(QStringLiteral(R"(^\s*(begin|start)(\s+(work|transaction|tran))?\s*;?\s*$)"),
                                          QRegularExpression::CaseInsensitiveOption);
    return whole.match(sql).hasMatch();
}

Error lostError(const QString &sql)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.damage = Damage::Connection;
    error.message = QStringLiteral("The connection to the database was lost.");
    error.statement = sql;
    return error;
}

int versionNumberOf(const QString &version)
{
    static const QRegularExpression numbers(QStringLiteral(R"((\d+)\.(\d+)(?:\.(\d+))?)"));
    const auto match = numbers.match(version);
    return match.captured(1).toInt() * 10000 + match.captured(2).toInt() * 100 + match.captured(3).toInt();
}

} // namespace

Result<std::unique_ptr<Connection>> QtSqlConnection::open(ConnectText text, const ConnectOptions &options, const CancelToken &token)
{
    std::unique_ptr<QtSqlConnection> connection(new QtSqlConnection);
    struct Opening
    {
        std::shared_ptr<Database> database;
        Status status;
    };
    auto opening = std::make_shared<Opening>();
    // The driver's own login timeout comes first where it has one.
    const Deadline deadline = deadlineIn(std::max(1, options.timeoutSeconds) + 1);
    const Waiting waited = connection->m_thread.run(
        [opening, text] {
            opening->database = std::make_shared<Database>();
            opening->status = opening->database->open(text);
            if (!opening->status)
                opening->database.reset(); // on the thread that it belongs to
        }, token, {}, deadline);
    if (waited == Waiting::Cancelled)
        return fail(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
    if (waited == Waiting::TimedOut)
        return fail(ErrorKind::Timeout, QStringLiteral("No answer from %1 within %2 seconds.").arg(text.place).arg(options.timeoutSeconds));
    JOINERY_TRY(Status(opening->status));
    connection->m_database = std::move(opening->database);
    connection->m_open = true;
    connection->describeServer(text);
    connection->m_catalog = std::make_unique<QtSqlCatalog>(*connection);
    if (options.readOnly)
        JOINERY_TRY(connection->setReadOnly(true));
    return connection;
}

QtSqlConnection::~QtSqlConnection()
{
    m_catalog.reset();
    // The last hold on the database must be the thread's own.
    (void)m_thread.run([database = std::make_shared<std::shared_ptr<Database>>(std::move(m_database))] { database->reset(); });
}

void QtSqlConnection::describeServer(const ConnectText &text)
{
    const OdbcFacts &facts = m_database->facts();
    m_server.dialect = m_database->dialect();
    m_server.product = facts.product.isEmpty() ? text.place : facts.product;
    m_server.version = facts.version;
    m_server.versionNumber = versionNumberOf(facts.version);
    m_server.database = facts.database.isEmpty() ? text.place : facts.database;
    m_server.user = facts.user;
    m_server.facts.emplace_back(QStringLiteral("driver"), QString(facts.driverFile + u' ' + facts.driverVersion).trimmed());
    if (facts.driverFile.contains(u"libmaodbc", Qt::CaseInsensitive)) // up to 3.1 at least, whatever it is told
        m_server.facts.emplace_back(QStringLiteral("results"), QStringLiteral("stored whole by the ODBC driver before the first row"));
}

Status QtSqlConnection::onThread(std::function<void()> work, const CancelToken &token, const std::function<void()> &stop)
{
    if (!m_open)
        return fail(lostError({}));
    const Waiting waited = m_thread.run(std::move(work), token, stop);
    if (waited == Waiting::Ready)
        return {};
    m_open = false;
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.damage = Damage::Connection;
    error.message = QStringLiteral("The ODBC driver did not heed the cancellation; the connection was given up. What the statement "
                                   "does at the server may go on.");
    return fail(std::move(error));
}

void QtSqlConnection::let(std::function<void()> work, const std::function<void()> &stop, Deadline stopAt)
{
    if (m_thread.run(std::move(work), {}, stop, {}, stopAt) != Waiting::Ready)
        m_open = false;
}

Error QtSqlConnection::judged(Error error, const QString &sql, const CancelToken &token)
{
    error.statement = sql;
    if (token.isCancelled() && error.kind == ErrorKind::Server)
        error.kind = ErrorKind::Cancelled;
    auto dead = std::make_shared<bool>(false);
    if (m_open)
        (void)m_thread.run([database = m_database, dead] { *dead = database->isLost(); });
    if (m_open && (*dead || error.kind == ErrorKind::Network)) {
        m_open = false;
        const bool commits = isCommit(sql) || (!m_inTransaction && !isReading(sql));
        error.kind = ErrorKind::Network;
        error.damage = commits ? Damage::InDoubt : Damage::Connection;
        m_inTransaction = false;
    }
    return error;
}

Status QtSqlConnection::ping(const CancelToken &token)
{
    // No SELECT without a table is known to every engine; the driver asks where it can.
    auto dead = std::make_shared<bool>(false);
    JOINERY_TRY(onThread([database = m_database, dead] { *dead = database->isLost(); }, token));
    if (*dead) {
        m_open = false;
        return fail(lostError({}));
    }
    return {};
}

Status QtSqlConnection::refuseInState(const QString &sql) const
{
    if (!m_open)
        return fail(lostError(sql));
    if ((m_readOnly || m_readOnlyTransaction) && mayWrite(sql)) {
        Error error;
        error.kind = ErrorKind::ReadOnly;
        error.damage = Damage::Statement;
        error.message = QStringLiteral("This connection is read-only, and the statement is not one that only reads.");
        error.statement = sql;
        return fail(std::move(error));
    }
    return {};
}

Result<std::unique_ptr<Cursor>> QtSqlConnection::runStatement(const QString &sql, std::span<const Value> parameters,
                                                              const CancelToken &token)
{
    if (parameters.empty() && (isBegin(sql) || isRollback(sql) || (isCommit(sql) && firstWord(sql) == u"COMMIT")))
        return runTransactionWords(sql);
    JOINERY_TRY(refuseInState(sql));
    for (const Value &value : parameters) {
        if (value.isDefault())
            return fail(ErrorKind::Data, QStringLiteral("ODBC has no parameter that means \"the default\": the column must be left out."));
    }
    auto cursor = std::make_unique<QtSqlCursor>(*this, sql, token);
    cursorOpened(*cursor);
    JOINERY_TRY(cursor->start(parameters));
    return cursor;
}

// ODBC ends transactions by calls; a driver may not notice the words, and would commit behind their back.
Result<std::unique_ptr<Cursor>> QtSqlConnection::runTransactionWords(const QString &sql)
{
    JOINERY_TRY(isBegin(sql) ? begin({}) : isRollback(sql) ? rollback() : commit());
    return std::make_unique<QtSqlCursor>(*this, sql, CancelToken());
}

Status QtSqlConnection::begin(const BeginOptions &options)
{
    if (m_inTransaction)
        return fail(ErrorKind::Internal, QStringLiteral("A transaction is open already."));
    auto status = std::make_shared<Status>();
    JOINERY_TRY(onThread([database = m_database, status, level = options.isolation] { *status = database->begin(level); }, {}));
    if (!*status)
        return fail(judged(status->error(), QStringLiteral("BEGIN"), {}));
    m_inTransaction = true;
    m_readOnlyTransaction = options.readOnly;
    return {};
}

Status QtSqlConnection::endTransaction(Status (Database::*end)(), const QString &words)
{
    auto status = std::make_shared<Status>();
    JOINERY_TRY(onThread([database = m_database, status, end] { *status = (*database.*end)(); }, {}));
    if (!*status) {
        Error error = judged(status->error(), words, {});
        if (error.damage == Damage::Statement)
            error.damage = Damage::Transaction;
        return fail(std::move(error));
    }
    m_inTransaction = false;
    m_readOnlyTransaction = false;
    return {};
}

Status QtSqlConnection::commit() { return endTransaction(&Database::commit, QStringLiteral("COMMIT")); }

Status QtSqlConnection::rollback()
{
    return m_inTransaction ? endTransaction(&Database::rollback, QStringLiteral("ROLLBACK")) : Status();
}

TransactionState QtSqlConnection::transactionState() const
{
    return m_inTransaction ? TransactionState::Open : TransactionState::Idle;
}

Status QtSqlConnection::setReadOnly(bool readOnly)
{
    m_readOnly = false; // or its own guard would refuse the statement
    const QString words = readOnlyWords(m_server.product, readOnly);
    if (!words.isEmpty()) {
        JOINERY_TRY(run(words));
    } else if (readOnly) {
        m_notices.push_back({QStringLiteral("NOTICE"), QStringLiteral("ODBC cannot make %1 itself refuse writes: Joinery refuses every "
                                                                      "statement that does not only read.").arg(m_server.product), {}});
    }
    m_readOnly = readOnly;
    return {};
}

} // namespace joinery::driver::qtsql
