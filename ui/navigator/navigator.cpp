// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/navigator.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/navigator/navigator_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace joinery::ui {

Navigator::Navigator(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_model(workbench), m_filter(new QLineEdit(this)), m_view(new NavigatorView(m_model, this))
{
    m_filter->addAction(icon(QStringLiteral("search"), theme().colors().dim), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_view->installEventFilter(this);
    retranslating(this, [this] {
        m_filter->setPlaceholderText(tr("Filter"));
        m_filter->setAccessibleName(tr("Filter the navigator"));
        m_view->setAccessibleName(tr("Navigator"));
        m_model.rebuild();
    });
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(8, 0, 8, 4);
    filterRow->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(filterRow);
    layout->addWidget(m_view, 1);
    setMinimumWidth(180);

    connect(m_filter, &QLineEdit::textChanged, &m_model, &NavigatorModel::setFilter);
    connect(m_view, &QTreeView::doubleClicked, this, &Navigator::activate);
    connect(m_view, &QWidget::customContextMenuRequested, this, &Navigator::showMenu);
    connect(m_view, &NavigatorView::unfoldedChanged, this, &Navigator::changed);
    connect(m_view, &NavigatorView::connectionUnfolded, this, [this](ConnectionItem *connection) {
        Q_EMIT verbRequested(connection, ConnectionVerb::Open);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const NavigatorNode *node = m_model.node(current);
        while (node && !node->connection)
            node = node->parent;
        Q_EMIT selected(node ? node->connection.data() : nullptr);
    });
}

void Navigator::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QStringList Navigator::unfolded() const
{
    return m_view->unfolded();
}

void Navigator::setUnfolded(const QStringList &paths)
{
    m_view->setUnfolded(paths);
}

void Navigator::unfold(ConnectionItem *connection)
{
    const QString path = QStringLiteral("/connections/") + connection->id();
    QStringList paths = m_view->unfolded();
    if (!paths.contains(path))
        m_view->setUnfolded(paths << path << path + QStringLiteral("/tables"));
}

bool Navigator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter) {
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::TabFocusReason);
            return true;
        }
    } else if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        activate(m_view->currentIndex());
        return true;
    }
    return false;
}

void Navigator::activate(const QModelIndex &index)
{
    const NavigatorNode *node = m_model.node(index);
    if (!node)
        return;
    if (node->location) {
        Q_EMIT goRequested(*node->location);
        return;
    }
    const bool closed = node->connection && node->connection->state() != ConnectionItem::State::Open;
    if (closed && (node->kind == NavigatorNode::Kind::Connection || node->kind == NavigatorNode::Kind::Message)) {
        ConnectionItem *connection = node->connection;
        if (node->kind == NavigatorNode::Kind::Connection)
            m_view->setExpanded(index, true);
        Q_EMIT verbRequested(connection, ConnectionVerb::Open);
        return;
    }
    if (node->kind != NavigatorNode::Kind::Section)
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

void Navigator::showMenu(const QPoint &position)
{
    const NavigatorNode *node = m_model.node(m_view->indexAt(position));
    if (!node)
        return;
    auto *menu = new NavigatorMenu(*node, this);
    connect(menu, &NavigatorMenu::goRequested, this, &Navigator::goRequested);
    connect(menu, &NavigatorMenu::verbRequested, this, &Navigator::verbRequested);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace joinery::ui
