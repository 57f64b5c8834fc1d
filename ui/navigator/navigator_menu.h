// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator/navigator_node.h"

#include <QMenu>

namespace joinery::ui {

/// What can be asked of a connection from the navigator.
enum class ConnectionVerb { Open, Cancel, Close, Edit, Duplicate, Remove, NewProject };

/// The menu of one line of the navigator. Shows itself and goes away by itself.
class NavigatorMenu : public QMenu
{
    Q_OBJECT
public:
    NavigatorMenu(const NavigatorNode &node, QWidget *parent);

Q_SIGNALS:
    void goRequested(const joinery::ui::Location &location);
    void verbRequested(joinery::ui::ConnectionItem *connection, joinery::ui::ConnectionVerb verb);

private:
    void addConnection(ConnectionItem *connection);
    void addObject(const NavigatorNode &node);
    void addCopy(const NavigatorNode &node);
};

} // namespace joinery::ui
