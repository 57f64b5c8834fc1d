// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "app/cli/exit_code.h"

#include <memory>
#include <vector>

namespace joinery::cli {

/// One subcommand. It lives for one run: its members are its arguments.
class Command
{
public:
    Command(const char *name, const char *description) : m_name(name), m_description(description) {}
    virtual ~Command() = default;

    const char *name() const { return m_name; }
    const char *description() const { return m_description; }

    virtual void declare(Arguments &arguments) = 0;
    virtual Result<ExitCode> run(Context &context) = 0;
    /// Whether it paints text, which needs Qt's fonts (and no display).
    virtual bool paints() const { return false; }

private:
    const char *m_name;
    const char *m_description;
};

/// All of them, in the order of the help.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace joinery::cli
