// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/navigator_view.h"

#include "ui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace joinery::ui {

namespace {

constexpr int kIndent = 16;
constexpr int kLeft = 6;

/// Only tells the height; the view paints.
class RowHeight : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const auto &model = static_cast<const NavigatorModel &>(*index.model());
        const bool section = model.node(index)->kind == NavigatorNode::Kind::Section;
        return {100, section ? metrics::kRow + 6 : metrics::kRow};
    }
};

} // namespace

NavigatorView::NavigatorView(NavigatorModel &model, QWidget *parent) : QTreeView(parent), m_navigator(model)
{
    setModel(&model);
    setItemDelegate(new RowHeight(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(kIndent);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(metrics::kRow);
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(QStringLiteral("QTreeView { background: transparent; }"));
    m_unfolded = {QStringLiteral("/connections"), QStringLiteral("/project"), QStringLiteral("/project/models")};

    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        const NavigatorNode *node = m_navigator.node(index);
        if (m_restoring || !node)
            return;
        m_unfolded.insert(node->path());
        if (node->kind == NavigatorNode::Kind::Connection) {
            m_unfolded.insert(node->path() + QStringLiteral("/tables"));
            if (node->connection && !node->connection->catalog())
                Q_EMIT connectionUnfolded(node->connection);
            restoreBelow(index);
        }
        Q_EMIT unfoldedChanged();
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (m_restoring)
            return;
        m_unfolded.remove(m_navigator.node(index)->path());
        Q_EMIT unfoldedChanged();
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const NavigatorNode *current = currentNode();
        m_current = current ? current->path() : QString();
        m_scrolled = verticalScrollBar()->value();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &NavigatorView::restore);
    connect(&theme(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    restore();
}

void NavigatorView::setUnfolded(const QStringList &paths)
{
    m_unfolded = QSet<QString>(paths.begin(), paths.end());
    m_unfolded.unite({QStringLiteral("/connections"), QStringLiteral("/project")});
    restore();
}

const NavigatorNode *NavigatorView::currentNode() const
{
    return m_navigator.node(currentIndex());
}

void NavigatorView::restore()
{
    m_restoring = true;
    restoreBelow({});
    m_restoring = false;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_scrolled);
}

void NavigatorView::restoreBelow(const QModelIndex &parent)
{
    const bool was = std::exchange(m_restoring, true);
    const bool filtered = !m_navigator.filter().isEmpty();
    for (int row = 0; row < m_navigator.rowCount(parent); ++row) {
        const QModelIndex index = m_navigator.index(row, 0, parent);
        const NavigatorNode *node = m_navigator.node(index);
        const QString path = node->path();
        // A filter unfolds what it found; what is made on demand stays folded.
        const bool found = filtered && !node->children.empty() && node->kind != NavigatorNode::Kind::Message;
        const bool failed = node->kind == NavigatorNode::Kind::Connection && !node->children.empty() &&
                            node->connection->state() == ConnectionItem::State::Failed;
        if (m_unfolded.contains(path) || found || failed) {
            if (m_navigator.canFetchMore(index))
                m_navigator.fetchMore(index);
            setExpanded(index, true);
            restoreBelow(index);
        }
        if (!m_current.isEmpty() && path == m_current)
            setCurrentIndex(index);
    }
    m_restoring = was;
}

void NavigatorView::mousePressEvent(QMouseEvent *event)
{
    // The sections are headings: they do not fold and cannot be selected.
    const NavigatorNode *node = m_navigator.node(indexAt(event->position().toPoint()));
    if (node && node->kind == NavigatorNode::Kind::Section)
        return;
    QTreeView::mousePressEvent(event);
}

void NavigatorView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

void NavigatorView::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    const NavigatorNode *node = m_navigator.node(index);
    if (!node)
        return;
    const Colors &colors = theme().colors();
    QRect rect = options.rect;
    rect.setLeft(0);
    rect.setRight(viewport()->width() - 1);
    const bool selected = selectionModel()->isSelected(index);
    if (selected)
        painter->fillRect(rect, colors.selection);
    else if (node->kind != NavigatorNode::Kind::Section && rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && underMouse())
        painter->fillRect(rect, colors.sunken);
    if (hasFocus() && index == currentIndex()) {
        painter->setPen(colors.accent);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
    int depth = 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    const int left = kLeft + qMax(0, depth - 1) * kIndent;
    if (depth > 0 && m_navigator.hasChildren(index)) {
        icon(isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), colors.text)
            .paint(painter, QRect(left, rect.top() + (rect.height() - 14) / 2, 14, 14));
    }
    paintNode(*painter, rect, depth == 0 ? kLeft + 4 : left + 18, *node);
}

void NavigatorView::paintNode(QPainter &painter, const QRect &rect, int left, const NavigatorNode &node) const
{
    const Colors &colors = theme().colors();
    const bool section = node.kind == NavigatorNode::Kind::Section;
    const bool message = node.kind == NavigatorNode::Kind::Message;
    const bool failed = node.kind == NavigatorNode::Kind::Connection && node.connection &&
                        node.connection->state() == ConnectionItem::State::Failed;
    const int right = rect.right() - 9;
    painter.setRenderHint(QPainter::Antialiasing);
    if (node.kind == NavigatorNode::Kind::Connection && node.connection) {
        painter.setPen(QPen(environmentColor(node.connection->environment()), 1.5));
        // Filled where it is connected, a ring where it is not.
        painter.setBrush(node.connection->catalog() ? QBrush(environmentColor(node.connection->environment())) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(left + 1, rect.center().y() - 3, 7, 7));
        left += 14;
    } else if (!node.iconName.isEmpty()) {
        const QColor tint = message ? colors.production : node.kind == NavigatorNode::Kind::Part ? colors.dim : colors.text;
        icon(node.iconName, tint).paint(&painter, QRect(left, rect.top() + (rect.height() - 16) / 2, 16, 16));
        left += 22;
    }
    QFont caption = theme().caption();
    int detailWidth = 0;
    painter.setFont(caption);
    const int room = right - left;
    const QString detail = painter.fontMetrics().elidedText(node.detail, Qt::ElideRight, qMax(0, room / 2));
    if (!detail.isEmpty()) {
        detailWidth = painter.fontMetrics().horizontalAdvance(detail) + 8;
        painter.setPen(failed ? colors.production : colors.dim);
        painter.drawText(QRect(left, rect.top(), room, rect.height()), Qt::AlignVCenter | Qt::AlignRight, detail);
    }
    if (node.kind == NavigatorNode::Kind::Connection && node.connection && node.connection->isReadOnly()) {
        icon(QStringLiteral("lock"), colors.dim).paint(&painter, QRect(right - detailWidth - 14, rect.top() + (rect.height() - 14) / 2, 14, 14));
        detailWidth += 18;
    }
    QFont font = this->font();
    if (section) {
        font = caption;
        font.setWeight(QFont::DemiBold);
    }
    painter.setFont(font);
    painter.setPen(section || message ? colors.dim : colors.text);
    const QRect line(left, section ? rect.top() + 4 : rect.top(), qMax(0, room - detailWidth), rect.height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(node.label, Qt::ElideRight, line.width()));
}

} // namespace joinery::ui
