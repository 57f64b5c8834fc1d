// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

namespace joinery::dialect {

Result<Inspection> MysqlDialect::inspect(driver::Connection &, const InspectOptions &, const CancelToken &) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("The catalogue of this database cannot be read."));
}

Result<std::optional<qint64>> MysqlDialect::estimateRows(driver::Connection &, const schema::Name &, const CancelToken &) const
{
    return std::optional<qint64>();
}

} // namespace joinery::dialect
