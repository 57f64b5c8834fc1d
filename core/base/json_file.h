// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace joinery {

/// Reads a file that holds one JSON object. Errors: Io where it cannot be read, Corrupt with line and column where it is
/// cut off or no JSON.
Result<QJsonObject> readJsonFile(const QString &path);

/// Writes it whole or not at all, indented, keys sorted: the same object gives the same bytes. A file that holds these
/// bytes already is not touched. Missing folders are made.
Status writeJsonFile(const QString &path, const QJsonObject &object);
Status writeFile(const QString &path, const QByteArray &bytes);

/// Refuses what a newer version of Joinery wrote (NewerFormat) and what has no "format" at all (Corrupt).
Status checkFormat(const QJsonObject &object, int supported, const QString &path);

} // namespace joinery
