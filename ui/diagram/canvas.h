// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/canvas_painter.h"
#include "ui/diagram/diagram_model.h"
#include "ui/diagram/viewport.h"

#include <QVariantAnimation>
#include <QWidget>

namespace joinery::ui {

/// The plane with the cards: painted by hand, so that hundreds of tables stay fluid. Everything that the mouse does
/// works from the keyboard too, and screen readers see a list of tables and relations (canvas_accessible.h).
class Canvas : public QWidget
{
    Q_OBJECT
public:
    explicit Canvas(DiagramModel &model, QWidget *parent = nullptr);

    DiagramModel &model() const { return m_model; }
    const Viewport &viewport() const { return m_viewport; }
    CanvasPainter::Level level() const { return CanvasPainter::levelOf(m_viewport.scale()); }

    void zoom(double factor);                 ///< around the middle
    void setScale(double scale);
    void fit();
    void centreOn(const QPointF &scene);
    void restoreView(double scale, const QPointF &centre);
    /// Selects the table, moves over to it, and makes it big enough to be read.
    void flyTo(size_t card, const QString &column = {});

    void select(std::vector<size_t> cards);
    void selectRelation(std::optional<size_t> relation);
    const std::vector<size_t> &selection() const { return m_selection; }
    std::optional<size_t> selectedRelation() const { return m_selectedRelation; }
    QString selectedColumn() const { return m_selectedColumn; }
    void setHops(int hops);                   ///< how far the light of the selection reaches
    int hops() const { return m_hops; }

    std::optional<size_t> cardAt(const QPointF &widget) const;
    std::optional<size_t> relationAt(const QPointF &widget) const;
    QRectF cardOnWidget(size_t card) const { return m_viewport.toWidget(m_model.chart().cards[card].rect()); }
    QPoint toScreen(const QPointF &scene) const { return mapToGlobal(m_viewport.toWidget(scene).toPoint()); }

Q_SIGNALS:
    void viewChanged();
    void selectionChanged();
    void activated(size_t card);
    void menuWanted(const QPoint &global);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Pan, Cards };

    void chartChanged();
    void viewMoved();
    void updateLight();
    void hover(const QPointF &widget);
    void showTip(const QPoint &global, const QPointF &widget);
    void startCardDrag();
    void dragCards(const QPointF &widget);
    void moveByKeys(const QPointF &step);
    bool stepFocus(bool forwards);
    void goTowards(const QPointF &direction);
    void glide(double scale, const QPointF &centre);
    void updateCursor();

    DiagramModel &m_model;
    Viewport m_viewport;
    CanvasPainter m_painter;
    Lighting m_light;
    std::vector<size_t> m_selection;
    std::vector<Uid> m_selectedUids;      ///< of m_selection, to find it again in a new chart
    std::vector<schema::Name> m_selectedNames;
    std::optional<size_t> m_selectedRelation;
    QString m_selectedColumn;
    std::optional<size_t> m_hoverCard;
    std::optional<size_t> m_hoverRelation;
    int m_hops = 1;
    bool m_fitted = false;
    bool m_viewWasSet = false;
    bool m_keyboardUsed = false;
    bool m_spaceHeld = false;

    Drag m_drag = Drag::None;
    bool m_dragMoved = false;
    QPointF m_pressed;
    QPointF m_last;
    std::vector<QPointF> m_dragStarts;
    QVariantAnimation m_glide;
};

} // namespace joinery::ui
