// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::ui {

/// Where the commits of a connection are kept for a later undo, in the application's data folder.
QString historyFolder(const QString &connectionId);

} // namespace joinery::ui
