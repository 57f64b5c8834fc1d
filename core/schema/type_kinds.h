// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/type.h"

namespace joinery::schema {

inline bool isWholeNumber(TypeKind kind)
{
    return kind == TypeKind::SmallInteger || kind == TypeKind::Integer || kind == TypeKind::BigInteger;
}

inline bool isNumber(TypeKind kind)
{
    return isWholeNumber(kind) || kind == TypeKind::Float || kind == TypeKind::Double || kind == TypeKind::Numeric;
}

} // namespace joinery::schema
