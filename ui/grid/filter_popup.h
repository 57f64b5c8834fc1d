// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_reader.h"
#include "ui/grid/rows/grid_column.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace joinery::ui {

/// Asks for the filter of one column: a condition that fits its type, or values out of those that it has.
class FilterPopup : public QFrame
{
    Q_OBJECT
public:
    /// `current`: the filter that holds now.
    FilterPopup(const GridColumn &column, bool looseTypes, const std::optional<session::ColumnFilter> &current, QWidget *parent);

    void showValues(const std::vector<session::DistinctValue> &values, bool areAll);
    void showFailure(const QString &words);
    /// Below the point, inside the screen.
    void popup(const QPoint &global);

Q_SIGNALS:
    void applied(const joinery::session::ColumnFilter &filter);
    void cleared();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Condition { OneOf, NoneOf, Contains, Equals, Range, IsNull, NotNull };
    void fillConditions();
    void fit();
    void showCurrent(const session::ColumnFilter &filter);
    void choose(Condition condition);
    Condition condition() const;
    void apply();
    std::optional<driver::Value> typed(const QLineEdit *field);
    std::optional<session::ColumnFilter> filter();
    void markChosen(const session::ColumnFilter &filter);

    GridColumn m_column;
    bool m_looseTypes;
    std::optional<session::ColumnFilter> m_current;
    std::vector<session::DistinctValue> m_values;
    QComboBox *m_condition;
    QStackedWidget *m_pages;
    QListWidget *m_list;
    QLabel *m_listNote;
    QLineEdit *m_text, *m_from, *m_to;
    QLabel *m_refusal;
};

} // namespace joinery::ui
