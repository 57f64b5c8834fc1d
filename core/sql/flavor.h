// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::sql {

/// Whose rules of tokens hold. The names are those of the dialects.
enum class Flavor { Generic, Sqlite, Postgresql, Mysql };

inline Flavor flavorOf(const QString &dialect)
{
    if (dialect == QLatin1String("sqlite"))
        return Flavor::Sqlite;
    if (dialect == QLatin1String("postgresql"))
        return Flavor::Postgresql;
    const bool mysql = dialect == QLatin1String("mysql") || dialect == QLatin1String("generic-mysql");
    return mysql ? Flavor::Mysql : Flavor::Generic;
}

} // namespace joinery::sql
