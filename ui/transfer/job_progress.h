// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/db_worker.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QProgressBar>

namespace joinery::ui {

/// How far a job that moves rows is: rows, how many a second, and how long it will still take where that can be told.
class JobProgress : public QWidget
{
    Q_OBJECT
public:
    explicit JobProgress(QWidget *parent = nullptr);

    /// Follows one job of the worker; shows itself.
    void follow(worker::DbWorker &worker, quint64 job);
    /// Stands still with a last sentence.
    void end(const QString &sentence);
    QString text() const { return m_figures->text(); }

private:
    void show(const worker::Progress &progress);

    QLabel *m_figures;
    QProgressBar *m_bar;
    QElapsedTimer m_clock;
    QMetaObject::Connection m_following;
};

} // namespace joinery::ui
