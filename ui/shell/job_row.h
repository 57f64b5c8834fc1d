// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/db_worker.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace joinery::ui {

class JobRow : public QWidget
{
    Q_OBJECT
public:
    JobRow(const QString &title, const QString &owner, QWidget *parent);
    void setProgress(const worker::Progress &progress);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_figure;
    QProgressBar *m_bar;
};

} // namespace joinery::ui
