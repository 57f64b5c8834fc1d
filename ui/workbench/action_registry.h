// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace joinery::ui {

/// Every action of the application by a stable id: for menus, the command palette, the list of shortcuts. Texts are
/// functions, so that they follow a change of the language.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    struct Spec
    {
        QString id;                       ///< "grid.addRow": stable, saved with changed shortcuts
        std::function<QString()> text;    ///< translated, title of menu and palette: "Add row"
        QString iconName;                 ///< may be empty
        QList<QKeySequence> shortcuts;
        std::function<void()> trigger;
        Qt::ShortcutContext context = Qt::WindowShortcut;
        QWidget *contextWidget = nullptr; ///< for WidgetWithChildrenShortcut: where the shortcut holds
    };

    using QObject::QObject;

    /// The action is owned by the registry. Asking for an id a second time gives the first one.
    QAction *add(const Spec &spec);
    QAction *find(const QString &id) const;
    QList<QAction *> all() const;         ///< in the order in which they were added
    QString id(const QAction *action) const;
    QString iconName(const QAction *action) const;
    QList<QKeySequence> defaultShortcuts(const QString &id) const;
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    /// After a change of language.
    void retranslate();

Q_SIGNALS:
    void added(QAction *action);
    void shortcutsChanged(const QString &id);

private:
    QList<std::pair<Spec, QAction *>> m_actions;
};

} // namespace joinery::ui
