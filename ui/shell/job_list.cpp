// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_list.h"

#include "ui/common/retranslate.h"
#include "ui/shell/job_row.h"

#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

namespace joinery::ui {

JobList::JobList(QWidget *parent) : QScrollArea(parent)
{
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 4, 0, 4);
    m_layout->setSpacing(0);
    m_empty = new QLabel(content);
    m_empty->setProperty("role", "dim");
    m_empty->setMargin(12);
    retranslating(m_empty, [this] { m_empty->setText(tr("Nothing is running. Work that takes time appears here with its progress.")); });
    m_layout->addWidget(m_empty);
    m_layout->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
}

void JobList::add(quint64 id, const QString &title, const QString &owner, worker::DbWorker *worker)
{
    auto *row = new JobRow(title, owner, widget());
    m_layout->insertWidget(m_layout->count() - 1, row);
    m_rows.insert(id, row);
    connect(row, &JobRow::cancelRequested, this, [worker = QPointer(worker)] {
        if (worker)
            worker->cancelAll();
    });
    m_empty->hide();
    Q_EMIT countChanged(count());
}

void JobList::setProgress(quint64 id, const worker::Progress &progress)
{
    if (QWidget *row = m_rows.value(id))
        static_cast<JobRow *>(row)->setProgress(progress);
}

void JobList::remove(quint64 id)
{
    if (QWidget *row = m_rows.take(id)) {
        row->deleteLater();
        m_empty->setVisible(m_rows.isEmpty());
        Q_EMIT countChanged(count());
    }
}

} // namespace joinery::ui
