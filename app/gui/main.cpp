// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/command_line.h"
#include "ui/common/language.h"
#include "ui/connections/keychain.h"
#include "ui/shell/main_window.h"

#include <QApplication>

using namespace joinery::ui;

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(QStringLiteral("joinery"));
    QApplication::setApplicationVersion(QStringLiteral(JOINERY_VERSION));
    if (argc > 1) {
        // QApplication ends the program where there is no display, and these two need none.
        const QCoreApplication withoutDisplay(argc, argv);
        if (const auto answer = joinery::app::answerWithoutWindow(QCoreApplication::arguments())) {
            std::fputs(qPrintable(*answer), stdout);
            return 0;
        }
    }

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Joinery"));
    QGuiApplication::setDesktopFileName(QStringLiteral("joinery"));

    const joinery::app::CommandLine line = joinery::app::parseCommandLine(QApplication::arguments());
    if (line.answer) {
        std::fputs(qPrintable(*line.answer), line.exitCode == 0 ? stdout : stderr);
        return line.exitCode;
    }

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

    MainWindow window({places, settings, language, keychain});
    if (!loaded)
        window.shell().report(loaded.error(), QApplication::translate("main", "The settings were not read"));
    window.start();
    window.show();
    if (!line.source.isEmpty())
        window.openSource(line.source, line.readOnly, line.location);
    return QApplication::exec();
}
