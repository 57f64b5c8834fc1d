// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/value.h"

#include <QStringList>

#include <functional>
#include <span>

/// What statements on single rows have in common, whoever sends them.
namespace joinery::session {

/// Why a statement that must hit one row and hit `hit` of them has to be undone; -1: nobody says how many. Kind Conflict.
Error notOneRow(qint64 hit, const QString &statement);

/// " WHERE" these columns (SQL) hold one of the keys; `bind` takes the values in the order of the text and gives their places.
QString whereKeyIn(const QStringList &columns, std::span<const std::vector<driver::Value>> keys,
                   const std::function<QString(const driver::Value &)> &bind);

} // namespace joinery::session
