// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/settings/shortcut_list.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace joinery;
using namespace joinery::ui;

class SettingsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void choicesComeBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a/settings.json"));
        Settings settings(file);
        VERIFY_OK(settings.load());
        settings.setTheme(Theme::Choice::Dark);
        settings.setLanguage(QStringLiteral("de"));
        settings.setShortcut(QStringLiteral("page.run"), {QKeySequence(QStringLiteral("F9"))});
        Settings again(file);
        VERIFY_OK(again.load());
        QCOMPARE(again.theme(), Theme::Choice::Dark);
        QCOMPARE(again.language(), QStringLiteral("de"));
        QCOMPARE(again.shortcuts().value(QStringLiteral("page.run")), QList<QKeySequence>{QKeySequence(QStringLiteral("F9"))});
    }

    void theCommandLineIsNotSaved()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.json"));
        Settings settings(file);
        VERIFY_OK(settings.load());
        settings.overrideTheme(Theme::Choice::Dark);
        QCOMPARE(settings.theme(), Theme::Choice::Dark);
        settings.setLanguage(QStringLiteral("de"));
        Settings again(file);
        VERIFY_OK(again.load());
        QCOMPARE(again.theme(), Theme::Choice::System);
    }

    void aShortcutIsFoundChangedAndDefended()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.json")));
        VERIFY_OK(settings.load());
        ActionRegistry actions;
        const auto add = [&](const char *id, const char *text, const char *keys) {
            actions.add({QString::fromLatin1(id), [text] { return QString::fromLatin1(text); }, {}, {QKeySequence(QString::fromLatin1(keys))}});
        };
        add("page.run", "Run", "Ctrl+Return");
        add("page.find", "Find", "Ctrl+F");
        connect(&settings, &Settings::changed, this, [&] {
            for (const QAction *action : actions.all()) {
                const QString id = actions.id(action);
                actions.setShortcuts(id, settings.shortcuts().value(id, actions.defaultShortcuts(id)));
            }
        });
        ShortcutList list(settings, actions);
        list.show();
        auto *tree = list.findChild<QTreeWidget *>();
        QTest::keyClicks(list.findChild<QLineEdit *>(), QStringLiteral("ctrl+f"));
        QVERIFY(tree->topLevelItem(0)->isHidden());
        QVERIFY(!tree->topLevelItem(1)->isHidden());
        tree->setCurrentItem(tree->topLevelItem(1));
        auto *keys = list.findChild<QKeySequenceEdit *>();
        QPushButton *change = nullptr;
        for (auto *button : list.findChildren<QPushButton *>())
            if (button->text() == u"Change")
                change = button;
        QVERIFY(change);
        keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+Return"))); // taken
        QTest::mouseClick(change, Qt::LeftButton);
        QVERIFY(settings.shortcuts().isEmpty());
        keys->setKeySequence(QKeySequence(QStringLiteral("F3")));
        QTest::mouseClick(change, Qt::LeftButton);
        QCOMPARE(actions.find(QStringLiteral("page.find"))->shortcut(), QKeySequence(QStringLiteral("F3")));
    }
};

JOINERY_TEST(SettingsTest)
#include "tst_settings.moc"
