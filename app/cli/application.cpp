// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"

#include "app/cli/command.h"
#include "app/cli/interrupt.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

#include <algorithm>
#include <cstring>

namespace joinery::cli {

namespace {

void declareGlobal(CLI::App &app, GlobalOptions &options)
{
    Arguments arguments(app);
    arguments.optional(options.directory, "-C", "The project folder (default: the nearest one from here upwards)");
    arguments.optional(options.url, "--url", "The database: sqlite:///shop.db, postgresql://me@host/shop, mysql://me@host/shop, odbc://me@SOURCE or "
                       "odbc:Driver={Name};Server=host (README tells all forms)");
    arguments.optional(options.environment, "--env", "The database, as an environment of the project");
    arguments.exclude("--url", "--env");
    arguments.flag(options.json, "--json", "One JSON document on stdout; errors as JSON on stderr");
    arguments.flag(options.quiet, "-q,--quiet", "No notices and no progress on stderr");
    arguments.flag(options.yes, "--yes", "Answer every question with yes");
    app.set_version_flag("--version", std::string("joinery-cli ") + JOINERY_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("Exit codes: 0 done, 1 differences or findings, 2 wrong usage, 3 failed, 4 refused for safety, "
               "130 cancelled.");
}

/// Help goes to stdout; a mistake to stderr, in JSON where that was asked for.
ExitCode explain(const CLI::App &app, const CLI::ParseError &problem, int argc, char *argv[])
{
    if (problem.get_exit_code() == int(CLI::ExitCodes::Success)) {
        app.exit(problem);
        return ExitCode::Done;
    }
    Output output;
    for (int i = 1; i < argc; ++i)
        output.setJson(output.isJson() || std::strcmp(argv[i], "--json") == 0);
    Error error;
    error.kind = ErrorKind::InvalidInput;
    const std::vector<std::string> unknown = app.remaining();
    error.message = unknown.empty() || !app.get_subcommands().empty()
                        ? QString::fromStdString(problem.what())
                        : QStringLiteral("There is no command \"%1\".").arg(QString::fromStdString(unknown.front()));
    error.detail = QStringLiteral("`joinery-cli --help` and `joinery-cli COMMAND --help` tell what there is.");
    output.error(error);
    return ExitCode::Usage;
}

/// The arguments in the reverse order, as CLI11 takes them. It knows options with one value or with any number:
/// `--on-error report FILE` becomes `--on-error report=FILE`.
std::vector<std::string> argumentsOf(int argc, char *argv[])
{
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "report") == 0 && std::strcmp(argv[i - 1], "--on-error") == 0 && i + 1 < argc) {
            arguments.push_back(std::string("report=") + argv[i + 1]);
            ++i;
        } else {
            arguments.push_back(argv[i]);
        }
    }
    std::ranges::reverse(arguments);
    return arguments;
}

/// Fonts need a platform; no display is asked for.
std::unique_ptr<QCoreApplication> makeApplication(const Command &command, int &argc, char *argv[])
{
    if (!command.paints())
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A machine without a session has no XDG_RUNTIME_DIR, of which Qt complains; nothing here needs one.
    const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(before);
    return application;
}

} // namespace

ExitCode run(int argc, char *argv[])
{
    GlobalOptions options;
    const std::vector<std::unique_ptr<Command>> commands = allCommands();
    Command *chosen = nullptr;
    CLI::App app("Joinery, the database workbench, on the command line.", "joinery-cli");
    declareGlobal(app, options);
    for (const std::unique_ptr<Command> &command : commands) {
        CLI::App *subcommand = app.add_subcommand(command->name(), command->description());
        Arguments arguments(*subcommand);
        command->declare(arguments);
        subcommand->callback([&chosen, &command] { chosen = command.get(); });
    }
    try {
        app.parse(argumentsOf(argc, argv));
    } catch (const CLI::ParseError &problem) {
        return explain(app, problem, argc, argv);
    }

    const CancelToken token;
    cancelOnInterrupt(token);
    const std::unique_ptr<QCoreApplication> application = makeApplication(*chosen, argc, argv);
    Output output;
    output.setJson(options.json);
    output.setQuiet(options.quiet);
    Context context(options, output, token);
    Result<ExitCode> result = chosen->run(context);
    if (result) {
        if (Status written = output.flush(); !written)
            result = fail(std::move(written).error());
    }
    if (result)
        return *result;
    output.error(result.error());
    return context.isUsageError() ? ExitCode::Usage : exitCodeOf(result.error().kind);
}

} // namespace joinery::cli
