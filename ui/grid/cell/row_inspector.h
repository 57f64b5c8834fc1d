// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QPointer>
#include <QScrollArea>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace joinery::ui {

/// The row of the current cell as a form, editable like the grid.
class RowInspector : public QScrollArea
{
    Q_OBJECT
public:
    RowInspector(GridModel &model, QWidget *parent = nullptr);
    ~RowInspector() override;
    void setTableName(const QString &name) { m_tableName = name; }
    /// The row to show, -1 for none.
    void show(int row);
    using QWidget::show;

private:
    struct Field
    {
        QLabel *caption = nullptr;
        QLineEdit *line = nullptr;
        QLabel *was = nullptr;
        QPlainTextEdit *text = nullptr; ///< instead of a line, for JSON
    };

    void build();
    void fill();
    void fillField(int column);
    void placeHint(const Field &field);
    bool eventFilter(QObject *watched, QEvent *event) override;

    GridModel &m_model;
    QString m_tableName;
    int m_row = -1;
    QStringList m_built;
    QWidget *m_body = nullptr;
    QLabel *m_title = nullptr, *m_caption = nullptr;
    std::vector<Field> m_fields;
    bool m_filling = false;
};

} // namespace joinery::ui
