// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/row_jobs.h"
#include "ui/grid/rows/grid_column.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;

namespace joinery::ui {

class GridModel;
class ValueView;

/// One cell in a window of its own: seen whole, loaded where only a part of it was read, saved to a file, replaced by a
/// file, edited. Deletes itself when it is closed.
class CellDialog : public QDialog
{
    Q_OBJECT
public:
    struct Cell
    {
        QString table; ///< empty for a result
        GridColumn column;
        driver::Value value;
        QString refusal; ///< why it cannot be edited, empty where it can
        /// Stages a value, or says why it cannot.
        std::function<QString(const driver::Value &)> stage;
        /// Turns what was typed into a value of the column.
        std::function<Result<driver::Value>(const QString &)> parse;
        /// Where the rest of a part is; none for results.
        std::optional<session::CellPlace> place;
        session::RowSource source;
    };

    CellDialog(Cell cell, worker::DbWorker *worker, QWidget *parent);
    ~CellDialog() override;

private:
    void fill();
    void load();
    void save();
    void replace();
    void apply();
    void take(const driver::Value &value);
    void say(const QString &sentence);
    void setBusy(const QString &what);

    Cell m_cell;
    QPointer<worker::DbWorker> m_worker;
    worker::Job m_job;
    QLabel *m_heading, *m_facts, *m_note;
    ValueView *m_view;
    QPushButton *m_load, *m_save, *m_replace, *m_apply;
    bool m_busy = false;
};

/// The cell of a grid: `table` is left to the caller.
CellDialog::Cell cellToView(GridModel &model, const QModelIndex &index);

} // namespace joinery::ui
