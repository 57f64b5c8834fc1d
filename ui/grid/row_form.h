// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace joinery::ui {

class GridView;
class PageBar;
class RowInspector;

/// The current row of a grid as a form in the grid's place: a field for each column, and the way to its neighbours.
class RowForm : public QWidget
{
    Q_OBJECT
public:
    RowForm(GridView &view, QWidget *parent);
    void step(int rows);
    RowInspector &fields() const { return *m_fields; }

Q_SIGNALS:
    void closeAsked();
    void revertAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void follow();

    GridView &m_view;
    QToolButton *m_previous, *m_next;
    QLabel *m_place, *m_state;
    QPushButton *m_revert, *m_close;
    RowInspector *m_fields;
};

} // namespace joinery::ui
