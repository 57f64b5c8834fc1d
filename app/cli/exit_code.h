// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace joinery::cli {

enum class ExitCode {
    Done = 0,
    Findings = 1,    ///< differences or findings, where they were asked for
    Usage = 2,       ///< the command line makes no sense
    Failed = 3,      ///< the database, a file or the input said no
    Refused = 4,     ///< refused for safety, and could be allowed explicitly
    Cancelled = 130, ///< Ctrl-C
};

inline ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return ExitCode::Cancelled;
    case ErrorKind::Refused:
    case ErrorKind::ReadOnly:
        return ExitCode::Refused;
    default:
        return ExitCode::Failed;
    }
}

} // namespace joinery::cli
