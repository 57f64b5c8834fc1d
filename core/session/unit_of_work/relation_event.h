// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mapping/relationship.h"

namespace joinery::session {

/// Where a change of a relationship began: the other side follows once, and does not answer.
struct RelationEvent
{
    enum class Kind { Append, Remove, Replace };
    const Relationship *relationship = nullptr;
    Kind kind = Kind::Append;
    friend bool operator==(const RelationEvent &, const RelationEvent &) = default;
};

} // namespace joinery::session
