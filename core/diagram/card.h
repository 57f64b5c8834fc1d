// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/detail.h"
#include "core/diagram/picture.h"
#include "core/schema/table.h"

#include <functional>

namespace joinery::diagram {

struct CardRow
{
    Uid uid;
    QString column;  ///< its whole name
    QString name;    ///< as much of it as the card shows
    QString type;    ///< likewise
    QString fullType;
    bool inPrimaryKey = false;
    bool inForeignKey = false;
    bool nullable = true;
};

/// A table as the diagram shows it: texts that fit, a size, a place.
struct Card
{
    static constexpr double kHeader = 28;
    static constexpr double kRow = 22;
    static constexpr double kPadding = 10;
    static constexpr double kIcon = 14;
    static constexpr double kRadius = 6;
    static constexpr double kMinimumWidth = 144;
    static constexpr double kMaximumWidth = 320;

    Uid uid;
    schema::Name table;
    QString title;       ///< the name as far as it fits
    QString schemaTitle; ///< the schema, where it is not the default one
    QString comment;
    std::vector<CardRow> rows;
    int hiddenColumns = 0; ///< that the chosen detail leaves out
    QSizeF size;
    QPointF position;    ///< the upper left corner

    QRectF rect() const { return {position, size}; }
    /// Where the edge of a column ends, measured from the top of the card: the middle of its row, or of the header
    /// where the card does not show the column.
    double rowCentre(const QString &column) const;
    /// The row under a point of the diagram, -1 for the header or outside.
    int rowAt(const QPointF &point) const;
};

/// How the type of a column is written: the engine's own way for a database, by the names that hold everywhere for a model.
using TypeText = std::function<QString(const schema::Type &type)>;
QString genericTypeText(const schema::Type &type);

Card makeCard(const schema::Table &table, Detail detail, const TextMeasure &measure, const TypeText &typeText = genericTypeText);

} // namespace joinery::diagram
