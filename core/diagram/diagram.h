// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/chart.h"

namespace joinery::diagram {

/// Where a table stands. Models know it by its Uid, so that a rename moves nothing; live databases by its name.
struct Placement
{
    Uid uid;
    schema::Name name;
    QPointF position;
    friend bool operator==(const Placement &, const Placement &) = default;
};

/// A stored diagram: places and looks, nothing of the schema.
struct Diagram
{
    QString name;
    Detail detail = Detail::All;
    std::vector<Placement> tables;

    const Placement *find(const Uid &uid, const schema::Name &table) const;
    /// Puts the cards that it knows where they were. True for each card of the chart that has its place.
    std::vector<bool> place(Chart &chart) const;
    /// Takes over the places of the chart. Tables that the chart does not show keep theirs.
    void remember(const Chart &chart);
    friend bool operator==(const Diagram &, const Diagram &) = default;
};

} // namespace joinery::diagram
