// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/command_line.h"
#include "ui/common/language.h"
#include "ui/connections/keychain.h"
#include "ui/shell/main_window.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

using namespace joinery::ui;

namespace {

constexpr int kWrongUsage = 2;
constexpr int kNoDisplay = 3;

/// Qt ends the program by an abort where it finds no screen: a sentence and a number are of more use.
void withoutScreen(QtMsgType type, const QMessageLogContext &, const QString &words)
{
    if (type == QtFatalMsg) {
        std::fputs("joinery: there is no screen to open a window on. Start it in a desktop session, or use joinery-cli.\n", stderr);
        std::fputs(qPrintable(words.section(u'\n', 0, 0) + u'\n'), stderr);
        std::fflush(stderr);
        std::_Exit(kNoDisplay);
    }
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fputs(qPrintable(words + u'\n'), stderr);
}

/// Prints what needs no window: version, help, a mistake; returns the exit code then.
std::optional<int> answered(const joinery::app::CommandLine &line)
{
    if (!line.answer)
        return std::nullopt;
    std::fputs(qPrintable(*line.answer), line.exitCode == 0 ? stdout : stderr);
    return line.exitCode == 0 ? 0 : kWrongUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(QStringLiteral("joinery"));
    QApplication::setApplicationVersion(QStringLiteral(JOINERY_VERSION));
    if (argc > 1) {
        // Help and mistakes are answered where there is no screen, too.
        const QCoreApplication withoutDisplay(argc, argv);
        if (const auto code = answered(joinery::app::parseCommandLine(joinery::app::withoutToolkitOptions(QCoreApplication::arguments()))))
            return *code;
    }

    const QtMessageHandler usual = qInstallMessageHandler(withoutScreen);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationDisplayName(QStringLiteral("Joinery"));
    QGuiApplication::setDesktopFileName(QStringLiteral("joinery"));

    const joinery::app::CommandLine line = joinery::app::parseCommandLine(QApplication::arguments());
    if (const auto code = answered(line))
        return *code;

    const Places places = Places::ofUser();
    Settings settings(places.config + QStringLiteral("/settings.json"));
    const joinery::Status loaded = settings.load();
    if (line.theme)
        settings.overrideTheme(*line.theme);
    if (line.language)
        settings.overrideLanguage(*line.language);
    Language language;
    language.setChoice(settings.language());
    Theme theme;
    theme.setChoice(settings.theme());
    Keychain keychain;

    MainWindow window({places, settings, language, keychain}, MainWindow::Appear::AtOnce);
    if (!loaded)
        window.shell().report(loaded.error(), QApplication::translate("main", "The settings were not read"));
    window.start();
    window.show();
    if (!line.source.isEmpty())
        window.openSource(line.source, line.readOnly, line.location);
    return QApplication::exec();
}
