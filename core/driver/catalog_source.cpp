// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/catalog_source.h"

namespace joinery::driver {

CatalogSource::~CatalogSource() = default;

} // namespace joinery::driver
