// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/rehearsal_jobs.h"
#include "ui/timeline/standing.h"

#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

namespace joinery::ui {

class FindingList;

/// Says what will be tried on a copy of which database, does it when told to, and shows what came of it: every statement
/// with its time, what it locked and wrote anew, and whether up, down and up again gave what they should.
class RehearsalDialog : public QDialog
{
    Q_OBJECT
public:
    RehearsalDialog(worker::DbWorker &worker, const Standing &database, worker::Rehearsal rehearsal, QWidget *parent);

    void reject() override; ///< while it runs: stops it, and stays

private:
    QWidget *buildFoot();
    QWidget *buildLevel();
    void run();
    void showProgress(const worker::Progress &progress);
    void showReport(const migration::RehearsalReport &report);
    void addStage(const migration::RehearsalStage &stage);
    void setRunning(bool running);

    worker::DbWorker &m_worker;
    Standing m_database;
    worker::Rehearsal m_rehearsal;
    worker::Job m_job;
    QElapsedTimer m_clock;
    bool m_running = false;

    QLabel *m_summary;
    QComboBox *m_level;
    QTreeWidget *m_report;
    FindingList *m_findings;
    QLabel *m_good;
    QLabel *m_bad;
    QProgressBar *m_progress;
    QLabel *m_statement;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace joinery::ui
