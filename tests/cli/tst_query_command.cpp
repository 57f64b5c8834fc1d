// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

#include <QElapsedTimer>

#include <csignal>

using namespace joinery;
using test::Outcome;

class QueryCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;
    QString m_url;

    Outcome query(QStringList arguments, const QByteArray &input = {})
    {
        return m_program.run(QStringList{QStringLiteral("--url"), m_url, QStringLiteral("query")} + arguments, input);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = m_program.database(
            QStringLiteral("shop.db"),
            {QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, price NUMERIC)"),
             QStringLiteral("INSERT INTO book VALUES (1, 'Emma', 7.5), (2, NULL, 12), (3, 'a' || char(10) || 'b', NULL)")});
        QVERIFY(!file.isEmpty());
        m_url = QStringLiteral("sqlite:///") + file;
    }

    void tableIsForTheEyes()
    {
        const Outcome outcome = query({QStringLiteral("SELECT id, title, price FROM book ORDER BY id")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray(" id | title | price\n"
                                         "----+-------+-------\n"
                                         "  1 | Emma  |   7.5\n"
                                         "  2 | NULL  |    12\n"
                                         "  3 | a\\nb  | NULL\n"));
        QCOMPARE(outcome.err, QByteArray("3 rows.\n"));
    }

    void formatsForPrograms_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("id,title\n1,Emma\n2,\n");
        QTest::newRow("tsv") << QStringLiteral("tsv") << QByteArray("id\ttitle\n1\tEmma\n2\t\n");
        QTest::newRow("json") << QStringLiteral("json")
                              << QByteArray("[\n{'id': 1, 'title': 'Emma'},\n{'id': 2, 'title': null}\n]\n").replace('\'', '"');
        QTest::newRow("ndjson") << QStringLiteral("ndjson")
                                << QByteArray("{'id': 1, 'title': 'Emma'}\n{'id': 2, 'title': null}\n").replace('\'', '"');
    }

    void formatsForPrograms()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, expected);
        const Outcome outcome = query({QStringLiteral("SELECT id, title FROM book WHERE id < 3 ORDER BY id"),
                                       QStringLiteral("--format"), format});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, expected);
        QCOMPARE(outcome.err, QByteArray());
    }

    void parametersAreBoundNotPasted()
    {
        const Outcome outcome = query({QStringLiteral("SELECT :a AS a, :b + 1 AS b, ':a' AS c, :n IS NULL AS n"),
                                       QStringLiteral("-p"), QStringLiteral("a=x'; DROP TABLE book; --"),
                                       QStringLiteral("-p"), QStringLiteral("b:=41"),
                                       QStringLiteral("-p"), QStringLiteral("n:=null"),
                                       QStringLiteral("--format"), QStringLiteral("csv")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray("a,b,c,n\nx'; DROP TABLE book; --,42,:a,1\n"));
    }

    void aParameterWithoutValueIsNamed()
    {
        const Outcome outcome = query({QStringLiteral("SELECT :a, :b"), QStringLiteral("-p"), QStringLiteral("a=1")});
        COMPARE_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("\"b\" has no value"), outcome.err.constData());
        const Outcome none = query({QStringLiteral("CREATE TABLE made (x); SELECT :a")});
        COMPARE_CODE(none, 3);
        QVERIFY2(none.err.contains("\"a\" has no value"), none.err.constData());
        COMPARE_CODE(query({QStringLiteral("SELECT * FROM made")}), 3); // nothing ran
        const Outcome unused = query({QStringLiteral("SELECT 1"), QStringLiteral("-p"), QStringLiteral("a=1")});
        COMPARE_CODE(unused, 3);
        QVERIFY2(unused.err.contains(":a"), unused.err.constData());
        const Outcome malformed = query({QStringLiteral("SELECT 1"), QStringLiteral("-p"), QStringLiteral("a")});
        COMPARE_CODE(malformed, 2);
    }

    void scriptsRunStatementByStatement()
    {
        const QString file = m_program.write(QStringLiteral("script.sql"),
                                             "CREATE TABLE log (t TEXT); -- a comment; with a semicolon\n"
                                             "CREATE TRIGGER tr AFTER INSERT ON log BEGIN SELECT 1; SELECT 2; END;\n"
                                             "INSERT INTO log VALUES ('a;b'), ('c');\n"
                                             "SELECT * FROM log; SELECT count(*) FROM log;\n");
        const Outcome outcome = query({QStringLiteral("-f"), file});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray(" t\n-----\n a;b\n c\n count(*)\n----------\n        2\n"));
        QVERIFY2(outcome.err.contains("2 rows changed."), outcome.err.constData());

        const Outcome input = query({QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("csv")},
                                    "SELECT count(*) AS n FROM log");
        COMPARE_CODE(input, 0);
        QCOMPARE(input.out, QByteArray("n\n2\n"));
    }

    void onlyATableShowsSeveralResults()
    {
        const Outcome outcome = query({QStringLiteral("CREATE TABLE half (x); SELECT 1; SELECT 2"), QStringLiteral("--json")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.out, QByteArray());
        COMPARE_CODE(query({QStringLiteral("SELECT * FROM half")}), 3); // nothing ran
    }

    void aScriptOfAnySizeTellsThePlaceOfItsFailure()
    {
        // The usual run takes 6 MB, --long the 100.
        const int statements = qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? 1'000'000 : 60'000;
        QByteArray script = "BEGIN;\nCREATE TABLE many (x, t);\n";
        for (int i = 0; i < statements; ++i)
            script += "INSERT INTO many VALUES (" + QByteArray::number(i) + ", 'a text; with a semicolon and a good deal of words in it, twice as long');\n";
        script += "COMMIT;\nSELECT count(*) AS n FROM many;\nSELECT\n  nix FROM many;\n";
        const QString file = m_program.write(QStringLiteral("many.sql"), script);
        // 400 MB of address space: neither the script nor its text in UTF-16 with its statements would fit beside the libraries. The
        // sanitizers take terabytes of it for themselves.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        const QString limit = QStringLiteral("unlimited");
#else
        const QString limit = QStringLiteral("400000");
#endif
        QProcess process;
        process.setWorkingDirectory(m_program.path(QString()));
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("ulimit -v %1; exec \"$0\" --url sqlite:// query -f \"$1\"").arg(limit),
                                               QStringLiteral(JOINERY_CLI), file});
        QVERIFY(process.waitForFinished(300'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 3, said.constData());
        QVERIFY2(process.readAllStandardOutput().contains(QByteArray::number(statements)), said.constData());
        QVERIFY2(said.contains("no such column: nix"), said.constData());
        QVERIFY2(said.contains(QByteArray::number(statements + 6).prepend("many.sql, line ")), said.constData());
    }

    void aLongCellIsShownInPart()
    {
        // The usual run takes 20 MB, --long the 500.
        const QByteArray size = qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? "500000000" : "20000000";
        const Outcome outcome = query({QStringLiteral("SELECT 1 AS a, zeroblob(%1) AS b").arg(QString::fromLatin1(size))});
        COMPARE_CODE(outcome, 0);
        QVERIFY(outcome.out.size() < 100'000);
        QVERIFY2(outcome.out.contains("\\x0000") && outcome.out.contains(QByteArray(size).prepend("... (").append(" bytes)")), outcome.out.right(100).constData());
        const Outcome text = query({QStringLiteral("SELECT replace(hex(zeroblob(3000)), '00', '\u00fc') || 'x' AS t")});
        COMPARE_CODE(text, 0);
        QVERIFY2(text.out.contains("\u00fc... (6001 bytes)") && !text.out.contains("\xef\xbf\xbd"), text.out.right(100).constData());
    }

    void theServersWordsAndThePlace()
    {
        const Outcome outcome = query({QStringLiteral("SELECT id,\n  nix FROM book")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.err, QByteArray("joinery-cli: no such column: nix\n    nix FROM book\n    ^\n"));
    }

    void errorsAsJson()
    {
        const Outcome outcome = query({QStringLiteral("SELECT nix FROM book"), QStringLiteral("--json")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.out, QByteArray());
        const QJsonObject error = outcome.error();
        QCOMPARE(error.value(QStringLiteral("kind")).toString(), QStringLiteral("undefined"));
        QCOMPARE(error.value(QStringLiteral("message")).toString(), QStringLiteral("no such column: nix"));
        QCOMPARE(error.value(QStringLiteral("statement")).toString(), QStringLiteral("SELECT nix FROM book"));
        QCOMPARE(error.value(QStringLiteral("offset")).toInt(), 7);
        QCOMPARE(error.value(QStringLiteral("damage")).toString(), QStringLiteral("statement"));
    }

    void rowsComeWhileTheStatementRuns()
    {
        // The reader goes after the first line, and so does the program.
        QProcess pipeline;
        pipeline.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("\"$0\" --url sqlite:// query --format ndjson \"$1\" | head -n 1"),
                                              QStringLiteral(JOINERY_CLI),
                                              QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                                             "SELECT x FROM c")});
        QVERIFY(pipeline.waitForFinished(10'000));
        QCOMPARE(pipeline.readAllStandardOutput(), QByteArray("{\"x\": 1}\n"));
        QCOMPARE(pipeline.readAllStandardError(), QByteArray());
    }

    void interruptCancelsWithinASecond()
    {
        const auto process = m_program.start({QStringLiteral("--url"), m_url, QStringLiteral("query"),
                                              QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                                             "SELECT count(*) FROM c")});
        QVERIFY(!process->waitForFinished(500));
        QElapsedTimer sinceInterrupt;
        sinceInterrupt.start();
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(5'000));
        QVERIFY(sinceInterrupt.elapsed() < 1'000);
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 130);
        QCOMPARE(process->readAllStandardOutput(), QByteArray());
    }

    void anInterruptedTransactionLeavesNothing()
    {
        const auto process = m_program.start({QStringLiteral("--url"), m_url, QStringLiteral("query"),
                                              QStringLiteral("BEGIN; DELETE FROM book; "
                                                             "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                                             "SELECT count(*) FROM c; COMMIT")});
        QVERIFY(!process->waitForFinished(700));
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(5'000));
        QCOMPARE(process->exitCode(), 130);
        const Outcome after = query({QStringLiteral("SELECT count(*) AS n FROM book"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(after.out, QByteArray("n\n3\n"));
    }
};

JOINERY_TEST(QueryCommandTest)
#include "tst_query_command.moc"
