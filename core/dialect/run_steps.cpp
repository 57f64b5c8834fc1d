// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/run_steps.h"

#include <QSet>

namespace joinery::dialect {

namespace {

Status runStep(driver::Connection &connection, const SqlStep &step, const CancelToken &token)
{
    if (!step.expectsNoRows) {
        JOINERY_TRY(connection.run(step.sql, {}, token));
        return {};
    }
    JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(step.sql, {}, token));
    if (rows.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Check;
    error.damage = Damage::Transaction;
    error.message = step.failure;
    error.statement = step.sql;
    return fail(std::move(error));
}

Status runInTransaction(driver::Connection &connection, const SqlSteps &steps, const CancelToken &token)
{
    for (const SqlStep &step : steps) {
        const bool open = connection.transactionState() != driver::TransactionState::Idle;
        if (step.place == SqlStep::Place::InTransaction && !open)
            JOINERY_TRY(connection.begin());
        if (step.place == SqlStep::Place::Outside && open)
            JOINERY_TRY(connection.commit());
        if (step.place == SqlStep::Place::InTransaction || step.place == SqlStep::Place::Outside)
            JOINERY_TRY(runStep(connection, step, token));
    }
    return connection.transactionState() == driver::TransactionState::Idle ? Status() : connection.commit();
}

/// Those of one place, each once: two rebuilds set the same switch.
SqlSteps stepsAt(SqlStep::Place place, const SqlSteps &steps)
{
    SqlSteps found;
    QSet<QString> seen;
    for (const SqlStep &step : steps) {
        if (step.place == place && !seen.contains(step.sql)) {
            seen.insert(step.sql);
            found.push_back(step);
        }
    }
    return found;
}

} // namespace

Result<SqlSteps> teardownOf(driver::Connection &connection, const SqlSteps &steps, const CancelToken &token)
{
    SqlSteps wanted;
    for (const SqlStep &step : stepsAt(SqlStep::Place::Teardown, steps)) {
        if (!step.onlyIf.isEmpty()) {
            JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(step.onlyIf, {}, token));
            const QString value = rows.isEmpty() || rows.isNull(0, 0) ? QString() : rows.value(0, 0).toText();
            if (value.isEmpty() || value == QLatin1String("0") || value == QLatin1String("false"))
                continue;
        }
        wanted.push_back(step);
    }
    return wanted;
}

Status runSteps(driver::Connection &connection, const SqlSteps &steps, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const SqlSteps teardown, teardownOf(connection, steps, token));
    Status status;
    for (const SqlStep &step : stepsAt(SqlStep::Place::Setup, steps)) {
        if (status)
            status = runStep(connection, step, token);
    }
    if (status)
        status = runInTransaction(connection, steps, token);
    // The first error is the one to tell; what follows only puts back what was.
    if (!status && connection.transactionState() != driver::TransactionState::Idle)
        (void)connection.rollback();
    for (const SqlStep &step : teardown) {
        const Status restored = runStep(connection, step, {});
        if (status && !restored)
            status = restored;
    }
    return status;
}

} // namespace joinery::dialect
