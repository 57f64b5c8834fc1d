// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/socket_wait.h"

#include <QStringList>

namespace joinery::driver {

/// The numeric addresses of a host, in the order in which they should be tried. The system's own look-up knows neither
/// a limit nor a way to stop it, so it runs on a thread that is left alone when it takes too long. Kinds of errors:
/// NameResolution, Timeout, Cancelled.
Result<QStringList> lookUpHost(const QString &host, Deadline deadline, const CancelToken &token);

} // namespace joinery::driver
