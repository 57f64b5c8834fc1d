// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/job_progress.h"

#include <QLocale>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kSteps = 1000;
constexpr qint64 kSettledMilliseconds = 1000; // before that a rate says nothing

} // namespace

JobProgress::JobProgress(QWidget *parent) : QWidget(parent), m_figures(new QLabel(this)), m_bar(new QProgressBar(this))
{
    m_figures->setProperty("role", QStringLiteral("caption"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_figures);
    layout->addWidget(m_bar);
    hide();
}

void JobProgress::follow(worker::DbWorker &worker, quint64 job)
{
    disconnect(m_following);
    m_clock.start();
    m_bar->setRange(0, 0);
    m_bar->show();
    m_figures->setText(tr("Starting…"));
    m_following = connect(&worker, &worker::DbWorker::jobProgressed, this, [this, job](quint64 id, const worker::Progress &progress) {
        if (id == job)
            show(progress);
    });
    QWidget::show();
}

void JobProgress::end(const QString &sentence)
{
    disconnect(m_following);
    m_bar->hide();
    m_figures->setText(sentence);
    QWidget::show();
}

void JobProgress::show(const worker::Progress &progress)
{
    const QLocale locale;
    QStringList figures;
    const qint64 rows = progress.rows >= 0 ? progress.rows : progress.done;
    figures.append(tr("%1 rows", "of a file, so far").arg(locale.toString(rows)));
    const qint64 spent = m_clock.elapsed();
    if (spent >= kSettledMilliseconds) {
        figures.append(tr("%1 rows a second").arg(locale.toString(rows * 1000 / spent)));
        if (progress.total > 0 && progress.done > 0) {
            const qint64 left = (progress.total - progress.done) * spent / progress.done / 1000;
            figures.append(left < 90 ? tr("about %n second(s) left", nullptr, int(left)) : tr("about %n minute(s) left", nullptr, int((left + 30) / 60)));
        }
    }
    m_figures->setText(figures.join(QStringLiteral(" · ")));
    m_bar->setRange(0, progress.total > 0 ? kSteps : 0);
    if (progress.total > 0)
        m_bar->setValue(int(progress.done * kSteps / progress.total));
}

} // namespace joinery::ui
