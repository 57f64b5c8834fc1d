// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/shell/search_box.h"

#include <QHBoxLayout>
#include <QLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace joinery::ui {

TopBar::TopBar(QWidget *parent) : QToolBar(parent), m_menu(new QToolButton(this)), m_gap(new QWidget(this))
{
    setObjectName(QStringLiteral("topBar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setFixedHeight(metrics::kToolbar);
    setIconSize({16, 16});
    setStyleSheet(QStringLiteral("QToolBar { border: none; spacing: 2px; padding: 0 8px; background: transparent; }"));
    QFont bold = font();
    bold.setWeight(QFont::Bold);
    m_menu->setFont(bold);
    m_menu->setText(QStringLiteral("Joinery"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setFocusPolicy(Qt::TabFocus);
    addWidget(m_menu);
    m_gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_gapAction = addWidget(m_gap);
    retranslating(this, [this] {
        setWindowTitle(tr("Toolbar"));
        m_menu->setAccessibleName(tr("Joinery menu"));
        m_menu->setToolTip(tr("Everything that Joinery can do"));
        // Qt's own button for what does not fit.
        if (auto *more = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button")))
            more->setAccessibleName(tr("More"));
    });
}

void TopBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void TopBar::addButton(QAction *action, std::function<QString()> text, QMenu *menu)
{
    auto *button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(action->icon());
    if (menu) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    } else {
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
    }
    const auto show = [button, action, text = std::move(text)] {
        button->setText(u' ' + text());
        button->setAccessibleName(text());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys));
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, show);
    retranslating(button, show);
    insertWidget(m_gapAction, button);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().colors().window);
    painter.fillRect(0, height() - 1, width(), 1, theme().colors().border);
}

void TopBar::setSearch(QAction *action)
{
    auto *box = new SearchBox(action, this);
    box->setFixedSize(box->sizeHint());
    addWidget(box);
}

} // namespace joinery::ui
