// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sql_toolbar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace joinery::ui {

SqlToolbar::SqlToolbar(QWidget *parent)
    : PageBar(parent), m_run(new QPushButton(this)), m_runAll(new QPushButton(this)), m_stop(new QPushButton(this)),
      m_commitMode(new QComboBox(this)), m_commit(new QPushButton(this)), m_rollback(new QPushButton(this)),
      m_connection(new QToolButton(this))
{
    m_run->setProperty("role", QStringLiteral("primary"));
    m_commitMode->addItems({QString(), QString()});
    m_connection->setProperty("role", QStringLiteral("outlined"));
    m_connection->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_connection->setPopupMode(QToolButton::InstantPopup);
    m_connection->setMenu(new QMenu(m_connection));
    for (QWidget *widget : {static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_runAll), static_cast<QWidget *>(m_stop)})
        row().addWidget(widget);
    row().addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(m_rollback), static_cast<QWidget *>(m_commit),
                            static_cast<QWidget *>(m_commitMode), static_cast<QWidget *>(m_connection)})
        row().addWidget(widget);

    connect(m_run, &QPushButton::clicked, this, &SqlToolbar::runAsked);
    connect(m_runAll, &QPushButton::clicked, this, &SqlToolbar::runAllAsked);
    connect(m_stop, &QPushButton::clicked, this, &SqlToolbar::stopAsked);
    connect(m_commit, &QPushButton::clicked, this, &SqlToolbar::commitAsked);
    connect(m_rollback, &QPushButton::clicked, this, &SqlToolbar::rollbackAsked);
    connect(m_commitMode, &QComboBox::currentIndexChanged, this, &SqlToolbar::modeChanged);
    connect(m_connection->menu(), &QMenu::aboutToShow, this, &SqlToolbar::connectionsAsked);
    connect(&theme(), &Theme::changed, this, &SqlToolbar::setPictures);
    setPictures();
    retranslating(this, [this] { retranslate(); });
}

void SqlToolbar::setPictures()
{
    m_run->setIcon(icon(QStringLiteral("play"), theme().colors().accentText));
    m_stop->setIcon(icon(QStringLiteral("stop")));
}

void SqlToolbar::retranslate()
{
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Run the selection or the statement at the caret (Ctrl+Return)"));
    m_runAll->setText(tr("Run all"));
    m_runAll->setToolTip(tr("Run every statement (Ctrl+Shift+Return)"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Cancel at the server (Esc)"));
    m_commit->setText(tr("Commit"));
    m_rollback->setText(tr("Roll back"));
    m_commitMode->setItemText(0, tr("Autocommit"));
    m_commitMode->setItemText(1, tr("Manual transaction"));
    m_commitMode->setAccessibleName(tr("Transaction mode"));
    m_connection->setAccessibleName(tr("Connection of this tab"));
}

void SqlToolbar::follow(const State &state)
{
    m_run->setEnabled(state.connected && !state.running);
    m_runAll->setEnabled(state.connected && !state.running);
    m_stop->setVisible(state.running);
    m_commitMode->setEnabled(!state.running && !state.transactionOpen);
    m_commit->setVisible(isManual() || state.transactionOpen);
    m_rollback->setVisible(isManual() || state.transactionOpen);
    m_commit->setEnabled(state.transactionOpen && !state.transactionFailed && !state.running);
    m_rollback->setEnabled(state.transactionOpen && !state.running);
    m_connection->setEnabled(!state.running && !state.transactionOpen);
}

bool SqlToolbar::isManual() const { return m_commitMode->currentIndex() == 1; }

void SqlToolbar::setManual(bool manual) { m_commitMode->setCurrentIndex(manual ? 1 : 0); }

void SqlToolbar::showConnection(const ConnectionItem *item)
{
    const QString name = item ? item->name() : tr("Choose a connection");
    m_connection->setText(fontMetrics().elidedText(name, Qt::ElideMiddle, 200));
    m_connection->setToolTip(name);
    m_connection->setIcon(icon(QStringLiteral("database"), environmentColor(item ? item->environment() : Environment::None)));
}

void SqlToolbar::fillConnections(const QList<ConnectionItem *> &items, const ConnectionItem *current)
{
    QMenu *menu = m_connection->menu();
    menu->clear();
    for (ConnectionItem *item : items) {
        QAction *action = menu->addAction(icon(QStringLiteral("database"), environmentColor(item->environment())), item->name());
        action->setCheckable(true);
        action->setChecked(item == current);
        connect(action, &QAction::triggered, this, [this, item] { Q_EMIT connectionChosen(item); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No connection is set up"))->setEnabled(false);
}

} // namespace joinery::ui
