// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity_panel.h"

#include "ui/common/error_text.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/shell/job_text.h"
#include "ui/shell/log_view.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

QString now()
{
    return QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
}

QString duration(qint64 microseconds)
{
    const QLocale locale;
    if (microseconds < 1000)
        return ActivityPanel::tr("%1 µs").arg(microseconds);
    if (microseconds < 1000000)
        return ActivityPanel::tr("%1 ms").arg(locale.toString(double(microseconds) / 1000, 'f', microseconds < 10000 ? 1 : 0));
    return ActivityPanel::tr("%1 s").arg(locale.toString(double(microseconds) / 1000000, 'f', 2));
}

} // namespace

ActivityPanel::ActivityPanel(QWidget *parent)
    : QWidget(parent),
      m_messages([] { return QStringList{tr("Time"), tr("What"), tr("Words")}; }, {}, {}),
      m_statements([] { return QStringList{tr("Time"), tr("Connection"), tr("Statement"), tr("Took"), tr("Outcome")}; }, {3}, {2}),
      m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_jobs(new JobList(this))
{
    m_stack->addWidget(m_jobs);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    retranslating(this, [this, close] {
        m_tabs->setTabText(Jobs, tr("Jobs"));
        m_tabs->setTabText(Messages, tr("Messages"));
        m_tabs->setTabText(Statements, tr("Statements"));
        m_tabs->setAccessibleName(tr("Activity"));
        m_jobs->setAccessibleName(tr("Running jobs"));
        close->setToolTip(tr("Close Activity"));
        close->setAccessibleName(tr("Close Activity"));
    });
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 0, 6, 0);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(close);
    auto *line = new QFrame(this);
    line->setProperty("role", "line");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(close, &QToolButton::clicked, this, &ActivityPanel::closeRequested);
    connect(m_jobs, &JobList::countChanged, this, &ActivityPanel::jobCountChanged);
}

// The panel is hidden at the start, and its two tables are a good part of what a window costs.
void ActivityPanel::showEvent(QShowEvent *event)
{
    if (m_stack->count() == 1) {
        auto *messages = new LogView(m_messages, 2, m_stack);
        messages->setColumnWidth(1, 300);
        auto *statements = new LogView(m_statements, 2, m_stack);
        statements->setColumnWidth(1, 140);
        statements->setColumnWidth(3, 80);
        statements->setColumnWidth(4, 220);
        m_stack->addWidget(messages);
        m_stack->addWidget(statements);
        m_stack->setCurrentIndex(m_tabs->currentIndex());
        retranslating(this, [messages, statements] {
            messages->setAccessibleName(tr("Messages"));
            statements->setAccessibleName(tr("Statements"));
        });
    }
    QWidget::showEvent(event);
}

void ActivityPanel::follow(ConnectionItem *connection)
{
    connect(connection, &ConnectionItem::workerCreated, this, [this, connection](worker::DbWorker *worker) {
        followWorker(worker, connection->name());
    });
}

void ActivityPanel::followWorker(worker::DbWorker *worker, const QString &owner)
{
    connect(worker, &worker::DbWorker::jobStarted, this, [this, worker, owner](quint64 id, const worker::JobTitle &title) {
        m_jobs->add(id, jobText(title), owner, worker);
    });
    connect(worker, &worker::DbWorker::jobProgressed, m_jobs, &JobList::setProgress);
    connect(worker, &worker::DbWorker::jobFinished, m_jobs, &JobList::remove);
    connect(worker, &worker::DbWorker::statementRun, this, [this, owner](const QString &sql, qint64 microseconds, const QString &failure) {
        m_statements.append({failure.isEmpty() ? LogModel::Tone::Plain : LogModel::Tone::Failure,
                             {now(), owner, sql.simplified(), duration(microseconds), failure.isEmpty() ? tr("done") : failure},
                             failure.isEmpty() ? sql : QString(sql + u'\n' + failure)});
    });
}

void ActivityPanel::addFailure(const Error &error, const QString &what)
{
    QString details = what + u'\n' + errorSentence(error.kind) + u'\n' + errorWords(error);
    if (!error.statement.isEmpty())
        details += u'\n' + error.statement;
    m_messages.append({LogModel::Tone::Failure, {now(), what, errorWords(error).simplified()}, details});
}

void ActivityPanel::addMessage(const QString &text)
{
    m_messages.append({LogModel::Tone::Success, {now(), text, QString()}, text});
}

void ActivityPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

} // namespace joinery::ui
