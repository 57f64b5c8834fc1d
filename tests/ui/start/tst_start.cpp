// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <QProcess>

/// The real program where it cannot open a window.
class StartTest : public joinery::test::TestCase
{
    Q_OBJECT

    struct Ended
    {
        int code = -1;
        bool crashed = true;
        QString out, words;
    };
    Ended start(const QStringList &arguments, const QString &display)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
            environment.remove(QLatin1String(name));
        if (!display.isEmpty())
            environment.insert(QStringLiteral("DISPLAY"), display);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(JOINERY_GUI_PROGRAM), arguments);
        if (!program.waitForFinished(20000))
            return {};
        return {program.exitCode(), program.exitStatus() == QProcess::CrashExit, QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }

private Q_SLOTS:
    void wrongArgumentsEndWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--wrong")};
        QTest::newRow("two sources") << QStringList{QStringLiteral("a.db"), QStringLiteral("b.db")};
        QTest::newRow("a view of nothing") << QStringList{QStringLiteral("--diagram")};
        QTest::newRow("behind an option of Qt") << QStringList{QStringLiteral("-style"), QStringLiteral("fusion"), QStringLiteral("--theme"), QStringLiteral("pink")};
    }
    void wrongArgumentsEndWithTwo()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = start(arguments, {});
        QVERIFY(!ended.crashed);
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.words.startsWith(u"joinery: ") && ended.words.contains(u"joinery --help"), qPrintable(ended.words));
    }

    void noScreenEndsWithThree_data()
    {
        QTest::addColumn<QString>("display");
        QTest::newRow("none") << QString();
        QTest::newRow("one that is not there") << QStringLiteral(":987");
    }
    void noScreenEndsWithThree()
    {
        QFETCH(QString, display);
        const Ended ended = start({}, display);
        QVERIFY(!ended.crashed);
        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.words.contains(u"there is no screen"), qPrintable(ended.words));
    }

    void helpNeedsNoScreen()
    {
        const Ended ended = start({QStringLiteral("--help")}, {});
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.contains(u"--table"));
    }
};

JOINERY_TEST(StartTest)
#include "tst_start.moc"
