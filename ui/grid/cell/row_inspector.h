// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QPointer>
#include <QScrollArea>

class QComboBox;
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
    /// Beside the rows, narrow; a Form stands in their place.
    enum class Shape { Beside, Form };
    explicit RowInspector(GridModel &model, QWidget *parent = nullptr, Shape shape = Shape::Beside);
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
        QPlainTextEdit *text = nullptr; ///< instead of a line, for JSON and, in a form, long texts
        QComboBox *box = nullptr;       ///< instead of a line, for booleans and enumerations
    };

    void build();
    QWidget *makeBox(Field &field, int column);
    QWidget *makeText(Field &field, const GridColumn &column);
    QWidget *makeLine(Field &field, int column);
    void fillBox(const Field &field, int column);
    void fillText(const Field &field, int column);
    void fill();
    void fillField(int column);
    void placeHint(const Field &field);
    bool eventFilter(QObject *watched, QEvent *event) override;

    GridModel &m_model;
    Shape m_shape;
    QString m_tableName;
    int m_row = -1;
    QStringList m_built;
    QWidget *m_body = nullptr;
    QLabel *m_title = nullptr, *m_caption = nullptr;
    std::vector<Field> m_fields;
    bool m_filling = false;
};

} // namespace joinery::ui
