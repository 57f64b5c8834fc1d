// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"

#include <chrono>
#include <optional>

namespace joinery::driver {

using Deadline = std::optional<std::chrono::steady_clock::time_point>; ///< none: for ever

enum class Waiting { Ready, TimedOut, Cancelled };

/// Waits until a socket can be read or written. A cancellation is noticed within a twentieth of a second.
Waiting waitForSocket(int socket, bool reading, bool writing, Deadline deadline, const CancelToken &token);

/// Deadline of a whole connect.
Deadline deadlineIn(int seconds);

} // namespace joinery::driver
