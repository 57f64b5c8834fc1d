// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

namespace joinery::test {

/// What would have to be done to make `to` of `from`, in words, as the engine of `to` compares; or why that is not known.
QStringList differences(const schema::Catalog &from, const schema::Catalog &to);

} // namespace joinery::test
