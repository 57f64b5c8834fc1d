// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/draw.h"

#include "core/diagram/glyphs.h"

namespace joinery::diagram {

namespace {

constexpr double kMargin = 32;
/// From the middle of a row down to the baseline of its text.
constexpr double kBaseline = 4.5;

Role roleOf(Mark mark)
{
    switch (mark) {
    case Mark::Added: return Role::Added;
    case Mark::Changed: return Role::Changed;
    case Mark::Removed: return Role::Removed;
    case Mark::None: break;
    }
    return Role::Border;
}

QString signOf(Mark mark)
{
    switch (mark) {
    case Mark::Added: return QStringLiteral("+");
    case Mark::Changed: return QStringLiteral("~");
    case Mark::Removed: return QString(QChar(0x2212));
    case Mark::None: break;
    }
    return {};
}

QString titleOf(const Card &card)
{
    QString title = card.table.toString();
    if (!card.comment.isEmpty())
        title += QLatin1String(": ") + card.comment;
    return title;
}

void addHeader(std::vector<Item> &items, const Card &card, Mark mark)
{
    const QRectF rect = card.rect();
    const double middle = rect.top() + Card::kHeader / 2;
    const QRectF header(rect.topLeft(), QSizeF(rect.width(), Card::kHeader));
    items.push_back(Box{header, Card::kRadius, Role::Header, Role::None, 0, !card.rows.empty()});
    if (!card.rows.empty())
        items.push_back(Stroke{{header.bottomLeft(), header.bottomRight()}, 1, Role::Border});
    addGlyph(items, Glyph::Table, {rect.left() + Card::kPadding + Card::kIcon / 2, middle}, Role::Text);
    const double textLeft = rect.left() + Card::kPadding + Card::kIcon + 8;
    items.push_back(Run{{textLeft, middle + kBaseline}, card.title, TextStyle::Title, Role::Text});
    const double right = rect.right() - Card::kPadding;
    if (mark != Mark::None)
        items.push_back(Run{{right, middle + kBaseline}, signOf(mark), TextStyle::Title, roleOf(mark), Align::Right});
    else if (!card.schemaTitle.isEmpty())
        items.push_back(Run{{right, middle + 4}, card.schemaTitle, TextStyle::Caption, Role::Dim, Align::Right});
}

} // namespace

Element drawCard(const Card &card, Emphasis emphasis, Mark mark)
{
    Element element;
    element.id = QLatin1String("table-") + card.table.toString();
    element.title = titleOf(card);
    const QRectF rect = card.rect();
    element.bounds = rect.adjusted(-2, -2, 2, 2);
    std::vector<Item> &items = element.items;
    items.push_back(Box{rect, Card::kRadius, Role::Surface, Role::None, 0});
    addHeader(items, card, mark);
    double y = rect.top() + Card::kHeader + Card::kRow / 2;
    for (const CardRow &row : card.rows) {
        const QPointF icon(rect.left() + Card::kPadding + Card::kIcon / 2, y);
        if (row.inPrimaryKey)
            addGlyph(items, Glyph::Key, icon, Role::Text);
        else if (row.inForeignKey)
            addGlyph(items, Glyph::Reference, icon, Role::Text);
        items.push_back(Run{{rect.left() + Card::kPadding + Card::kIcon + 8, y + kBaseline}, row.name,
                            row.inPrimaryKey ? TextStyle::KeyName : TextStyle::Name, Role::Text});
        items.push_back(Run{{rect.right() - Card::kPadding, y + 4}, row.type, TextStyle::Type, Role::Dim, Align::Right});
        y += Card::kRow;
    }
    const Role border = mark != Mark::None ? roleOf(mark) : emphasis == Emphasis::Normal ? Role::Border : Role::Accent;
    const double width = emphasis == Emphasis::Selected || mark != Mark::None ? 1.8 : 1;
    items.push_back(Box{rect, Card::kRadius, Role::None, border, width});
    return element;
}

Element drawRelation(const Relation &relation, const Route &route, Emphasis emphasis)
{
    Element element;
    element.id = QLatin1String("relation-") + relation.childTable.toString() + u'-'
        + relation.childColumns.join(u'-') + u'-' + relation.parentTable.toString();
    element.title = relation.toString();
    if (route.points.size() < 2)
        return element;
    element.bounds = route.bounds();
    const Role role = emphasis == Emphasis::Normal ? Role::Edge : Role::Accent;
    const double width = emphasis == Emphasis::Normal ? 1.2 : 1.8;
    element.items.push_back(Stroke{route.points, width, role, 6});
    const auto outwards = [](const QPointF &end, const QPointF &next) { return next.x() > end.x() ? 1 : -1; };
    const size_t last = route.points.size() - 1;
    addEnding(element.items, relation.childUnique ? Ending::ZeroOrOne : Ending::ZeroOrMany, route.points[0],
              outwards(route.points[0], route.points[1]), role, width);
    addEnding(element.items, relation.parentOptional ? Ending::ZeroOrOne : Ending::ExactlyOne, route.points[last],
              outwards(route.points[last], route.points[last - 1]), role, width);
    return element;
}

Picture draw(const Chart &chart, const std::vector<Mark> &marks)
{
    Picture picture;
    for (size_t i = 0; i < chart.routes.size(); ++i)
        picture.elements.push_back(drawRelation(chart.relations[i], chart.routes[i]));
    for (size_t i = 0; i < chart.cards.size(); ++i)
        picture.elements.push_back(drawCard(chart.cards[i], Emphasis::Normal, marks.empty() ? Mark::None : marks[i]));
    picture.bounds = chart.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin);
    return picture;
}

} // namespace joinery::diagram
