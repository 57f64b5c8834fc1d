// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/driver/url.h"

namespace joinery::ui {

/// The steps to a database, in the order in which they are taken.
enum class Stage { Address, Name, Network, Tls, Login, Database };

/// The step at which an attempt failed.
Stage failedStage(const Error &error, const driver::Url &url);
QString stageName(Stage stage); ///< translated: "network"
/// "Login failed: the server localhost refused the user flask or the password."
QString stageSentence(Stage stage, const driver::Url &url);

} // namespace joinery::ui
