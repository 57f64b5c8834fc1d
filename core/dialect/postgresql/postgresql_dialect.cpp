// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

#include <cmath>

namespace joinery::dialect {

const Capabilities &PostgresqlDialect::capabilities() const
{
    static const Capabilities postgresql{
        .transactionalDdl = true, .schemas = true, .namedEnums = true, .sequences = true, .materializedViews = true,
        .partialIndexes = true, .expressionIndexes = true, .includeColumns = true, .comments = true, .alterColumn = true,
        .addConstraint = true, .returning = true, .defaultKeyword = true, .rowid = true, .concurrentIndex = true,
        .maximumIdentifierLength = 63, .nullsSortLast = true, .lockingReads = true,
        .rowAddresses = {QStringLiteral("ctid")}};
    return postgresql;
}

// The rule of quote_ident: capitals would be folded.
QString PostgresqlDialect::quoteIfNeeded(const QString &identifier) const
{
    return identifier == identifier.toLower() ? GenericDialect::quoteIfNeeded(identifier) : quote(identifier);
}

QString PostgresqlDialect::placeholder(int position) const { return u'$' + QString::number(position); }

QString PostgresqlDialect::bytesLiteral(const QByteArray &bytes) const
{
    return QLatin1String("'\\x") + QString::fromLatin1(bytes.toHex()) + QLatin1String("'::bytea");
}

QString PostgresqlDialect::realLiteral(double value) const
{
    if (std::isnan(value))
        return QStringLiteral("'NaN'::float8");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("'Infinity'::float8") : QStringLiteral("'-Infinity'::float8");
    return GenericDialect::realLiteral(value);
}

} // namespace joinery::dialect
