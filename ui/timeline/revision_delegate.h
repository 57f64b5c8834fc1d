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
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

Q_SIGNALS:
    void markerClicked(const QString &connection);

private:
    /// A database on its revision, as it is painted.
    struct Marker
    {
        Standing standing;
        QString text;
        QRectF pill;
    };
    QList<Marker> markers(const QRect &row, int number) const;
    const Marker *markerAt(const QList<Marker> &markers, const QPointF &place) const;
    void paintMarker(QPainter *painter, const Marker &marker) const;
    int laneX(int left, int lane) const;
    int textX(int left) const;
    void paintLanes(QPainter *painter, const QRect &row, int number) const;
    void paintNode(QPainter *painter, const QRect &row, int number, bool selected) const;
    void paintMarkers(QPainter *painter, const QRect &row, int number) const;
    void paintText(QPainter *painter, const QRect &area, int number) const;
    const RevisionModel &m_model;
};

} // namespace joinery::ui
