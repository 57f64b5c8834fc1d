// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

#include <csignal>

using namespace joinery;
using test::Outcome;
using test::Program;

namespace {

const QString kTable = QStringLiteral("CREATE TABLE book (id integer PRIMARY KEY, title varchar(20) NOT NULL, price numeric(8,2), "
                                      "stars integer CHECK (stars < 6))");

} // namespace

class LoadCommandTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<Program> m_program;
    std::unique_ptr<test::ScratchDatabase> m_database;

    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return m_program->run(QStringList{QStringLiteral("--url"), m_database->url().toStringWithPassword()} + arguments, input);
    }
    Outcome load(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringList{QStringLiteral("load")} + arguments, input);
    }
    QByteArray rows(const QString &sql) const
    {
        const Outcome outcome = run({QStringLiteral("query"), sql, QStringLiteral("--format"), QStringLiteral("csv")});
        return outcome.code == 0 ? outcome.out.mid(outcome.out.indexOf('\n') + 1) : outcome.all();
    }
    QByteArray books() const { return rows(QStringLiteral("SELECT * FROM book ORDER BY id")); }

    Status prepare(const QString &engine, const QStringList &statements = {kTable})
    {
        m_program = std::make_unique<Program>();
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        return m_database->run(statements);
    }

private Q_SLOTS:
    void aFileGoesIntoATable_data() { test::Engines::addRows(); }
    void aFileGoesIntoATable()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine));
        m_program->write(QStringLiteral("a.csv"), "\xef\xbb\xbfid;Title;price\r\n1;\"it's; a \"\"b\"\"\r\n\\c\t\";12.30\r\n2;M\xc3\xbcller;\r\n");
        const Outcome outcome = load({QStringLiteral("book"), QStringLiteral("a.csv")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.err, QByteArray("2 rows loaded.\n"));
        const QByteArray price = engine == QLatin1String("sqlite") ? "12.3" : "12.30";
        QCOMPARE(books(), "1,\"it's; a \"\"b\"\"\r\n\\c\t\"," + price + ",\n2,M\xc3\xbcller,,\n");

        const Outcome json = load({QStringLiteral("book"), QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("json"),
                                   QStringLiteral("--map"), QStringLiteral("nr=id"), QStringLiteral("--map"), QStringLiteral("x=")},
                                  "[{\"nr\": 3, \"title\": \"three\", \"x\": 1}, {\"nr\": 4, \"title\": \"\", \"stars\": 5}]");
        COMPARE_CODE(json, 0);
        QCOMPARE(rows(QStringLiteral("SELECT * FROM book WHERE id > 2 ORDER BY id")), QByteArray("3,three,,\n4,\"\",,5\n"));
    }

    void anErrorLeavesNothing_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QByteArray>("says");
        for (const QString &engine : test::Engines::all()) {
            const auto name = engine.toLatin1();
            QTest::addRow("%s duplicate", name.constData()) << engine << QByteArray("7,again,1,1") << QByteArray();
            QTest::addRow("%s null", name.constData()) << engine << QByteArray("5001,,1,1") << QByteArray("title");
            QTest::addRow("%s check", name.constData()) << engine << QByteArray("5001,x,1,9") << QByteArray();
            QTest::addRow("%s fields", name.constData()) << engine << QByteArray("5001,x") << QByteArray("2 fields instead of 4");
            if (engine != QLatin1String("sqlite")) {
                QTest::addRow("%s number", name.constData()) << engine << QByteArray("5001,x,cheap,1") << QByteArray("cheap");
                QTest::addRow("%s too long", name.constData()) << engine << QByteArray("5001,this title is too long,1,1") << QByteArray();
            }
        }
    }
    void anErrorLeavesNothing()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, bad);
        QFETCH(QByteArray, says);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine));
        QByteArray file = "id,title,price,stars\n";
        for (int i = 1; i <= 5000; ++i)
            file += QByteArray::number(i) + ",\"two\nlines\",1.5,3\n";
        m_program->write(QStringLiteral("a.csv"), file + bad + "\n" + "6000,last,1,1\n");
        const Outcome outcome = load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--json")});
        COMPARE_CODE(outcome, 3);
        const QJsonObject error = outcome.error();
        const QString message = error.value(QStringLiteral("message")).toString();
        // MySQL tells of a duplicate and of a check what it is and not which row.
        if (engine != QLatin1String("mysql"))
            QVERIFY2(message.startsWith(QStringLiteral("a.csv: line 10002: ")), qPrintable(message));
        QVERIFY2(message.toUtf8().contains(says), qPrintable(message));
        QCOMPARE(error.value(QStringLiteral("damage")).toString(), QStringLiteral("none"));
        QCOMPARE(books(), QByteArray());
    }

    void badRowsGoIntoAReport_data() { test::Engines::addRows(); }
    void badRowsGoIntoAReport()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine, {kTable, QStringLiteral("CREATE TABLE sale (nr integer, book integer REFERENCES book (id))"),
                                   QStringLiteral("INSERT INTO book (id, title) VALUES (7, 'seven')")}));
        QByteArray file = "id,title,price,stars\n";
        for (int i = 1; i <= 3000; ++i)
            file += QByteArray::number(i == 2000 ? 1 : i) + ",t," + (i == 100 ? "x,y,z" : "1.5") + "," + (i % 1000 == 3 ? "9" : "3") + "\n";
        m_program->write(QStringLiteral("a.csv"), file);
        const Outcome outcome = load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--on-error"), QStringLiteral("report"),
                                      QStringLiteral("bad.csv")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.err, QByteArray("2994 rows loaded.\n6 rows left out; see bad.csv.\n"));
        QCOMPARE(rows(QStringLiteral("SELECT count(*), min(title), max(title) FROM book")), QByteArray("2995,seven,t\n"));
        const QByteArrayList report = m_program->read(QStringLiteral("bad.csv")).split('\n');
        QCOMPARE(report.size(), 8);
        QCOMPARE(report.at(0), QByteArray("line,error,record"));
        QList<int> lines;
        for (int i = 1; i <= 6; ++i)
            lines << report.at(i).left(report.at(i).indexOf(',')).toInt();
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, QList<int>({4, 8, 101, 1004, 2001, 2004}));
        QVERIFY(m_program->read(QStringLiteral("bad.csv")).contains("\"1,t,1.5,3\""));

        // A foreign key is checked behind the statement: nobody tells the row.
        if (engine == QLatin1String("mysql"))
            return; // InnoDB reads REFERENCES of a column and forgets it
        QByteArray sales = "nr,book\n";
        for (int i = 1; i <= 500; ++i)
            sales += QByteArray::number(i) + "," + (i % 250 == 0 ? "99999" : "5") + "\n";
        m_program->write(QStringLiteral("s.csv"), sales);
        const Outcome skipped = load({QStringLiteral("sale"), QStringLiteral("s.csv"), QStringLiteral("--on-error"), QStringLiteral("skip")});
        COMPARE_CODE(skipped, 0);
        QCOMPARE(skipped.err, QByteArray("498 rows loaded.\n2 rows left out.\n"));
    }

    void rowsThatAreThere_data() { test::Engines::addRows(); }
    void rowsThatAreThere()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine, {kTable, QStringLiteral("CREATE UNIQUE INDEX title_once ON book (title)"),
                                   QStringLiteral("INSERT INTO book (id, title, price, stars) VALUES (1, 'one', 1.5, 1), (2, 'two', 2.5, 2)")}));
        const auto conflict = [&](const QByteArray &file, const char *choice, const QStringList &further = {}) {
            m_program->write(QStringLiteral("a.csv"), file);
            return load(QStringList{QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--on-conflict"), QLatin1String(choice)} + further);
        };
        const QString report = QStringLiteral("SELECT id, title, stars FROM book ORDER BY id");
        // What comes later counts, also within the file; columns that the file has not stay.
        const QByteArray file = "id,title\n2,zwei\n3,three\n3,drei\n";
        COMPARE_CODE(conflict(file, "stop"), 3);
        const Outcome skipped = conflict(file, "skip");
        COMPARE_CODE(skipped, 0);
        QCOMPARE(skipped.err, QByteArray("1 rows loaded.\n2 rows were there already and stay as they are.\n"));
        QCOMPARE(rows(report), QByteArray("1,one,1\n2,two,2\n3,three,\n"));
        const Outcome updated = conflict("id,title\n2,zwei\n4,four\n4,vier\n", "update", {QStringLiteral("--json")});
        COMPARE_CODE(updated, 0);
        QCOMPARE(updated.json().value(QStringLiteral("rows")).toInt(), 1);
        QCOMPARE(updated.json().value(QStringLiteral("updated")).toInt(), 2);
        QCOMPARE(rows(report), QByteArray("1,one,1\n2,zwei,2\n3,three,\n4,vier,\n"));
        // A row that is as the file says is found all the same.
        QCOMPARE(conflict("id,title\n2,zwei\n", "update").err, QByteArray("0 rows loaded.\n1 rows updated.\n"));

        // Another key than the one that is asked for is an error, and its line is named.
        const Outcome other = conflict("id,title\n5,five\n6,one\n", "update", {QStringLiteral("--json")});
        COMPARE_CODE(other, 3);
        QVERIFY2(other.error().value(QStringLiteral("message")).toString().startsWith(QStringLiteral("a.csv: line 3: ")), other.err.constData());
        QCOMPARE(other.error().value(QStringLiteral("kind")).toString(), QStringLiteral("unique"));
        const Outcome left = conflict("id,title\n5,five\n6,one\n7,seven\n", "skip", {QStringLiteral("--on-error"), QStringLiteral("skip")});
        COMPARE_CODE(left, 0);
        QCOMPARE(left.err, QByteArray("2 rows loaded.\n1 rows left out.\n"));

        // By another key, and by none.
        const Outcome byTitle = conflict("title,stars\nseven,5\n", "update");
        COMPARE_CODE(byTitle, 0);
        QCOMPARE(rows(QStringLiteral("SELECT id, stars FROM book WHERE title = 'seven'")), QByteArray("7,5\n"));
        COMPARE_CODE(conflict("id,title,stars\n70,seven,4\n", "update", {QStringLiteral("--key"), QStringLiteral("title")}), 0);
        QCOMPARE(rows(QStringLiteral("SELECT id, stars FROM book WHERE title = 'seven'")), QByteArray("70,4\n"));
        const Outcome none = conflict("stars,price\n1,1\n", "update");
        COMPARE_CODE(none, 3);
        QVERIFY2(none.err.contains("hold no key of the table book. It has: (id), (title)."), none.err.constData());
        COMPARE_CODE(conflict("id,title\n1,x\n", "skip", {QStringLiteral("--key"), QStringLiteral("stars")}), 3);
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--key"), QStringLiteral("id")}), 2);
    }

    void germanNumbers_data() { test::Engines::addRows(); }
    void germanNumbers()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine));
        m_program->write(QStringLiteral("a.csv"), "id;title;price\r\n1;1,5;\"1.234,50\"\r\n2;b;-0,25\r\n");
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("a.csv")}), 0);
        QCOMPARE(rows(QStringLiteral("SELECT id, title, price * 4 FROM book ORDER BY id")).replace(".00", ""), QByteArray("1,\"1,5\",4938\n2,b,-1\n"));
        COMPARE_CODE(load({QStringLiteral("made"), QStringLiteral("a.csv"), QStringLiteral("--create")}), 0);
        QCOMPARE(rows(QStringLiteral("SELECT count(*) FROM made WHERE price > 1000 AND price < 2000")), QByteArray("1\n"));
        // Said otherwise, the text goes as it is, and the engine says no.
        VERIFY_OK(m_database->run({QStringLiteral("DELETE FROM book")}));
        if (engine != QLatin1String("sqlite"))
            COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--decimal"), QStringLiteral("point")}), 3);
        m_program->write(QStringLiteral("q.csv"), "id,title\n1,'a, b'\n2,'it''s'\n");
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("q.csv"), QStringLiteral("--quote"), QStringLiteral("'")}), 0);
        QCOMPARE(rows(QStringLiteral("SELECT id, title FROM book ORDER BY id")), QByteArray("1,\"a, b\"\n2,it's\n"));
    }

    void aTableIsMade_data() { test::Engines::addRows(); }
    void aTableIsMade()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine, {}));
        const QByteArray file = "plz,price,day,moment,ok,n,blank,id\n"
                                "01234,1.50,2024-02-29,2024-02-29T10:00:00Z,true,3000000000,,0b2ef5ee-4f9a-4a0c-9b8f-0a1c2d3e4f50\n"
                                "99999,12345678901234567890.25,2024-03-01,2024-02-29 10:00:00+01:00,false,1,,0b2ef5ee-4f9a-4a0c-9b8f-0a1c2d3e4f51\n";
        m_program->write(QStringLiteral("a.csv"), file);
        const Outcome outcome = load({QStringLiteral("made"), QStringLiteral("a.csv"), QStringLiteral("--create"), QStringLiteral("--json")});
        COMPARE_CODE(outcome, 0);
        const QJsonObject created = outcome.json().value(QStringLiteral("created")).toObject();
        QCOMPARE(created.value(QStringLiteral("plz")).toString(), QStringLiteral("Text"));
        QCOMPARE(created.value(QStringLiteral("day")).toString(), QStringLiteral("Date"));
        QCOMPARE(created.value(QStringLiteral("ok")).toString(), QStringLiteral("Boolean"));
        QVERIFY2(outcome.err.contains("the whole file"), outcome.err.constData());
        QCOMPARE(rows(QStringLiteral("SELECT plz, day, n, blank, id FROM made ORDER BY plz")),
                 QByteArray("01234,2024-02-29,3000000000,,0b2ef5ee-4f9a-4a0c-9b8f-0a1c2d3e4f50\n"
                            "99999,2024-03-01,1,,0b2ef5ee-4f9a-4a0c-9b8f-0a1c2d3e4f51\n"));
        QVERIFY(rows(QStringLiteral("SELECT price FROM made WHERE n = 1")).contains("12345678901234567890.25"));

        // Again: the table is there, and stays as it is.
        COMPARE_CODE(load({QStringLiteral("made"), QStringLiteral("a.csv"), QStringLiteral("--create")}), 3);
        QCOMPARE(rows(QStringLiteral("SELECT count(*) FROM made")), QByteArray("2\n"));
        // A failure takes the table along.
        m_program->write(QStringLiteral("b.csv"), file + "1\n");
        COMPARE_CODE(load({QStringLiteral("other"), QStringLiteral("b.csv"), QStringLiteral("--create")}), 3);
        COMPARE_CODE(run({QStringLiteral("query"), QStringLiteral("SELECT * FROM other")}), 3);
    }

    void whatIsDumpedCanBeLoaded_data() { test::Engines::addRows(); }
    void whatIsDumpedCanBeLoaded()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const QString bytes = engine == QLatin1String("postgresql") ? QStringLiteral("bytea") : QStringLiteral("blob");
        const QString table = QStringLiteral("(id integer, ok boolean, data %1, t text, f double precision, d date)").arg(bytes);
        VERIFY_OK(prepare(engine, {QStringLiteral("CREATE TABLE a ") + table, QStringLiteral("CREATE TABLE b ") + table,
                                   QStringLiteral("INSERT INTO a VALUES (1, true, NULL, 'x,\"\n\\N', 0.1, '2024-02-29'), "
                                                  "(2, false, NULL, '', -1e300, NULL), (3, NULL, NULL, NULL, NULL, NULL)"),
                                   engine == QLatin1String("postgresql") ? QStringLiteral("UPDATE a SET data = '\\x00ff27' WHERE id = 1")
                                                                         : QStringLiteral("UPDATE a SET data = X'00ff27' WHERE id = 1")}));
        const QByteArray all = rows(QStringLiteral("SELECT * FROM a ORDER BY id"));
        for (const QString &name : {QStringLiteral("a.csv"), QStringLiteral("a.json"), QStringLiteral("a.ndjson"), QStringLiteral("a.tsv")}) {
            COMPARE_CODE(run({QStringLiteral("dump"), QStringLiteral("a"), name}), 0);
            COMPARE_CODE(load({QStringLiteral("b"), name}), 0);
            QCOMPARE(rows(QStringLiteral("SELECT * FROM b ORDER BY id")), all);
            COMPARE_CODE(run({QStringLiteral("query"), QStringLiteral("DELETE FROM b")}), 0);
        }
        COMPARE_CODE(run({QStringLiteral("dump"), QStringLiteral("a"), QStringLiteral("a.sql"), QStringLiteral("--into"), QStringLiteral("b")}), 0);
        COMPARE_CODE(run({QStringLiteral("query"), QStringLiteral("-f"), QStringLiteral("a.sql")}), 0);
        QCOMPARE(rows(QStringLiteral("SELECT * FROM b ORDER BY id")), all);
    }

    void cancelLeavesNothing_data() { test::Engines::addRows(); }
    void cancelLeavesNothing()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(prepare(engine));
        QByteArray file = "id,title,price,stars\n";
        for (int i = 1; i <= 400'000; ++i)
            file += QByteArray::number(i) + ",a title of some,1.5,3\n";
        m_program->write(QStringLiteral("a.csv"), file);
        const auto process = m_program->start({QStringLiteral("--url"), m_database->url().toStringWithPassword(), QStringLiteral("load"),
                                               QStringLiteral("book"), QStringLiteral("a.csv")});
        QVERIFY(!process->waitForFinished(250));
        QElapsedTimer sinceInterrupt;
        sinceInterrupt.start();
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(10'000));
        QVERIFY2(sinceInterrupt.elapsed() < 3'000, qPrintable(QString::number(sinceInterrupt.elapsed()))); // the server rolls back
        const QByteArray said = process->readAllStandardError();
        QVERIFY2(process->exitCode() == 130, said.constData());
        QVERIFY2(said.contains("Nothing was loaded."), said.constData());
        QCOMPARE(books(), QByteArray());
    }

    void aFullDiskLeavesNothing()
    {
        VERIFY_OK(prepare(QStringLiteral("sqlite")));
        QByteArray file = "id,title,price,stars\n";
        for (int i = 1; i <= 50'000; ++i)
            file += QByteArray::number(i) + ",a title of some,1.5,3\n";
        m_program->write(QStringLiteral("a.csv"), file);
        // The limit holds for a file and its size at once: SQLite says what it says on a full disk.
        const QString limited = QStringLiteral("ulimit -f 400; trap '' XFSZ; exec \"$0\" --url \"$1\" load book a.csv --json");
        for (const char *mode : {"stop", "skip"}) {
            QProcess process;
            process.setWorkingDirectory(m_program->path(QString()));
            process.start(QStringLiteral("bash"), {QStringLiteral("-c"), limited + QStringLiteral(" --on-error ") + QLatin1String(mode),
                                                   QStringLiteral(JOINERY_CLI), m_database->url().toStringWithPassword()});
            QVERIFY(process.waitForFinished(30'000));
            const QByteArray said = process.readAllStandardError();
            QVERIFY2(process.exitCode() == 3, said.constData());
            QVERIFY2(said.contains("\"kind\": \"io\""), said.constData());
            QVERIFY2(said.contains("Nothing was loaded."), said.constData());
            QCOMPARE(books(), QByteArray());
        }
    }

    void aFullDiskOfAServerLeavesNothing_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("postgresql") << QStringLiteral("postgresql");
        QTest::newRow("mysql") << QStringLiteral("mysql");
    }
    void aFullDiskOfAServerLeavesNothing()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const bool postgresql = engine == u"postgresql";
        VERIFY_OK(prepare(engine, {}));
        QTemporaryDir disk(QDir::tempPath() + QStringLiteral("/joinery-disk-XXXXXX"));
        const auto sh = [](const QString &command) { return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), command}); };
        if (sh(QStringLiteral("mount -t tmpfs -o size=4m,mode=700,uid=$(id -u %1) none %2 2>/dev/null").arg(postgresql ? QStringLiteral("postgres") : QStringLiteral("mysql"), disk.path())) != 0)
            QSKIP("only root can make a small disk");
        QByteArray file = "id,t\n";
        for (int i = 0; i < 100'000; ++i)
            file += QByteArray::number(i) + ",some text of a row that takes room\n";
        m_program->write(QStringLiteral("a.csv"), file);
        QStringList statements{QStringLiteral("CREATE TABLESPACE small LOCATION '%1'").arg(disk.path()),
                               QStringLiteral("CREATE TABLE b (id integer, t text) TABLESPACE small")};
        if (!postgresql)
            statements = {QStringLiteral("CREATE TABLE b (id integer, t text) DATA DIRECTORY = '%1'").arg(disk.path())};
        const Status made = m_database->run(statements);
        QList<Outcome> outcomes;
        QByteArray left;
        for (const char *mode : {"stop", "skip"}) {
            outcomes << load({QStringLiteral("b"), QStringLiteral("a.csv"), QStringLiteral("--json"), QStringLiteral("--on-error"), QLatin1String(mode)});
            left += rows(QStringLiteral("SELECT count(*) FROM b"));
        }
        (void)m_database->run({QStringLiteral("DROP TABLE b")});
        if (postgresql)
            (void)m_database->run({QStringLiteral("DROP TABLESPACE small")});
        sh(QStringLiteral("umount %1").arg(disk.path()));
        VERIFY_OK(made);
        QCOMPARE(left, QByteArray("0\n0\n"));
        for (const Outcome &outcome : outcomes) {
            COMPARE_CODE(outcome, 3);
            QCOMPARE(outcome.error().value(QStringLiteral("kind")).toString(), QStringLiteral("io"));
            QVERIFY2(outcome.err.contains(postgresql ? "No space left on device" : "The table 'b' is full") && outcome.err.contains("Nothing was loaded."), outcome.err.constData());
        }
    }

    void usage()
    {
        VERIFY_OK(prepare(QStringLiteral("sqlite")));
        m_program->write(QStringLiteral("a.csv"), "id,nix\n1,2\n");
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--on-error"), QStringLiteral("explode")}), 2);
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--map"), QStringLiteral("x")}), 2);
        COMPARE_CODE(load({QStringLiteral("book"), QStringLiteral("missing.csv")}), 3);
        const Outcome unknown = load({QStringLiteral("book"), QStringLiteral("a.csv")});
        COMPARE_CODE(unknown, 3);
        QVERIFY2(unknown.err.contains("no column \"nix\"") && unknown.err.contains("id, title, price, stars"), unknown.err.constData());
        const Outcome noTable = load({QStringLiteral("nobook"), QStringLiteral("a.csv")});
        COMPARE_CODE(noTable, 3);
        QVERIFY2(noTable.err.contains("no such table: nobook"), noTable.err.constData());
        const Outcome readOnly = m_program->run({QStringLiteral("--url"), m_database->url().toStringWithPassword() + QStringLiteral("?mode=ro"),
                                                 QStringLiteral("load"), QStringLiteral("book"), QStringLiteral("a.csv"), QStringLiteral("--map"), QStringLiteral("nix=title")});
        COMPARE_CODE(readOnly, 4);
    }
};

JOINERY_TEST(LoadCommandTest)
#include "tst_load_command.moc"
