// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/schema/catalog.h"

namespace joinery::interop {

/// What a notation for diagrams can say beside tables, columns, types, keys and relations.
struct Carries
{
    bool checks = false;
    bool indexes = false;
    bool comments = false;
};

/// One finding for each object of which such a notation leaves something out.
void findLosses(const schema::Catalog &catalog, const char *code, const QString &notation, const Carries &carries, std::vector<Finding> &findings);

} // namespace joinery::interop
