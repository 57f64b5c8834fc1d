// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/completion.h"

#include <QFrame>
#include <QListWidget>

namespace joinery::ui {

/// The list under the caret. It never takes the keyboard focus: the editor hands it the keys that are meant for it.
class CompletionPopup : public QFrame
{
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget *editor);

    /// Shows the offers with their top left corner at `below` (global), or above `above` where there is no room.
    /// Nothing to offer hides it.
    void offer(const QList<Completion> &completions, const QString &typed, const QPoint &below, const QPoint &above);
    /// Up, Down, PageUp, PageDown, Return, Tab and Escape while it is shown; true where it took the key.
    bool take(const QKeyEvent &key);

Q_SIGNALS:
    void chosen(const joinery::ui::Completion &completion);

private:
    void choose();
    QListWidget *m_list;
    QList<Completion> m_completions;
};

} // namespace joinery::ui
