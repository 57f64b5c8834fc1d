// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/bulk_text.h"

namespace joinery::driver {

QString insertHead(const BulkTarget &target)
{
    return QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(target.table, target.columns.join(QStringLiteral(", ")));
}

QString insertWithMarks(const BulkTarget &target)
{
    const QStringList marks(target.columns.size(), QStringLiteral("?"));
    return insertHead(target) + u'(' + marks.join(QStringLiteral(", ")) + u')';
}

Error withoutStatement(Error error)
{
    error.statement.clear();
    error.offset = -1;
    return error;
}

} // namespace joinery::driver
