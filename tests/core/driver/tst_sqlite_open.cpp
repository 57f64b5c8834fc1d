// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/cancel_soon.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>


#include <unistd.h>

using namespace joinery;
using driver::Url;
using driver::Value;

class SqliteOpenTest : public test::TestCase
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QString database(const QString &name) const
    {
        driver::ConnectOptions options;
        options.createFile = true;
        auto connection = joinery::connect(Url::sqliteFile(path(name)), options);
        if (!connection || !(*connection)->run(QStringLiteral("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)"))
            || !(*connection)->run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) "
                                                  "INSERT INTO t SELECT i, 'row ' || i FROM n")))
            qFatal("cannot make %s", qPrintable(name));
        return path(name);
    }

private Q_SLOTS:
    void opensWhatIsThere()
    {
        const auto connection = joinery::connect(Url::sqliteFile(database(QStringLiteral("good.db"))));
        VERIFY_OK(connection);
        QCOMPARE((*connection)->server().product, QStringLiteral("SQLite"));
        QCOMPARE((*connection)->server().database, path(QStringLiteral("good.db")));
        VERIFY_OK((*connection)->ping({}));
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT count(*) FROM t"));
        VERIFY_OK(rows);
        QCOMPARE(rows->integer(0, 0), 5000);
        const auto keys = (*connection)->fetch(QStringLiteral("PRAGMA foreign_keys"));
        VERIFY_OK(keys);
        QCOMPARE(keys->integer(0, 0), 1);
    }

    void doesNotInventAFile()
    {
        const auto connection = joinery::connect(Url::sqliteFile(path(QStringLiteral("none.db"))));
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::Io);
        QCOMPARE(connection.error().message, QStringLiteral("unable to open database file"));
        QCOMPARE(connection.error().detail, QStringLiteral("No such file or directory: ") + path(QStringLiteral("none.db")));
        QVERIFY(!QFile::exists(path(QStringLiteral("none.db"))));
    }

    void refusesAFileThatIsNoDatabase()
    {
        const QString file = write(QStringLiteral("text.db"), QByteArray("These are words, and no pages of a database.\n").repeated(100));
        const auto connection = joinery::connect(Url::sqliteFile(file));
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::NotADatabase);
        QCOMPARE(connection.error().message, QStringLiteral("file is not a database"));
    }

    void tellsACutFile()
    {
        QFile file(database(QStringLiteral("cut.db")));
        QVERIFY(file.resize(file.size() / 2));
        const auto connection = joinery::connect(Url::sqliteFile(file.fileName()));
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::Corrupt);
        QCOMPARE(connection.error().message, QStringLiteral("database disk image is malformed"));
    }

    void tellsDamagedPagesWhenTheyAreRead()
    {
        QFile file(database(QStringLiteral("damaged.db")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
        file.close();
        const auto connection = joinery::connect(Url::sqliteFile(file.fileName()));
        VERIFY_OK(connection);
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT * FROM t"));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Corrupt);
    }

    void refusesAFolder()
    {
        const auto connection = joinery::connect(Url::sqliteFile(m_folder.path()));
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::NotADatabase);
        QVERIFY(connection.error().message.contains(QStringLiteral("folder")));
    }

    void tellsAnUnreadableFile()
    {
        const QString file = database(QStringLiteral("secret.db"));
        QVERIFY(QFile::setPermissions(file, {}));
        // root reads everything; the effective user of this process is another one for the moment of opening.
        const bool isRoot = geteuid() == 0;
        if (isRoot) {
            QVERIFY(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup
                                                                   | QFile::ExeOther));
            QCOMPARE(seteuid(65534), 0);
        }
        const auto connection = joinery::connect(Url::sqliteFile(file));
        if (isRoot)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(!connection);
        QVERIFY2(connection.error().kind == ErrorKind::Permission, qPrintable(connection.error().message));
        QCOMPARE(connection.error().message, QStringLiteral("unable to open database file"));
        QCOMPARE(connection.error().detail, QStringLiteral("Permission denied: ") + file);
    }

    void waitsForALockAndThenSaysSo()
    {
        const QString file = database(QStringLiteral("locked.db"));
        auto holder = joinery::connect(Url::sqliteFile(file));
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->run(QStringLiteral("BEGIN EXCLUSIVE")));
        Url url = Url::sqliteFile(file);
        url.query.append({QStringLiteral("timeout"), QStringLiteral("0.2")});
        QElapsedTimer timer;
        timer.start();
        const auto connection = joinery::connect(url);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::Busy);
        QCOMPARE(connection.error().message, QStringLiteral("database is locked"));
        QVERIFY(timer.elapsed() >= 190 && timer.elapsed() < 3000);
    }

    void cancelsTheWaitForALock()
    {
        const QString file = database(QStringLiteral("locked2.db"));
        auto holder = joinery::connect(Url::sqliteFile(file));
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->run(QStringLiteral("BEGIN EXCLUSIVE")));
        Url url = Url::sqliteFile(file);
        url.query.append({QStringLiteral("timeout"), QStringLiteral("60")});
        CancelToken token;
        const test::CancelSoon other(token, std::chrono::milliseconds(100));
        QElapsedTimer timer;
        timer.start();
        const auto connection = joinery::connect(url, {}, token);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
    }

    void opensReadOnly()
    {
        const QString file = database(QStringLiteral("ro.db"));
        for (const Url &url : {Url::sqliteFile(file, true), *Url::parse(QStringLiteral("sqlite:///file:%1?mode=ro&uri=true").arg(file)),
                               *Url::parse(QStringLiteral("sqlite:///%1?immutable=1&mode=ro").arg(file))}) {
            const auto connection = joinery::connect(url);
            VERIFY_OK(connection);
            QVERIFY((*connection)->isReadOnly());
            const auto written = (*connection)->run(QStringLiteral("DELETE FROM t"));
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::ReadOnly);
            QVERIFY(!(*connection)->setReadOnly(false));
        }
        driver::ConnectOptions options;
        options.readOnly = true;
        const auto connection = joinery::connect(Url::sqliteFile(file), options);
        VERIFY_OK(connection);
        QCOMPARE((*connection)->run(QStringLiteral("DELETE FROM t")).error().kind, ErrorKind::ReadOnly);
        // query_only can be switched by SQL, the file handle cannot.
        VERIFY_OK((*connection)->run(QStringLiteral("PRAGMA query_only = OFF")));
        QCOMPARE((*connection)->run(QStringLiteral("DELETE FROM t")).error().kind, ErrorKind::ReadOnly);
    }

    void opensMemory()
    {
        for (const QString &text : {QStringLiteral("sqlite://"), QStringLiteral("sqlite:///:memory:")}) {
            const auto connection = joinery::connect(*Url::parse(text));
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE t (a)")));
        }
    }

    static QString fact(const driver::Connection &connection, const char *wanted)
    {
        QStringList values;
        for (const auto &[what, value] : connection.server().facts) {
            if (what == QLatin1String(wanted))
                values.append(value);
        }
        return values.join(u'|');
    }

    void tellsTheJournal()
    {
        const QString file = database(QStringLiteral("journal.db"));
        {
            const auto connection = joinery::connect(Url::sqliteFile(file));
            VERIFY_OK(connection);
            QCOMPARE(fact(**connection, "journal"), QStringLiteral("delete"));
            VERIFY_OK((*connection)->run(QStringLiteral("PRAGMA journal_mode = WAL")));
            VERIFY_OK((*connection)->run(QStringLiteral("UPDATE t SET b = 'new'")));
            const auto second = joinery::connect(Url::sqliteFile(file));
            VERIFY_OK(second);
            const QString journal = fact(**second, "journal");
            QVERIFY2(journal.startsWith(QStringLiteral("wal (")) && !journal.contains(QStringLiteral("(0 bytes")), qPrintable(journal));
        }
        const auto third = joinery::connect(Url::sqliteFile(file, true));
        VERIFY_OK(third);
        QCOMPARE(fact(**third, "journal"), QStringLiteral("wal (0 bytes in the -wal file)"));
    }

    void takesAnImmutableFileAsItIs()
    {
        // Nothing is locked and no journal is looked for: a lock that somebody holds does not matter.
        const QString file = database(QStringLiteral("immutable.db"));
        auto holder = joinery::connect(Url::sqliteFile(file));
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->run(QStringLiteral("BEGIN EXCLUSIVE")));
        const auto connection = joinery::connect(*Url::parse(QStringLiteral("sqlite:///%1?immutable=1&timeout=0").arg(file)));
        VERIFY_OK(connection);
        QVERIFY((*connection)->isReadOnly());
        VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT count(*) FROM t")));
        QCOMPARE((*connection)->run(QStringLiteral("DELETE FROM t")).error().kind, ErrorKind::ReadOnly);
    }

    void waitsAsLongAsItIsTold()
    {
        const QString file = database(QStringLiteral("busy.db"));
        auto holder = joinery::connect(Url::sqliteFile(file));
        VERIFY_OK(holder);
        const auto connection = joinery::connect(*Url::parse(QStringLiteral("sqlite:///%1?timeout=0.3").arg(file)));
        VERIFY_OK(connection);
        VERIFY_OK((*holder)->run(QStringLiteral("BEGIN IMMEDIATE")));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE((*connection)->run(QStringLiteral("DELETE FROM t")).error().kind, ErrorKind::Busy);
        QVERIFY(timer.elapsed() >= 290 && timer.elapsed() < 2000);
        const auto wrong = joinery::connect(*Url::parse(QStringLiteral("sqlite:///%1?timeout=soon").arg(file)));
        QCOMPARE(wrong.error().kind, ErrorKind::InvalidInput);
    }

    void attachesDatabases()
    {
        const QString file = database(QStringLiteral("main.db"));
        const QString other = database(QStringLiteral("other one.db"));
        Url url = Url::sqliteFile(file);
        url.query.append({QStringLiteral("attach"), QStringLiteral("archive:") + other});
        url.query.append({QStringLiteral("attach"), QStringLiteral("the \"third\":") + database(QStringLiteral("third.db"))});
        const auto again = Url::parse(url.toStorageString());
        VERIFY_OK(again);
        const auto connection = joinery::connect(*again);
        VERIFY_OK(connection);
        QVERIFY2(fact(**connection, "attached").startsWith(QStringLiteral("archive: ") + other), qPrintable(fact(**connection, "attached")));
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE archive.kept (id INTEGER PRIMARY KEY)")));
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO archive.kept SELECT a FROM main.t LIMIT 7")));
        const auto count = (*connection)->fetch(QStringLiteral("SELECT count(*) FROM kept"));
        VERIFY_OK(count);
        QCOMPARE(count->integer(0, 0), 7);
        const auto inspection = dialectOf(**connection).inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        QStringList tables;
        for (const schema::Table &table : inspection->catalog.tables)
            tables.append(table.name.toString());
        QCOMPARE(tables, (QStringList{QStringLiteral("t"), QStringLiteral("archive.t"), QStringLiteral("archive.kept"), QStringLiteral("the \"third\".t")}));

        driver::ConnectOptions options;
        options.readOnly = true;
        const auto reading = joinery::connect(*again, options);
        VERIFY_OK(reading);
        QCOMPARE((*reading)->run(QStringLiteral("DELETE FROM archive.kept")).error().kind, ErrorKind::ReadOnly);
        VERIFY_OK((*reading)->run(QStringLiteral("PRAGMA query_only = OFF")));
        QCOMPARE((*reading)->run(QStringLiteral("DELETE FROM archive.kept")).error().kind, ErrorKind::ReadOnly);
    }

    void tellsWhatCannotBeAttached()
    {
        const QString file = database(QStringLiteral("first.db"));
        const auto failure = [&](const QString &attach) {
            Url url = Url::sqliteFile(file);
            url.query.append({QStringLiteral("attach"), attach});
            return joinery::connect(url).error();
        };
        QCOMPARE(failure(QStringLiteral("archive")).kind, ErrorKind::InvalidInput);
        QCOMPARE(failure(QStringLiteral("main:") + file).kind, ErrorKind::InvalidInput);
        QCOMPARE(failure(QStringLiteral("a:") + m_folder.path()).kind, ErrorKind::NotADatabase);
        const Error missing = failure(QStringLiteral("a:") + path(QStringLiteral("missing.db")));
        QCOMPARE(missing.kind, ErrorKind::Io);
        QVERIFY2(missing.detail.endsWith(path(QStringLiteral("missing.db"))), qPrintable(missing.detail));
        QVERIFY(!QFile::exists(path(QStringLiteral("missing.db"))));
        const Error text = failure(QStringLiteral("a:") + write(QStringLiteral("words.db"), QByteArray("These are words.\n").repeated(300)));
        QCOMPARE(text.kind, ErrorKind::NotADatabase);
    }

    void opensStrangeNames()
    {
        const QString file = database(QStringLiteral("100%41 ?#&+\u00fc.db"));
        QVERIFY(QFile::exists(file));
        VERIFY_OK(joinery::connect(Url::sqliteFile(file)));
        VERIFY_OK(joinery::connect(*Url::parse(Url::sqliteFile(file).toStorageString())));
    }
};

JOINERY_TEST(SqliteOpenTest)
#include "tst_sqlite_open.moc"
