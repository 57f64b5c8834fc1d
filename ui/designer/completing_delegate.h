// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace joinery::ui {

/// An editor that offers what can be typed, and check boxes in the middle of their cells.
class CompletingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `suggestions` is asked with the column of the cell.
    CompletingDelegate(std::function<QStringList(int)> suggestions, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<QStringList(int)> m_suggestions;
};

} // namespace joinery::ui
