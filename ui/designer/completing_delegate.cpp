// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/completing_delegate.h"

#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace joinery::ui {

namespace {

bool isCheckable(const QModelIndex &index) { return index.flags() & Qt::ItemIsUserCheckable; }

} // namespace

CompletingDelegate::CompletingDelegate(std::function<QStringList(int)> suggestions, QObject *parent)
    : QStyledItemDelegate(parent), m_suggestions(std::move(suggestions))
{
}

QWidget *CompletingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    // The cell is its frame.
    edit->setStyleSheet(QStringLiteral("QLineEdit { border: 1px solid %1; border-radius: 0; padding: 0 5px; min-height: 0; }")
                            .arg(theme().colors().accent.name()));
    if (const QStringList words = m_suggestions(index.column()); !words.isEmpty()) {
        auto *completer = new QCompleter(words, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->setMaxVisibleItems(10);
        edit->setCompleter(completer);
        completer->popup()->installEventFilter(const_cast<CompletingDelegate *>(this));
    }
    return edit;
}

void CompletingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    // While somebody types, a change of the model elsewhere does not overwrite it.
    if (!edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void CompletingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QString text = static_cast<QLineEdit *>(editor)->text();
    if (text != index.data(Qt::EditRole).toString())
        model->setData(index, text, Qt::EditRole);
}

void CompletingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QIcon sign = std::exchange(cell.icon, QIcon());
    cell.features &= ~(QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDecoration);
    const QWidget *widget = option.widget;
    QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    if (!isCheckable(index)) {
        // In line with the titles of the columns.
        constexpr int kPadding = 8;
        constexpr int kIcon = 16;
        QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        if (!sign.isNull()) {
            sign.paint(painter, QRect(room.left(), room.center().y() - kIcon / 2 + 1, kIcon, kIcon));
            room.setLeft(room.left() + kIcon + 6);
        }
        painter->save();
        painter->setFont(cell.font);
        painter->setPen(cell.palette.color(QPalette::Text));
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
        painter->restore();
        return;
    }
    if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked) {
        const int side = 16;
        icon(QStringLiteral("check"), theme().colors().accent)
            .paint(painter, QRect(option.rect.center() - QPoint(side / 2 - 1, side / 2 - 1), QSize(side, side)));
    } else {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme().colors().dim);
        painter->drawRoundedRect(QRectF(option.rect.center().x() - 6.5, option.rect.center().y() - 6.5, 14, 14), 3, 3);
        painter->restore();
    }
}

/// An open list of proposals takes the keys and gives them to the text past all filters: the delegate would not see
/// the Return or the Tab that ends the edit, and the view would keep an editor open that looks finished.
bool CompletingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *popup = qobject_cast<QAbstractItemView *>(watched);
    if (!popup)
        return QStyledItemDelegate::eventFilter(watched, event);
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Tab && key != Qt::Key_Backtab)
        return false;
    QWidget *edit = popup->focusProxy();
    popup->hide();
    if (edit)
        QCoreApplication::sendEvent(edit, event);
    return true;
}

bool CompletingDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    if (!isCheckable(index))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    bool toggle = false;
    if (event->type() == QEvent::MouseButtonRelease)
        toggle = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    else if (event->type() == QEvent::KeyPress)
        toggle = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!toggle)
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace joinery::ui
