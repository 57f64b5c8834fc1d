// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"
#include "core/schema/type.h"

class QVariant;

/// The border to QVariant.
namespace joinery::driver::qtsql {

QVariant variantOf(const Value &value);
Value valueOf(const QVariant &variant);
/// `length` and `precision` as QSqlField has them: -1 where nothing is known.
schema::Type typeOf(int metaType, int length, int precision, const QString &dialect);

} // namespace joinery::driver::qtsql
