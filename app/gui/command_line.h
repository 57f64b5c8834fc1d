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

/// The arguments without those that QApplication will take out (-platform, -style, ...), to look at the rest before there
/// is one.
QStringList withoutToolkitOptions(const QStringList &arguments);

} // namespace joinery::app
