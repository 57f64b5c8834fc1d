// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/run.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("joinery"));
    QStandardPaths::setTestModeEnabled(true);
    joinery::ui::Language language;
    language.setChoice(QStringLiteral("en"));
    joinery::ui::Theme theme;
    theme.setChoice(joinery::ui::Theme::Choice::Light);
    return joinery::test::run(argc, argv);
}
