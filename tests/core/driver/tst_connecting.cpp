// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/cancel_soon.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>


#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace joinery;
using driver::Url;

namespace {

// A port that takes connections (the kernel does) and never says a word.
class SilentPort
{
public:
    SilentPort() : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (bind(m_socket, reinterpret_cast<sockaddr *>(&address), length) != 0 || listen(m_socket, 5) != 0
            || getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            qFatal("no port to listen on");
        m_port = ntohs(address.sin_port);
    }
    ~SilentPort() { close(m_socket); }
    int port() const { return m_port; }

private:
    int m_socket;
    int m_port = 0;
};

Url serverUrl(const QString &engine, bool socket = false) { return *Url::parse(test::Engines::serverUrl(engine, socket)); }

Url with(Url url, const char *key, const QString &value)
{
    url.query.append({QString::fromLatin1(key), value});
    return url;
}

QString certificate(const char *name)
{
    return qEnvironmentVariable("JOINERY_TEST_CERTIFICATES") + u'/' + QString::fromLatin1(name);
}

} // namespace

class ConnectingTest : public test::TestCase
{
    Q_OBJECT
    static void addServers()
    {
        test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")});
    }

    // The error of a connect that must fail, free of the password.
    static Error failureOf(const Url &url, const driver::ConnectOptions &options = {})
    {
        const auto connection = joinery::connect(url, options);
        if (connection) {
            Error none;
            none.message = QStringLiteral("it was connected");
            return none;
        }
        Error error = connection.error();
        if (error.message.contains(QStringLiteral("s3cret")) || error.detail.contains(QStringLiteral("s3cret")))
            error.message = QStringLiteral("the password was told");
        return error;
    }

private Q_SLOTS:
    void overTcpAndSocket_data() { addServers(); }
    void overTcpAndSocket()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        VERIFY_OK(joinery::connect(serverUrl(engine)));
        const auto local = joinery::connect(serverUrl(engine, true));
        VERIFY_OK(local);
        QCOMPARE((*local)->server().tls, QString());
        Url named = serverUrl(engine);
        named.host = QStringLiteral("localhost");
        VERIFY_OK(joinery::connect(named));
    }

    void takesEveryPassword_data() { addServers(); }
    void takesEveryPassword()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const auto admin = joinery::connect(serverUrl(engine));
        VERIFY_OK(admin);
        const bool mysql = engine == u"mysql";
        const QString user = QStringLiteral("odd_%1").arg(QCoreApplication::applicationPid());
        const QString account = mysql ? user + QStringLiteral("@'127.0.0.1'") : user;
        VERIFY_OK((*admin)->run(mysql ? QStringLiteral("CREATE USER %1 IDENTIFIED BY 'p@:/%s ü?#&'").arg(account)
                                      : QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD 'p@:/%s ü?#&'").arg(account)));
        Url url = serverUrl(engine);
        url.database = mysql ? QString() : url.database;
        url.user = user;
        url.password = QStringLiteral("p@:/%s ü?#&");
        const auto parsed = Url::parse(url.toStringWithPassword());
        VERIFY_OK(parsed);
        const auto connection = joinery::connect(*parsed);
        (void)(*admin)->run(mysql ? QStringLiteral("DROP USER %1").arg(account) : QStringLiteral("DROP ROLE %1").arg(account));
        VERIFY_OK(connection);
    }

    void tellsTheStageThatFailed_data() { addServers(); }
    void tellsTheStageThatFailed()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        Url url = serverUrl(engine);
        url.password = QStringLiteral("s3cret");
        const Error login = failureOf(url);
        QVERIFY2(login.kind == ErrorKind::Authentication, qPrintable(login.message));
        QVERIFY2(login.message.contains(QStringLiteral("joinery")), qPrintable(login.message));

        url = serverUrl(engine);
        url.database = QStringLiteral("no_such_database");
        const Error database = failureOf(url);
        QVERIFY2(database.kind == ErrorKind::NoDatabase, qPrintable(database.message));
        QVERIFY(database.message.contains(QStringLiteral("no_such_database")));

        url = serverUrl(engine);
        url.host = QStringLiteral("no-such-host.invalid");
        const Error name = failureOf(url);
        QVERIFY2(name.kind == ErrorKind::NameResolution, qPrintable(name.message));
        QVERIFY(name.message.contains(QStringLiteral("no-such-host.invalid")));

        url = serverUrl(engine);
        {
            const SilentPort closed;
            url.port = closed.port();
        }
        const Error network = failureOf(url);
        QVERIFY2(network.kind == ErrorKind::Network, qPrintable(network.message));

        const Error unknown = failureOf(with(serverUrl(engine), "frobnicate", QStringLiteral("1")));
        QCOMPARE(unknown.kind, ErrorKind::InvalidInput);
        QVERIFY(unknown.message.contains(QStringLiteral("frobnicate")));
    }

    void givesUpOnASilentServer_data() { addServers(); }
    void givesUpOnASilentServer()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const SilentPort silent;
        Url url = serverUrl(engine);
        url.port = silent.port();
        driver::ConnectOptions options;
        options.timeoutSeconds = 1;
        QElapsedTimer timer;
        timer.start();
        const Error error = failureOf(url, options);
        QVERIFY2(error.kind == ErrorKind::Timeout, qPrintable(error.message));
        QVERIFY(error.message.contains(QStringLiteral("127.0.0.1:%1").arg(silent.port())));
        QVERIFY(timer.elapsed() >= 900 && timer.elapsed() < 4000);
    }

    void cancelsAConnect_data() { addServers(); }
    void cancelsAConnect()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const SilentPort silent;
        Url url = serverUrl(engine);
        url.port = silent.port();
        CancelToken token;
        const test::CancelSoon other(token, std::chrono::milliseconds(100));
        QElapsedTimer timer;
        timer.start();
        const auto connection = joinery::connect(url, {}, token);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1100);
    }

    void checksCertificates_data() { addServers(); }
    void checksCertificates()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const bool mysql = engine == u"mysql";
        const char *mode = mysql ? "ssl_mode" : "sslmode";
        const char *authority = mysql ? "ssl_ca" : "sslrootcert";
        const Url plain = serverUrl(engine);

        const auto disabled = joinery::connect(with(plain, mode, QStringLiteral("disable")));
        VERIFY_OK(disabled);
        QVERIFY((*disabled)->server().tls.isEmpty());
        const auto required = joinery::connect(with(plain, mode, QStringLiteral("require")));
        VERIFY_OK(required);
        QVERIFY((*required)->server().tls.startsWith(QStringLiteral("TLS")));

        const Url verified = with(plain, mode, mysql ? QStringLiteral("verify_identity") : QStringLiteral("verify-full"));
        const auto trusted = joinery::connect(with(verified, authority, certificate("ca.crt")));
        VERIFY_OK(trusted);
        QVERIFY((*trusted)->server().tls.startsWith(QStringLiteral("TLS")));
        const Error wrongAuthority = failureOf(with(verified, authority, certificate("client.crt")));
        QVERIFY2(wrongAuthority.kind == ErrorKind::Tls, qPrintable(wrongAuthority.message));

        Url certified = with(verified, authority, certificate("ca.crt"));
        certified.user = QStringLiteral("certified");
        certified.password.clear();
        certified.hasPassword = false;
        certified.database = mysql ? QString() : certified.database;
        const Error without = failureOf(certified);
        QVERIFY2(without.kind == ErrorKind::Authentication || without.kind == ErrorKind::Tls, qPrintable(without.message));
        certified = with(certified, mysql ? "ssl_cert" : "sslcert", certificate("client.crt"));
        certified = with(certified, mysql ? "ssl_key" : "sslkey", certificate("client.key"));
        VERIFY_OK(joinery::connect(certified));
    }
};

JOINERY_TEST(ConnectingTest)
#include "tst_connecting.moc"
