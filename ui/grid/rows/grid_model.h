// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_column.h"
#include "ui/grid/rows/row_feed.h"
#include "ui/grid/rows/table_edits.h"

#include <QAbstractTableModel>

class QLineEdit;

namespace joinery::ui {

/// Rows of a feed for a table view, with the staged edits over them and the staged new rows behind them. A view holds
/// some bytes for each row of its model, so the model covers a stretch of the rows, which follows what is seen:
/// `row` counts in the stretch, `position` from the start of the table.
class GridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class RowState { Plain, Changed, Added, Deleted };

    struct Cell
    {
        enum class Kind { Missing, Null, Given, Empty, Text, Boolean };
        Kind kind = Kind::Missing; ///< Given: the server's default comes here
        QString text;              ///< one line, shortened
        QString size;              ///< of what was shortened, may be empty
        bool checked = false;
        bool changed = false;
        RowState row = RowState::Plain;
    };

    explicit GridModel(QObject *parent) : QAbstractTableModel(parent) {}

    /// `edits` may be nullptr: nothing can be edited.
    void setFeed(RowFeed *feed, std::vector<GridColumn> columns, TableEdits *edits, bool looseTypes);
    const std::vector<GridColumn> &columns() const { return m_columns; }
    TableEdits *edits() const { return m_edits; }
    bool hasLooseTypes() const { return m_looseTypes; } ///< a column takes values of any type
    RowFeed *feed() const { return m_feed; }

    qint64 base() const { return m_base; }
    qint64 position(int row) const { return m_base + row; }
    qint64 extent() const; ///< rows of the feed and new rows
    /// Moves the stretch so that the position is well inside; tells by how much the rows moved through moved().
    void bringNear(qint64 position);

    Cell cell(const QModelIndex &index) const;
    RowState rowState(int row) const;
    bool isFailed(int row) const; ///< the last commit failed on it
    bool isRead(int row) const;
    /// What stands there now, edits included; Default in new rows where nothing was given.
    driver::Value value(const QModelIndex &index) const;
    /// As it was read; nothing for new rows.
    std::optional<driver::Value> oldValue(const QModelIndex &index) const;
    quint64 changeAt(int row) const; ///< id of what is staged for it, 0 for nothing
    int rowOfChange(quint64 id) const; ///< -1 where it is not among the rows that are held

    /// False and refused() where it cannot be.
    bool setValue(const QModelIndex &index, const driver::Value &value);
    bool setText(const QModelIndex &index, const QString &text);
    bool mayEdit(const QModelIndex &index, QString *why = nullptr) const;
    bool mayType(const QModelIndex &index, QString *why = nullptr) const; ///< its text may be changed: all of it was read
    quint64 addRow();
    void deleteRows(const QList<int> &rows);
    void revertRows(const QList<int> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The same rows have other numbers in the model: `by` is added to them. The view scrolls along.
    void moved(int by);
    void extentChanged();
    void refused(const QString &sentence);
    /// The editor of a cell was opened whose column refers to another table: what it refers to can be offered beside it.
    void referenceEdited(QLineEdit *editor, const QModelIndex &index);

private:
    void feedChanged(const std::vector<session::RowCache::Shift> &shifts);
    void editsChanged();
    void moveTo(qint64 base, qint64 contentShift);
    void fitRows();
    void tellCells();

    RowFeed *m_feed = nullptr;
    TableEdits *m_edits = nullptr;
    bool m_looseTypes = false;
    std::vector<GridColumn> m_columns;
    qint64 m_base = 0;
    int m_rows = 0;
    qint64 m_seen = 0; ///< the first position on the screen
    std::vector<quint64> m_inserted;

    friend class GridTable;
};

} // namespace joinery::ui
