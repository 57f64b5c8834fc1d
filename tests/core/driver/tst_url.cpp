// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/url.h"
#include "support/test_case.h"

using namespace joinery;
using driver::Url;

class UrlTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    // The texts are those of SQLAlchemy's test/engine/test_parseconnect.py (2.0.58), with engines that Joinery knows.
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
        row("postgresql://username:password@[2001:da8:2004:1000:202:116:160:90]:80/database?foo=bar", "username", "password",
            "2001:da8:2004:1000:202:116:160:90", 80, "database", "foo=bar");
        row("postgresql://user%25%26%7C:pass%25%26%7C@hostspec:499?query=but_no_db", "user%&|", "pass%&|", "hostspec", 499, "", "query=but_no_db");
        row("mysql://user🐍測試:pass🐍測試@hostspec:499?query=but_no_db", "user🐍測試", "pass🐍測試", "hostspec", 499, "", "query=but_no_db");
        row("mysql:///database", "", nullptr, "", -1, "database");
        row("postgresql://", "", nullptr, "", -1, "");
        row("mysql+pymysql://user:pass word + other%3Awords@host/dbname", "user", "pass word + other:words", "host", -1, "dbname");
        row("postgresql://username:apples%40oranges%40%40@hostspec/database", "username", "apples@oranges@@", "hostspec", -1, "database");
        row("postgresql://username%40:@hostspec/database", "username@", "", "hostspec", -1, "database");
        row("postgresql://username:pass%2Fword@hostspec/database", "username", "pass/word", "hostspec", -1, "database");
        row("postgresql://user:pass@host/db?arg1=param1&arg2=param2", "user", "pass", "host", -1, "db", "arg1=param1;arg2=param2");
        row("postgresql://user:pass@host/db?arg1=param1&arg2=param2&arg2=param3", "user", "pass", "host", -1, "db",
            "arg1=param1;arg2=param2;arg2=param3");
        row("mysql://user:pass@host/db?arg1%3D=param1&arg2=param+2", "user", "pass", "host", -1, "db", "arg1==param1;arg2=param 2");
        row("postgresql+psycopg2://scott:tiger@somehost/test?fooz=somevalue", "scott", "tiger", "somehost", -1, "test", "fooz=somevalue");
        row("postgresql+pg8000://username with space+and+plus:password with space+and+plus@hostspec:450?query=but_no_db",
            "username with space+and+plus", "password with space+and+plus", "hostspec", 450, "", "query=but_no_db");
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

    // test_comparison of the same file.
    void comparesEveryPart()
    {
        const Url url = *Url::parse(QStringLiteral("postgresql://username:password@[2001:da8:2004:1000:202:116:160:90]:80/database?foo=bar"));
        QVERIFY(url == *Url::parse(QStringLiteral("postgresql://username:password@[2001:da8:2004:1000:202:116:160:90]:80/database?foo=bar")));
        QVERIFY(url != *Url::parse(QStringLiteral("postgresql://uname:pwd@host/")));
        for (QString Url::*part : {&Url::scheme, &Url::user, &Url::password, &Url::host, &Url::database}) {
            Url other = url;
            other.*part = QStringLiteral("new_changed_value");
            QVERIFY(other != url);
        }
        Url other = url;
        other.port = 81;
        QVERIFY(other != url);
        other = url;
        other.query.front().second = QStringLiteral("baz");
        QVERIFY(other != url);
    }

    void readsOdbc_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("source"); // as Url::odbc takes it
        QTest::addColumn<QString>("display");
        const auto row = [](const char *text, const char *user, const char *password, const char *source, const char *display) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(user) << QString::fromUtf8(password)
                                << QString::fromUtf8(source) << QString::fromUtf8(display);
        };
        row("odbc://me:s%3Bcret@shop", "me", "s;cret", "shop", "odbc://me:***@shop");
        row("odbc://?dsn=My+shop", "", "", "My shop", "odbc://?dsn=My+shop");
        row("odbc://me@?DSN=shop", "me", "", "shop", "odbc://me@?DSN=shop");
        row("odbc:///?Driver=SQL+Server&Server=host%2C1433&UID=me&PWD=secret", "me", "secret", "Driver={SQL Server};Server={host,1433}",
            "odbc://me:***@?Driver=SQL+Server&Server=host%2C1433");
        row("odbc:Driver={SQL Server};Server=host,1433;UID=me;PWD={se;cr}}et}", "me", "se;cr}et", "Driver={SQL Server};Server={host,1433}",
            "odbc://me:***@?Driver=SQL+Server&Server=host%2C1433");
        row("odbc:///?odbc_connect=Driver%3D%7BX%7D%3BServer%3Dh%3BPWD%3Dsecret", "", "secret", "Driver=X;Server=h", "odbc://:***@?Driver=X&Server=h");
        row("ODBC:DSN=shop;Database=a b", "", "", "DSN=shop;Database={a b}", "odbc://?DSN=shop&Database=a+b");
        row("odbc://me@shop:1433/stock", "me", "", "DSN=shop;Port=1433;Database=stock", "odbc://me@shop:1433/stock");
    }
    void readsOdbc()
    {
        QFETCH(QString, text);
        const auto url = Url::parse(text);
        VERIFY_OK(url);
        QCOMPARE(url->dialect, QStringLiteral("odbc"));
        QTEST(url->user, "user");
        QTEST(url->password, "password");
        QTEST(url->odbcSource(), "source");
        QTEST(url->toDisplayString(), "display");
        const auto again = Url::parse(url->toStringWithPassword());
        VERIFY_OK(again);
        QVERIFY(*again == *url);
        QVERIFY(!url->toStorageString().contains(QStringLiteral("cret")));
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
        QTest::newRow("odbc brace") << QStringLiteral("odbc:Driver={PostgreSQL;PWD=secret") << QStringLiteral("a brace is not closed");
        QTest::newRow("odbc part") << QStringLiteral("odbc:Driver={X};secret") << QStringLiteral("no \"=\"");
        QTest::newRow("odbc key") << QStringLiteral("odbc:=secret") << QStringLiteral("a key is missing");
        QTest::newRow("odbc empty") << QStringLiteral("odbc:") << QStringLiteral("empty");
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
