// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/workbench/action_registry.h"

#include <QSignalSpy>

using namespace joinery::ui;

class ActionRegistryTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void anActionIsMadeOnceAndKeepsItsDefault()
    {
        ActionRegistry registry;
        int ran = 0;
        const ActionRegistry::Spec spec{QStringLiteral("x.run"), [] { return QStringLiteral("Run"); }, {},
                                        {QKeySequence(QStringLiteral("Ctrl+R"))}, [&] { ++ran; }};
        QAction *action = registry.add(spec);
        QCOMPARE(registry.add(spec), action);
        QCOMPARE(registry.all().size(), 1);
        QCOMPARE(registry.id(action), QStringLiteral("x.run"));
        action->trigger();
        QCOMPARE(ran, 1);

        QSignalSpy spy(&registry, &ActionRegistry::shortcutsChanged);
        registry.setShortcuts(QStringLiteral("x.run"), {QKeySequence(QStringLiteral("F9"))});
        QCOMPARE(spy.count(), 1);
        QCOMPARE(action->shortcut(), QKeySequence(QStringLiteral("F9")));
        QCOMPARE(registry.defaultShortcuts(QStringLiteral("x.run")), spec.shortcuts);
    }

    void textsFollowTheLanguage()
    {
        ActionRegistry registry;
        QString word = QStringLiteral("Run");
        QAction *action = registry.add({QStringLiteral("x"), [&] { return word; }});
        word = QStringLiteral("Laufen");
        registry.retranslate();
        QCOMPARE(action->text(), word);
    }
};

JOINERY_TEST(ActionRegistryTest)
#include "tst_action_registry.moc"
