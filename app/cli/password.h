// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace joinery::cli {

/// Asks on the terminal itself, whatever the streams are, and shows nothing of what is typed. Nothing where there is
/// no terminal, or where the answer was given up.
std::optional<QString> askPassword(const QString &prompt);

} // namespace joinery::cli
