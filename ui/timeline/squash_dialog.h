// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/revision_jobs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace joinery::ui {

class ChangeList;

/// Makes one revision of several in a row: asks where they begin, shows what the one would do, and writes it when told to.
class SquashDialog : public QDialog
{
    Q_OBJECT
public:
    /// `worker`: of a database beside which it can be proven; null where none is connected.
    SquashDialog(QString projectFolder, migration::HistoryPtr history, QString last, worker::DbWorker *worker, const QString &database, QWidget *parent);

Q_SIGNALS:
    void created(const QString &id);

private:
    void fillStarts();
    void plan();
    void show(const migration::Squash &squash);
    void run();
    void write();
    void fail(const Error &error);

    QString m_folder;
    migration::HistoryPtr m_history;
    QString m_last;
    worker::DbWorker *m_worker;
    std::optional<migration::Squash> m_squash;
    quint64 m_generation = 0;
    QComboBox *m_from;
    QLineEdit *m_message;
    QLabel *m_summary;
    ChangeList *m_changes;
    QLabel *m_notes;
    QLabel *m_failure;
    QCheckBox *m_prove;
    QPushButton *m_create;
};

} // namespace joinery::ui
