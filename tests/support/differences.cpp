// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/differences.h"

#include "core/builtin.h"
#include "core/builtin_spelling.h"
#include "core/compare/compare.h"
#include "core/dialect/comparison.h"
#include "core/operation/describe.h"

namespace joinery::test {

QStringList differences(const schema::Catalog &from, const schema::Catalog &to)
{
    schema::Catalog before = from, after = to;
    const dialect::Dialect &dialect = dialectNamed(to.dialect);
    alignSpelling(before, after, dialect);
    const auto difference = compare::compare(before, after, dialect::comparisonOptions(dialect));
    if (!difference)
        return {difference.error().message};
    QStringList lines;
    for (const operation::Operation &each : difference->operations)
        lines.append(operation::describe(each));
    return lines;
}

} // namespace joinery::test
