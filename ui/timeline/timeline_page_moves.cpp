// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_page.h"

#include "ui/timeline/drift_dialog.h"
#include "ui/timeline/merge_dialog.h"
#include "ui/timeline/move_dialog.h"
#include "ui/timeline/rehearsal_dialog.h"
#include "ui/timeline/revision_dialog.h"
#include "ui/timeline/revision_model.h"
#include "ui/timeline/squash_dialog.h"

// What can be done from the timeline: every action opens the dialog that says what it will do.
namespace joinery::ui {

using migration::GraphStep;

bool TimelinePage::isReadyFor(void (TimelinePage::*act)())
{
    const Standing *target = m_source->standing(m_target);
    const bool asking = target && (target->state == Standing::State::NotConnected || target->state == Standing::State::Reading);
    const bool ready = act == &TimelinePage::newRevision ? m_compared : m_source->history() && m_model->rowCount() > 0 && !asking;
    m_asked = ready || !m_source->project() ? nullptr : act;
    if (asking && m_source->history() && act != &TimelinePage::newRevision)
        m_source->askStanding(m_target);
    return ready;
}

void TimelinePage::runAsked()
{
    if (m_asked)
        (this->*std::exchange(m_asked, nullptr))();
}

void TimelinePage::openMove(GraphStep::Kind kind, const QString &revision)
{
    const Standing *target = m_source->standing(m_target);
    worker::DbWorker *worker = m_source->worker(m_target);
    if (!target || !worker || !m_source->history())
        return;
    worker::Move move;
    move.history = m_source->history();
    move.kind = kind;
    move.target = revision;
    auto *dialog = new MoveDialog(*worker, *target, move, this);
    connect(dialog, &MoveDialog::moved, this, [this, id = m_target] {
        m_source->askStanding(id);
        if (ConnectionItem *item = m_workbench.connection(id))
            item->refresh();
    });
    dialog->open();
}

void TimelinePage::upgrade()
{
    if (!isReadyFor(&TimelinePage::upgrade))
        return;
    const int row = m_list->currentIndex().row();
    const bool partial = row >= 0 && row < m_model->rowCount() - 1 && m_model->applied(row) == RevisionModel::Applied::No;
    openMove(GraphStep::Kind::Upgrade, partial ? selectedRevision() : QStringLiteral("heads"));
}

void TimelinePage::downgrade()
{
    if (!isReadyFor(&TimelinePage::downgrade))
        return;
    const Standing *target = m_source->standing(m_target);
    const migration::Revision *revision = m_model->revision(m_list->currentIndex().row());
    const bool applied = revision && m_model->applied(m_list->currentIndex().row()) == RevisionModel::Applied::Yes;
    if (!target || target->heads.isEmpty())
        return;
    // On the revision where the database stands, or above it: one step back. Below: back to the selected one.
    if (!applied || target->heads.contains(revision->id)) {
        const migration::Revision *head = m_source->history()->revision(target->heads.first());
        const bool single = head && head->parents.size() == 1;
        openMove(GraphStep::Kind::Downgrade, single ? head->parents.first() : head && head->parents.isEmpty() ? QStringLiteral("base") : QStringLiteral("-1"));
        return;
    }
    openMove(GraphStep::Kind::Downgrade, revision->id);
}

void TimelinePage::stamp()
{
    if (isReadyFor(&TimelinePage::stamp))
        openMove(GraphStep::Kind::Stamp, selectedRevision());
}

void TimelinePage::rehearse()
{
    if (!isReadyFor(&TimelinePage::rehearse))
        return;
    const Standing *target = m_source->standing(m_target);
    worker::DbWorker *worker = m_source->worker(m_target);
    if (!target || !worker)
        return;
    const int row = m_list->currentIndex().row();
    const bool partial = row >= 0 && row < m_model->rowCount() - 1 && m_model->applied(row) == RevisionModel::Applied::No;
    worker::Rehearsal rehearsal;
    rehearsal.history = m_source->history();
    rehearsal.target = partial ? selectedRevision() : QStringLiteral("heads");
    (new RehearsalDialog(*worker, *target, rehearsal, this))->open();
}

void TimelinePage::showDrift()
{
    if (isReadyFor(&TimelinePage::showDrift))
        showDriftOf(m_target);
}

/// Of a database that was begun to be moved: the move that goes on.
void TimelinePage::showDriftOf(const QString &connection)
{
    const Standing *standing = m_source->standing(connection);
    worker::DbWorker *worker = m_source->worker(connection);
    if (!standing || !worker || standing->state != Standing::State::Known || !m_source->history() || !m_source->project())
        return;
    if (!standing->halfApplied.isEmpty()) {
        setTarget(connection);
        upgrade();
        return;
    }
    auto *dialog = new DriftDialog(*worker, *standing, m_source->driftQuestion(), *m_source->project(), this);
    connect(dialog, &DriftDialog::changed, this, [this, connection](bool revisions) {
        if (ConnectionItem *item = m_workbench.connection(connection))
            item->refresh();
        if (revisions)
            Q_EMIT m_source->project()->revisionsChanged();
        else
            m_source->askStanding(connection);
    });
    dialog->open();
}

void TimelinePage::merge()
{
    if (!m_source->history() || !m_source->project())
        return;
    auto *dialog = new MergeDialog(m_source->project()->folder(), m_source->history(), this);
    connect(dialog, &MergeDialog::created, this, &TimelinePage::showNew);
    dialog->open();
}

void TimelinePage::squash()
{
    const int row = m_list->currentIndex().row();
    if (!m_source->history() || !m_source->project() || row < 1)
        return;
    const Standing *target = m_source->standing(m_target);
    worker::DbWorker *worker = target && target->state == Standing::State::Known ? m_source->worker(m_target) : nullptr;
    auto *dialog = new SquashDialog(m_source->project()->folder(), m_source->history(), selectedRevision(), worker, target ? target->name : QString(), this);
    connect(dialog, &SquashDialog::created, this, &TimelinePage::showNew);
    dialog->open();
}

void TimelinePage::showNew(const QString &id)
{
    m_wanted = id;
    if (ProjectSession *session = m_source->project())
        Q_EMIT session->revisionsChanged();
}

void TimelinePage::newRevision()
{
    if (!isReadyFor(&TimelinePage::newRevision))
        return;
    ProjectSession *session = m_source->project();
    if (!session || !m_source->history() || m_source->modelChanges().isEmpty())
        return;
    const QString dialect = session->document().catalog().dialect;
    auto *dialog = new RevisionDialog(session->folder(), m_source->history(), m_source->modelChanges(), dialect, this);
    connect(dialog, &RevisionDialog::created, this, [this, session](const QString &id) {
        m_wanted = id;
        // The revision is built on the models: both are on disk, or the next start would see them apart.
        if (const Status saved = session->save(); !saved)
            m_workbench.report(saved.error(), tr("Save the project"));
        Q_EMIT session->revisionsChanged();
    });
    dialog->open();
}

} // namespace joinery::ui
