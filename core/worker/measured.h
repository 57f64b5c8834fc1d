// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_source.h"
#include "core/worker/world.h"

namespace joinery::worker {

/// The source as its rows are asked for on this connection: it knows whether the table may hold large cells.
inline Result<session::RowSource> measured(World &world, driver::Connection &connection, session::RowSource source, bool anew,
                                           const CancelToken &token)
{
    if (!source.isView) {
        JOINERY_TRY_VALUE(source.hasLargeCells, world.hasLargeCells(connection, source.table.name, anew, token));
    }
    return source;
}

} // namespace joinery::worker
