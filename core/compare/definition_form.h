// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/definition.h"

namespace joinery::compare {

/// The statement of a definition in a form that does not depend on how its conditions were written: what stands behind
/// WHEN, CHECK, USING and WHERE of a trigger, rule, policy or domain is brought into its normal form, blanks are one
/// blank. Bodies of routines stay as they are.
QString normalDefinition(const schema::Definition &definition, const QString &dialect);

} // namespace joinery::compare
