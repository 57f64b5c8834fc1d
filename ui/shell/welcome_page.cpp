// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/common/error_text.h"
#include "ui/common/retranslate.h"
#include "ui/connections/connection_list.h"
#include "ui/shell/recent_row.h"
#include "ui/shell/welcome_card.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace joinery::ui {

WelcomePage::WelcomePage(Workbench &workbench, RecentList &recent) : m_workbench(workbench), m_recent(recent)
{
    auto *content = new QWidget(this);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(32, 24, 32, 24);
    columns->setSpacing(52);
    columns->addStretch(1);
    columns->addWidget(ways(), 0, Qt::AlignTop);
    columns->addWidget(recentColumn(), 0, Qt::AlignTop);
    columns->addStretch(1);
    auto *middle = new QWidget(this);
    auto *vertical = new QVBoxLayout(middle);
    vertical->setContentsMargins(0, 0, 0, 0);
    vertical->addStretch(2);
    vertical->addWidget(content);
    vertical->addStretch(7);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(middle);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &WelcomePage::fillRecent);
    connect(&recent, &RecentList::changed, this, &WelcomePage::fillRecent);
    connect(&workbench, &Workbench::connectionsChanged, this, &WelcomePage::fillRecent);
    retranslating(this, [this] {
        fillRecent();
        Q_EMIT headerChanged();
    });
}

Location WelcomePage::location() const
{
    Location location;
    location.kind = Location::Kind::Welcome;
    return location;
}

QWidget *WelcomePage::ways()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(400);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *name = new QLabel(QStringLiteral("Joinery"), column);
    name->setProperty("role", "title");
    auto *line = new QLabel(column);
    line->setProperty("role", "dim");
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(name);
    head->addWidget(line);
    layout->addLayout(head);
    layout->addSpacing(8);
    auto *connectCard = new WelcomeCard(QStringLiteral("database"), column);
    auto *fileCard = new WelcomeCard(QStringLiteral("table"), column);
    auto *projectCard = new WelcomeCard(QStringLiteral("plus"), column);
    auto *openCard = new WelcomeCard(QStringLiteral("folder"), column);
    for (WelcomeCard *card : {connectCard, fileCard, openCard, projectCard})
        layout->addWidget(card);
    auto *sample = new QPushButton(column);
    sample->setProperty("role", "link");
    sample->setCursor(Qt::PointingHandCursor);
    layout->addSpacing(2);
    layout->addWidget(sample, 0, Qt::AlignLeft);
    connect(connectCard, &QAbstractButton::clicked, this, &WelcomePage::connectRequested);
    connect(fileCard, &QAbstractButton::clicked, this, &WelcomePage::openFileRequested);
    connect(openCard, &QAbstractButton::clicked, this, &WelcomePage::openProjectRequested);
    connect(projectCard, &QAbstractButton::clicked, this, &WelcomePage::newProjectRequested);
    connect(sample, &QAbstractButton::clicked, this, &WelcomePage::sampleRequested);
    retranslating(column, [=] {
        line->setText(tr("Models, rows and migrations, in one place."));
        connectCard->setTexts(tr("Connect to a database"), tr("PostgreSQL, MySQL, MariaDB, SQLite, or anything with ODBC"));
        fileCard->setTexts(tr("Open a database file"), tr("SQLite; or drop it on this window"));
        openCard->setTexts(tr("Open a project"), tr("Models, diagrams, revisions and queries in one folder"));
        projectCard->setTexts(tr("New project"), tr("Start drawing; choose an engine later"));
        sample->setText(tr("Try the bookshop sample"));
    });
    return column;
}

QWidget *WelcomePage::recentColumn()
{
    auto *column = new QWidget(this);
    column->setMinimumWidth(320);
    column->setMaximumWidth(430);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(4);
    auto *heading = new QLabel(column);
    heading->setProperty("role", "section");
    heading->setIndent(6);
    retranslating(heading, [heading] { heading->setText(tr("RECENT")); });
    layout->addWidget(heading);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    column->setFixedWidth(420);
    return column;
}

/// A row is not replaced under the click that makes it connect.
void WelcomePage::fillSoon() { m_soon.start(); }

void WelcomePage::fillRecent()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const RecentList::Entry &entry : m_recent.entries()) {
        RecentRow::Texts texts;
        texts.ago = m_recent.ago(entry.when);
        RecentRow *row = nullptr;
        if (entry.kind == RecentList::Kind::Project) {
            if (!QFileInfo::exists(entry.key))
                continue;
            QString folder = QDir::toNativeSeparators(entry.key);
            if (folder.startsWith(QDir::homePath()))
                folder.replace(0, QDir::homePath().size(), QStringLiteral("~"));
            texts.name = QDir(entry.key).dirName();
            texts.detail = tr("project · %1").arg(folder);
            row = new RecentRow(Environment::None, RecentRow::Sign::Open, texts, this);
            connect(row, &QAbstractButton::clicked, this, [this, key = entry.key] { Q_EMIT projectRequested(key); });
        } else if (ConnectionItem *connection = m_workbench.connection(entry.key)) {
            const driver::Url &url = connection->target().url;
            texts.name = connection->name();
            texts.detail = url.dialect == u"sqlite" ? addressText(url) : url.dialect + QStringLiteral(" · ") + addressText(url);
            if (connection->isReadOnly())
                texts.detail += QStringLiteral(" · ") + tr("read-only");
            RecentRow::Sign sign = RecentRow::Sign::Closed;
            if (connection->state() == ConnectionItem::State::Open)
                sign = RecentRow::Sign::Open;
            if (connection->state() == ConnectionItem::State::Failed) {
                sign = RecentRow::Sign::Failed;
                texts.detail = tr("could not be opened") + QStringLiteral(" · ") + texts.detail;
            }
            row = new RecentRow(connection->environment(), sign, texts, this);
            if (sign == RecentRow::Sign::Failed)
                row->setToolTip(errorSentence(connection->failure().kind) + u'\n' + errorWords(connection->failure()));
            connect(connection, &ConnectionItem::stateChanged, this, &WelcomePage::fillSoon, Qt::UniqueConnection);
            connect(row, &QAbstractButton::clicked, connection, [this, connection] { Q_EMIT connectionRequested(connection); });
        } else {
            continue;
        }
        m_rows->addWidget(row);
    }
    if (m_rows->count() == 0) {
        auto *nothing = new QLabel(tr("What you open appears here."), this);
        nothing->setProperty("role", "dim");
        nothing->setIndent(6);
        nothing->setMinimumHeight(32);
        m_rows->addWidget(nothing);
    }
}

} // namespace joinery::ui
