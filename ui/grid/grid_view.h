// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/grid_table.h"

#include <QWidget>

class QLabel;
class QScrollBar;

namespace joinery::ui {

class FailureStrip;

/// The grid: cells, a scroll bar over all rows, the words of a failed commit at the row that failed, and what an empty
/// grid has to say. Serves tables and results alike.
class GridView : public QWidget
{
    Q_OBJECT
public:
    explicit GridView(QWidget *parent = nullptr);

    GridModel &model() { return *m_model; }
    GridTable &table() { return *m_table; }

    void setFeed(RowFeed *feed, std::vector<GridColumn> columns, TableEdits *edits, bool looseTypes);
    /// What stands in the middle where there are no rows; empty for nothing.
    void setEmptyText(const QString &text);

    QString rowsText() const;      ///< "Rows 1–21 of 1,204"
    QString selectionText() const; ///< "Selected 3 cells, sum 12.5"

Q_SIGNALS:
    void statusChanged();
    void said(const QString &sentence); ///< a refusal or a remark for the user
    void resolveAsked(); ///< between what somebody else wrote and what is staged

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void placeFailure();
    void placeEmptyText();
    bool eventFilter(QObject *watched, QEvent *event) override;

    GridModel *m_model;
    GridTable *m_table;
    QScrollBar *m_bar;
    FailureStrip *m_failure;
    QLabel *m_empty;
    bool m_fitted = false;
};

} // namespace joinery::ui
