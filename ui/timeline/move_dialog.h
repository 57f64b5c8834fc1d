// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/migration_jobs.h"
#include "ui/common/sql_text.h"
#include "ui/timeline/standing.h"

#include <QCheckBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>

namespace joinery::ui {

class FindingList;

/// Says what an upgrade, a downgrade or a stamp will do to which database, does it when told to, and shows how far it
/// is. A failure stays here with the server's words, what is done and what is left.
class MoveDialog : public QDialog
{
    Q_OBJECT
public:
    MoveDialog(worker::DbWorker &worker, const Standing &database, worker::Move move, QWidget *parent);

    void reject() override; ///< while it runs: asks it to stop between two steps

Q_SIGNALS:
    /// Something was written, wholly or in part: the database stands elsewhere now.
    void moved();

private:
    QWidget *buildPlan();
    QWidget *buildFoot();
    QString verb() const;
    void plan();
    void showPlan(const worker::MovePreview &preview);
    void showHalfApplied(const migration::HalfApplied &half);
    void run();
    void showProgress(const worker::Progress &progress);
    void showEnd(const Result<migration::ExecutionReport> &report);
    void showFailure(const Error &error, const QString &further);

    worker::DbWorker &m_worker;
    Standing m_database;
    worker::Move m_move;
    worker::Job m_job;
    worker::MovePreview m_preview;
    QElapsedTimer m_clock;

    QLabel *m_heading;
    QLabel *m_summary;
    QListWidget *m_steps;
    SqlText *m_sql;
    FindingList *m_findings;
    QLabel *m_losses;
    QCheckBox *m_accept;
    QLabel *m_failure;
    QProgressBar *m_progress;
    QLabel *m_statement;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace joinery::ui
