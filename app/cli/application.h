// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

namespace joinery::cli {

/// The whole program: reads the command line, runs the command, says what went wrong.
ExitCode run(int argc, char *argv[]);

} // namespace joinery::cli
