// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::migration {

/// One statement of a revision whose steps commit by themselves.
struct JournalStep
{
    enum class State {
        Waiting,
        Started, ///< sent; nobody wrote down how it ended
        Done,
        Failed,  ///< the server refused it: it had no effect
    };
    int position = 0;              ///< counted from 1
    State state = State::Waiting;
    dialect::SqlStep sql;
    size_t operation = 0;          ///< which of the revision's native operations it is of
    std::vector<schema::Name> tables; ///< that it changes; empty: nobody knows which
    bool ownSql = false;           ///< a person wrote it
    bool transactional = false;    ///< changes rows alone, in tables that know transactions
    QByteArray before;             ///< what stood in the database when it was sent, see Dialect::fingerprint
};

/// A revision that was begun and not finished.
struct HalfApplied
{
    QString revision;
    bool up = true;
    QStringList target;     ///< heads behind it
    QString checksum;       ///< of the revision that was begun
    size_t rendered = 0;    ///< operations whose statements stand in `steps`; the others are still to come
    size_t operations = 0;
    std::vector<JournalStep> steps;

    QStringList done() const; ///< statements that ran, and stay
    QStringList left() const; ///< statements that are known and did not run
    /// "joinery-cli upgrade 1a2b3c"
    QString resumeCommand() const;
};

/// What to do with a statement of which nobody can tell whether it ran.
enum class Undecided { Ask, Retry, Skip };

/// Keeps the steps of a revision in the database itself, in a table that is there only while a revision is under way:
/// whoever comes next, from whatever machine, sees what is done and goes on. A backup holds it together with what it
/// speaks of. Revisions that run in one transaction need none.
class Journal
{
public:
    static constexpr const char *kTable = "joinery_journal";

    Journal(const dialect::Dialect &dialect, driver::Connection &connection) : m_dialect(dialect), m_connection(connection) {}

    /// Nothing where no revision is half applied.
    Result<std::optional<HalfApplied>> read(const CancelToken &token = {});
    /// Whether read() found the table, be it without rows.
    bool isThere() const { return m_there; }

    /// The first steps of a revision; creates the table. Commits.
    Status begin(const HalfApplied &revision, const CancelToken &token);
    /// Steps that became known later. Commits.
    Status append(const HalfApplied &revision, size_t from, const CancelToken &token);
    /// Commits, unless a transaction is open: then with that.
    Status mark(const JournalStep &step, const CancelToken &token);
    /// All rows away; in the transaction that writes the version table.
    Status clear(const CancelToken &token);
    /// The table itself, when no revision is under way any more.
    Status drop(const CancelToken &token = {});
    /// In an open transaction, before the step runs: false where a transaction of a dead run was committed meanwhile, and
    /// the step is done.
    Result<bool> claim(const JournalStep &step, const CancelToken &token);
    /// Puts a step of which nobody knew how it ended in order: what ran is done, what did not will run again.
    Status settle(JournalStep &step, Undecided otherwise, const CancelToken &token);

private:
    /// A server goes on with the statement of a client that died: it is ended, so that nobody is overtaken by it.
    Status endOrphans(const JournalStep &step, const CancelToken &token);
    Status insert(int position, const QString &state, const QJsonObject &json, const CancelToken &token);
    QString table() const { return m_dialect.quoteIfNeeded(QLatin1String(kTable)); }

    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    bool m_there = false;
};

} // namespace joinery::migration
