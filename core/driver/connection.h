// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/driver/bulk_insert.h"
#include "core/driver/row_block.h"
#include "core/driver/statement_batch.h"
#include "core/driver/url.h"
#include "core/schema/column.h"

#include <chrono>
#include <functional>
#include <memory>
#include <span>

/// The abstract database connection. Everything here is synchronous and belongs to one thread at a time; the only call
/// from elsewhere is CancelToken::cancel(), which every driver answers at the server within a second.
namespace joinery::driver {

/// What a result tells of a column.
struct ColumnInfo
{
    QString name;
    schema::Type type;            ///< the best that the driver can tell; Native with the engine's name otherwise
    QString nativeType;           ///< the engine's own name, e.g. "numeric(8,2)"
    schema::Name originTable;     ///< the table that it comes from, empty for an expression
    QString originColumn;
};

struct ServerInfo
{
    QString dialect;      ///< "sqlite", "postgresql", "mysql"
    QString product;      ///< "SQLite", "PostgreSQL", "MariaDB", "MySQL"
    QString version;      ///< as the server says it
    int versionNumber = 0; ///< 3040001, 150020, 101119: major*10000+minor*100+patch (SQLite: its own number)
    QString database;     ///< current database, or the path of the file
    QString user;
    QString tls;          ///< "TLSv1.3, TLS_AES_256_GCM_SHA384", empty where the connection is not encrypted
    /// What else a person wants to know, in words: {"journal", "wal"}, {"driver", "psqlodbcw.so 13.02"}, ...
    std::vector<std::pair<QString, QString>> facts;
};

/// A result that is read in blocks. At most one is open on a connection; destroying it ends it (the rest is cancelled
/// at the server, not read). It must not outlive its connection.
class Cursor
{
public:
    virtual ~Cursor();
    /// Empty for a statement that returns no rows.
    virtual const std::vector<ColumnInfo> &columns() const = 0;
    /// Clears `block` and fills it with up to `maximumRows` rows, fewer where a megabyte is reached; an empty block
    /// is the end.
    virtual Status read(RowBlock &block, int maximumRows) = 0;
    /// Rows changed; -1 until the end was read or where the engine does not say.
    virtual qint64 affectedRows() const = 0;
    /// SQLite rowid or MySQL AUTO_INCREMENT of the last insert; 0 where there is none.
    virtual qint64 lastInsertId() const = 0;
};

enum class Isolation { Default, ReadUncommitted, ReadCommitted, RepeatableRead, Serializable };
enum class TransactionState { Idle, Open, Failed };

struct BeginOptions
{
    Isolation isolation = Isolation::Default;
    bool readOnly = false;
    bool immediate = true; ///< SQLite: BEGIN IMMEDIATE, so that a writer learns of a lock at once
};

struct Notice
{
    QString severity; ///< "NOTICE", "WARNING", ...
    QString message;
    QString sqlState;
};

class CatalogSource;
class StatementTimer;

class Connection
{
public:
    Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    virtual ~Connection();

    virtual const ServerInfo &server() const = 0;
    /// False once the connection is known to be lost.
    virtual bool isOpen() const = 0;
    /// A round trip to the server.
    virtual Status ping(const CancelToken &token) = 0;

    /// Runs one statement. Parameters are bound in the engine's own way: `?` on SQLite and MySQL, `$1` on PostgreSQL
    /// (dialect::Dialect::placeholder writes them). The error carries statement and offset. Nothing is sent while another
    /// result is open, where the text holds a NUL, and where it would lift the read-only mode.
    Result<std::unique_ptr<Cursor>> execute(const QString &sql, std::span<const Value> parameters, const CancelToken &token);
    Result<std::unique_ptr<Cursor>> execute(const QString &sql, const CancelToken &token = {})
    {
        return execute(sql, {}, token);
    }
    /// Runs one statement to its end and drops its rows; returns the rows changed.
    Result<qint64> run(const QString &sql, std::span<const Value> parameters = {}, const CancelToken &token = {});
    /// All rows at once, for catalogue queries and other small results.
    Result<RowBlock> fetch(const QString &sql, std::span<const Value> parameters = {}, const CancelToken &token = {},
                           const CellLimit &limit = {});

    /// Begins to put many rows into a table. The statement timeout counts for each call of it: rows that go on coming may
    /// take as long as they take.
    Result<std::unique_ptr<BulkInsert>> bulkInsert(const BulkTarget &target, const CancelToken &token = {});

    /// Begins to run many statements together. The statement timeout counts for each call of it.
    Result<std::unique_ptr<StatementBatch>> batch(const CancelToken &token = {});

    virtual Status begin(const BeginOptions &options = {}) = 0;
    /// An error with damage InDoubt means that the commit may have happened.
    virtual Status commit() = 0;
    virtual Status rollback() = 0;
    virtual TransactionState transactionState() const = 0;
    /// Names are letters, digits and underscores: they are not quoted.
    Status savepoint(const QString &name);
    Status rollbackTo(const QString &name);
    Status release(const QString &name);

    /// Makes the server itself refuse writes (PRAGMA query_only, default_transaction_read_only, SET SESSION
    /// TRANSACTION READ ONLY).
    virtual Status setReadOnly(bool readOnly) = 0;
    virtual bool isReadOnly() const = 0;

    /// What the server said beside the results since the last call.
    virtual std::vector<Notice> takeNotices() = 0;

    /// The time that a statement may take, counted while execute() and read() work and not while nobody reads; 0: as long
    /// as it takes. What takes longer is cancelled at the server, with an error of kind Timeout. A commit and a rollback
    /// are never stopped: their fate would be in doubt.
    void setStatementTimeout(std::chrono::milliseconds time);

    /// Where the driver tells a schema by calls of its own and not by SQL (ODBC); a null pointer on every other.
    virtual CatalogSource *catalogSource() { return nullptr; }

    /// For cursors alone: their result has ended.
    void cursorDone(const Cursor &cursor);

protected:
    /// The result that is open from now on, until cursorDone().
    void cursorOpened(const Cursor &cursor) { m_openCursor = &cursor; }
    const Cursor *openCursor() const { return m_openCursor; }
    /// What execute() refuses to send, for what a driver sends in other ways.
    Status guard(const QString &sql, const CancelToken &token) const;
    /// Whether a statement could switch the read-only mode off that the connection is in.
    virtual bool couldLiftReadOnly() const { return isReadOnly(); }
    /// Runs what a driver sends in other ways under the statement timeout.
    Status timed(const CancelToken &token, const std::function<Status(const CancelToken &)> &statement);

private:
    /// bulkInsert() and batch() without their clock. Without an override: INSERTs with `?`, one for each row; one statement
    /// after the other.
    virtual Result<std::unique_ptr<BulkInsert>> startBulkInsert(const BulkTarget &target, const CancelToken &token);
    virtual Result<std::unique_ptr<StatementBatch>> startBatch(const CancelToken &token);
    /// execute() behind its guards.
    virtual Result<std::unique_ptr<Cursor>> runStatement(const QString &sql, std::span<const Value> parameters,
                                                         const CancelToken &token) = 0;

    const Cursor *m_openCursor = nullptr;
    std::unique_ptr<StatementTimer> m_timer;
};

struct ConnectOptions
{
    int timeoutSeconds = 10; ///< for the whole way: name, network, TLS, login
    bool readOnly = false;
    bool createFile = false; ///< SQLite: a missing file is created; otherwise it is an error
    double statementTimeoutSeconds = 0; ///< see Connection::setStatementTimeout; 0: as the URL says (statement_timeout)
    QString applicationName = QStringLiteral("joinery");
};

/// One engine. Thread-safe and without state.
class Driver
{
public:
    virtual ~Driver();
    virtual QString name() const = 0;
    virtual Result<std::unique_ptr<Connection>> connect(const Url &url, const ConnectOptions &options,
                                                        const CancelToken &token) const = 0;
};

} // namespace joinery::driver
