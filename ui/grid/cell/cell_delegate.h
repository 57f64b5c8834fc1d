// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QStyledItemDelegate>

namespace joinery::ui {

/// Paints cells and makes their editors.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(GridModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The width that the cell wants.
    int widthOf(const QModelIndex &index) const;

    static int padding() { return 8; }

Q_SIGNALS:
    /// Ctrl+Return in the editor: what was typed, for every selected cell.
    void spreadAsked(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    static QString textOf(QWidget *editor);
    QFont fontOf(const GridColumn &column) const;
    void paintChip(QPainter &painter, const QRect &rect, const QString &text, bool struck, bool right) const;

    GridModel &m_model;
};

} // namespace joinery::ui
