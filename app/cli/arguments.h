// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace CLI {
class App;
}

namespace joinery::cli {

/// Where a command declares its arguments; the targets are filled when the command line is read, and must outlive it.
/// `names` is CLI11's form: "-m,--message" for an option, "source" for a positional argument.
class Arguments
{
public:
    explicit Arguments(CLI::App &app) : m_app(app) {}

    void required(QString &target, const char *names, const char *help);
    void optional(QString &target, const char *names, const char *help);
    void optional(std::optional<QString> &target, const char *names, const char *help);
    void choice(QString &target, const char *names, const QStringList &choices, const char *help);
    /// An option that may be given several times, or all the remaining positional arguments.
    void list(QStringList &target, const char *names, const char *help);
    void requiredList(QStringList &target, const char *names, const char *help);
    void flag(bool &target, const char *names, const char *help);
    /// The two options cannot stand together.
    void exclude(const char *one, const char *other);

private:
    CLI::App &m_app;
};

} // namespace joinery::cli
