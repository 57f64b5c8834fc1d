// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/query_jobs.h"
#include "ui/grid/rows/grid_column.h"
#include "ui/workbench/exportable.h"

#include <QWidget>

class QLabel;

namespace joinery::ui {

class Committer;
class GridView;
class NoticeBar;
class ResultFeed;
class RowInspector;
class TableEdits;

/// What a result must know of its connection to be edited.
struct ResultPlace
{
    schema::CatalogPtr catalog; ///< null: nothing is edited
    QString dialect;
    QString connection;         ///< its name, for people
    QString connectionId;
    QString refusal;            ///< why nothing can be written; empty where it can
};

/// A statement's result in the grid. Its rows are edited as those of a table where the engine says that all its columns come from
/// one and its key is among them; else the headers and every refused edit say why not. Hand it what runStatements() gave and the worker that ran it.
class ResultGrid : public QWidget
{
    Q_OBJECT
public:
    explicit ResultGrid(QWidget *parent = nullptr);

    /// Replaces what is shown. A result without columns is told as a sentence (rows changed, time).
    void setResult(const worker::StatementResult &result, worker::DbWorker *worker, const ResultPlace &place = {});
    void clear();

    bool hasStaged() const;
    void revertAll();
    void commit();
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

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
    /// What was staged is in the database; the rows here are still those that were read before.
    void written(int changes, const QString &table);

private:
    void trace(const worker::StatementResult &result, worker::DbWorker *worker, const ResultPlace &place);
    void showStaged();

    GridView *m_view;
    NoticeBar *m_notice;
    NoticeBar *m_staged;
    TableEdits *m_edits = nullptr; ///< nullptr: nothing is known of the connection
    Committer *m_committer = nullptr;
    std::vector<GridColumn> m_columns;
    ResultFeed *m_feed = nullptr;
    QString m_sql;
    RowInspector *m_inspector = nullptr;
};

} // namespace joinery::ui
