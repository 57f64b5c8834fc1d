// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/bound_query.h"

namespace joinery::worker {

BoundQuery boundQuery(const QString &statement, const dialect::Dialect &dialect, const QHash<QString, driver::Value> &values)
{
    const sql::Flavor flavor = sql::flavorOf(dialect.name());
    const QStringList names = sql::parameterNames(statement, flavor);
    BoundQuery query;
    query.bound.sql = statement;
    if (std::ranges::none_of(names, [&](const QString &name) { return values.contains(name); }))
        return query;
    query.bound = sql::bindParameters(statement, flavor, [&](int position) { return dialect.placeholder(position); });
    for (const QString &name : std::as_const(query.bound.order))
        query.values.push_back(values.value(name));
    return query;
}

} // namespace joinery::worker
