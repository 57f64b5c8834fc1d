// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/catalog.h"

/// models/ of a project: a file for each table, and schema.json for all that is no table.
namespace joinery::project {

constexpr int kModelFormat = 1;

/// Tables sorted by name. A folder that is not there holds an empty catalogue.
Result<schema::Catalog> readModels(const QString &folder);
/// Only files whose content changed are written; files of tables that are gone are removed last.
Status writeModels(const QString &folder, const schema::Catalog &models);

/// The name as a file may be called on every system: letters, digits, '_', '-' and '.' as they are, the rest as %XX.
QString fileStemOf(const QString &name);

} // namespace joinery::project
