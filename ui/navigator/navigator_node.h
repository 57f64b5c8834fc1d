// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"
#include "ui/workbench/location.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace joinery::ui {

/// One line of the navigator. The tree below a table is made when it is unfolded.
struct NavigatorNode
{
    enum class Kind { Section, Connection, Message, Group, Object, Part };
    Kind kind = Kind::Object;
    QString key;      ///< stable among its siblings: what is unfolded is remembered by the path of keys
    QString label;
    QString detail;   ///< dim, on the right
    QString iconName;
    QString toolTip;
    std::optional<Location> location; ///< where a double click goes
    QPointer<ConnectionItem> connection;

    NavigatorNode *parent = nullptr;
    std::vector<std::unique_ptr<NavigatorNode>> children;
    /// Makes the children of an object; empty where they are there already.
    std::function<void(NavigatorNode &)> load;

    NavigatorNode &add(NavigatorNode child)
    {
        children.push_back(std::make_unique<NavigatorNode>(std::move(child)));
        children.back()->parent = this;
        return *children.back();
    }
    int row() const
    {
        for (size_t i = 0; parent && i < parent->children.size(); ++i)
            if (parent->children[i].get() == this)
                return int(i);
        return 0;
    }
    QString path() const { return parent ? QString(parent->path() + u'/' + key) : key; }
};

} // namespace joinery::ui
