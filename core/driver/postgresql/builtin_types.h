// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"
#include "core/schema/type.h"

namespace joinery::driver::postgresql {

/// How cells of a type are held in a row block: integers, booleans, doubles, bytes and texts decoded, everything else in
/// PostgreSQL's own text form.
ValueTag tagOf(quint32 oid);

/// A type that every PostgreSQL has under this OID, with its modifier (PQfmod); nothing for any other.
std::optional<schema::Type> builtinType(quint32 oid, int modifier);

} // namespace joinery::driver::postgresql
