// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_source.h"

namespace joinery::ui {

/// A column as a grid shows it.
struct GridColumn
{
    enum class Look { Text, Number, Fixed, Boolean, Json, Bytes }; ///< Fixed: dates, uuids, ...: monospaced

    QString name;
    QString typeText;   ///< as the engine says it
    schema::Type type;
    Look look = Look::Text;
    bool isKey = false;
    bool nullable = true;
    bool isGiven = false;    ///< the server fills it where nothing is said: default, identity
    bool isGenerated = false; ///< nobody may write it
    QString fixed;      ///< why its cells cannot be edited; empty where they can, or are generated
    QString refersTo;   ///< the table of its foreign key
    QString comment;
};

GridColumn::Look lookOf(const schema::Type &type);
/// `dialect` is the name of the engine.
std::vector<GridColumn> gridColumns(const session::RowSource &source, const QString &dialect);

/// What is to be known of a column, in lines.
QString columnTip(const GridColumn &column);

} // namespace joinery::ui
