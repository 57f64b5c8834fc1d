// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/live_comparison.h"

#include "core/compare/spelling.h"

namespace joinery::dialect {

Result<compare::Difference> compareLive(driver::Connection &connection, const Dialect &dialect, const schema::Catalog &from,
                                        const schema::Catalog &to, LiveSide live, const compare::Options &options,
                                        const CancelToken &token)
{
    JOINERY_TRY_VALUE(compare::Difference difference, compare::compare(from, to, options));
    if (difference.isEmpty())
        return difference;
    schema::Catalog told = live == LiveSide::From ? from : to;
    bool alike = false;
    for (const compare::Spelling &spelling : compare::spellingsApart(from, to)) {
        JOINERY_TRY_VALUE(const bool same, dialect.readsAlike(connection, spelling.table, spelling.from, spelling.to, token));
        if (!same)
            continue;
        alike = true;
        if (live == LiveSide::From)
            compare::respell(told, spelling, spelling.from, spelling.to);
        else
            compare::respell(told, spelling, spelling.to, spelling.from);
    }
    if (!alike)
        return difference;
    return live == LiveSide::From ? compare::compare(told, to, options) : compare::compare(from, told, options);
}

} // namespace joinery::dialect
