// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator/navigator_node.h"

namespace joinery::ui {

/// Adds tables, views and everything else of a catalogue below `parent`. With a filter, only what matches it by its
/// name or by the name of a column.
void addCatalogNodes(NavigatorNode &parent, const schema::CatalogPtr &catalog, ConnectionItem *connection, const QString &filter);
/// Adds the models of a project below `parent`.
void addModelNodes(NavigatorNode &parent, const schema::CatalogPtr &models, const QString &filter);

/// "1,204", "~10 M": rows as the statistics tell them.
QString rowCountText(qint64 rows);

} // namespace joinery::ui
