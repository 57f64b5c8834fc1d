// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/url.h"
#include "support/test_case.h"

using namespace joinery;
using driver::Url;

class UrlTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    // The texts are those of SQLAlchemy's test/engine/test_parseconnect.py, with engines that Joinery knows.
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password"); // null: none
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *text, const char *user, const char *password, const char *host, int port,
                            const char *database, const char *query = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(user)
                                << (password ? QString::fromUtf8(password) : QString()) << QString::fromUtf8(host) << port
                                << QString::fromUtf8(database) << QString::fromUtf8(query);
        };
        row("postgresql://username:password@hostspec:110//usr/db_file.db", "username", "password", "hostspec", 110, "/usr/db_file.db");
        row("postgresql://username:password@hostspec/database", "username", "password", "hostspec", -1, "database");
        row("postgresql+psycopg2://username:password@hostspec/database", "username", "password", "hostspec", -1, "database");
        row("postgresql://username:password@hostspec", "username", "password", "hostspec", -1, "");
        row("postgresql://username:password@/database", "username", "password", "", -1, "database");
        row("postgresql://username@hostspec", "username", nullptr, "hostspec", -1, "");
        row("mysql://username:password@127.0.0.1:1521", "username", "password", "127.0.0.1", 1521, "");
        row("mysql://hostspec/database", "", nullptr, "hostspec", -1, "database");
        row("mysql://hostspec", "", nullptr, "hostspec", -1, "");
        row("mysql://hostspec/?arg1=val1&arg2=val2", "", nullptr, "hostspec", -1, "", "arg1=val1;arg2=val2");
        row("postgresql+asyncpg:///database", "", nullptr, "", -1, "database");
        row("sqlite:///:memory:", "", nullptr, "", -1, "");
        row("sqlite:///foo/bar/im/a/file", "", nullptr, "", -1, "foo/bar/im/a/file");
        row("sqlite:///E:/work/src/LEM/db/hello.db", "", nullptr, "", -1, "E:/work/src/LEM/db/hello.db");
        row("sqlite:///E:/work/src/LEM/db/hello.db?foo=bar&hoho=lala&hoho=bat", "", nullptr, "", -1,
            "E:/work/src/LEM/db/hello.db", "foo=bar;hoho=lala;hoho=bat");
        row("sqlite://", "", nullptr, "", -1, "");
        row("sqlite:////usr/local/_xtest@example.com/members.db", "", nullptr, "", -1, "/usr/local/_xtest@example.com/members.db");
        row("postgresql://username:apples%2Foranges@hostspec/database", "username", "apples/oranges", "hostspec", -1, "database");
        row("postgresql://username:password@[2001:da8:2004:1000:202:116:160:90]/database?foo=bar", "username", "password",
            "2001:da8:2004:1000:202:116:160:90", -1, "database", "foo=bar");
        row("postgresql://username:password@[2001:da8::90]:80/database?foo=bar", "username", "password", "2001:da8::90", 80,
            "database", "foo=bar");
        row("postgresql://username:password@hostspec/test database with@atsign", "username", "password", "hostspec", -1,
            "test database with@atsign");
        row("postgresql://username:password@hostspec?query=but_no_db", "username", "password", "hostspec", -1, "", "query=but_no_db");
        row("postgresql://username:password@hostspec:450?query=but_no_db", "username", "password", "hostspec", 450, "",
            "query=but_no_db");
        row("postgresql://username:password with spaces@hostspec:450?query=but_no_db", "username", "password with spaces",
            "hostspec", 450, "", "query=but_no_db");
        row("postgresql+asyncpg://username with space+and+plus:password with space+and+plus@hostspec:450",
            "username with space+and+plus", "password with space+and+plus", "hostspec", 450, "");
        row("mysql://user:@host/db", "user", "", "host", -1, "db");
        row("mysql://us%40er:p%3Aw%25%C3%A9@host/db", "us@er", "p:w%\u00e9", "host", -1, "db");
        row("postgresql://user@/db?host=/var/run/postgresql&port=5433", "user", nullptr, "", -1, "db",
            "host=/var/run/postgresql;port=5433");
        row("mysql://user@/db?unix_socket=%2Ftmp%2Fmy.sock&charset=utf8+mb4", "user", nullptr, "", -1, "db",
            "unix_socket=/tmp/my.sock;charset=utf8 mb4");
        row("mariadb+mariadbconnector://u:p@h/d", "u", "p", "h", -1, "d");
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto url = Url::parse(text);
        VERIFY_OK(url);
        QTEST(url->user, "user");
        QTEST(url->host, "host");
        QTEST(url->port, "port");
        QTEST(url->database, "database");
        QFETCH(QString, password);
        QCOMPARE(url->password, password);
        QCOMPARE(url->hasPassword, !password.isNull());
        QStringList query;
        for (const auto &[key, value] : url->query)
            query.append(key + u'=' + value);
        QTEST(query.join(u';'), "query");
        QCOMPARE(url->scheme, text.section(QStringLiteral("://"), 0, 0));

        const auto again = Url::parse(url->toStringWithPassword());
        VERIFY_OK(again);
        QVERIFY(*again == *url);
    }

    void foldsDialects()
    {
        QCOMPARE(Url::parse(QStringLiteral("postgres://h/d"))->dialect, QStringLiteral("postgresql"));
        QCOMPARE(Url::parse(QStringLiteral("postgresql+psycopg2://h/d"))->dialect, QStringLiteral("postgresql"));
        QCOMPARE(Url::parse(QStringLiteral("mysql+pymysql://h/d"))->dialect, QStringLiteral("mysql"));
        QCOMPARE(Url::parse(QStringLiteral("mariadb://h/d"))->dialect, QStringLiteral("mysql"));
    }

    void hidesPasswords()
    {
        const auto url = Url::parse(QStringLiteral("postgresql://me:s%40cret@host:5433/db?sslpassword=s%40cret&sslmode=require"));
        VERIFY_OK(url);
        QCOMPARE(url->toDisplayString(), QStringLiteral("postgresql://me:***@host:5433/db?sslpassword=***&sslmode=require"));
        QCOMPARE(url->toStorageString(), QStringLiteral("postgresql://me@host:5433/db?sslmode=require"));
        QVERIFY(url->toStringWithPassword().contains(QStringLiteral("s%40cret")));
    }

    void keepsStrangeFileNames()
    {
        for (const QString &path : {QStringLiteral("/a b/100%41?x#y.db"), QStringLiteral("/\u00fcber/\u6f22.db"), QStringLiteral("/+&=.db")}) {
            const auto url = Url::parse(Url::sqliteFile(path).toStorageString());
            VERIFY_OK(url);
            QCOMPARE(url->database, path);
        }
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("typo") << QStringLiteral("postgressql://me:secret@host/db") << QStringLiteral("did you mean \"postgresql\"?");
        QTest::newRow("sqlite3") << QStringLiteral("sqlite3:///a.db") << QStringLiteral("did you mean \"sqlite\"?");
        QTest::newRow("my-sql") << QStringLiteral("my-sql://me:secret@host/db") << QStringLiteral("did you mean \"mysql\"?");
        QTest::newRow("other engine") << QStringLiteral("oracle://me:secret@host/db") << QStringLiteral("through odbc");
        QTest::newRow("one slash") << QStringLiteral("postgresql:/me:secret@host/db") << QStringLiteral("two slashes");
        QTest::newRow("no colon") << QStringLiteral("postgresql//me:secret@host/db") << QStringLiteral("followed by \"://\"");
        QTest::newRow("file") << QStringLiteral("data/chinook.sqlite") << QStringLiteral("sqlite:///data/chinook.sqlite");
        QTest::newRow("words") << QStringLiteral("hello") << QStringLiteral("\"://\" is missing");
        QTest::newRow("empty") << QStringLiteral("  ") << QStringLiteral("empty");
        QTest::newRow("port") << QStringLiteral("mysql://host:33o6/db") << QStringLiteral("not a port");
        QTest::newRow("port range") << QStringLiteral("mysql://host:70000/db") << QStringLiteral("not a port");
        QTest::newRow("at in password") << QStringLiteral("mysql://me:secret@secret@host/db") << QStringLiteral("%40");
        QTest::newRow("host in sqlite") << QStringLiteral("sqlite://relative.db") << QStringLiteral("three slashes");
        QTest::newRow("blank") << QStringLiteral("mysql://my host/db") << QStringLiteral("blank");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto url = Url::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(url.error().message.contains(said), qPrintable(url.error().message));
        QVERIFY2(!url.error().message.contains(QStringLiteral("secret")), qPrintable(url.error().message));
    }
};

JOINERY_TEST(UrlTest)
#include "tst_url.moc"
