// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

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
        std::thread other([token]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            token.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        const auto connection = joinery::connect(url, {}, token);
        other.join();
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
