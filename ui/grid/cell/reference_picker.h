// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/row_jobs.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QTreeWidget>

namespace joinery::ui {

/// The rows that a foreign key may refer to, below the editor of its cell: what is typed there is searched by the server, the
/// arrow keys walk through what it finds, Return takes the row that they stand on. As long as they stand on none, what was
/// typed is the value. Goes with the editor; the keyboard stays there.
class ReferencePicker : public QFrame
{
    Q_OBJECT
public:
    struct Reference
    {
        session::RowSource source;   ///< of the referred table
        QStringList columns;         ///< of it: what the foreign key's columns get
        bool nullable = false;       ///< NULL is offered
        std::vector<driver::Value> current; ///< what the cells hold
        QString dialect;
    };
    ReferencePicker(worker::DbWorker &worker, Reference reference, QLineEdit &editor);

    /// Columns that are searched and shown: the key and what reads like text.
    const QStringList &shownColumns() const { return m_columns; }

Q_SIGNALS:
    /// One value for each column of the reference; all NULL for none.
    void picked(const std::vector<driver::Value> &values);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void search();
    void show(const session::RowRun &run, const QString &text);
    void say(const QString &text, bool isError);
    void walk(int by);
    void preview();
    void take();

    worker::DbWorker &m_worker;
    Reference m_reference;
    QPointer<QLineEdit> m_editor;
    QStringList m_columns;
    worker::Job m_job;
    quint64 m_generation = 0;
    QTimer m_pause; ///< between the last key and the search
    driver::RowBlock m_rows;
    QTreeWidget *m_list;
    QLabel *m_preview;
    QLabel *m_said;
};

} // namespace joinery::ui
