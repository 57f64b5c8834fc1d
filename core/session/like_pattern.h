// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::session {

inline const QString kLikeEscape = QStringLiteral("!");

/// What LIKE finds a text with, wherever it stands: with kLikeEscape before what would mean something.
QString containsPattern(const QString &text);

} // namespace joinery::session
