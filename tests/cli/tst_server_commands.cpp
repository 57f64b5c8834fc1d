// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <csignal>

using namespace joinery;
using test::Outcome;
using test::Program;

/// What only a server can do or refuse.
class ServerCommandsTest : public test::TestCase
{
    Q_OBJECT

    static void servers() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }

    static driver::Url serverUrl(const QString &engine)
    {
        return driver::Url::parse(test::Engines::serverUrl(engine)).value_or(driver::Url());
    }

    static Outcome query(const Program &program, const driver::Url &url, const QString &sql, const QStringList &more = {})
    {
        return program.run(QStringList{QStringLiteral("--url"), url.toStringWithPassword(), QStringLiteral("query"), sql,
                                       QStringLiteral("--format"), QStringLiteral("csv")} + more);
    }

    static int scratchDatabases(const driver::Url &url)
    {
        const auto connection = joinery::connect(url);
        const auto rows = connection ? (*connection)->fetch(url.dialect == QLatin1String("postgresql")
                                               ? QStringLiteral("SELECT datname FROM pg_database WHERE datname LIKE 'joinery!_scratch!_%' ESCAPE '!'")
                                               : QStringLiteral("SHOW DATABASES LIKE 'joinery\\_scratch\\_%'"))
                                     : Result<driver::RowBlock>(fail(connection.error()));
        return rows ? int(rows->rowCount()) : -1;
    }

private Q_SLOTS:
    void aScriptIsRunOnAScratchDatabase_data() { servers(); }
    void aScriptIsRunOnAScratchDatabase()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Program program;
        const driver::Url url = serverUrl(engine);
        const QString sql = QStringLiteral("--format"), via = QStringLiteral("--via");
        program.write(QStringLiteral("good.sql"), "CREATE TABLE a (id int PRIMARY KEY, n varchar(7) DEFAULT 'x');\nINSERT INTO a (id) VALUES (1);\nCREATE VIEW v AS SELECT n FROM a;\n");
        const Outcome good = program.run({QStringLiteral("inspect"), QStringLiteral("good.sql"), via, url.toStringWithPassword(), sql, QStringLiteral("sql")});
        COMPARE_CODE(good, 0);
        QVERIFY2(good.out.contains("CREATE TABLE") && good.out.contains("VIEW"), good.all().constData());
        QVERIFY2(good.err.contains("IN213") && !good.out.contains("joinery_scratch"), good.all().constData());
        QCOMPARE(scratchDatabases(url), 0);
        // It is gone after a mistake too, which is told with its line.
        program.write(QStringLiteral("bad.sql"), "CREATE TABLE a (id int);\nCREATE TABEL b (id int);\n");
        const Outcome bad = program.run({QStringLiteral("inspect"), QStringLiteral("bad.sql"), via, url.toStringWithPassword()});
        COMPARE_CODE(bad, 3);
        QVERIFY2(bad.err.contains("Line 2") && bad.err.contains("TABEL"), bad.all().constData());
        QCOMPARE(scratchDatabases(url), 0);
        // And after a cancellation in the middle of a statement.
        const bool postgresql = engine == QLatin1String("postgresql");
        program.write(QStringLiteral("long.sql"), postgresql ? "CREATE TABLE a (id int);\nSELECT pg_sleep(60);\n" : "CREATE TABLE a (id int);\nSELECT sleep(60);\n");
        const auto process = program.start({QStringLiteral("inspect"), QStringLiteral("long.sql"), via, url.toStringWithPassword()});
        QTRY_COMPARE_WITH_TIMEOUT(scratchDatabases(url), 1, 20000);
        QTest::qWait(300);
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(20000));
        QCOMPARE(process->exitCode(), 130);
        QCOMPARE(scratchDatabases(url), 0);
    }

    void valuesAreExact_data() { servers(); }
    void valuesAreExact()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Outcome outcome = query(Program(), serverUrl(engine),
                                      QStringLiteral("SELECT CAST(12345678901234567890.1234567890 AS decimal(30,10)) AS d, "
                                                     "CAST('2024-02-29 12:34:56.123456' AS %1(6)) AS t, :p AS p, 9007199254740993 AS i")
                                          .arg(engine == QLatin1String("mysql") ? QStringLiteral("datetime") : QStringLiteral("timestamp")),
                                      {QStringLiteral("-p"), QStringLiteral("p=it's ä")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray("d,t,p,i\n12345678901234567890.1234567890,2024-02-29 12:34:56.123456,it's ä,9007199254740993\n"));
    }

    void wrongPassword_data() { servers(); }
    void wrongPassword()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        driver::Url url = serverUrl(engine);
        url.password = QStringLiteral("very-wrong");
        const Outcome outcome = query(Program(), url, QStringLiteral("SELECT 1"), {QStringLiteral("--json")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.error().value(QStringLiteral("kind")).toString(), QStringLiteral("authentication"));
        QVERIFY2(!outcome.err.contains("very-wrong"), outcome.err.constData());
    }

    void noSuchDatabase_data() { servers(); }
    void noSuchDatabase()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        driver::Url url = serverUrl(engine);
        url.database = QStringLiteral("nix");
        const Outcome outcome = query(Program(), url, QStringLiteral("SELECT 1"), {QStringLiteral("--json")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(outcome.error().value(QStringLiteral("kind")).toString(), QStringLiteral("no-database"));
    }

    void thePasswordComesFromTheEnvironment_data() { servers(); }
    void thePasswordComesFromTheEnvironment()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        driver::Url url = serverUrl(engine);
        Program program;
        program.set(QStringLiteral("JOINERY_PASSWORD"), url.password);
        url.hasPassword = false;
        url.password.clear();
        COMPARE_CODE(query(program, url, QStringLiteral("SELECT 1")), 0);
    }

    void interruptStopsTheServersWork_data() { servers(); }
    void interruptStopsTheServersWork()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const driver::Url url = serverUrl(engine);
        Program program;
        const QString marked = (engine == QLatin1String("mysql") ? QStringLiteral("SELECT SLEEP(30) AS joinery_cli_%1")
                                                                 : QStringLiteral("SELECT pg_sleep(30) AS joinery_cli_%1"))
                                   .arg(QCoreApplication::applicationPid());
        const auto process = program.start({QStringLiteral("--url"), url.toStringWithPassword(), QStringLiteral("query"), marked});
        QVERIFY(!process->waitForFinished(1'500));
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(5'000));
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(process->exitCode(), 130);
        const QString running = engine == QLatin1String("mysql")
                                    ? QStringLiteral("SELECT count(*) AS n FROM information_schema.processlist WHERE info = '%1'")
                                    : QStringLiteral("SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query = '%1'");
        QCOMPARE(query(program, url, running.arg(marked)).out, QByteArray("n\n0\n"));
    }

    void theSqlOfADatabaseMakesItAgain_data() { servers(); }
    void theSqlOfADatabaseMakesItAgain()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase first(engine);
        const test::ScratchDatabase second(engine);
        VERIFY_OK(first.run({QStringLiteral("CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL DEFAULT 'it''s')"),
                             QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL, price DECIMAL(8,2), "
                                            "CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE, "
                                            "CONSTRAINT ck_price CHECK (price >= 0))"),
                             QStringLiteral("CREATE INDEX ix_price ON book (price)")}));
        Program program;
        const Outcome sql = program.run({QStringLiteral("inspect"), first.url().toStringWithPassword(), QStringLiteral("--format"), QStringLiteral("sql")});
        COMPARE_CODE(sql, 0);
        const Outcome made = program.run({QStringLiteral("--url"), second.url().toStringWithPassword(), QStringLiteral("query"), QStringLiteral("-")}, sql.out);
        COMPARE_CODE(made, 0);
        const Outcome same = program.run({QStringLiteral("diff"), first.url().toStringWithPassword(), second.url().toStringWithPassword(),
                                          QStringLiteral("--exit-code")});
        COMPARE_CODE(same, 0);
    }
};

JOINERY_TEST(ServerCommandsTest)
#include "tst_server_commands.moc"
