// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace joinery::diagram {

/// How much of a table a card shows.
enum class Detail { Names, Keys, All };

/// "names", "keys", "all": in files and on the command line.
QString detailKey(Detail detail);
std::optional<Detail> detailFromKey(const QString &key);

} // namespace joinery::diagram
