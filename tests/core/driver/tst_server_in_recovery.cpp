// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QFile>
#include <QProcess>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace joinery;
using driver::Url;

namespace {

// A PostgreSQL that stays in recovery: a standby without hot standby, whose primary never comes.
constexpr const char *kScript = R"script(
set -eu
binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/nonexistent "$@"; else "$@"; fi; }
mkdir "$1/data"
[ "$(id -u)" != 0 ] || chown postgres: "$1/data"
cd /
as "$binaries/initdb" -D "$1/data" -U joinery -A trust --no-sync --no-instructions >/dev/null
cat >>"$1/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $2
unix_socket_directories = ''
hot_standby = off
restore_command = 'false'
shared_buffers = 8MB
CONF
as touch "$1/data/standby.signal"
as "$binaries/pg_ctl" -D "$1/data" -l "$1/data/log" -W start >/dev/null
)script";

int freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool found = bind(listener, reinterpret_cast<sockaddr *>(&address), length) == 0
                       && getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) == 0;
    close(listener);
    return found ? ntohs(address.sin_port) : 0;
}

} // namespace

class ServerInRecoveryTest : public test::TestCase
{
    Q_OBJECT
    QTemporaryDir m_folder{QStringLiteral("/tmp/joinery-recovery-XXXXXX")};
    int m_port = 0;

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        m_port = freePort();
        QVERIFY(m_port > 0);
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromUtf8(kScript), QStringLiteral("recovery"), m_folder.path(), QString::number(m_port)});
        QVERIFY(script.waitForFinished(60000));
        QVERIFY2(script.exitCode() == 0, script.readAll().constData());
    }

    void cleanupTestCase()
    {
        QFile file(m_folder.filePath(QStringLiteral("data/postmaster.pid")));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QString pid = QString::fromLatin1(file.readLine().trimmed());
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-QUIT"), pid}); // PostgreSQL's immediate shutdown
        QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/") + pid));
    }

    void isSaid()
    {
        const auto url = Url::parse(QStringLiteral("postgresql://joinery@127.0.0.1:%1/postgres").arg(m_port));
        VERIFY_OK(url);
        // The first moments of any server look the same to a client, but for a port that nobody listens on yet.
        Error error;
        QTRY_VERIFY_WITH_TIMEOUT((error = joinery::connect(*url).error()).kind != ErrorKind::Network, 20000);
        QVERIFY2(error.kind == ErrorKind::Busy, qPrintable(error.message));
        QCOMPARE(error.sqlState, QStringLiteral("57P03"));
        QCOMPARE(error.damage, Damage::None);
        QVERIFY2(error.message.contains(QStringLiteral("starting up")) || error.message.contains(QStringLiteral("not accepting connections")),
                 qPrintable(error.message));
    }
};

JOINERY_TEST(ServerInRecoveryTest)
#include "tst_server_in_recovery.moc"
