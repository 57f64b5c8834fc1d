// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::dialect {

/// Runs steps as their places say: every Setup first, then the rest in one transaction that an Outside step
/// interrupts, then every Teardown, however it ended. An error rolls back what is not committed. No transaction may be open.
Status runSteps(driver::Connection &connection, const SqlSteps &steps, const CancelToken &token = {});

/// The Teardown steps that are to be run in the end, each once. Asked before anything else is sent.
Result<SqlSteps> teardownOf(driver::Connection &connection, const SqlSteps &steps, const CancelToken &token = {});

} // namespace joinery::dialect
