// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_source.h"

namespace joinery::ui {

TimelineSource::TimelineSource(Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench)
{
    m_compareSoon.setSingleShot(true);
    m_compareSoon.setInterval(150);
    connect(&m_compareSoon, &QTimer::timeout, this, &TimelineSource::compareModels);
    connect(&workbench, &Workbench::connectionsChanged, this, &TimelineSource::listConnections);
    const auto follow = [this] {
        if (ProjectSession *session = project()) {
            connect(session, &ProjectSession::revisionsChanged, this, &TimelineSource::readHistory, Qt::UniqueConnection);
            connect(&session->document(), &project::Document::changed, &m_compareSoon, qOverload<>(&QTimer::start),
                    Qt::UniqueConnection);
            connect(&session->document(), &project::Document::wasReset, &m_compareSoon, qOverload<>(&QTimer::start),
                    Qt::UniqueConnection);
        }
        refresh();
    };
    connect(&workbench, &Workbench::projectChanged, this, follow);
    follow();
}

const Standing *TimelineSource::standing(const QString &connection) const
{
    return const_cast<TimelineSource *>(this)->mutableStanding(connection);
}

Standing *TimelineSource::mutableStanding(const QString &connection)
{
    const auto found = std::ranges::find(m_standings, connection, &Standing::connection);
    return found == m_standings.end() ? nullptr : &*found;
}

void TimelineSource::refresh()
{
    readHistory();
    listConnections();
}

void TimelineSource::readHistory()
{
    const quint64 generation = ++m_generation;
    if (!project()) {
        m_history.reset();
        m_changes = {};
        Q_EMIT historyChanged();
        return;
    }
    worker::readHistory(project()->folder(), this, [this, generation](Result<worker::HistoryAnswer> answer) {
        if (generation != m_generation)
            return;
        m_history = answer ? answer->history : nullptr;
        m_findings = answer ? answer->findings : std::vector<Finding>();
        m_failure = answer ? Error() : answer.error();
        Q_EMIT historyChanged();
        compareModels();
        for (const Standing &standing : QList<Standing>(m_standings))
            readHeads(standing.connection);
    });
}

void TimelineSource::compareModels()
{
    if (!m_history || !project())
        return;
    const quint64 generation = ++m_generation;
    worker::modelChanges(m_history, project()->document().snapshot(), this, [this, generation](Result<compare::Difference> answer) {
        if (generation != m_generation)
            return;
        m_changes = answer ? *std::move(answer) : compare::Difference();
        Q_EMIT modelChangesChanged();
    });
}

void TimelineSource::listConnections()
{
    QList<Standing> next;
    for (ConnectionItem *item : m_workbench.connections()) {
        const Standing *known = standing(item->id());
        Standing standing = known ? *known : Standing();
        standing.connection = item->id();
        standing.name = item->name();
        standing.environment = item->environment();
        standing.readOnly = item->isReadOnly();
        next.append(standing);
        disconnect(item, nullptr, this, nullptr); // listed before
        connect(item, &ConnectionItem::stateChanged, this, [this, item] { readHeads(item->id()); });
    }
    m_standings = next;
    Q_EMIT standingsChanged();
    for (const Standing &standing : QList<Standing>(m_standings)) {
        if (standing.state == Standing::State::NotConnected)
            readHeads(standing.connection);
    }
}

worker::DbWorker *TimelineSource::worker(const QString &connection)
{
    if (worker::DbWorker *known = m_workers.value(connection))
        return known;
    ConnectionItem *item = m_workbench.connection(connection);
    if (!item)
        return nullptr;
    worker::DbWorker *made = item->createWorker(item);
    connect(made, &QObject::destroyed, this, [this, connection] { m_workers.remove(connection); });
    m_workers.insert(connection, made);
    return made;
}

void TimelineSource::askStanding(const QString &connection)
{
    ConnectionItem *item = m_workbench.connection(connection);
    if (item && item->state() != ConnectionItem::State::Open)
        item->open(); // its stateChanged brings readHeads
    else
        readHeads(connection);
}

void TimelineSource::readHeads(const QString &connection)
{
    ConnectionItem *item = m_workbench.connection(connection);
    Standing *standing = mutableStanding(connection);
    if (!item || !standing || !m_history || item->state() != ConnectionItem::State::Open)
        return;
    if (standing->state == Standing::State::NotConnected)
        standing->state = Standing::State::Reading;
    worker::readHeads(*worker(connection), this, [this, connection](Result<QStringList> heads) {
        Standing *known = mutableStanding(connection);
        if (!known || !m_history)
            return;
        known->heads = heads ? *heads : QStringList();
        known->failure = heads ? QString() : heads.error().message;
        known->state = heads ? Standing::State::Known : Standing::State::Failed;
        for (const QString &head : known->heads) {
            if (!m_history->reaching(known->heads).graph().contains(head))
                known->state = Standing::State::Foreign;
        }
        if (known->state == Standing::State::Known)
            readDrift(connection);
        Q_EMIT standingsChanged();
    });
}

worker::DriftQuestion TimelineSource::driftQuestion() const
{
    return {m_history, project() ? project()->project().driftRules() : std::vector<migration::DriftRule>()};
}

void TimelineSource::readDrift(const QString &connection)
{
    const quint64 generation = m_generation;
    worker::readDrift(*worker(connection), driftQuestion(), this, [this, connection, generation](Result<worker::DriftAnswer> answer) {
        Standing *known = mutableStanding(connection);
        if (!known || generation != m_generation)
            return;
        known->differences = answer && !answer->halfApplied ? std::optional(int(answer->drift.live.operations.size())) : std::nullopt;
        known->halfApplied = answer && answer->halfApplied ? answer->halfApplied->revision : QString();
        Q_EMIT standingsChanged();
    });
}

} // namespace joinery::ui
