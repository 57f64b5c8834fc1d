// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/rows/table_feed.h"

#include <memory>

namespace joinery::bench {

/// The table of a SQLite file: what the window knows of it before a tab is opened.
Result<session::RowSource> rowSource(const QString &file);

/// The grid of a table tab in a window of its own, on a worker of its own.
class GridOnTable
{
public:
    GridOnTable(const QString &file, const session::RowSource &source);

    /// Until the row is read and painted; false where that takes ten seconds.
    bool waitFor(qint64 row);
    void goTo(qint64 row) { m_view.table().goTo(row); }
    qint64 total() const { return m_feed->total(); }
    bool waitForTotal();

private:
    bool spin(const std::function<bool()> &reached);

    std::unique_ptr<ui::TableFeed> m_feed; // outlives the view, which reads it until it is hidden
    ui::GridView m_view;
};

} // namespace joinery::bench
