// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcut_list.h"

#include "ui/common/retranslate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

QString shownKeys(const QAction *action)
{
    return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
}

QString shownText(const QAction *action)
{
    return QString(action->text()).remove(u'&');
}

} // namespace

ShortcutList::ShortcutList(Settings &settings, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_actions(actions), m_filter(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_keys(new QKeySequenceEdit(this)), m_set(new QPushButton(this)), m_reset(new QPushButton(this)), m_answer(new QLabel(this))
{
    m_filter->setClearButtonEnabled(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionsMovable(false);
    m_set->setProperty("role", "primary");
    m_set->setAutoDefault(false);
    m_reset->setAutoDefault(false);
    m_answer->setProperty("role", "error");
    m_answer->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_keys, 1);
    row->addWidget(m_set);
    row->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 12, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_answer);

    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutList::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutList::showCurrent);
    connect(m_set, &QPushButton::clicked, this, &ShortcutList::take);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutList::reset);
    connect(&actions, &ActionRegistry::shortcutsChanged, this, &ShortcutList::fill);
    retranslating(this, [this] {
        m_filter->setPlaceholderText(tr("Search by name or keys"));
        m_filter->setAccessibleName(tr("Search the shortcuts"));
        m_list->setHeaderLabels({tr("Command"), tr("Keys")});
        m_list->setAccessibleName(tr("Shortcuts"));
        m_keys->setAccessibleName(tr("New keys"));
        if (auto *field = m_keys->findChild<QLineEdit *>())
            field->setAccessibleName(tr("New keys"));
        m_set->setText(tr("Change"));
        m_reset->setText(tr("Put back"));
        fill();
    });
}

void ShortcutList::fill()
{
    const QAction *current = currentAction();
    const QString kept = m_actions.id(current);
    m_list->clear();
    for (const QAction *action : m_actions.all()) {
        if (action->text().isEmpty())
            continue;
        const QString id = m_actions.id(action);
        auto *item = new QTreeWidgetItem(m_list, {shownText(action), shownKeys(action)});
        item->setData(0, Qt::UserRole, id);
        item->setSizeHint(0, {0, metrics::kRow});
        if (m_settings.shortcuts().contains(id)) {
            QFont font = this->font();
            font.setWeight(QFont::DemiBold);
            item->setFont(1, font);
        }
        if (id == kept)
            m_list->setCurrentItem(item);
    }
    m_list->resizeColumnToContents(1);
    filter();
    showCurrent();
}

void ShortcutList::filter()
{
    const QString text = m_filter->text();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) && !item->text(1).contains(text, Qt::CaseInsensitive));
    }
}

QAction *ShortcutList::currentAction() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? m_actions.find(item->data(0, Qt::UserRole).toString()) : nullptr;
}

void ShortcutList::showCurrent()
{
    const QAction *action = currentAction();
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_keys, m_set})
        widget->setEnabled(action);
    m_reset->setEnabled(action && m_settings.shortcuts().contains(m_actions.id(action)));
    m_answer->clear();
}

void ShortcutList::take()
{
    QAction *action = currentAction();
    if (!action)
        return;
    const QKeySequence keys = m_keys->keySequence();
    for (const QAction *other : m_actions.all())
        if (other != action && !keys.isEmpty() && other->shortcuts().contains(keys) &&
            other->shortcutContext() == action->shortcutContext()) {
            m_answer->setText(tr("%1 belongs to “%2”. Change that one first.").arg(keys.toString(QKeySequence::NativeText), shownText(other)));
            return;
        }
    m_settings.setShortcut(m_actions.id(action), keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
}

void ShortcutList::reset()
{
    if (const QAction *action = currentAction())
        m_settings.resetShortcut(m_actions.id(action));
}

} // namespace joinery::ui
