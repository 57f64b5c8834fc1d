// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"

namespace joinery::cli {

/// From now on Ctrl-C (and a polite kill) cancels `token`; a second one ends the process at once. To be called before
/// the first thread is made.
void cancelOnInterrupt(CancelToken token);

} // namespace joinery::cli
