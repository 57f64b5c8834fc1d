// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_row.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace joinery::ui {

JobRow::JobRow(const QString &title, const QString &owner, QWidget *parent)
    : QWidget(parent), m_figure(new QLabel(this)), m_bar(new QProgressBar(this))
{
    auto *name = new QLabel(title, this);
    auto *where = new QLabel(owner, this);
    where->setProperty("role", "caption");
    m_figure->setProperty("role", "caption");
    m_bar->setRange(0, 0);
    m_bar->setFixedWidth(180);
    m_bar->setAccessibleName(title);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel: %1").arg(title));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addWidget(where);
    layout->addStretch();
    layout->addWidget(m_figure);
    layout->addWidget(m_bar);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, [this, cancel] {
        cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
}

void JobRow::setProgress(const worker::Progress &progress)
{
    const QLocale locale;
    QString figure = progress.total > 0 ? tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total))
                                        : locale.toString(progress.done);
    if (!progress.text.isEmpty())
        figure = progress.text + QStringLiteral(" · ") + figure;
    m_figure->setText(figure);
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(int(progress.done * 1000 / progress.total));
}

} // namespace joinery::ui
