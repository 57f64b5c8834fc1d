// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/rehearsal/rehearsal_report.h"

#include <QJsonObject>

/// A rehearsal as the command line prints it.
namespace joinery::cli {

QString rehearsalText(const migration::RehearsalReport &report);
QJsonObject toJson(const migration::RehearsalReport &report);

} // namespace joinery::cli
