// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completion_popup.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kWidth = 380;
constexpr int kVisibleRows = 9;
enum Role { DetailRole = Qt::UserRole + 1, IconRole, TypedRole };

/// Icon, name with the typed letters in bold, detail on the right.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {kWidth, metrics::kRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &colors = theme().colors();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colors.selection);
        QRect area = option.rect.adjusted(2 * metrics::kUnit, 0, -2 * metrics::kUnit, 0);
        if (const QString name = index.data(IconRole).toString(); !name.isEmpty()) {
            const QRect place(area.left(), area.center().y() - 7, 16, 16);
            icon(name).paint(painter, place);
        }
        area.setLeft(area.left() + 24);

        painter->setFont(theme().caption());
        painter->setPen(colors.dim);
        const QString detail = painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, area.width() / 2);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, detail);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(detail) - 2 * metrics::kUnit);

        paintName(painter, area, index.data().toString(), index.data(TypedRole).toString());
        painter->restore();
    }

private:
    static void paintName(QPainter *painter, QRect area, const QString &whole, const QString &typed)
    {
        painter->setPen(theme().colors().text);
        const QFont regular = theme().monospaced();
        QFont bold = regular;
        bold.setBold(true);
        painter->setFont(bold);
        const QString name = painter->fontMetrics().elidedText(whole, Qt::ElideRight, area.width());
        const qsizetype at = typed.isEmpty() ? -1 : name.indexOf(typed, 0, Qt::CaseInsensitive);
        const auto draw = [&](const QString &part, const QFont &font) {
            painter->setFont(font);
            painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, part);
            area.setLeft(area.left() + painter->fontMetrics().horizontalAdvance(part));
        };
        if (at < 0) {
            draw(name, regular);
            return;
        }
        draw(name.left(at), regular);
        draw(name.mid(at, typed.size()), bold);
        draw(name.mid(at + typed.size()), regular);
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *editor)
    : QFrame(editor, Qt::ToolTip | Qt::FramelessWindowHint), m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("completionPopup"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setProperty("role", QStringLiteral("card"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(0);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Completions"));
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(m_list);
    hide();
}

void CompletionPopup::offer(const QList<Completion> &completions, const QString &typed, const QPoint &below, const QPoint &above)
{
    m_completions = completions;
    if (completions.isEmpty()) {
        hide();
        return;
    }
    m_list->clear();
    for (const Completion &completion : completions) {
        auto *item = new QListWidgetItem(completion.text, m_list);
        item->setData(DetailRole, completion.detail);
        item->setData(IconRole, completion.icon);
        item->setData(TypedRole, typed);
        item->setData(Qt::AccessibleTextRole, QString(completion.text + QLatin1String(", ") + completion.detail));
    }
    m_list->setCurrentRow(0);
    const int rows = int(std::min<qsizetype>(completions.size(), kVisibleRows));
    resize(kWidth, rows * metrics::kRow + 2);
    const QRect room = screen()->availableGeometry();
    QPoint corner = below.y() + height() <= room.bottom() ? below : above - QPoint(0, height());
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(corner);
    show();
}

bool CompletionPopup::take(const QKeyEvent &key)
{
    if (!isVisible())
        return false;
    const auto step = [this](int rows) {
        const int count = m_list->count();
        const int next = m_list->currentRow() + rows;
        m_list->setCurrentRow(std::abs(rows) == 1 ? (next + count) % count : std::clamp(next, 0, count - 1));
        return true;
    };
    switch (key.key()) {
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    case Qt::Key_PageDown: return step(kVisibleRows);
    case Qt::Key_PageUp: return step(-kVisibleRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & Qt::ControlModifier)
            return false;
        [[fallthrough]];
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return false;
    }
}

void CompletionPopup::choose()
{
    const int row = m_list->currentRow();
    hide();
    if (row >= 0 && row < m_completions.size())
        Q_EMIT chosen(m_completions.at(row));
}

} // namespace joinery::ui
