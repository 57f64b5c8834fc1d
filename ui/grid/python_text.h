// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"
#include "core/schema/type.h"

namespace joinery::ui {

/// A text as Python writes it, quotes included.
QString pythonText(const QString &text);
bool isPythonName(const QString &name);
/// "order_item" as SQLAlchemy's users name its class: "OrderItem".
QString pythonClassName(const QString &table);
/// A value as SQLAlchemy gives it to Python: None, Decimal('12.90'), datetime.date(2024, 2, 29), ...
QString pythonLiteral(const driver::Value &value, const schema::Type &type);

} // namespace joinery::ui
