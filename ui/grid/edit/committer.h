// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/commit_jobs.h"
#include "ui/grid/rows/grid_column.h"
#include "ui/grid/rows/table_edits.h"

class QWidget;

namespace joinery::ui {

/// What a commit of staged edits needs to know of where it goes.
struct CommitPlace
{
    session::RowSource source;
    std::vector<GridColumn> columns;
    QString dialect;
    QString connection; ///< its name, for people
    QString history;    ///< where commits of the connection are kept, see session::CommitHistory
    worker::DbWorker *worker = nullptr;
};

/// Brings staged edits to the database: shows the SQL before, runs one transaction, and keeps everything staged where
/// a row fails.
class Committer : public QObject
{
    Q_OBJECT
public:
    Committer(TableEdits &edits, std::function<CommitPlace()> place, QWidget *page);

    /// The SQL, and what will be refused, in a dialog that commits.
    void preview();
    /// At once, unless something is known to be missing: then the preview says so first.
    void commit();
    /// Asks what stands of the rows that somebody else changed, where that is why the last commit failed.
    void resolve();

Q_SIGNALS:
    void started();
    void committed(int changes);
    void failed();
    void unkept(const joinery::Error &error); ///< committed, and cannot be undone later
    void settled(); ///< after a conflict nothing is left to commit

private:
    void run();
    void ended(const Result<session::CommitReport> &answer, int changes);

    TableEdits &m_edits;
    std::function<CommitPlace()> m_place;
    QWidget *m_page;
};

/// "In book of shop: change 2 rows, delete 1 row."
QString commitSummary(const CommitPlace &place, const std::vector<session::RowChange> &changes);

/// A sentence for each value that the database will not do without: NOT NULL, no default, and nothing given.
QStringList missingValues(const std::vector<GridColumn> &columns, const std::vector<session::RowChange> &changes);

} // namespace joinery::ui
