// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/dialect.h"

#include "core/operation/apply.h"

namespace joinery::dialect {

Dialect::~Dialect() = default;

std::optional<SessionLock> Dialect::migrationLock(const QString &) const
{
    return std::nullopt;
}

std::optional<ScratchSql> Dialect::scratchDatabase(const QString &) const
{
    return std::nullopt;
}

QString Dialect::quote(const schema::Name &name) const
{
    return name.schema.isEmpty() ? quote(name.name) : QString(quote(name.schema) + u'.' + quote(name.name));
}

QString Dialect::quoteAll(const QStringList &identifiers) const
{
    QStringList quoted;
    for (const QString &identifier : identifiers)
        quoted.append(quote(identifier));
    return quoted.join(QLatin1String(", "));
}

Result<SqlSteps> Dialect::renderSequence(const operation::Operations &operations, schema::Catalog before,
                                         int serverVersion) const
{
    SqlSteps all;
    for (const operation::Operation &operation : operations) {
        JOINERY_TRY_VALUE(SqlSteps steps, render(operation, before, serverVersion));
        std::ranges::move(steps, std::back_inserter(all));
        JOINERY_TRY(operation::apply(before, operation));
    }
    return all;
}

Result<Inspection> Dialect::readScript(const QString &, const CancelToken &) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("A script for %1 is read by running it on a scratch database.").arg(displayName()));
}

Result<SqlSteps> renderAll(const Dialect &dialect, const operation::Operations &operations, schema::Catalog before,
                           int serverVersion)
{
    return dialect.renderSequence(operations, std::move(before), serverVersion);
}

Result<SqlSteps> createScript(const Dialect &dialect, const schema::Catalog &catalog, int serverVersion)
{
    return dialect.renderCatalog(catalog, serverVersion);
}

} // namespace joinery::dialect
