// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "ui/common/theme.h"
#include "ui/connections/connection_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace joinery::ui {

namespace {

QPixmap dot(const QColor &color, qreal ratio)
{
    QPixmap pixmap(QSize(10, 10) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, 8, 8));
    return pixmap;
}

QString whereText(const ConnectionItem &connection)
{
    QStringList parts{connection.name()};
    if (const QString host = hostText(connection.target().url); !host.isEmpty())
        parts.append(host);
    if (!connection.server().product.isEmpty())
        parts.append(connection.server().product + u' ' + connection.server().version.section(u' ', 0, 0));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent), m_dot(new QLabel(this)), m_environment(new QLabel(this)), m_where(new QLabel(this)),
      m_readOnly(new QLabel(this)), m_transaction(new QLabel(this)), m_summary(new QLabel(this)),
      m_selection(new QLabel(this)), m_jobs(new QToolButton(this))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    auto *content = new QWidget(this);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(10);
    layout->addWidget(m_dot);
    layout->addWidget(m_environment);
    for (QLabel *label : {m_where, m_readOnly, m_transaction}) {
        layout->addWidget(label);
    }
    layout->addStretch();
    layout->addWidget(m_summary);
    layout->addWidget(m_selection);
    layout->addWidget(m_jobs);
    for (QLabel *label : {m_where, m_readOnly, m_transaction, m_summary, m_selection})
        label->setProperty("role", "caption");
    m_jobs->setFont(theme().caption());
    addWidget(content, 1);
    layout->setContentsMargins(8, 0, 8, 0);
    connect(m_jobs, &QToolButton::clicked, this, &StatusBar::jobsClicked);
    m_jobs->hide();
}

void StatusBar::showState(const Page *page, const ConnectionItem *connection, const ProjectSession *project)
{
    const Colors &colors = theme().colors();
    const PageStatus status = page ? page->status() : PageStatus();
    const bool onProject = project && page && page->connectionId().isEmpty() && page->kind() != u"welcome";
    if (onProject)
        connection = nullptr;
    QString name;
    QColor color = colors.dim;
    if (connection) {
        name = environmentName(connection->environment());
        color = environmentColor(connection->environment());
    } else if (onProject) {
        name = project->name();
    }
    m_dot->setPixmap(dot(color, devicePixelRatioF()));
    m_dot->setVisible(!name.isEmpty());
    m_environment->setVisible(!name.isEmpty());
    m_environment->setText(name);
    m_environment->setStyleSheet(QStringLiteral("color: %1; font-size: 12px; font-weight: 600;")
                                     .arg(onProject ? colors.text.name() : color.name()));
    m_where->setText(connection ? whereText(*connection)
                     : onProject ? (project->isModified() ? tr("model, not saved") : tr("model"))
                                 : tr("No connection"));
    m_readOnly->setVisible(connection && connection->isReadOnly());
    m_readOnly->setText(tr("read-only"));
    m_transaction->setText(status.transaction);
    m_transaction->setVisible(!status.transaction.isEmpty());
    const bool silent = status.summary.isEmpty() && status.selection.isEmpty();
    m_summary->setText(silent ? tr("Ctrl+Shift+P for every command") : status.summary);
    m_selection->setText(status.selection);
    m_selection->setVisible(!status.selection.isEmpty());
}

void StatusBar::setJobCount(int count)
{
    m_jobs->setVisible(count > 0);
    m_jobs->setText(tr("%n job(s) running", nullptr, count));
    m_jobs->setAccessibleName(m_jobs->text());
}

} // namespace joinery::ui
