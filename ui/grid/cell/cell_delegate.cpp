// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/cell_delegate.h"

#include "ui/common/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>

namespace joinery::ui {

using Cell = GridModel::Cell;
using Look = GridColumn::Look;

CellDelegate::CellDelegate(GridModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

QFont CellDelegate::fontOf(const GridColumn &column) const
{
    return column.look == Look::Text || column.look == Look::Boolean ? QFont() : theme().monospaced();
}

void CellDelegate::paintChip(QPainter &painter, const QRect &rect, const QString &text, bool struck, bool right) const
{
    const Colors &colors = theme().colors();
    QFont font = theme().monospaced();
    font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.86 : 8);
    font.setStrikeOut(struck);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + 8;
    QRect chip(right ? rect.right() - width + 1 : rect.left(), rect.center().y() - metrics.height() / 2, width, metrics.height() + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.nullSoft);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(colors.null);
    painter.drawText(chip, Qt::AlignCenter, text);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = theme().colors();
    const Cell cell = m_model.cell(index);
    const GridColumn &column = m_model.columns()[size_t(index.column())];
    const bool selected = option.state & QStyle::State_Selected;
    const bool current = option.state & QStyle::State_HasFocus;
    const bool deleted = cell.row == GridModel::RowState::Deleted;
    painter->save();
    QColor ground = colors.surface;
    if (cell.changed)
        ground = colors.changedSoft;
    else if (cell.row == GridModel::RowState::Added)
        ground = colors.addedSoft;
    else if (deleted)
        ground = colors.deletedSoft;
    painter->fillRect(option.rect, ground);
    if (selected) {
        // What is staged stays to be seen under the selection.
        QColor over = colors.selection;
        if (ground != colors.surface)
            over.setAlphaF(0.55f);
        painter->fillRect(option.rect, over);
    }
    QRect rect = option.rect.adjusted(padding(), 0, -padding(), 0);
    const QRect whole = rect;
    rect.setHeight(qMin(rect.height(), metrics::kRow)); // in a high row everything begins in the first line
    painter->setClipRect(option.rect);
    const bool right = column.look == Look::Number;
    switch (cell.kind) {
    case Cell::Kind::Missing: {
        // A quiet bar where a row is on its way.
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.sunken);
        const int width = qMin(rect.width(), 24 + int((m_model.position(index.row()) * 37 + index.column() * 53) % 60));
        painter->drawRoundedRect(QRect(right ? rect.right() - width : rect.left(), rect.center().y() - 3, width, 7), 3, 3);
        break;
    }
    case Cell::Kind::Null: paintChip(*painter, rect, QStringLiteral("NULL"), deleted, right); break;
    case Cell::Kind::Given:
        painter->setFont(theme().monospaced());
        painter->setPen(colors.dim);
        painter->drawText(rect, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft), tr("auto"));
        break;
    case Cell::Kind::Empty: break;
    case Cell::Kind::Boolean: {
        const QRect box(rect.center().x() - 7, rect.center().y() - 7, 16, 16);
        if (cell.checked)
            icon(QStringLiteral("check"), deleted ? colors.deleted : QColor()).paint(painter, box);
        break;
    }
    case Cell::Kind::Text: {
        QFont font = fontOf(column);
        font.setStrikeOut(deleted);
        font.setBold(cell.changed);
        QRect room = rect;
        if (!cell.size.isEmpty()) {
            painter->setFont(theme().caption());
            painter->setPen(colors.dim);
            const int width = QFontMetrics(theme().caption()).horizontalAdvance(cell.size);
            if (room.width() > width * 2) {
                painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, cell.size);
                room.setRight(room.right() - width - padding());
            }
        }
        painter->setFont(font);
        painter->setPen(deleted ? colors.deleted : colors.text);
        if (option.rect.height() > metrics::kRow && !right) {
            painter->drawText(QRect(room.left(), whole.top() + 4, room.width(), whole.height() - 6), int(Qt::AlignLeft) | Qt::TextWrapAnywhere,
                              QString(cell.text).replace(u'↵', u'\n'));
            break;
        }
        const QFontMetrics metrics(font);
        painter->drawText(room, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                          metrics.elidedText(cell.text, Qt::ElideRight, room.width()));
        break;
    }
    }
    if (current) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {widthOf(index), metrics::kRow};
}

int CellDelegate::widthOf(const QModelIndex &index) const
{
    const Cell cell = m_model.cell(index);
    const GridColumn &column = m_model.columns()[size_t(index.column())];
    const int extra = 2 * padding() + 4;
    if (cell.kind == Cell::Kind::Null)
        return QFontMetrics(theme().monospaced()).horizontalAdvance(QStringLiteral("NULL")) + extra;
    int width = QFontMetrics(fontOf(column)).horizontalAdvance(cell.text);
    if (!cell.size.isEmpty())
        width += QFontMetrics(theme().caption()).horizontalAdvance(cell.size) + padding();
    return width + extra;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QString why;
    if (!m_model.mayEdit(index, &why)) {
        Q_EMIT m_model.refused(why);
        return nullptr;
    }
    const GridColumn &column = m_model.columns()[size_t(index.column())];
    const driver::Value value = m_model.value(index);
    QWidget *editor = nullptr;
    const bool lines = value.data().contains('\n') || (column.look == Look::Json && value.data().size() > 40);
    if (!column.type.enumValues.isEmpty() || column.look == Look::Boolean) {
        auto *box = new QComboBox(parent);
        box->addItems(column.look == Look::Boolean ? QStringList{QStringLiteral("true"), QStringLiteral("false")} : column.type.enumValues);
        editor = box;
    } else if (lines && value.tag() != driver::ValueTag::Bytes) {
        auto *text = new QPlainTextEdit(parent);
        text->setTabChangesFocus(true);
        text->setFont(fontOf(column));
        editor = text;
    } else {
        auto *line = new QLineEdit(parent);
        line->setFont(fontOf(column));
        line->setAlignment(column.look == Look::Number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
        line->setStyleSheet(QStringLiteral("QLineEdit { border: 2px solid %1; border-radius: 0; padding: 0 5px; min-height: 0; background: %2; }")
                                .arg(theme().colors().accent.name(), theme().colors().surface.name()));
        if (column.look == Look::Fixed && column.type.kind == schema::TypeKind::Date)
            line->setPlaceholderText(QStringLiteral("YYYY-MM-DD"));
        if (!column.refersTo.isEmpty())
            Q_EMIT m_model.referenceEdited(line, index);
        editor = line;
    }
    editor->setAccessibleName(tr("%1 in row %2").arg(column.name).arg(m_model.position(index.row()) + 1));
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // The view asks again whenever rows arrive: what is being typed must not go.
    if (editor->property("filled").toBool())
        return;
    editor->setProperty("filled", true);
    const driver::Value value = m_model.value(index);
    const QString text = value.toText();
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const bool truth = value.tag() == driver::ValueTag::Integer && m_model.columns()[size_t(index.column())].look == Look::Boolean;
        box->setCurrentText(truth ? (value.toInteger() ? QStringLiteral("true") : QStringLiteral("false")) : text);
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor)) {
        lines->setPlainText(text);
        lines->selectAll();
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(text);
        line->setModified(false);
        line->selectAll();
    }
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        m_model.setText(index, box->currentText());
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor)) {
        if (lines->document()->isModified())
            m_model.setText(index, lines->toPlainText());
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        // Leaving untouched changes nothing: NULL does not become an empty text.
        if (line->isModified())
            m_model.setText(index, line->text());
    }
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect rect = option.rect.adjusted(0, 0, 1, 0);
    if (qobject_cast<QPlainTextEdit *>(editor)) {
        rect.setSize({qMax(rect.width(), 320), 160});
        const QRect room = editor->parentWidget()->rect();
        rect.moveBottom(qMin(rect.bottom(), qMax(rect.height(), room.bottom())));
        rect.moveRight(qMin(rect.right(), qMax(rect.width(), room.right())));
    } else if (rect.width() < 80) {
        rect.setWidth(80);
    }
    editor->setGeometry(rect);
}

bool CellDelegate::eventFilter(QObject *object, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return QStyledItemDelegate::eventFilter(object, event);
    auto *editor = qobject_cast<QWidget *>(object);
    if (!(key->modifiers() & Qt::ControlModifier)) // in a text of several lines Return makes a line
        return qobject_cast<QPlainTextEdit *>(object) ? false : QStyledItemDelegate::eventFilter(object, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    // Ends the edit, in all selected cells.
    const QString text = textOf(editor);
    Q_EMIT closeEditor(editor, NoHint);
    Q_EMIT spreadAsked(text);
    return true;
}

QString CellDelegate::textOf(QWidget *editor)
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        return box->currentText();
    if (const auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        return lines->toPlainText();
    const auto *line = qobject_cast<QLineEdit *>(editor);
    return line ? line->text() : QString();
}

} // namespace joinery::ui
