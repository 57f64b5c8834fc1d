// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/revision_model.h"

#include <QStyledItemDelegate>

namespace joinery::ui {

/// Paints a row of the timeline: database markers, the lanes that pass, the revision's node, message, words and date.
class RevisionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RevisionDelegate(const RevisionModel &model, QObject *parent = nullptr);

    static constexpr int kRowHeight = 56;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int laneX(int left, int lane) const;
    int textX(int left) const;
    void paintLanes(QPainter *painter, const QRect &row, int number) const;
    void paintNode(QPainter *painter, const QRect &row, int number, bool selected) const;
    void paintMarkers(QPainter *painter, const QRect &row, int number) const;
    void paintText(QPainter *painter, const QRect &area, int number) const;
    const RevisionModel &m_model;
};

} // namespace joinery::ui
