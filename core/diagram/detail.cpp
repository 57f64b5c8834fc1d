// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/detail.h"

namespace joinery::diagram {

QString detailKey(Detail detail)
{
    switch (detail) {
    case Detail::Names: return QStringLiteral("names");
    case Detail::Keys: return QStringLiteral("keys");
    case Detail::All: break;
    }
    return QStringLiteral("all");
}

std::optional<Detail> detailFromKey(const QString &key)
{
    for (const Detail detail : {Detail::Names, Detail::Keys, Detail::All}) {
        if (detailKey(detail) == key)
            return detail;
    }
    return std::nullopt;
}

} // namespace joinery::diagram
