// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/action_registry.h"

#include "ui/common/theme.h"

#include <QWidget>

namespace joinery::ui {

QAction *ActionRegistry::add(const Spec &spec)
{
    if (QAction *known = find(spec.id))
        return known;
    auto *action = new QAction(this);
    action->setObjectName(spec.id);
    action->setText(spec.text());
    action->setIcon(icon(spec.iconName));
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(spec.context);
    if (spec.contextWidget)
        spec.contextWidget->addAction(action);
    if (spec.trigger)
        connect(action, &QAction::triggered, this, spec.trigger);
    m_actions.append({spec, action});
    Q_EMIT added(action);
    return action;
}

QAction *ActionRegistry::find(const QString &id) const
{
    for (const auto &[spec, action] : m_actions)
        if (spec.id == id)
            return action;
    return nullptr;
}

QList<QAction *> ActionRegistry::all() const
{
    QList<QAction *> actions;
    for (const auto &[spec, action] : m_actions)
        actions.append(action);
    return actions;
}

QString ActionRegistry::id(const QAction *action) const
{
    return action ? action->objectName() : QString();
}

QString ActionRegistry::iconName(const QAction *wanted) const
{
    for (const auto &[spec, action] : m_actions)
        if (action == wanted)
            return spec.iconName;
    return {};
}

QList<QKeySequence> ActionRegistry::defaultShortcuts(const QString &id) const
{
    for (const auto &[spec, action] : m_actions)
        if (spec.id == id)
            return spec.shortcuts;
    return {};
}

void ActionRegistry::setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts)
{
    QAction *action = find(id);
    if (!action || action->shortcuts() == shortcuts)
        return;
    action->setShortcuts(shortcuts);
    Q_EMIT shortcutsChanged(id);
}

void ActionRegistry::retranslate()
{
    for (const auto &[spec, action] : m_actions)
        action->setText(spec.text());
}

} // namespace joinery::ui
