// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/column.h"

namespace joinery::compare {

/// The default of a column in the form that normalExpression() gives; literals as the type of the column reads them ('0' and 0 are one number).
QString normalDefault(const schema::Column &column, const QString &dialect);

} // namespace joinery::compare
