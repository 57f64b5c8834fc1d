// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/builtin.h"
#include "support/test_case.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>

#include <csignal>
#include <unistd.h>

using namespace joinery;
using test::Outcome;
using test::Program;

/// A clear sentence with the engine's own words, exit code 3, nothing written.
class BadInputTest : public test::TestCase
{
    Q_OBJECT

    static QString shop(const Program &program)
    {
        return program.database(QStringLiteral("shop.db"), {QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, t TEXT)"),
                                                            QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c "
                                                                           "LIMIT 5000) INSERT INTO book SELECT x, hex(randomblob(40)) FROM c")});
    }

    static Outcome query(const Program &program, const QString &url, const QString &sql = QStringLiteral("SELECT * FROM book"))
    {
        return program.run({QStringLiteral("--json"), QStringLiteral("--url"), url, QStringLiteral("query"), sql});
    }

    static QString kind(const Outcome &outcome) { return outcome.error().value(QStringLiteral("kind")).toString(); }

private Q_SLOTS:
    void noDatabase()
    {
        Program program;
        program.write(QStringLiteral("text.db"), QByteArray("This is a letter, and no database at all. ").repeated(100));
        const Outcome outcome = query(program, QStringLiteral("sqlite:///text.db"));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("not-a-database"));
        QVERIFY2(outcome.err.contains("file is not a database"), outcome.err.constData());
        QVERIFY(program.read(QStringLiteral("text.db")).startsWith("This is a letter"));
        COMPARE_CODE(program.run({QStringLiteral("inspect"), QStringLiteral("text.db")}), 3);
    }

    void missing()
    {
        Program program;
        const Outcome outcome = query(program, QStringLiteral("sqlite:///nix.db"));
        COMPARE_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("nix.db"), outcome.err.constData());
        QVERIFY(!QFile::exists(program.path(QStringLiteral("nix.db"))));
        const Outcome inspect = program.run({QStringLiteral("inspect"), QStringLiteral("nix.db")});
        COMPARE_CODE(inspect, 3);
        QVERIFY2(inspect.err.contains("nix.db"), inspect.err.constData());
    }

    void corrupt()
    {
        Program program;
        QVERIFY(!shop(program).isEmpty());
        QByteArray bytes = program.read(QStringLiteral("shop.db"));
        for (qsizetype page = 2; page * 4096 < bytes.size(); ++page)
            bytes.replace(page * 4096, 200, QByteArray(200, '\xa5'));
        program.write(QStringLiteral("shop.db"), bytes);
        const Outcome outcome = query(program, QStringLiteral("sqlite:///shop.db"));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("corrupt"));
        QVERIFY2(outcome.err.contains("malformed"), outcome.err.constData());
        QCOMPARE(program.read(QStringLiteral("shop.db")), bytes);
    }

    void locked()
    {
        Program program;
        const QString file = shop(program);
        const auto holder = joinery::connect(driver::Url::sqliteFile(file));
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->run(QStringLiteral("BEGIN EXCLUSIVE")));
        const auto process = program.start({QStringLiteral("--json"), QStringLiteral("--url"), QStringLiteral("sqlite:///shop.db"),
                                            QStringLiteral("query"), QStringLiteral("INSERT INTO book VALUES (0, 'x')")});
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 3);
        const Outcome outcome{3, {}, process->readAllStandardError()};
        QCOMPARE(kind(outcome), QStringLiteral("busy"));
        QVERIFY2(outcome.err.contains("database is locked"), outcome.err.constData());
    }

    void unreadable()
    {
        Program program;
        const QString file = shop(program);
        QVERIFY(QFile::setPermissions(file, {}));
        if (geteuid() == 0) {
            // Root reads everything, and other accounts need not reach the program: a folder is as unreadable to it.
            QVERIFY(QDir().mkpath(program.path(QStringLiteral("folder.db"))));
            const Outcome outcome = query(program, QStringLiteral("sqlite:///folder.db"));
            COMPARE_CODE(outcome, 3);
            QVERIFY2(outcome.err.contains("folder.db"), outcome.err.constData());
            return;
        }
        const Outcome outcome = query(program, QStringLiteral("sqlite:///shop.db"));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("permission"));
    }

    void readOnlyFile()
    {
        Program program;
        QVERIFY(!shop(program).isEmpty());
        const Outcome outcome = query(program, QStringLiteral("sqlite:///file:shop.db?mode=ro&uri=true"),
                                      QStringLiteral("DELETE FROM book"));
        COMPARE_CODE(outcome, 4);
        QVERIFY2(outcome.err.contains("readonly"), outcome.err.constData());
    }

    void unknownHost()
    {
        const Outcome outcome = query(Program(), QStringLiteral("postgresql://u@joinery.invalid/d"));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("name-resolution"));
        QVERIFY2(outcome.err.contains("joinery.invalid"), outcome.err.constData());
    }

    void nobodyListens_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("postgresql") << QStringLiteral("postgresql");
        QTest::newRow("mysql") << QStringLiteral("mysql");
    }

    void nobodyListens()
    {
        QFETCH(QString, scheme);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const int port = server.serverPort();
        server.close();
        const Outcome outcome = query(Program(), QStringLiteral("%1://u@127.0.0.1:%2/d").arg(scheme).arg(port));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("network"));
    }

    void aPortThatNeverAnswers_data() { nobodyListens_data(); }

    void aPortThatNeverAnswers()
    {
        QFETCH(QString, scheme);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = query(Program(), QStringLiteral("%1://u@127.0.0.1:%2/d").arg(scheme).arg(silent.serverPort()));
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("timeout"));
        QVERIFY2(timer.elapsed() < 13'000, qPrintable(QString::number(timer.elapsed())));
    }

    void cancelWhileNobodyAnswers_data() { nobodyListens_data(); }

    void cancelWhileNobodyAnswers()
    {
        QFETCH(QString, scheme);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Program program;
        const auto process = program.start({QStringLiteral("--url"), QStringLiteral("%1://u@127.0.0.1:%2/d").arg(scheme).arg(silent.serverPort()),
                                            QStringLiteral("query"), QStringLiteral("SELECT 1")});
        QVERIFY(!process->waitForFinished(1'000));
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(5'000));
        QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(process->exitCode(), 130);
    }

    void aUrlWithATypo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("scheme") << QStringLiteral("postgre://me:secret@h/d");
        QTest::newRow("port") << QStringLiteral("postgresql://me:secret@h:54x2/d");
        QTest::newRow("slashes") << QStringLiteral("postgresql:/me:secret@h/d");
    }

    void aUrlWithATypo()
    {
        QFETCH(QString, url);
        const Outcome outcome = query(Program(), url);
        COMPARE_CODE(outcome, 2);
        QCOMPARE(kind(outcome), QStringLiteral("invalid-input"));
        QVERIFY2(!outcome.err.contains("secret"), outcome.err.constData());
    }

    void aNewerProject()
    {
        Program program;
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        const QByteArray text = program.read(QStringLiteral("p/joinery.json"));
        QVERIFY(text.contains("\"format\": 1"));
        const QByteArray newer = QByteArray(text).replace("\"format\": 1", "\"format\": 99");
        program.write(QStringLiteral("p/joinery.json"), newer);
        const Outcome outcome = program.run({QStringLiteral("--json"), QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("heads")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("newer-format"));
        QCOMPARE(program.read(QStringLiteral("p/joinery.json")), newer);
    }

    void aProjectFileCutInHalf_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("project") << QStringLiteral("p/joinery.json");
        QTest::newRow("table") << QStringLiteral("p/models/book.json");
        QTest::newRow("revision") << QString();
    }

    void aProjectFileCutInHalf()
    {
        QFETCH(QString, file);
        Program program;
        QVERIFY(!shop(program).isEmpty());
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        COMPARE_CODE(program.run({QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("import"), QStringLiteral("shop.db"),
                                  QStringLiteral("--baseline"), QStringLiteral("start")}), 0);
        if (file.isEmpty())
            file = QStringLiteral("p/migrations/") + QDir(program.path(QStringLiteral("p/migrations"))).entryList(QDir::Files).first();
        const QByteArray whole = program.read(file);
        QVERIFY2(whole.size() > 20, qPrintable(file));
        const QByteArray half = whole.left(whole.size() / 2);
        program.write(file, half);
        const Outcome outcome = program.run({QStringLiteral("--json"), QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("--url"),
                                             QStringLiteral("sqlite:///shop.db"), QStringLiteral("check")});
        COMPARE_CODE(outcome, 3);
        QCOMPARE(kind(outcome), QStringLiteral("corrupt"));
        QVERIFY2(outcome.err.contains(QFileInfo(file).fileName().toUtf8()), outcome.err.constData());
        QCOMPARE(program.read(file), half);
    }
};

JOINERY_TEST(BadInputTest)
#include "tst_bad_input.moc"
