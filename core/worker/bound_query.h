// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/sql/parameters.h"

#include <QHash>

namespace joinery::worker {

/// A statement as it is sent, with the values of its parameters.
struct BoundQuery
{
    sql::BoundStatement bound;
    std::vector<driver::Value> values;
};

/// A statement without any of the named parameters stays as it is.
BoundQuery boundQuery(const QString &statement, const dialect::Dialect &dialect, const QHash<QString, driver::Value> &values);

} // namespace joinery::worker
