// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/card.h"

#include <algorithm>
#include <cmath>

namespace joinery::diagram {

namespace {

constexpr double kTextLeft = Card::kPadding + Card::kIcon + 8;
constexpr double kGap = 20;
constexpr double kLongestType = 120;

bool isInForeignKey(const schema::Table &table, const QString &column)
{
    return std::ranges::any_of(table.foreignKeys,
                               [&](const schema::ForeignKey &key) { return key.columns.contains(column); });
}

} // namespace

double Card::rowCentre(const QString &column) const
{
    const auto found = std::ranges::find(rows, column, &CardRow::column);
    if (found == rows.end())
        return kHeader / 2;
    return kHeader + kRow * (double(std::distance(rows.begin(), found)) + 0.5);
}

int Card::rowAt(const QPointF &point) const
{
    const double y = point.y() - position.y() - kHeader;
    if (!rect().contains(point) || y < 0)
        return -1;
    const int row = int(y / kRow);
    return row < int(rows.size()) ? row : -1;
}

QString genericTypeText(const schema::Type &type) { return type.toString(); }

Card makeCard(const schema::Table &table, Detail detail, const TextMeasure &measure, const TypeText &typeText)
{
    Card card;
    card.uid = table.uid;
    card.table = table.name;
    card.comment = table.comment;

    double widest = 0;
    for (const schema::Column &column : table.columns) {
        CardRow row;
        row.uid = column.uid;
        row.column = column.name;
        row.fullType = typeText(column.type);
        row.inPrimaryKey = table.isInPrimaryKey(column.name);
        row.inForeignKey = isInForeignKey(table, column.name);
        row.nullable = column.nullable;
        if (detail == Detail::Names || (detail == Detail::Keys && !row.inPrimaryKey && !row.inForeignKey)) {
            ++card.hiddenColumns;
            continue;
        }
        row.type = elide(row.fullType, TextStyle::Type, kLongestType, measure);
        const TextStyle style = row.inPrimaryKey ? TextStyle::KeyName : TextStyle::Name;
        widest = std::max(widest, measure(column.name, style) + kGap + measure(row.type, TextStyle::Type));
        card.rows.push_back(std::move(row));
    }
    const double schemaWidth =
        table.name.schema.isEmpty() ? 0 : 8 + measure(table.name.schema, TextStyle::Caption);
    widest = std::max(widest, measure(table.name.name, TextStyle::Title) + schemaWidth);

    // Whole units of the grid, so that neighbours line up.
    const double wanted = std::ceil((kTextLeft + widest + Card::kPadding) / 8) * 8;
    const double width = std::clamp(wanted, Card::kMinimumWidth, Card::kMaximumWidth);
    const double textWidth = width - kTextLeft - Card::kPadding;
    for (CardRow &row : card.rows) {
        const TextStyle style = row.inPrimaryKey ? TextStyle::KeyName : TextStyle::Name;
        row.name = elide(row.column, style, textWidth - kGap - measure(row.type, TextStyle::Type), measure);
    }
    card.title = elide(table.name.name, TextStyle::Title, textWidth, measure);
    if (card.title == table.name.name && !table.name.schema.isEmpty()) {
        const double left = textWidth - measure(card.title, TextStyle::Title) - 8;
        if (left >= 24)
            card.schemaTitle = elide(table.name.schema, TextStyle::Caption, left, measure);
    }
    // A card of rows has a little air below the last one.
    card.size = QSizeF(width, Card::kHeader + Card::kRow * double(card.rows.size()) + (card.rows.empty() ? 0 : 2));
    return card;
}

} // namespace joinery::diagram
