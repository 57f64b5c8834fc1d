// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin_spelling.h"

#include "core/dialect/postgresql/script/take_spelling.h"

namespace joinery {

void alignSpelling(schema::Catalog &from, schema::Catalog &to, const dialect::Dialect &dialect)
{
    const auto *postgresql = dynamic_cast<const dialect::PostgresqlDialect *>(&dialect);
    if (!postgresql || from.serverVersion.isEmpty() == to.serverVersion.isEmpty())
        return;
    if (from.serverVersion.isEmpty())
        dialect::script::takeSpelling(*postgresql, from, to);
    else
        dialect::script::takeSpelling(*postgresql, to, from);
}

} // namespace joinery
