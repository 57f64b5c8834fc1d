// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pending_page.h"

#include "ui/common/error_text.h"
#include "ui/common/retranslate.h"
#include "ui/connections/stage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

PendingPage::PendingPage(const Location &location, const QJsonObject &saved, ConnectionItem *connection)
    : m_location(location), m_saved(saved), m_connection(connection), m_title(new QLabel(this)), m_words(new QLabel(this)),
      m_connect(new QPushButton(this)), m_edit(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setProperty("role", "heading");
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignCenter);
    m_words->setProperty("role", "dim");
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_connect->setProperty("role", "primary");
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_connect);
    buttons->addWidget(m_edit);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 40, 40, 40);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    layout->addStretch(2);

    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (m_connection && m_connection->state() == ConnectionItem::State::Connecting)
            m_connection->cancel();
        else
            Q_EMIT connectRequested();
    });
    connect(m_edit, &QPushButton::clicked, this, &PendingPage::editRequested);
    if (connection) {
        connect(connection, &ConnectionItem::stateChanged, this, &PendingPage::refresh);
        connect(connection, &ConnectionItem::edited, this, &PendingPage::headerChanged);
    }
    retranslating(this, [this] { refresh(); });
}

QString PendingPage::title() const
{
    switch (m_location.kind) {
    case Location::Kind::Table:
    case Location::Kind::Import:
    case Location::Kind::Export: return m_location.name.toString();
    case Location::Kind::DatabaseDiagram:
    case Location::Kind::ProjectDiagram: return tr("Diagram");
    case Location::Kind::NewQuery: return m_saved.value(QLatin1String("title")).toString(tr("SQL"));
    case Location::Kind::Model: return tr("Model");
    case Location::Kind::Timeline: return tr("Migrations");
    case Location::Kind::SavedQuery: return m_location.text;
    case Location::Kind::Welcome: return tr("Welcome");
    }
    return {};
}

QString PendingPage::iconName() const
{
    switch (m_location.kind) {
    case Location::Kind::Table:
    case Location::Kind::Import:
    case Location::Kind::Export:
    case Location::Kind::Model:
    case Location::Kind::Welcome: return QStringLiteral("table");
    case Location::Kind::DatabaseDiagram:
    case Location::Kind::ProjectDiagram: return QStringLiteral("diagram");
    case Location::Kind::NewQuery:
    case Location::Kind::SavedQuery: return QStringLiteral("code");
    case Location::Kind::Timeline: return QStringLiteral("timeline");
    }
    return {};
}

void PendingPage::setProblem(const Error &error)
{
    m_problem = error;
    refresh();
}

void PendingPage::refresh()
{
    m_words->hide();
    m_edit->hide();
    m_connect->setVisible(m_connection);
    m_edit->setText(tr("Change the connection…"));
    if (m_problem) {
        m_title->setText(tr("The project was not opened."));
        m_words->setText(errorWords(*m_problem));
        m_words->show();
        return;
    }
    if (!m_connection) {
        m_title->setText(needsProject() ? tr("Opening the project…") : tr("The connection of this page is gone."));
        return;
    }
    switch (m_connection->state()) {
    case ConnectionItem::State::Closed:
        m_title->setText(tr("Connect to %1 to bring this page back.").arg(m_connection->name()));
        m_connect->setText(tr("Connect to %1").arg(m_connection->name()));
        break;
    case ConnectionItem::State::Connecting:
    case ConnectionItem::State::Open:
        m_title->setText(tr("Connecting to %1…").arg(m_connection->name()));
        m_connect->setText(tr("Cancel"));
        break;
    case ConnectionItem::State::Failed: {
        const driver::Url &url = m_connection->target().url;
        m_title->setText(stageSentence(failedStage(m_connection->failure(), url), url));
        m_words->setText(errorWords(m_connection->failure()));
        m_words->show();
        m_connect->setText(tr("Try again"));
        m_edit->show();
        break;
    }
    }
}

} // namespace joinery::ui
