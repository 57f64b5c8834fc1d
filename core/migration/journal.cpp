// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/journal.h"

#include "core/sql/classify.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace joinery::migration {

namespace {

using State = JournalStep::State;
using Place = dialect::SqlStep::Place;

constexpr int kOrphanTries = 600;
constexpr const char *kStates[] = {"waiting", "started", "done", "failed"};
constexpr const char *kPlaces[] = {"in", "outside", "setup", "teardown"};

QString nameOf(State state) { return QLatin1String(kStates[int(state)]); }

template <class Enum, size_t N>
Enum parsed(const char *const (&names)[N], const QString &text)
{
    for (size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names[i]))
            return Enum(i);
    }
    return Enum(0);
}

QJsonObject toJson(const JournalStep &step)
{
    QJsonArray tables;
    for (const schema::Name &table : step.tables)
        tables.append(QJsonArray{table.schema, table.name});
    return {{QStringLiteral("sql"), step.sql.sql},
            {QStringLiteral("place"), QLatin1String(kPlaces[int(step.sql.place)])},
            {QStringLiteral("no_rows"), step.sql.expectsNoRows},
            {QStringLiteral("failure"), step.sql.failure},
            {QStringLiteral("done"), step.sql.done},
            {QStringLiteral("undo"), step.sql.undo},
            {QStringLiteral("only_if"), step.sql.onlyIf},
            {QStringLiteral("operation"), int(step.operation)},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("own"), step.ownSql},
            {QStringLiteral("transactional"), step.transactional}};
}

JournalStep stepFrom(const QJsonObject &json)
{
    JournalStep step;
    step.sql.sql = json[QLatin1String("sql")].toString();
    step.sql.place = parsed<Place>(kPlaces, json[QLatin1String("place")].toString());
    step.sql.expectsNoRows = json[QLatin1String("no_rows")].toBool();
    step.sql.failure = json[QLatin1String("failure")].toString();
    step.sql.done = json[QLatin1String("done")].toString();
    step.sql.undo = json[QLatin1String("undo")].toString();
    step.sql.onlyIf = json[QLatin1String("only_if")].toString();
    step.operation = size_t(json[QLatin1String("operation")].toInt());
    for (const QJsonValue table : json[QLatin1String("tables")].toArray())
        step.tables.emplace_back(table.toArray().at(0).toString(), table.toArray().at(1).toString());
    step.ownSql = json[QLatin1String("own")].toBool();
    step.transactional = json[QLatin1String("transactional")].toBool();
    return step;
}

QJsonObject headOf(const HalfApplied &revision)
{
    return {{QStringLiteral("revision"), revision.revision},
            {QStringLiteral("up"), revision.up},
            {QStringLiteral("target"), QJsonArray::fromStringList(revision.target)},
            {QStringLiteral("checksum"), revision.checksum},
            {QStringLiteral("rendered"), int(revision.rendered)},
            {QStringLiteral("operations"), int(revision.operations)}};
}

void takeHead(HalfApplied &revision, const QJsonObject &json)
{
    revision.revision = json[QLatin1String("revision")].toString();
    revision.up = json[QLatin1String("up")].toBool(true);
    for (const QJsonValue each : json[QLatin1String("target")].toArray())
        revision.target.append(each.toString());
    revision.checksum = json[QLatin1String("checksum")].toString();
    revision.rendered = size_t(json[QLatin1String("rendered")].toInt());
    revision.operations = size_t(json[QLatin1String("operations")].toInt());
}

driver::Value textOf(const QString &text) { return driver::Value::text(text); }

} // namespace

QStringList HalfApplied::done() const
{
    QStringList statements;
    for (const JournalStep &step : steps) {
        if (step.state == State::Done && step.sql.place != Place::Setup && step.sql.place != Place::Teardown)
            statements.append(step.sql.sql);
    }
    return statements;
}

QStringList HalfApplied::left() const
{
    QStringList statements;
    for (const JournalStep &step : steps) {
        if (step.state != State::Done && step.sql.place != Place::Setup && step.sql.place != Place::Teardown)
            statements.append(step.sql.sql);
    }
    return statements;
}

QString HalfApplied::resumeCommand() const
{
    if (up)
        return QStringLiteral("joinery-cli upgrade ") + revision;
    return QStringLiteral("joinery-cli downgrade ") + (target.isEmpty() ? QStringLiteral("base") : target.front());
}

Result<std::optional<HalfApplied>> Journal::read(const CancelToken &token)
{
    const Result<driver::RowBlock> rows = m_connection.fetch(
        QStringLiteral("SELECT position, state, step, before_state FROM %1 ORDER BY position").arg(table()), {}, token);
    if (!rows) {
        if (rows.error().kind == ErrorKind::Undefined)
            return std::optional<HalfApplied>();
        return fail(rows.error());
    }
    m_there = true;
    if (rows->rowCount() == 0)
        return std::optional<HalfApplied>();
    HalfApplied revision;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QJsonDocument json = QJsonDocument::fromJson(rows->value(row, 2).toText().toUtf8());
        if (!json.isObject())
            return fail(ErrorKind::Corrupt, QStringLiteral("The table %1 does not hold what Joinery wrote into it.").arg(QLatin1String(kTable)));
        const int position = rows->value(row, 0).toText().toInt();
        if (position == 0) {
            takeHead(revision, json.object());
            continue;
        }
        JournalStep step = stepFrom(json.object());
        step.position = position;
        step.state = parsed<State>(kStates, rows->value(row, 1).toText());
        step.before = rows->isNull(row, 3) ? QByteArray() : rows->value(row, 3).toText().toLatin1();
        revision.steps.push_back(std::move(step));
    }
    if (revision.revision.isEmpty())
        return fail(ErrorKind::Corrupt, QStringLiteral("The table %1 does not say of which revision it speaks.").arg(QLatin1String(kTable)));
    return std::optional(std::move(revision));
}

Status Journal::insert(int position, const QString &state, const QJsonObject &json, const CancelToken &token)
{
    const QString sql = QStringLiteral("INSERT INTO %1 (position, state, step, changed_at) VALUES (%2, %3, %4, %5)")
                            .arg(table(), m_dialect.placeholder(1), m_dialect.placeholder(2), m_dialect.placeholder(3), m_dialect.placeholder(4));
    const driver::Value values[] = {driver::Value::integer(position), textOf(state),
                                    textOf(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))),
                                    textOf(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))};
    JOINERY_TRY(m_connection.run(sql, values, token));
    return {};
}

Status Journal::begin(const HalfApplied &revision, const CancelToken &token)
{
    JOINERY_TRY(m_connection.run(m_dialect.createJournal(QLatin1String(kTable)), {}, token));
    m_connection.takeNotices();
    JOINERY_TRY(m_connection.begin());
    Status status = insert(0, QStringLiteral("revision"), headOf(revision), token);
    for (size_t i = 0; i < revision.steps.size() && status; ++i)
        status = insert(revision.steps[i].position, nameOf(revision.steps[i].state), toJson(revision.steps[i]), token);
    if (!status) {
        (void)m_connection.rollback();
        return status;
    }
    return m_connection.commit();
}

Status Journal::append(const HalfApplied &revision, size_t from, const CancelToken &token)
{
    JOINERY_TRY(m_connection.begin());
    Status status;
    if (const auto gone = m_connection.run(QStringLiteral("DELETE FROM %1 WHERE position = 0").arg(table()), {}, token); !gone)
        status = fail(gone.error());
    if (status)
        status = insert(0, QStringLiteral("revision"), headOf(revision), token);
    for (size_t i = from; i < revision.steps.size() && status; ++i)
        status = insert(revision.steps[i].position, nameOf(revision.steps[i].state), toJson(revision.steps[i]), token);
    if (!status) {
        (void)m_connection.rollback();
        return status;
    }
    return m_connection.commit();
}

Status Journal::mark(const JournalStep &step, const CancelToken &token)
{
    const QString sql = QStringLiteral("UPDATE %1 SET state = %2, before_state = %3, changed_at = %4 WHERE position = %5")
                            .arg(table(), m_dialect.placeholder(1), m_dialect.placeholder(2), m_dialect.placeholder(3), m_dialect.placeholder(4));
    const driver::Value values[] = {textOf(nameOf(step.state)),
                                    step.before.isEmpty() ? driver::Value() : textOf(QString::fromLatin1(step.before)),
                                    textOf(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)), driver::Value::integer(step.position)};
    JOINERY_TRY_VALUE(const qint64 rows, m_connection.run(sql, values, token));
    if (rows != 1)
        return fail(ErrorKind::Conflict, QStringLiteral("Somebody else changed the table %1 while this revision ran.").arg(QLatin1String(kTable)));
    return {};
}

Result<bool> Journal::claim(const JournalStep &step, const CancelToken &token)
{
    const QString sql = QStringLiteral("UPDATE %1 SET state = 'claimed' WHERE position = %2 AND state <> 'done'").arg(table()).arg(step.position);
    JOINERY_TRY_VALUE(const qint64 rows, m_connection.run(sql, {}, token));
    return rows == 1;
}

Status Journal::endOrphans(const JournalStep &step, const CancelToken &token)
{
    const QString search = m_dialect.orphanSearch(step.sql.sql);
    if (search.isEmpty())
        return {};
    for (int i = 0; i < kOrphanTries; ++i) {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(search, {}, token));
        if (rows.isEmpty())
            return {};
        for (int row = 0; row < rows.rowCount(); ++row)
            (void)m_connection.fetch(rows.value(row, 0).toText(), {}, token); // it may have ended by itself
        QThread::msleep(50);
        JOINERY_TRY(token.check());
    }
    return fail(ErrorKind::Busy, QStringLiteral("A session of the run that was broken off is still at work: %1").arg(step.sql.sql));
}

Status Journal::clear(const CancelToken &token)
{
    JOINERY_TRY(m_connection.run(QStringLiteral("DELETE FROM ") + table(), {}, token));
    return {};
}

Status Journal::drop(const CancelToken &token)
{
    JOINERY_TRY(m_connection.run(QStringLiteral("DROP TABLE IF EXISTS ") + table(), {}, token));
    m_connection.takeNotices();
    return {};
}

Status Journal::settle(JournalStep &step, Undecided otherwise, const CancelToken &token)
{
    if (step.state != State::Started && step.state != State::Failed)
        return {};
    JOINERY_TRY(endOrphans(step, token));
    const auto as = [&](State state) {
        step.state = state;
        return mark(step, token);
    };
    if (!step.sql.done.isEmpty()) {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(step.sql.done, {}, token));
        if (rows.rowCount() > 0)
            return as(State::Done);
        if (!step.sql.undo.isEmpty())
            JOINERY_TRY(m_connection.run(step.sql.undo, {}, token));
        return as(State::Waiting);
    }
    if (step.state == State::Failed)
        return as(otherwise == Undecided::Skip ? State::Done : State::Waiting);
    if (!step.before.isEmpty()) {
        JOINERY_TRY_VALUE(const QByteArray now, m_dialect.fingerprint(m_connection, step.tables, token));
        return as(now == step.before ? State::Waiting : State::Done);
    }
    if (otherwise != Undecided::Ask)
        return as(otherwise == Undecided::Retry ? State::Waiting : State::Done);
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("Nobody can tell whether this statement ran before the run was broken off: look, and say whether it "
                                   "is to run again or counts as done.");
    error.statement = step.sql.sql;
    return fail(std::move(error));
}

} // namespace joinery::migration
