// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/type.h"

namespace joinery::driver::sqlite {

/// The type that a column's declaration means; SQLite itself holds it to an affinity only. Native for an expression.
schema::Type declaredType(const QString &declaration);

} // namespace joinery::driver::sqlite
