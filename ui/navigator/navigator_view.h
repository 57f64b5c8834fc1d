// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator/navigator_model.h"

#include <QSet>
#include <QTreeView>

namespace joinery::ui {

/// Paints the lines of the navigator and remembers what is unfolded by keys, through every rebuild.
class NavigatorView : public QTreeView
{
    Q_OBJECT
public:
    explicit NavigatorView(NavigatorModel &model, QWidget *parent = nullptr);

    QStringList unfolded() const { return QStringList(m_unfolded.begin(), m_unfolded.end()); }
    void setUnfolded(const QStringList &paths);
    const NavigatorNode *currentNode() const;

Q_SIGNALS:
    void unfoldedChanged();
    void connectionUnfolded(joinery::ui::ConnectionItem *connection); ///< one that is not open

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void restore();
    void restoreBelow(const QModelIndex &parent);
    void paintNode(QPainter &painter, const QRect &rect, int left, const NavigatorNode &node) const;

    NavigatorModel &m_navigator;
    QSet<QString> m_unfolded;
    QString m_current;
    int m_scrolled = 0;
    bool m_restoring = false;
};

} // namespace joinery::ui
