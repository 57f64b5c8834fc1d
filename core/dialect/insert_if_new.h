// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

/// The two ways in which engines say it; see Dialect::insertIfNew.
namespace joinery::dialect {

/// INSERT ... VALUES ... ON CONFLICT (key) DO NOTHING; `overriding` stands before VALUES.
InsertIfNew insertOnConflict(const Dialect &dialect, const schema::Name &table, const QStringList &columns, const QStringList &key,
                             const QString &overriding = {});

/// INSERT ... SELECT ... WHERE NOT EXISTS: for engines whose own words would also be silent about another key.
InsertIfNew insertWhereNotExists(const Dialect &dialect, const schema::Name &table, const QStringList &columns, const QStringList &key);

} // namespace joinery::dialect
