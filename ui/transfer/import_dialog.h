// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/import_jobs.h"
#include "ui/workbench/connection_item.h"

#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

namespace joinery::ui {

class FileForm;
class JobProgress;
class TargetForm;

/// Brings a file into a table in two steps: the file and how it is read, then where it goes. Works on a connection of its own;
/// a failure stays here with the engine's words, and nothing of the file is in the database then.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `table` is where it goes unless somebody chooses another one; may be empty, and so may `path`.
    ImportDialog(ConnectionItem &connection, const schema::Name &table, const QString &path, QWidget *parent);
    ~ImportDialog() override;

    void reject() override; ///< while it runs: cancels, and stays

Q_SIGNALS:
    /// Rows were written; `made`: the table is new, or a script ran that may have made some.
    void imported(const joinery::schema::Name &table, bool made);

private:
    enum class State { File, Target, Running, Done };
    QWidget *buildFoot();
    void setState(State state);
    void refresh();
    void forward();
    void run();
    void finish(const Result<transfer::LoadReport> &report);
    void finishScript(const Result<worker::ScriptReport> &report);
    void fail(const Error &error);
    QString sentence(const transfer::LoadReport &report) const;

    QPointer<ConnectionItem> m_connection;
    worker::DbWorker *m_worker;
    worker::Job m_job;
    State m_state = State::File;
    QLabel *m_heading;
    QLabel *m_where;
    QStackedWidget *m_steps;
    FileForm *m_file;
    TargetForm *m_target;
    QLabel *m_failure;
    JobProgress *m_progress;
    QPushButton *m_back;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace joinery::ui
