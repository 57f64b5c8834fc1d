// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

#include <QStringList>

namespace joinery::worker {

/// What operations become on one engine.
struct SqlPreview
{
    QString dialect;        ///< "sqlite", ...
    QString displayName;    ///< "SQLite", ...
    QStringList statements; ///< without semicolons, in order
    QString failure;        ///< why the engine cannot do it, in its own words; empty where it can
};

/// For every engine with a schema language of its own. Values in, text out: no database is touched, so it may be
/// called on any thread.
std::vector<SqlPreview> previewSql(const operation::Operations &operations, const schema::Catalog &before);

} // namespace joinery::worker
