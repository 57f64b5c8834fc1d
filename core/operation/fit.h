// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/operation/operation.h"

namespace joinery::operation {

/// Whether the operation can be applied to the catalogue; the error says what is in the way.
Status fits(const schema::Catalog &catalog, const Operation &operation);

} // namespace joinery::operation
