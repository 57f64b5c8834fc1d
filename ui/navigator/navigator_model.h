// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator/navigator_node.h"
#include "ui/workbench/workbench.h"

#include <QAbstractItemModel>
#include <QTimer>

namespace joinery::ui {

/// Connections with what is in them, and the project. Follows the workbench by itself.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit NavigatorModel(Workbench &workbench, QObject *parent = nullptr);
    ~NavigatorModel() override;

    void setFilter(const QString &filter);
    const QString &filter() const { return m_filter; }
    const NavigatorNode *node(const QModelIndex &index) const;
    void rebuild(); ///< also after a change of the language

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    NavigatorNode *nodeOf(const QModelIndex &index) const;
    void followConnections();
    void followProject();
    void addConnection(NavigatorNode &section, ConnectionItem *connection) const;
    void addProject(NavigatorNode &root) const;

    Workbench &m_workbench;
    QString m_filter;
    std::unique_ptr<NavigatorNode> m_root;
    QTimer m_later; ///< several changes, one rebuild
};

/// "connecting…", "not connected", ...: beside the name of a connection where it is not simply open.
QString connectionDetail(const ConnectionItem &connection);

} // namespace joinery::ui
