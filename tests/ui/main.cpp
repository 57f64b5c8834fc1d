// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/run.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

int main(int argc, char *argv[])
{
    // What is kept of a table or a connection stands below the home folder: tests that run beside each other do not share it.
    const QTemporaryDir home;
    qputenv("HOME", QFile::encodeName(home.path()));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("joinery"));
    QStandardPaths::setTestModeEnabled(true);
    joinery::ui::Language language;
    language.setChoice(QStringLiteral("en"));
    joinery::ui::Theme theme;
    theme.setChoice(joinery::ui::Theme::Choice::Light);
    return joinery::test::run(argc, argv);
}
