// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"
#include "ui/workbench/exportable.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace joinery::ui {

class JobProgress;
class OutputForm;

/// Writes rows of a page into a file or onto the clipboard. Works on a connection of its own; what is cancelled or fails leaves
/// no half file.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(ConnectionItem &connection, const Exportable &rows, QWidget *parent);

    void reject() override; ///< while it runs: cancels, and stays

private:
    QWidget *buildColumns();
    QWidget *buildFoot();
    QString choiceText(const Exportable::Choice &choice) const;
    std::vector<int> chosenColumns() const;
    void chooseColumns(bool all);
    void refresh();
    void askFile();
    void run(const QString &path);
    void finish(const QString &path, const Result<worker::ExportReport> &report);
    void setRunning(bool running);

    Exportable m_rows;
    worker::DbWorker *m_worker;
    worker::Job m_job;
    bool m_running = false;
    QComboBox *m_what;
    OutputForm *m_output;
    QListWidget *m_columns;
    QLabel *m_said;
    JobProgress *m_progress;
    QWidget *m_choices;
    QPushButton *m_cancel;
    QPushButton *m_clipboard;
    QPushButton *m_file;
};

} // namespace joinery::ui
