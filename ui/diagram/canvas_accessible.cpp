// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/canvas_accessible.h"

#include "ui/diagram/canvas.h"

#include <QPointer>

namespace joinery::ui {

namespace {

/// One table or relation. Speaks of an index, so it is only valid until the chart changes; then it says so.
class Item : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Item(Canvas *canvas, int index) : m_canvas(canvas), m_index(size_t(index)) {}

    size_t index() const { return m_index; }
    bool isValid() const override
    {
        return m_canvas && m_index < chart().cards.size() + chart().relations.size();
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_canvas->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description))
            return {};
        if (!isCard())
            return kind == QAccessible::Name ? relation().toString() : QString();
        if (kind == QAccessible::Name)
            return Canvas::tr("table %1").arg(card().table.toString());
        QStringList columns;
        for (const diagram::CardRow &row : card().rows) {
            QString column = row.column + u' ' + row.fullType;
            if (row.inPrimaryKey)
                column += Canvas::tr(", primary key");
            if (row.inForeignKey)
                column += Canvas::tr(", foreign key");
            columns.append(column);
        }
        return columns.join(QLatin1String("; "));
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRectF scene = isCard() ? card().rect() : chart().routes[m_index - chart().cards.size()].bounds();
        return {m_canvas->toScreen(scene.topLeft()), m_canvas->toScreen(scene.bottomRight())};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.selected = isCard() ? std::ranges::find(m_canvas->selection(), m_index) != m_canvas->selection().end()
                                  : m_canvas->selectedRelation() == m_index - chart().cards.size();
        state.focused = state.selected && m_canvas->hasFocus();
        state.offscreen = !QRectF(m_canvas->rect()).intersects(QRectF(rect().translated(-m_canvas->mapToGlobal(QPoint()))));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        return isCard() ? QStringList{setFocusAction(), pressAction()} : QStringList{setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (!isCard())
            m_canvas->selectRelation(m_index - chart().cards.size());
        else if (name == pressAction())
            Q_EMIT m_canvas->activated(m_index);
        else
            m_canvas->flyTo(m_index);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const diagram::Chart &chart() const { return m_canvas->model().chart(); }
    bool isCard() const { return m_index < chart().cards.size(); }
    const diagram::Card &card() const { return chart().cards[m_index]; }
    const diagram::Relation &relation() const { return chart().relations[m_index - chart().cards.size()]; }

    QPointer<Canvas> m_canvas;
    size_t m_index;
};

} // namespace

CanvasAccessible::CanvasAccessible(Canvas *canvas) : QAccessibleWidget(canvas, QAccessible::List) {}

CanvasAccessible::~CanvasAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void CanvasAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *canvas = qobject_cast<Canvas *>(object);
            return canvas ? new CanvasAccessible(canvas) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(once);
}

void CanvasAccessible::childrenChanged(Canvas *canvas)
{
    if (!QAccessible::isActive())
        return;
    if (auto *self = static_cast<CanvasAccessible *>(QAccessible::queryAccessibleInterface(canvas))) {
        for (const QAccessible::Id id : std::as_const(self->m_children))
            QAccessible::deleteAccessibleInterface(id);
        self->m_children.clear();
    }
    QAccessibleEvent event(canvas, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void CanvasAccessible::focusChanged(Canvas *canvas, size_t child)
{
    if (!QAccessible::isActive())
        return;
    for (const QAccessible::Event kind : {QAccessible::Selection, QAccessible::Focus}) {
        if (kind == QAccessible::Focus && !canvas->hasFocus())
            continue;
        QAccessibleEvent event(canvas, kind);
        event.setChild(int(child));
        QAccessible::updateAccessibility(&event);
    }
}

Canvas *CanvasAccessible::canvas() const { return static_cast<Canvas *>(widget()); }

int CanvasAccessible::childCount() const
{
    const diagram::Chart &chart = canvas()->model().chart();
    return int(chart.cards.size() + chart.relations.size());
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_children.constFind(index);
    if (known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    auto *item = new Item(canvas(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const Item *>(child);
    return item ? int(item->index()) : -1;
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    const QPointF local = canvas()->mapFromGlobal(QPoint(x, y));
    if (const std::optional<size_t> card = canvas()->cardAt(local))
        return child(int(*card));
    if (const std::optional<size_t> relation = canvas()->relationAt(local))
        return child(int(canvas()->model().chart().cards.size() + *relation));
    return nullptr;
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    if (!canvas()->hasFocus())
        return nullptr;
    return canvas()->selection().empty() ? nullptr : child(int(canvas()->selection().back()));
}

QAccessible::State CanvasAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    return state;
}

} // namespace joinery::ui
