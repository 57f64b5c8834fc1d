// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/drift_jobs.h"
#include "ui/common/sql_text.h"
#include "ui/timeline/standing.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace joinery::ui {

class ProjectSession;

/// What is in a database and not in its revision, and what can be done about it: put the database back (the SQL stands
/// beside it), make a revision of it, or let it stand for a reason.
class DriftDialog : public QDialog
{
    Q_OBJECT
public:
    DriftDialog(worker::DbWorker &worker, const Standing &database, worker::DriftQuestion question, ProjectSession &session, QWidget *parent);

Q_SIGNALS:
    /// Something was written: the database, the rules, or (`revisions`) the revisions and models of the project.
    void changed(bool revisions);

private:
    QWidget *buildLists();
    QWidget *buildActions();
    void ask();
    void show(const worker::DriftAnswer &answer);
    void showSelected();
    void repair();
    void adopt();
    void ignore();
    void fail(const Error &error);

    worker::DbWorker &m_worker;
    Standing m_database;
    worker::DriftQuestion m_question;
    ProjectSession &m_session;
    worker::Job m_job;
    worker::DriftAnswer m_answer;

    QLabel *m_summary;
    QListWidget *m_differences;
    SqlText *m_sql;
    QLabel *m_losses;
    QCheckBox *m_accept;
    QLabel *m_failure;
    QLineEdit *m_words;
    QPushButton *m_ignore;
    QPushButton *m_adopt;
    QPushButton *m_repair;
};

} // namespace joinery::ui
