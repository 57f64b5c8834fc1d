// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/worker/drift_jobs.h"
#include "core/worker/migration_jobs.h"
#include "core/worker/revision_jobs.h"
#include "ui/timeline/standing.h"
#include "ui/workbench/workbench.h"

#include <QTimer>

namespace joinery::ui {

/// What the timeline shows, kept up to date: the revisions in the project's folder, what the models have more, and
/// where every database of the window stands.
class TimelineSource : public QObject
{
    Q_OBJECT
public:
    TimelineSource(Workbench &workbench, QObject *parent);

    ProjectSession *project() const { return m_workbench.project(); }
    const migration::HistoryPtr &history() const { return m_history; } ///< nullptr until it was read
    const std::vector<Finding> &findings() const { return m_findings; }
    const Error &failure() const { return m_failure; }                ///< why there is no history
    const compare::Difference &modelChanges() const { return m_changes; }
    const QList<Standing> &standings() const { return m_standings; }
    const Standing *standing(const QString &connection) const;

    /// Reads files and version tables again.
    void refresh();
    /// Opens the connection where it is closed, and asks where it stands.
    void askStanding(const QString &connection);
    /// What a database is asked that is compared with its revision.
    worker::DriftQuestion driftQuestion() const;
    /// The worker that moves this database; nullptr for an unknown connection.
    worker::DbWorker *worker(const QString &connection);

Q_SIGNALS:
    void historyChanged();
    void modelChangesChanged();
    void standingsChanged();

private:
    void readHistory();
    void compareModels();
    void listConnections();
    void readHeads(const QString &connection);
    void readDrift(const QString &connection);
    Standing *mutableStanding(const QString &connection);

    Workbench &m_workbench;
    migration::HistoryPtr m_history;
    std::vector<Finding> m_findings;
    Error m_failure;
    compare::Difference m_changes;
    QList<Standing> m_standings;
    QHash<QString, worker::DbWorker *> m_workers;
    QTimer m_compareSoon;
    quint64 m_generation = 0; // answers of an older project or state of the models are dropped
};

} // namespace joinery::ui
