// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

namespace joinery::dialect {

Result<SqlSteps> PostgresqlDialect::render(const operation::Operation &, const schema::Catalog &, int) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("Changes of a schema are not written for %1.").arg(displayName()));
}

} // namespace joinery::dialect
