// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace joinery::ui {

class Canvas;

/// The canvas as a screen reader sees it: a list whose items are the tables (with their columns in words) and then the
/// relations. Items can be selected and opened.
class CanvasAccessible : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(Canvas *canvas);
    ~CanvasAccessible() override;

    /// Makes Qt use this class; once is enough.
    static void install();
    static void childrenChanged(Canvas *canvas);
    /// `child`: a card, or the number of cards plus a relation.
    static void focusChanged(Canvas *canvas, size_t child);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

    Canvas *canvas() const;

private:
    mutable QHash<int, QAccessible::Id> m_children;
};

} // namespace joinery::ui
