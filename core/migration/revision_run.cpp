// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_run.h"

#include "core/operation/apply.h"

#include <algorithm>

namespace joinery::migration {

namespace {

using Place = dialect::SqlStep::Place;

} // namespace

Status RevisionRun::run(const GraphStep &step, const operation::Operations &operations, const QString &writtenFor,
                        const CancelToken &token)
{
    operation::Operations native;
    for (const operation::Operation &each : operations) {
        JOINERY_TRY_VALUE(const operation::Operations more, m_live.native(each, writtenFor));
        native.insert(native.end(), more.begin(), more.end());
    }
    JOINERY_TRY_VALUE(const dialect::SqlSteps sketched, sketch(native, token));
    m_progress.statements = int(sketched.size() + step.edits.size());
    dialect::SqlSteps teardown;
    for (const dialect::SqlStep &each : sketched) {
        if (each.place == Place::Teardown && std::ranges::find(teardown, each) == teardown.end())
            teardown.push_back(each);
    }
    Status status;
    dialect::SqlSteps set;
    for (const dialect::SqlStep &each : sketched) {
        if (!status || each.place != Place::Setup || std::ranges::find(set, each) != set.end())
            continue;
        status = send(each, token);
        set.push_back(each);
    }
    if (status)
        status = begin();
    if (status)
        status = runOperations(native, token);
    if (status)
        status = begin();
    if (status) {
        status = m_versions.write(m_connection, step.edits, token);
        if (status)
            status = commit();
    }
    if (!status && m_connection.isOpen() && m_connection.transactionState() != driver::TransactionState::Idle) {
        // The first error is the one to tell.
        (void)m_connection.rollback();
    }
    if (!status)
        m_live.forget();
    // Settings are put back however it ended, also after a cancel.
    for (const dialect::SqlStep &each : teardown) {
        const Status back = m_connection.isOpen() ? send(each, {}) : Status();
        if (status && !back)
            status = back;
    }
    return status;
}

Result<dialect::SqlSteps> RevisionRun::sketch(const operation::Operations &operations, const CancelToken &token)
{
    // What must come before the transaction is known only once everything was rendered; the statements themselves are
    // rendered again when their turn comes, on what the database holds by then.
    dialect::SqlSteps all;
    if (operations.empty())
        return all;
    JOINERY_TRY_VALUE(const schema::Catalog *live, m_live.before(operations.front(), token));
    return dialect::renderAll(m_dialect, operations, *live, m_connection.server().versionNumber);
}

Status RevisionRun::runOperations(const operation::Operations &operations, const CancelToken &token)
{
    for (const operation::Operation &operation : operations) {
        JOINERY_TRY_VALUE(const schema::Catalog *live, m_live.before(operation, token));
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps,
                          m_dialect.render(operation, *live, m_connection.server().versionNumber));
        for (const dialect::SqlStep &step : steps)
            JOINERY_TRY(runStep(step, token));
        m_live.applied(operation);
    }
    return {};
}

Status RevisionRun::runStep(const dialect::SqlStep &step, const CancelToken &token)
{
    if (step.place == Place::Setup || step.place == Place::Teardown)
        return {};
    JOINERY_TRY(token.check());
    const Status placed = step.place == Place::Outside ? commit() : begin();
    JOINERY_TRY(placed);
    JOINERY_TRY(send(step, token));
    if (m_connection.transactionState() == driver::TransactionState::Open)
        m_pending.append(step.sql);
    else
        m_kept.append(step.sql);
    return {};
}

Status RevisionRun::send(const dialect::SqlStep &step, const CancelToken &token)
{
    ++m_progress.statement;
    m_progress.sql = step.sql;
    if (m_options.progress)
        m_options.progress(m_progress);
    if (!step.expectsNoRows) {
        JOINERY_TRY(m_connection.run(step.sql, {}, token));
        return {};
    }
    JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(step.sql, {}, token));
    if (rows.rowCount() == 0)
        return {};
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

Status RevisionRun::begin()
{
    if (!m_dialect.capabilities().transactionalDdl || m_connection.transactionState() == driver::TransactionState::Open)
        return {};
    return m_connection.begin();
}

Status RevisionRun::commit()
{
    if (m_connection.transactionState() != driver::TransactionState::Open)
        return {};
    JOINERY_TRY(m_connection.commit());
    m_kept += m_pending;
    m_pending.clear();
    return {};
}

} // namespace joinery::migration
