// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/query_jobs.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QTabBar>

namespace joinery::ui {

class ResultGrid;
struct ResultPlace;

/// Below the editor: a tab with a grid for every result of the last run, and the messages.
class ResultPane : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPane(QWidget *parent = nullptr);

    void clear();
    /// What one statement gave: rows become a tab, everything a line of the messages.
    void add(worker::DbWorker &worker, const worker::StatementResult &result, const ResultPlace &place);
    void revertAll();
    bool hasStaged() const; ///< edits of rows that are not written yet
    void say(const QString &text, const QString &iconName = QString());
    void showTotals(const QString &text) { m_totals->setText(text); }

    /// The grid in front; nullptr while the messages are.
    ResultGrid *currentGrid() const;
    int resultCount() const { return int(m_grids.size()); }
    QStringList messages() const;

Q_SIGNALS:
    void currentChanged();
    void statusChanged();
    /// A message about a statement was activated: its number in the run.
    void statementActivated(int index);
    void written(int changes, const QString &table); ///< edits of a result

private:
    void retranslate();
    void bringMessages();
    QListWidgetItem *addMessage(const QString &text, const QString &iconName, int statement);
    QString wordsFor(const worker::StatementResult &result) const;
    QTabBar *m_tabs;           // the messages are the last tab
    QStackedWidget *m_pages;
    QListWidget *m_messages;
    QLabel *m_totals;
    QList<ResultGrid *> m_grids;
};

} // namespace joinery::ui
