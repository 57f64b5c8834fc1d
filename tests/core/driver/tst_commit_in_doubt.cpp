// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

#include <atomic>
#include <thread>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace joinery;
using driver::Url;

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(quint16(port));
    return address;
}

// Stands between a client and its server. What holds the fatal word still reaches the server, but no answer comes back:
// the line is cut.
class CutLine
{
public:
    CutLine(int serverPort, QByteArray fatalWord) : m_fatal(std::move(fatalWord)), m_listener(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = loopback(0);
        socklen_t length = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || listen(m_listener, 1) != 0
            || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            qFatal("no port to listen on");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, serverPort] { forward(serverPort); });
    }
    ~CutLine()
    {
        m_stop = true;
        m_thread.join();
        close(m_listener);
    }
    int port() const { return m_port; }

private:
    void forward(int serverPort)
    {
        pollfd waiting{m_listener, POLLIN, 0};
        while (!m_stop && poll(&waiting, 1, 50) == 0) {}
        if (m_stop)
            return;
        const int client = accept(m_listener, nullptr, nullptr);
        const int server = socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(serverPort);
        bool open = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        while (open && !m_stop) {
            pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
            if (poll(both, 2, 50) <= 0)
                continue;
            open = (both[0].revents == 0 || pass(client, server, true)) && (both[1].revents == 0 || pass(server, client, false));
        }
        close(client);
        std::this_thread::sleep_for(std::chrono::milliseconds(300)); // the server does what it was told
        close(server);
    }

    bool pass(int from, int to, bool fromClient) const
    {
        QByteArray bytes(65536, Qt::Uninitialized);
        const ssize_t count = recv(from, bytes.data(), size_t(bytes.size()), 0);
        if (count <= 0)
            return false;
        bytes.truncate(count);
        return send(to, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == count && !(fromClient && bytes.contains(m_fatal));
    }

    QByteArray m_fatal;
    int m_listener;
    int m_port = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace

class CommitInDoubtTest : public test::TestCase
{
    Q_OBJECT
    static Url through(const CutLine &line, Url url)
    {
        url.port = line.port();
        url.query.append({url.dialect == u"mysql" ? QStringLiteral("ssl_mode") : QStringLiteral("sslmode"), QStringLiteral("disable")});
        return url;
    }

private Q_SLOTS:
    void isSaid_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void isSaid()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        const CutLine line(database.url().port, "COMMIT");
        const auto connection = joinery::connect(through(line, database.url()));
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->begin());
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        const Status committed = (*connection)->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().damage, Damage::InDoubt);
        QCOMPARE(committed.error().kind, ErrorKind::Network);
        QVERIFY(!(*connection)->isOpen());
        // It had happened.
        QTRY_COMPARE((*database.connect())->fetch(QStringLiteral("SELECT count(*) FROM t"))->value(0, 0).toInteger(), 1);
    }

    void isNotSaidOfOtherStatements_data() { isSaid_data(); }
    void isNotSaidOfOtherStatements()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        {
            const CutLine line(database.url().port, "INSERT");
            const auto connection = joinery::connect(through(line, database.url()));
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->begin());
            const auto inserted = (*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)"));
            QVERIFY(!inserted);
            QCOMPARE(inserted.error().damage, Damage::Connection); // the transaction went with it
        }
        {
            const CutLine line(database.url().port, "INSERT");
            const auto connection = joinery::connect(through(line, database.url()));
            VERIFY_OK(connection);
            const auto inserted = (*connection)->run(QStringLiteral("INSERT INTO t VALUES (2)"));
            QVERIFY(!inserted);
            QCOMPARE(inserted.error().damage, Damage::InDoubt); // it commits itself
        }
        QTRY_COMPARE((*database.connect())->fetch(QStringLiteral("SELECT sum(a) FROM t"))->value(0, 0).toText(), QStringLiteral("2"));
    }
};

JOINERY_TEST(CommitInDoubtTest)
#include "tst_commit_in_doubt.moc"
