// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

using namespace joinery;
using test::Outcome;

/// What holds for every command: usage, streams, exit codes.
class CliStreamsTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

private Q_SLOTS:
    void helpIsData()
    {
        const Outcome outcome = m_program.run({QStringLiteral("--help")});
        COMPARE_CODE(outcome, 0);
        for (const char *command : {"init", "import", "inspect", "diff", "create-all", "migrate", "upgrade", "downgrade", "stamp",
                                    "current", "history", "heads", "show", "check", "query", "dump", "render"})
            QVERIFY2(outcome.out.contains(QByteArray(QByteArray("\n  ") + command + ' ')), command);
        QCOMPARE(outcome.err, QByteArray());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QString url = QStringLiteral("--url");
        QTest::newRow("nothing") << QStringList() << QByteArray("subcommand");
        QTest::newRow("unknown command") << QStringList{QStringLiteral("nix")} << QByteArray("no command \"nix\"");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("heads"), QStringLiteral("--nix")} << QByteArray("--nix");
        QTest::newRow("argument missing") << QStringList{QStringLiteral("init")} << QByteArray("directory");
        QTest::newRow("no such format") << QStringList{QStringLiteral("query"), QStringLiteral("SELECT 1"),
                                                       QStringLiteral("--format"), QStringLiteral("xml")} << QByteArray("xml");
        QTest::newRow("no project") << QStringList{QStringLiteral("heads")} << QByteArray("joinery.json");
        QTest::newRow("no database") << QStringList{QStringLiteral("query"), QStringLiteral("SELECT 1")} << QByteArray("--url");
        QTest::newRow("two databases") << QStringList{url, QStringLiteral("sqlite://"), QStringLiteral("--env"), QStringLiteral("x"),
                                                      QStringLiteral("current")} << QByteArray("--env");
        QTest::newRow("a typo in the URL") << QStringList{url, QStringLiteral("postgre://h/d"), QStringLiteral("query"),
                                                          QStringLiteral("SELECT 1")} << QByteArray("postgre");
        QTest::newRow("no statement") << QStringList{url, QStringLiteral("sqlite://"), QStringLiteral("query"),
                                                     QStringLiteral("-- nothing")} << QByteArray("no statement");
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const Outcome outcome = m_program.run(arguments);
        COMPARE_CODE(outcome, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        const Outcome asJson = m_program.run(QStringList{QStringLiteral("--json")} + arguments);
        COMPARE_CODE(asJson, 2);
        QCOMPARE(asJson.error().value(QStringLiteral("kind")).toString(), QStringLiteral("invalid-input"));
    }

    void quietSaysNothing()
    {
        const Outcome outcome = m_program.run({QStringLiteral("-q"), QStringLiteral("--url"), QStringLiteral("sqlite://"),
                                               QStringLiteral("query"), QStringLiteral("SELECT 1 AS a")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray(" a\n---\n 1\n"));
        QCOMPARE(outcome.err, QByteArray());
    }

    void theEnvironmentNamesTheDatabase()
    {
        test::Program program;
        program.set(QStringLiteral("JOINERY_URL"), QStringLiteral("sqlite://"));
        COMPARE_CODE(program.run({QStringLiteral("query"), QStringLiteral("SELECT 1")}), 0);
    }

    void aFullDiskIsAFailure()
    {
        QProcess full;
        full.setStandardOutputFile(QStringLiteral("/dev/full"));
        full.start(QStringLiteral(JOINERY_CLI), {QStringLiteral("--url"), QStringLiteral("sqlite://"), QStringLiteral("query"),
                                        QStringLiteral("SELECT 1")});
        QVERIFY(full.waitForFinished());
        QCOMPARE(full.exitCode(), 3);
        QVERIFY(full.readAllStandardError().contains("No space left"));
    }
};

JOINERY_TEST(CliStreamsTest)
#include "tst_cli_streams.moc"
