// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/commit_jobs.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace joinery::ui {

class ConnectionItem;
class SqlText;
class WarningBox;

/// The last commits of staged edits on a connection, what would take each of them back, and the button that does it.
class CommitList : public QDialog
{
    Q_OBJECT
public:
    CommitList(ConnectionItem &connection, QWidget *parent);

Q_SIGNALS:
    void listed();
    void shown(); ///< the SQL of the selected commit is there, or why there is none
    void undone(const joinery::schema::Name &table);
    void failed(const joinery::Error &error);

private:
    void list();
    void fill(std::vector<session::CommitNote> notes);
    void show(int row);
    void showInverse(const session::KeptCommit &commit);
    void run();
    void ended(const Result<session::CommitReport> &answer);
    void refuse(const QString &why);

    QPointer<ConnectionItem> m_connection;
    QString m_history;
    worker::DbWorker *m_worker = nullptr;
    std::vector<session::CommitNote> m_notes;
    worker::CommitOrder m_order; ///< what the button runs
    QTreeWidget *m_list;
    QLabel *m_said;
    WarningBox *m_losses;
    SqlText *m_sql;
    QPushButton *m_undo;
    worker::Job m_reading;
};

/// What a commit that is taken back does not bring back, in sentences.
QStringList lossTexts(const session::CommitNote &note);

} // namespace joinery::ui
