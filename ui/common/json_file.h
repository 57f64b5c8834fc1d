// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace joinery::ui {

/// A missing file is an empty object; one that is no JSON object is an error, so that nothing writes over it unseen.
Result<QJsonObject> readJsonFile(const QString &path);
/// Written beside and renamed over: a crash leaves the old file or the new one. Makes the folder. Mode 0600.
Status writeJsonFile(const QString &path, const QJsonObject &object);

} // namespace joinery::ui
