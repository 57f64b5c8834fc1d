// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/text_match.h"

namespace joinery::dialect {

TextMatch textMatchOf(const QString &dialect)
{
    if (dialect == QLatin1String("sqlite"))
        return {QStringLiteral("joinery_fold"), QStringLiteral("REGEXP"), {}};
    if (dialect == QLatin1String("postgresql"))
        return {QStringLiteral("lower"), QStringLiteral("~"), {}};
    // A collation decides there, unless the pattern does.
    if (dialect == QLatin1String("mysql"))
        return {QStringLiteral("lower"), QStringLiteral("REGEXP"), QStringLiteral("(?-i)")};
    return {};
}

} // namespace joinery::dialect
