// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_dialect.h"

namespace joinery::dialect {

Result<Inspection> SqliteDialect::inspect(driver::Connection &, const InspectOptions &, const CancelToken &) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("The catalogue of this database cannot be read."));
}

Result<std::optional<qint64>> SqliteDialect::estimateRows(driver::Connection &, const schema::Name &, const CancelToken &) const
{
    return std::optional<qint64>();
}

} // namespace joinery::dialect
