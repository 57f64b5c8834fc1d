// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/table.h"

#include <QStringList>

namespace joinery::schema {

/// False for a table of MySQL whose storage engine takes part in no transaction: what is written there stays, whatever is rolled
/// back. https://mariadb.com/kb/en/choosing-the-right-storage-engine/
inline bool isTransactional(const Table &table)
{
    static const QStringList kOthers{QStringLiteral("MyISAM"), QStringLiteral("Aria"), QStringLiteral("MEMORY"), QStringLiteral("CSV"),
                                     QStringLiteral("ARCHIVE"), QStringLiteral("MRG_MyISAM"), QStringLiteral("BLACKHOLE")};
    return !kOthers.contains(table.options.value(QStringLiteral("engine")), Qt::CaseInsensitive);
}

} // namespace joinery::schema
