// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::bench {

constexpr long long kRows = 10'000'000;

/// A SQLite file with a table `event` of kRows rows (id, name, amount, happened); made by the first call, which takes a
/// minute, and kept in the build folder. Empty where it cannot be made.
QString bigTable();

/// Resident memory of this process in MB.
double residentMegabytes();

} // namespace joinery::bench
