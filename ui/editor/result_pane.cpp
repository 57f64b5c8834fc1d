// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/result_pane.h"

#include "ui/common/page_bar.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/grid/result_grid.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kStatementRole = Qt::UserRole + 1;

QString milliseconds(qint64 microseconds)
{
    return QLocale().toString(double(microseconds) / 1000.0, 'f', microseconds < 10'000 ? 1 : 0);
}

} // namespace

ResultPane::ResultPane(QWidget *parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)), m_messages(new QListWidget),
      m_totals(new QLabel(this))
{
    auto *bar = new PageBar(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_totals->setProperty("role", QStringLiteral("dim"));
    bar->row().addWidget(m_tabs);
    bar->row().addStretch();
    bar->row().addWidget(m_totals);
    bar->row().addSpacing(metrics::kUnit);
    m_messages->setFont(theme().monospaced());
    m_messages->setIconSize(QSize(16, 16));
    m_messages->setWordWrap(true);
    m_messages->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_pages->addWidget(m_messages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        Q_EMIT currentChanged();
        Q_EMIT statusChanged();
    });
    connect(m_messages, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const QVariant statement = item->data(kStatementRole); statement.isValid())
            Q_EMIT statementActivated(statement.toInt());
    });
    retranslating(this, [this] { retranslate(); });
}

void ResultPane::retranslate()
{
    m_tabs->setTabText(m_tabs->count() - 1, tr("Messages"));
    m_tabs->setAccessibleName(tr("Results"));
    m_messages->setAccessibleName(tr("Messages"));
}

void ResultPane::clear()
{
    while (!m_grids.isEmpty()) {
        // Forgotten before its tab goes: whoever hears of the change must not meet it any more.
        ResultGrid *grid = m_grids.takeFirst();
        m_pages->removeWidget(grid);
        m_tabs->removeTab(0);
        delete grid;
    }
    m_messages->clear();
    m_totals->clear();
}

ResultGrid *ResultPane::currentGrid() const
{
    return m_grids.value(m_tabs->currentIndex());
}

QStringList ResultPane::messages() const
{
    QStringList texts;
    for (int row = 0; row < m_messages->count(); ++row)
        texts.append(m_messages->item(row)->text());
    return texts;
}

void ResultPane::revertAll()
{
    for (ResultGrid *grid : std::as_const(m_grids))
        grid->revertAll();
}

bool ResultPane::hasStaged() const
{
    return std::ranges::any_of(m_grids, [](const ResultGrid *grid) { return grid->hasStaged(); });
}

void ResultPane::add(worker::DbWorker &worker, const worker::StatementResult &result, const ResultPlace &place)
{
    for (const driver::Notice &notice : result.notices)
        addMessage(QString(notice.severity + QLatin1String(": ") + notice.message), QStringLiteral("info"), result.index);
    if (result.failure) {
        const Error &error = *result.failure;
        QString words = error.message;
        if (!error.detail.isEmpty())
            words += u'\n' + error.detail;
        addMessage(words, QStringLiteral("error"), result.index);
        bringMessages();
        return;
    }
    addMessage(wordsFor(result), QStringLiteral("check"), result.index);
    if (result.columns.empty())
        return;
    auto *grid = new ResultGrid;
    grid->setResult(result, &worker, place);
    connect(grid, &ResultGrid::written, this, &ResultPane::written);
    connect(grid, &ResultGrid::statusChanged, this, &ResultPane::statusChanged);
    connect(grid, &ResultGrid::said, this, [this](const QString &sentence) { say(sentence); });
    const int at = int(m_grids.size());
    m_grids.append(grid);
    m_pages->insertWidget(at, grid);
    const QString rows = tr("%n row(s)", nullptr, result.rows->rowCount()) + (result.complete ? QString() : QStringLiteral("+"));
    m_tabs->insertTab(at, QString(tr("Result %1").arg(at + 1) + QStringLiteral(" · ") + rows));
    // The first result comes to the front, unless something went wrong before it.
    if (at == 0)
        m_tabs->setCurrentIndex(0);
}

QString ResultPane::wordsFor(const worker::StatementResult &result) const
{
    const QString statement = result.sql.simplified().left(100);
    const QString time = milliseconds(result.microseconds);
    if (!result.columns.empty() && result.complete)
        return tr("%n row(s) in %1 ms · %2", nullptr, result.rows->rowCount()).arg(time, statement);
    if (!result.columns.empty())
        return tr("first %n row(s) in %1 ms · %2", nullptr, result.rows->rowCount()).arg(time, statement);
    if (result.affectedRows >= 0)
        return tr("%n row(s) changed in %1 ms · %2", nullptr, int(result.affectedRows)).arg(time, statement);
    return tr("done in %1 ms · %2").arg(time, statement);
}

void ResultPane::say(const QString &text, const QString &iconName)
{
    addMessage(text, iconName.isEmpty() ? QStringLiteral("info") : iconName, -1);
    if (m_grids.isEmpty() || iconName == QLatin1String("error"))
        bringMessages();
}

void ResultPane::bringMessages() { m_tabs->setCurrentIndex(m_tabs->count() - 1); }

QListWidgetItem *ResultPane::addMessage(const QString &text, const QString &iconName, int statement)
{
    const Colors &colors = theme().colors();
    const bool bad = iconName == QLatin1String("error");
    auto *item = new QListWidgetItem(icon(iconName, bad ? colors.production : colors.dim), text, m_messages);
    if (bad)
        item->setForeground(colors.production);
    if (statement >= 0)
        item->setData(kStatementRole, statement);
    m_messages->scrollToItem(item);
    return item;
}

} // namespace joinery::ui
