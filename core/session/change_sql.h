// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/change_set.h"
#include "core/session/row_source.h"

namespace joinery::session {

/// One statement of a commit. It must hit exactly one row.
struct ChangeStatement
{
    quint64 change = 0;
    QString sql;
    std::vector<driver::Value> parameters;
    QString text;        ///< the same statement with literals, for people
    QStringList returns; ///< the columns behind RETURNING
};

ChangeStatement changeStatement(const dialect::Dialect &dialect, const RowSource &source, const RowChange &change);

/// The script that a commit runs, as a person reads it: a transaction around one statement a line.
QString previewScript(const dialect::Dialect &dialect, const RowSource &source, const std::vector<RowChange> &changes);

/// Selects the row of a key, see RowColumns; `locked` keeps others from changing it where the engine can.
struct KeyedSelect
{
    QString sql;
    std::vector<driver::Value> parameters;
};
KeyedSelect selectByKey(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, bool locked);
/// One expression of that row.
KeyedSelect selectByKey(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, const QString &expression);

} // namespace joinery::session
