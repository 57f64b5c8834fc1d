// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/heavy_queries.h"
#include "support/odbc.h"
#include "support/test_case.h"

#include <QElapsedTimer>

using namespace joinery;
using test::Outcome;
using test::Program;

/// The main job on a database that is reached through ODBC, and the statement timeout of every way in.
class OdbcCommandsTest : public test::TestCase
{
    Q_OBJECT
    static void prepare(Program &program)
    {
        program.set(QStringLiteral("ODBCSYSINI"), test::OdbcDatabase::folder());
        program.set(QStringLiteral("ODBCINI"), test::OdbcDatabase::folder() + QStringLiteral("/odbc.ini"));
    }

private Q_SLOTS:
    void inspectQueryAndDump_data() { test::Engines::addRows(); }
    void inspectQueryAndDump()
    {
        QFETCH(QString, engine);
        REQUIRE_ODBC(engine);
        const test::OdbcDatabase database(engine);
        VERIFY_OK(database.direct().run({QStringLiteral("CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL)"),
                                         QStringLiteral("CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, author_id INTEGER NOT NULL, "
                                                        "price NUMERIC(8,2), FOREIGN KEY (author_id) REFERENCES author (id))"),
                                         QStringLiteral("CREATE VIEW cheap AS SELECT id FROM book WHERE price < 10"),
                                         QStringLiteral("INSERT INTO author VALUES (1, 'Zoë'), (2, 'O''Hara')"),
                                         QStringLiteral("INSERT INTO book VALUES (1, 1, 7.50), (2, 2, NULL)")}));
        Program program;
        prepare(program);
        const QString url = database.connectionString();

        const Outcome seen = program.run({QStringLiteral("inspect"), url});
        COMPARE_CODE(seen, 0);
        QVERIFY2(seen.out.contains("author"), seen.all().constData());
        QVERIFY2(seen.out.contains("foreign key") && seen.out.contains("(author_id)"), seen.all().constData());
        QVERIFY2(seen.out.contains("primary key"), seen.all().constData());
        QVERIFY2(seen.out.contains("cheap"), seen.all().constData());
        QVERIFY2(seen.err.contains("IN401") && seen.err.contains("IN405"), seen.all().constData());

        const Outcome script = program.run({QStringLiteral("inspect"), url, QStringLiteral("--format"), QStringLiteral("sql")});
        COMPARE_CODE(script, 0);
        QVERIFY2(script.out.contains("CREATE TABLE") && !script.out.contains("CREATE VIEW"), script.all().constData());

        const Outcome rows = program.run({QStringLiteral("--url"), url, QStringLiteral("query"),
                                          QStringLiteral("SELECT a.name, b.price FROM author a JOIN book b ON b.author_id = a.id WHERE a.id >= :id ORDER BY a.id"),
                                          QStringLiteral("-p"), QStringLiteral("id:=1"), QStringLiteral("--format"), QStringLiteral("csv")});
        COMPARE_CODE(rows, 0);
        QVERIFY2(rows.out == "name,price\nZoë,7.50\nO'Hara,\n" || (engine == u"sqlite" && rows.out == "name,price\nZoë,7.5\nO'Hara,\n"),
                 rows.all().constData());

        const Outcome dumped = program.run({QStringLiteral("--url"), url, QStringLiteral("dump"), QStringLiteral("author"), QStringLiteral("-")});
        COMPARE_CODE(dumped, 0);
        QCOMPARE(dumped.out, QByteArray("id,name\n1,Zoë\n2,O'Hara\n"));

        const Outcome wrong = program.run({QStringLiteral("--json"), QStringLiteral("--url"), url, QStringLiteral("query"), QStringLiteral("SELECT nix FROM author")});
        COMPARE_CODE(wrong, 3);
        QVERIFY2(wrong.error().value(QStringLiteral("message")).toString().contains(QStringLiteral("nix")), wrong.all().constData());
        QVERIFY2(!wrong.err.contains("PWD") && !wrong.err.contains(":joinery@"), wrong.all().constData());
    }

    void theTimeoutStopsAStatement_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<bool>("odbc");
        for (const QString &engine : test::Engines::all()) {
            QTest::newRow(qPrintable(engine)) << engine << false;
            QTest::newRow(qPrintable(QStringLiteral("odbc ") + engine)) << engine << true;
        }
    }
    void theTimeoutStopsAStatement()
    {
        QFETCH(QString, engine);
        QFETCH(bool, odbc);
        REQUIRE_ODBC(engine);
        const test::OdbcDatabase database(engine);
        Program program;
        prepare(program);
        const QString endless = test::endlessQuery(engine);
        const QString url = odbc ? database.connectionString() : database.direct().url().toStringWithPassword();
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = program.run({QStringLiteral("--json"), QStringLiteral("--url"), url, QStringLiteral("query"), QStringLiteral("--timeout"),
                                             QStringLiteral("0.5"), endless});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.error().value(QStringLiteral("kind")).toString(), QStringLiteral("timeout"));
        QVERIFY2(outcome.error().value(QStringLiteral("message")).toString().contains(QStringLiteral("0.5 seconds")), outcome.all().constData());
        QVERIFY(timer.elapsed() < 8000);
    }

    void theTimeoutIsANumber()
    {
        const Outcome outcome = Program().run({QStringLiteral("--url"), QStringLiteral("sqlite://"), QStringLiteral("query"), QStringLiteral("--timeout"),
                                               QStringLiteral("soon"), QStringLiteral("SELECT 1")});
        COMPARE_CODE(outcome, 2);
        QVERIFY2(outcome.err.contains("number of seconds"), outcome.err.constData());
    }

    void attachedDatabasesAreInspectedAndDumped()
    {
        Program program;
        const QString first = program.database(QStringLiteral("first.db"), {QStringLiteral("CREATE TABLE a (id INTEGER PRIMARY KEY)")});
        const QString second = program.database(QStringLiteral("second.db"), {QStringLiteral("CREATE TABLE b (id INTEGER PRIMARY KEY)"),
                                                                              QStringLiteral("INSERT INTO b VALUES (7)")});
        const QString url = QStringLiteral("sqlite:///%1?attach=old:%2").arg(first, second);
        const Outcome seen = program.run({QStringLiteral("inspect"), url});
        COMPARE_CODE(seen, 0);
        QVERIFY2(seen.out.contains("old.b"), seen.all().constData());
        QVERIFY2(seen.err.contains("journal: delete") && seen.err.contains("attached: old"), seen.all().constData());
        const Outcome dumped = program.run({QStringLiteral("--url"), url, QStringLiteral("dump"), QStringLiteral("old.b"), QStringLiteral("-")});
        COMPARE_CODE(dumped, 0);
        QCOMPARE(dumped.out, QByteArray("id\n7\n"));
    }
};

JOINERY_TEST(OdbcCommandsTest)
#include "tst_odbc_commands.moc"
