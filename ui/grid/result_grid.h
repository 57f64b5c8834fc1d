// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/query_jobs.h"
#include "ui/workbench/exportable.h"

#include <QWidget>

class QLabel;

namespace joinery::ui {

class GridView;
class NoticeBar;
class ResultFeed;
class RowInspector;

/// A statement's result in the grid. Hand it what runStatements() gave and the worker that ran it.
class ResultGrid : public QWidget
{
    Q_OBJECT
public:
    explicit ResultGrid(QWidget *parent = nullptr);

    /// Replaces what is shown. A result without columns is told as a sentence (rows changed, time).
    void setResult(const worker::StatementResult &result, worker::DbWorker *worker);
    void clear();

    QString rowsText() const;      ///< for the status bar, see PageStatus
    QString selectionText() const;
    Exportable exportable() const; ///< of the rows that were read
    bool isComplete() const;       ///< they are all
    const QString &sql() const { return m_sql; }
    QWidget *inspector();          ///< the current row as a form; owned by this widget
    GridView &view() { return *m_view; }

Q_SIGNALS:
    void statusChanged();
    void said(const QString &sentence);

private:
    GridView *m_view;
    NoticeBar *m_notice;
    ResultFeed *m_feed = nullptr;
    QString m_sql;
    RowInspector *m_inspector = nullptr;
};

} // namespace joinery::ui
