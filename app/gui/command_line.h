// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/workbench/location.h"

#include <optional>

namespace joinery::app {

/// joinery [--table NAME | --diagram | --timeline | --sql FILE] [SOURCE]
struct CommandLine
{
    QString source; ///< file, URL or project folder
    std::optional<ui::Location> location;
    bool readOnly = false;
    std::optional<QString> language;
    std::optional<ui::Theme::Choice> theme;
    std::optional<QString> answer; ///< to print instead of opening the window: version, help, a mistake
    int exitCode = 0;
};

CommandLine parseCommandLine(const QStringList &arguments);

/// What --version and --help print, which needs neither a display nor the arguments that Qt takes out first.
std::optional<QString> answerWithoutWindow(const QStringList &arguments);

} // namespace joinery::app
