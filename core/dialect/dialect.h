// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/driver/connection.h"
#include "core/operation/operation.h"

namespace joinery::dialect {

/// What an engine can do; code and tests ask for these, never for names.
struct Capabilities
{
    bool transactionalDdl = false;      ///< DDL rolls back
    bool schemas = false;               ///< namespaces inside a database
    bool namedEnums = false;            ///< CREATE TYPE ... AS ENUM
    bool inlineEnums = false;           ///< ENUM('a','b') as a column type
    bool sequences = false;
    bool materializedViews = false;
    bool partialIndexes = false;
    bool expressionIndexes = false;
    bool includeColumns = false;
    bool comments = false;              ///< on tables and columns
    bool checks = true;
    bool alterColumn = false;           ///< without a rebuild of the table
    bool addConstraint = false;         ///< to a table that is there
    bool returning = false;             ///< INSERT ... RETURNING (of the newest supported version)
    bool defaultKeyword = false;        ///< VALUES (DEFAULT) in an INSERT
    bool rowid = false;                 ///< rows of a table without a key have an address (rowid, ctid)
    bool concurrentIndex = false;
    int maximumIdentifierLength = 0;    ///< bytes; 0: no limit
    bool nullsSortLast = false;         ///< in ascending order
    bool lockingReads = false;          ///< SELECT ... FOR UPDATE
    bool inexactSingleFloats = false;   ///< a FLOAT column does not equal the value that was read from it
    QStringList rowAddresses;           ///< with `rowid`: its names, the first that no column has is the one
    bool rowAddressOrders = false;      ///< rows can be ordered and sought by it
    bool looseTypes = false;            ///< a column takes values of any type and gives them back as they are
    /// Nothing beyond SQL-92 may be assumed: no LIMIT, no row values, no SELECT without a table, no AS before the alias of a
    /// table, and nobody knows where NULLs are sorted.
    bool standardOnly = false;
};

/// One statement to send. Steps are run in order.
struct SqlStep
{
    enum class Place {
        InTransaction,
        Outside,      ///< needs the transaction to be committed before it, e.g. CREATE INDEX CONCURRENTLY
        Setup,        ///< before the transaction begins, e.g. PRAGMA foreign_keys = OFF
        Teardown,     ///< after the transaction ended, however it ended
    };
    QString sql;                        ///< one statement without a trailing semicolon
    Place place = Place::InTransaction;
    bool expectsNoRows = false;         ///< a check: rows are an error, e.g. PRAGMA foreign_key_check
    QString failure;                    ///< expectsNoRows: the sentence to say then
    QString done;                       ///< a query that gives a row once the step has had its effect; empty: nobody can tell
    QString undo;                       ///< what clears away a try that failed half way, e.g. an index that is not valid
    QString onlyIf;                     ///< Teardown: asked before the first Setup; the step is run where it gave a true value
    friend bool operator==(const SqlStep &, const SqlStep &) = default;
};
using SqlSteps = std::vector<SqlStep>;

/// A lock that lives and dies with the session that took it, so that one process at a time changes a schema.
struct SessionLock
{
    QString tryAcquire; ///< gives one row; true or 1 in its first column: taken
    QString release;
    QString holder;     ///< gives rows of text that say who has it; empty where the engine does not tell
};

/// Statements that keep a run from waiting for locks without an end, and others from waiting behind it.
struct LockTimeouts
{
    QStringList begin;       ///< once, before the first statement
    QStringList transaction; ///< at the start of every transaction
    QStringList end;         ///< once, however it ended
};

/// How an empty database is made beside others, and dropped although connections to it may be open.
struct ScratchSql
{
    QString create;
    QStringList drop; ///< statements, in this order
};

/// An INSERT of one row that does nothing where a row with its key is there. Every other conflict is an error.
struct InsertIfNew
{
    QString sql;
    std::vector<int> parameters; ///< which column each placeholder stands for
    /// To be run on the connection before the first and after the last one, in a transaction too: so that the engine takes a
    /// value as it is or refuses it. Empty: nothing.
    QString before, after;
};

/// How a copy of a database is made beside it, and how what a statement does to it is seen. Empty: the engine has it not.
struct ShadowSql
{
    QString wholeFile;      ///< writes the open database into the file %1 (a literal)
    QString wholeDatabase;  ///< behind CREATE DATABASE name: all of the database %1, which nobody may be connected to
    QString maintenance;    ///< the database to be connected to meanwhile
    QString alike;          ///< a query: what stands behind CREATE DATABASE name so that the copy sorts and spells as this one
    QStringList prepare;    ///< on the copy, before its rows come: keys are not looked at, every value is taken as it is
    QStringList finish;
    bool keysBehindRows = false;              ///< foreign keys are looked at all the same, and come behind the rows
    QString rowsOf = QStringLiteral("%1");    ///< behind FROM: the rows of the table alone, without those of its partitions
    QString counters;       ///< a query: statements that put the counters of a copy where those of this database stand
    QString locks;          ///< a query: what this session holds of tables, as table and mode
    QString storage;        ///< a query: table, and where its rows are; elsewhere once a statement wrote them anew
};

/// How a cell that may be large is read without reading all of it. A piece is `pieceStart`, the first of what it gives
/// (counted from 1), a comma, how many, `pieceEnd`.
struct CellPieces
{
    QString bytes;                  ///< its size, told without the cell where the engine can; NULL where it is none that is large
    QString whole;                  ///< the cell, in the type of its pieces
    QString pieceStart, pieceEnd;
    bool inCharacters = false;      ///< pieces are counted in characters, not in bytes
    driver::ValueTag tag = driver::ValueTag::Text; ///< what the column's cells are, whatever its pieces are
    QString piece(qint64 from, qint64 count) const;
};

struct InspectOptions
{
    QStringList schemas;       ///< empty: the default one (PostgreSQL: all but the system's)
    bool estimates = true;     ///< row estimates, where they cost nothing
    bool definitions = true;   ///< views' and routines' texts
    /// Also what only a question for each table tells (MySQL: how an index was spelt, its KEY_BLOCK_SIZE): for comparing.
    bool everyTable = false;
};

struct Inspection
{
    schema::Catalog catalog;
    std::vector<Finding> findings; ///< what Joinery cannot represent
};

/// One engine's SQL: its words, its types, its catalogue. Stateless and thread-safe.
class Dialect
{
public:
    virtual ~Dialect();

    virtual QString name() const = 0;         ///< "sqlite", "postgresql", "mysql", "generic"
    virtual QString displayName() const = 0;  ///< "SQLite", "PostgreSQL", "MySQL / MariaDB"
    virtual const Capabilities &capabilities() const = 0;

    // --- words
    virtual QString quote(const QString &identifier) const = 0;         ///< always quoted
    QString quote(const schema::Name &name) const;
    QString quoteAll(const QStringList &identifiers) const;             ///< comma-separated
    /// Quoted only where the engine needs it (reserved word, capitals, blanks): for DDL and SQL that people read.
    virtual QString quoteIfNeeded(const QString &identifier) const = 0;
    /// Exact as SQL text: for previews, scripts and INSERT exports. The type helps where the text form is ambiguous.
    virtual QString literal(const driver::Value &value, const schema::Type &type = {}) const = 0;
    virtual QString placeholder(int position) const = 0;                ///< position counts from 1
    virtual QStringList keywords() const = 0;                           ///< lower case, for highlighting and completion
    virtual QStringList functions() const = 0;                          ///< likewise
    virtual QStringList typeNames() const = 0;                          ///< offered where a type is chosen
    /// `key` are columns of a primary key or of a UNIQUE of the table, all of them among `columns`. Nothing where the engine
    /// has no words for it.
    virtual std::optional<InsertIfNew> insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const;

    // --- types
    virtual QString typeText(const schema::Type &type) const = 0;       ///< e.g. "numeric(8,2)"
    virtual schema::Type parseType(const QString &text) const = 0;      ///< Native where no generic type fits
    /// Whether the engine turns values of the one type into the other by a cast. True where only it can tell.
    virtual bool converts(const schema::Type &from, const schema::Type &to) const;
    /// Expressions that a person may want where it does not; `column` is quoted. May be empty.
    virtual QStringList conversionIdeas(const schema::Type &from, const schema::Type &to, const QString &column) const;

    // --- DDL
    /// `before` is the catalogue before the operation, reflected where there is a database (SQLite edits the stored
    /// definition of its tables). `serverVersion` as in driver::ServerInfo, 0: the newest.
    virtual Result<SqlSteps> render(const operation::Operation &operation, const schema::Catalog &before,
                                    int serverVersion = 0) const = 0;
    /// See renderAll and createScript below, which call these.
    virtual Result<SqlSteps> renderSequence(const operation::Operations &operations, schema::Catalog before,
                                            int serverVersion) const;
    virtual Result<SqlSteps> renderCatalog(const schema::Catalog &catalog, int serverVersion) const = 0;

    /// The lock under which the database of this name is migrated. Nothing: the engine has none, and a lock file beside
    /// the database does it.
    virtual std::optional<SessionLock> migrationLock(const QString &database) const;

    virtual LockTimeouts lockTimeouts() const;
    /// Creates the table that keeps the steps of a half applied revision where it is missing: position, state,
    /// step (JSON), before_state, changed_at.
    virtual QString createJournal(const QString &table) const;
    /// What stands in the database, to see whether a statement had its effect: the same hash as long as nothing of these
    /// tables has changed; without tables, of the whole schema.
    virtual Result<QByteArray> fingerprint(driver::Connection &connection, const std::vector<schema::Name> &tables,
                                           const CancelToken &token) const;
    /// A query for other sessions of the same database that are at this statement; each row is a statement that ends one.
    /// Empty: a session ends with its client.
    virtual QString orphanSearch(const QString &sql) const;
    /// The statement in forms that the server refuses instead of blocking others (MySQL: ALGORITHM, LOCK), gentlest first;
    /// the last one is always accepted.
    virtual QStringList onlineForms(const QString &sql, const driver::ServerInfo &server) const;
    /// Whether the error says that this form cannot be had, and nothing happened.
    virtual bool refusesForm(const Error &error) const;
    /// SQL that is true for a value of the (quoted) column that no cast turns into the other type; empty where nobody knows.
    virtual QString castFailure(const schema::Type &from, const schema::Type &to, const QString &column) const;

    /// Nothing: the engine has no databases beside each other, or nobody knows how to make one.
    virtual std::optional<ScratchSql> scratchDatabase(const QString &name) const;
    virtual ShadowSql shadowSql() const;

    // --- catalogue
    virtual Result<Inspection> inspect(driver::Connection &connection, const InspectOptions &options,
                                       const CancelToken &token) const = 0;
    /// What a script makes, read without a server. Unsupported where only the engine itself can tell: then the script is
    /// run on a scratch database and that is inspected.
    virtual Result<Inspection> readScript(const QString &script, const CancelToken &token) const;
    /// Whether the server reads two expressions over the columns of a table as one and the same: each is asked for and what the
    /// server makes of it is compared. False too where it cannot tell. Nothing is written.
    virtual Result<bool> readsAlike(driver::Connection &connection, const schema::Name &table, const QString &one, const QString &other,
                                    const CancelToken &token) const;
    /// A quick estimate from statistics, or nothing where only a count would tell.
    virtual Result<std::optional<qint64>> estimateRows(driver::Connection &connection, const schema::Name &table,
                                                       const CancelToken &token) const = 0;

    // --- large cells
    /// Whether cells of some megabytes may be in the table, told by its size: then they are asked for in pieces.
    virtual Result<bool> mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const;
    /// Nothing where a cell of the column is never large, or comes whole or not at all. `prefix` stands before every name
    /// of a column: an alias of the table with its dot, or nothing.
    virtual std::optional<CellPieces> cellPieces(const schema::Table &table, const schema::Column &column,
                                                 const QString &prefix = {}) const;
};

/// Renders one operation after the other, each on the catalogue that the ones before it left. An engine may do several
/// changes of a table at once (SQLite rebuilds a table one time).
Result<SqlSteps> renderAll(const Dialect &dialect, const operation::Operations &operations, schema::Catalog before,
                           int serverVersion = 0);

/// The script that creates a whole catalogue on an empty database, in dependency order.
Result<SqlSteps> createScript(const Dialect &dialect, const schema::Catalog &catalog, int serverVersion = 0);

} // namespace joinery::dialect
