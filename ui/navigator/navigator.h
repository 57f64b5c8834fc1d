// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator/navigator_menu.h"
#include "ui/navigator/navigator_model.h"

#include <QWidget>

class QLineEdit;

namespace joinery::ui {

class NavigatorView;

/// The left side: a filter over the tree of connections and project.
class Navigator : public QWidget
{
    Q_OBJECT
public:
    explicit Navigator(Workbench &workbench, QWidget *parent = nullptr);

    void focusFilter();
    QStringList unfolded() const;
    void setUnfolded(const QStringList &paths);
    /// Shows what is in the connection, as soon as it is known.
    void unfold(ConnectionItem *connection);

Q_SIGNALS:
    void goRequested(const joinery::ui::Location &location);
    void verbRequested(joinery::ui::ConnectionItem *connection, joinery::ui::ConnectionVerb verb);
    void selected(joinery::ui::ConnectionItem *connection); ///< nullptr for none
    void changed(); ///< worth saving the session

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);

    NavigatorModel m_model;
    QLineEdit *m_filter;
    NavigatorView *m_view;
};

} // namespace joinery::ui
