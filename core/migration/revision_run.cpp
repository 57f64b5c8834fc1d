// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_run.h"

#include "core/dialect/run_steps.h"
#include "core/operation/apply.h"
#include "core/sql/classify.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

namespace joinery::migration {

namespace {

using Place = dialect::SqlStep::Place;

/// The tables whose text tells whether the statement ran; nothing where it is about more than tables.
std::vector<schema::Name> tablesOf(const operation::Operation &operation, const QString &sql)
{
    static const QStringList kAboutTables{QStringLiteral("ALTER TABLE "), QStringLiteral("CREATE TABLE "), QStringLiteral("DROP TABLE "),
                                          QStringLiteral("RENAME TABLE "), QStringLiteral("CREATE INDEX "), QStringLiteral("CREATE UNIQUE INDEX "),
                                          QStringLiteral("CREATE FULLTEXT INDEX "), QStringLiteral("CREATE SPATIAL INDEX "), QStringLiteral("DROP INDEX ")};
    if (std::ranges::none_of(kAboutTables, [&](const QString &verb) { return sql.startsWith(verb); }))
        return {};
    std::vector<schema::Name> tables;
    if (const auto *created = std::get_if<operation::CreateTable>(&operation))
        tables.push_back(created->table.name);
    else if (const schema::Name name = operation::affectedTable(operation); !name.isEmpty())
        tables.push_back(name);
    if (const auto *renamed = std::get_if<operation::RenameTable>(&operation))
        tables.push_back(renamed->to);
    return tables;
}

bool isModification(const QString &sql, const QString &engine)
{
    const sql::StatementTraits traits = sql::classify(sql, sql::flavorOf(engine));
    static const QStringList kRows{QStringLiteral("INSERT"), QStringLiteral("UPDATE"), QStringLiteral("DELETE"), QStringLiteral("REPLACE")};
    return traits.kind == sql::StatementTraits::Kind::Modification && kRows.contains(traits.verb);
}

bool isDefinition(const QString &sql, const QString &engine)
{
    return sql::classify(sql, sql::flavorOf(engine)).kind == sql::StatementTraits::Kind::Definition;
}

bool rollsBack(const schema::Catalog &catalog)
{
    return std::ranges::all_of(catalog.tables, [](const schema::Table &table) {
        const QString engine = table.options.value(QStringLiteral("engine"), QStringLiteral("InnoDB"));
        return engine.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Status RevisionRun::run(const RevisionWork &work, const HalfApplied *resumed, const CancelToken &token)
{
    operation::Operations native;
    for (const operation::Operation &each : work.operations) {
        JOINERY_TRY_VALUE(const operation::Operations more, m_live.native(each, work.writtenFor));
        native.insert(native.end(), more.begin(), more.end());
    }
    dialect::SqlSteps sketched;
    if (resumed) {
        m_work = *resumed;
        m_journaled = true;
        for (const JournalStep &each : m_work.steps)
            sketched.push_back(each.sql);
        m_live.forget();
    } else {
        // What must come before the transaction is known only once everything was rendered.
        JOINERY_TRY_VALUE(sketched, sketch(native, token));
        m_work.revision = m_progress.revisionId;
        m_work.up = work.step.up;
        m_work.target = work.step.to;
        m_work.checksum = work.checksum;
        m_work.operations = native.size();
        const bool outside = std::ranges::any_of(sketched, [](const dialect::SqlStep &each) { return each.place == Place::Outside; });
        m_journaled = !native.empty() && (outside || !m_dialect.capabilities().transactionalDdl);
    }
    m_progress.statements = int(sketched.size() + work.step.edits.size());
    const dialect::LockTimeouts timeouts = m_dialect.lockTimeouts();
    JOINERY_TRY_VALUE(const dialect::SqlSteps teardown, dialect::teardownOf(m_connection, sketched, token));
    Status status;
    dialect::SqlSteps set;
    for (const QString &each : timeouts.begin)
        set.push_back({.sql = each, .place = Place::Setup});
    for (const dialect::SqlStep &each : sketched) {
        if (each.place == Place::Setup && std::ranges::find(set, each) == set.end())
            set.push_back(each);
    }
    for (const dialect::SqlStep &each : set) {
        if (status)
            status = send(each, token);
    }
    if (status)
        status = runSegments(native, resumed, token);
    if (status)
        status = finish(work.step, token);
    if (!status && m_connection.isOpen() && m_connection.transactionState() != driver::TransactionState::Idle) {
        // The first error is the one to tell.
        (void)m_connection.rollback();
    }
    if (!status) {
        m_live.forget();
        noteHalf();
    }
    // Settings are put back however it ended, also after a cancel.
    for (const QString &each : timeouts.end) {
        if (m_connection.isOpen())
            (void)m_connection.run(each);
    }
    for (const dialect::SqlStep &each : teardown) {
        const Status back = m_connection.isOpen() ? send(each, {}) : Status();
        if (status && !back)
            status = back;
    }
    return status;
}

Result<dialect::SqlSteps> RevisionRun::sketch(const operation::Operations &operations, const CancelToken &token)
{
    if (operations.empty())
        return dialect::SqlSteps();
    JOINERY_TRY_VALUE(const schema::Catalog *live, m_live.before(operations, token));
    return rendered(operations, *live);
}

// renderAll wants a catalogue of its own to apply them to, which one of many tables is not copied for.
Result<dialect::SqlSteps> RevisionRun::rendered(const operation::Operations &operations, const schema::Catalog &live) const
{
    const int version = m_connection.server().versionNumber;
    return operations.size() == 1 ? m_dialect.render(operations.front(), live, version) : dialect::renderAll(m_dialect, operations, live, version);
}

Result<std::vector<JournalStep>> RevisionRun::renderNext(const operation::Operations &operations, size_t first, const CancelToken &token)
{
    // A person's own SQL may have done anything: what comes behind it is rendered once it has run.
    const auto own = std::find_if(operations.begin() + std::ptrdiff_t(first), operations.end(), [](const operation::Operation &each) {
        return std::holds_alternative<operation::ExecuteSql>(each);
    });
    const size_t end = own == operations.end() ? operations.size() : size_t(own - operations.begin()) + 1;
    std::vector<JournalStep> steps;
    // An engine that rebuilds tables does several changes in one; elsewhere each operation has its own statements.
    const bool together = !m_dialect.capabilities().alterColumn;
    for (size_t at = first; at < end;) {
        const bool ownSql = std::holds_alternative<operation::ExecuteSql>(operations[at]);
        const size_t next = together && !ownSql ? (own == operations.end() ? end : end - 1) : at + 1;
        const operation::Operations part(operations.begin() + std::ptrdiff_t(at), operations.begin() + std::ptrdiff_t(next));
        JOINERY_TRY_VALUE(const schema::Catalog *live, m_live.before(part, token));
        JOINERY_TRY_VALUE(dialect::SqlSteps sql, rendered(part, *live));
        for (dialect::SqlStep &each : sql) {
            JournalStep step;
            // A table that grew under a person's own SQL would now be checked apart: not in the middle of a transaction.
            if (!m_journaled && each.place == Place::Outside)
                each.place = Place::InTransaction;
            step.operation = at;
            step.ownSql = ownSql;
            // A table that knows no transactions keeps half of a statement that was broken off.
            step.transactional = each.place == Place::InTransaction && isModification(each.sql, m_dialect.name()) && rollsBack(*live);
            step.tables = ownSql ? std::vector<schema::Name>() : tablesOf(part.front(), each.sql);
            step.sql = std::move(each);
            steps.push_back(std::move(step));
        }
        for (const operation::Operation &each : part)
            m_live.applied(each);
        at = next;
    }
    m_work.rendered = end;
    return steps;
}

Status RevisionRun::runSegments(const operation::Operations &native, bool begun, const CancelToken &token)
{
    if (!m_work.steps.empty()) {
        for (JournalStep &step : m_work.steps)
            JOINERY_TRY(m_journal.settle(step, m_options.undecided, token));
        JOINERY_TRY(runSteps(0, token));
    }
    while (m_work.rendered < native.size()) {
        const size_t first = m_work.steps.size();
        JOINERY_TRY_VALUE(std::vector<JournalStep> steps, renderNext(native, m_work.rendered, token));
        for (JournalStep &step : steps) {
            step.position = int(m_work.steps.size()) + 1;
            m_work.steps.push_back(std::move(step));
        }
        if (m_journaled && !begun) {
            JOINERY_TRY(m_journal.begin(m_work, token));
            begun = true;
        } else if (m_journaled) {
            JOINERY_TRY(commit(first, token));
            JOINERY_TRY(m_journal.append(m_work, first, token));
        }
        JOINERY_TRY(runSteps(first, token));
    }
    return {};
}

Status RevisionRun::runSteps(size_t first, const CancelToken &token)
{
    if (m_connection.transactionState() != driver::TransactionState::Open)
        m_open = first;
    int tries = 0;
    for (size_t at = first; at < m_work.steps.size();) {
        JournalStep &step = m_work.steps[at];
        if (step.state == State::Done || step.sql.place == Place::Setup || step.sql.place == Place::Teardown) {
            ++at;
            continue;
        }
        JOINERY_TRY(token.check());
        if (step.sql.place == Place::Outside || !m_dialect.capabilities().transactionalDdl) {
            JOINERY_TRY(runCommitting(at, token));
            m_open = at;
            continue;
        }
        const bool opens = m_connection.transactionState() != driver::TransactionState::Open;
        Status status = begin(token);
        if (status && opens && m_journaled)
            status = claim(step, token);
        if (status)
            status = send(step.sql, token);
        if (status) {
            ++at;
        } else if (m_open >= first && mayTryAgain(status.error(), tries, token)) {
            JOINERY_TRY(m_connection.rollback());
            m_progress.statement -= int(at - m_open) + 1;
            at = m_open; // the whole transaction again
        } else {
            return status;
        }
    }
    return {};
}

Status RevisionRun::claim(const JournalStep &step, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const bool ours, m_journal.claim(step, token));
    if (ours)
        return {};
    return fail(ErrorKind::Conflict, QStringLiteral("The run that was broken off committed this step just now; the next run goes on behind it."));
}

Status RevisionRun::runCommitting(size_t &at, const CancelToken &token)
{
    JournalStep &step = m_work.steps[at];
    JOINERY_TRY(commit(at, token));
    Status status;
    int tries = 0;
    do {
        status = step.transactional ? runInOwnTransaction(step, token) : runOutside(step, token);
    } while (!status && m_connection.isOpen() && mayTryAgain(status.error(), tries, token));
    JOINERY_TRY(std::move(status));
    ++at;
    return {};
}

Status RevisionRun::runInOwnTransaction(JournalStep &step, const CancelToken &token)
{
    // The rows and the note that they are done: both or neither.
    JOINERY_TRY(m_connection.begin());
    const Result<bool> ours = m_journal.claim(step, token);
    Status status = ours ? Status() : Status(fail(ours.error()));
    if (status && *ours)
        status = send(step.sql, token);
    if (status) {
        step.state = State::Done;
        status = m_journal.mark(step, token);
    }
    if (status)
        status = m_connection.commit();
    if (!status) {
        step.state = State::Waiting;
        if (m_connection.isOpen() && m_connection.transactionState() != driver::TransactionState::Idle)
            (void)m_connection.rollback();
    }
    return status;
}

Status RevisionRun::runOutside(JournalStep &step, const CancelToken &token)
{
    step.state = State::Started;
    step.before.clear();
    if (step.sql.done.isEmpty() && isDefinition(step.sql.sql, m_dialect.name())) {
        JOINERY_TRY_VALUE(step.before, m_dialect.fingerprint(m_connection, step.tables, token));
    }
    JOINERY_TRY(m_journal.mark(step, token));
    Status status = sendGently(step, token);
    if (!status && m_connection.isOpen()) {
        if (!step.sql.undo.isEmpty())
            (void)m_connection.run(step.sql.undo);
        // Stopped by a cancel, or refused by the server: it had no effect.
        step.state = State::Failed;
        (void)m_journal.mark(step, {});
        return status;
    }
    JOINERY_TRY(std::move(status));
    step.state = State::Done;
    return m_journal.mark(step, token);
}

Status RevisionRun::sendGently(const JournalStep &step, const CancelToken &token)
{
    const QStringList forms = step.ownSql ? QStringList{step.sql.sql} : m_dialect.onlineForms(step.sql.sql, m_connection.server());
    Status status;
    for (const QString &form : forms) {
        dialect::SqlStep sent = step.sql;
        sent.sql = form;
        status = send(sent, token);
        if (status || &form == &forms.back() || !m_dialect.refusesForm(status.error()))
            break;
        --m_progress.statement;
    }
    return status;
}

Status RevisionRun::finish(const GraphStep &step, const CancelToken &token)
{
    JOINERY_TRY(begin(token));
    JOINERY_TRY(m_versions.write(m_connection, step.edits, token));
    if (m_journaled) {
        JOINERY_TRY(m_journal.clear(token));
    }
    JOINERY_TRY(m_connection.commit());
    m_work.steps.clear();
    return {};
}

Status RevisionRun::send(const dialect::SqlStep &step, const CancelToken &token)
{
    ++m_progress.statement;
    m_progress.sql = step.sql;
    if (m_options.progress)
        m_options.progress(m_progress);
    QElapsedTimer clock;
    clock.start();
    const auto tell = [&]() -> Status {
        const bool ofRevision = step.place == Place::InTransaction || step.place == Place::Outside;
        return m_options.ran && ofRevision ? m_options.ran({m_progress.revisionId, step.sql, clock.nsecsElapsed() / 1000}) : Status();
    };
    if (!step.expectsNoRows) {
        JOINERY_TRY(m_connection.run(step.sql, {}, token));
        return tell();
    }
    JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(step.sql, {}, token));
    if (rows.rowCount() == 0)
        return tell();
    QStringList shown;
    for (int row = 0; row < qMin(rows.rowCount(), 5); ++row) {
        QStringList cells;
        for (int column = 0; column < rows.columnCount(); ++column)
            cells.append(rows.value(row, column).toText());
        shown.append(cells.join(QStringLiteral(", ")));
    }
    Error error;
    error.kind = ErrorKind::Data;
    error.damage = Damage::Transaction;
    error.message = step.failure.isEmpty() ? QStringLiteral("A check found rows that stand against this step.") : step.failure;
    error.detail = QStringLiteral("%1 rows: %2").arg(rows.rowCount()).arg(shown.join(QStringLiteral("; ")));
    error.statement = step.sql;
    return fail(std::move(error));
}

Status RevisionRun::begin(const CancelToken &token)
{
    if (m_connection.transactionState() == driver::TransactionState::Open)
        return {};
    JOINERY_TRY(m_connection.begin());
    for (const QString &each : m_dialect.lockTimeouts().transaction)
        JOINERY_TRY(m_connection.run(each, {}, token));
    return {};
}

Status RevisionRun::commit(size_t end, const CancelToken &token)
{
    if (m_connection.transactionState() != driver::TransactionState::Open)
        return {};
    std::vector<JournalStep *> ran;
    for (size_t at = m_open; at < end && m_journaled; ++at) {
        JournalStep &step = m_work.steps[at];
        if (step.sql.place != Place::InTransaction || step.state == State::Done)
            continue;
        JournalStep done = step;
        done.state = State::Done;
        JOINERY_TRY(m_journal.mark(done, token));
        ran.push_back(&step);
    }
    JOINERY_TRY(m_connection.commit());
    for (JournalStep *step : ran)
        step->state = State::Done;
    m_open = end;
    return {};
}

bool RevisionRun::mayTryAgain(const Error &error, int &tries, const CancelToken &token) const
{
    const bool locked = error.kind == ErrorKind::Busy || error.sqlState == QLatin1String("40P01") || error.sqlState == QLatin1String("40001");
    if (!locked || ++tries >= m_options.lockTries || token.isCancelled())
        return false;
    // Twice as long each time, and not in step with others who wait.
    int wait = 100 * (1 << qMin(tries, 6)) + int(QRandomGenerator::global()->bounded(100));
    for (; wait > 0 && !token.isCancelled(); wait -= 50)
        QThread::msleep(50);
    return !token.isCancelled();
}

void RevisionRun::noteHalf()
{
    const bool any = std::ranges::any_of(m_work.steps, [](const JournalStep &step) {
        return step.state == State::Done || step.state == State::Started;
    });
    if (m_journaled && any)
        m_half = m_work;
    else if (m_journaled && m_connection.isOpen())
        (void)m_journal.clear({}); // nothing of it is there
}

} // namespace joinery::migration
