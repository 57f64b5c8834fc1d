// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/job_title.h"

namespace joinery::ui {

/// The title in the language of the window; as it is where it has none (a statement of the user).
QString jobText(const worker::JobTitle &title);

} // namespace joinery::ui
