// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/db_worker.h"

#include <QMap>
#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace joinery::ui {

/// The jobs that run now, each with its figure and a way to cancel it.
class JobList : public QScrollArea
{
    Q_OBJECT
public:
    explicit JobList(QWidget *parent = nullptr);

    /// `owner` is the connection's name. Cancel stops what this worker does.
    void add(quint64 id, const QString &title, const QString &owner, worker::DbWorker *worker);
    void setProgress(quint64 id, const worker::Progress &progress);
    void remove(quint64 id);
    int count() const { return int(m_rows.size()); }

Q_SIGNALS:
    void countChanged(int count);

private:
    QVBoxLayout *m_layout;
    QLabel *m_empty;
    QMap<quint64, QWidget *> m_rows;
};

} // namespace joinery::ui
