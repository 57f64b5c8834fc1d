// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/pool/pool.h"
#include "support/cancel_soon.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace joinery;
using driver::TransactionState;
using pool::Pool;
using pool::PooledConnection;
using pool::PoolOptions;

class PoolTest : public test::TestCase
{
    Q_OBJECT
    static pool::Connector connectorOf(const test::ScratchDatabase &database)
    {
        return [url = database.url()](const CancelToken &token) { return joinery::connect(url, {}, token); };
    }

    static PoolOptions small(int size, int overflow)
    {
        PoolOptions options;
        options.poolSize = size;
        options.maxOverflow = overflow;
        options.poolTimeout = std::chrono::milliseconds(200);
        return options;
    }

private Q_SLOTS:
    void keepsAndOverflows()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        Pool pool(connectorOf(database), small(1, 1));
        QCOMPARE(pool.counters().overflow, -1);
        {
            auto first = pool.checkOut();
            VERIFY_OK(first);
            auto second = pool.checkOut();
            VERIFY_OK(second);
            QCOMPARE(pool.counters().checkedOut, 2);
            QCOMPARE(pool.counters().overflow, 1);
            QElapsedTimer timer;
            timer.start();
            const auto third = pool.checkOut();
            QVERIFY(!third);
            QCOMPARE(third.error().kind, ErrorKind::Timeout);
            QVERIFY(timer.elapsed() >= 190);
            QCOMPARE(pool.counters().timeouts, 1);
        }
        QCOMPARE(pool.counters().idle, 1);
        QCOMPARE(pool.counters().checkedOut, 0);
        QCOMPARE(pool.counters().opened, 2);
        QCOMPARE(pool.counters().closed, 1);
        VERIFY_OK(pool.checkOut());
        QCOMPARE(pool.counters().opened, 2);
    }

    void waitsForAReturn()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        PoolOptions options = small(1, 0);
        options.poolTimeout = std::chrono::seconds(20);
        Pool pool(connectorOf(database), options);
        auto first = pool.checkOut();
        VERIFY_OK(first);
        std::thread other([held = std::move(*first)]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            held.release();
        });
        VERIFY_OK(pool.checkOut());
        other.join();
        QCOMPARE(pool.counters().opened, 1);
    }

    void cancelsTheWait()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        PoolOptions options = small(1, 0);
        options.poolTimeout = std::chrono::seconds(20);
        Pool pool(connectorOf(database), options);
        const auto first = pool.checkOut();
        VERIFY_OK(first);
        CancelToken token;
        const test::CancelSoon other(token, std::chrono::milliseconds(100));
        const auto second = pool.checkOut(token);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Cancelled);
    }

    void resetsOnReturn_data() { test::Engines::addRows(); }
    void resetsOnReturn()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        Pool pool(connectorOf(database), small(1, 0));
        {
            const auto connection = pool.checkOut();
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->begin());
            VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        }
        const auto connection = pool.checkOut();
        VERIFY_OK(connection);
        QCOMPARE(pool.counters().opened, 1);
        QCOMPARE((*connection)->transactionState(), TransactionState::Idle);
        QCOMPARE((*connection)->fetch(QStringLiteral("SELECT count(*) FROM t"))->integer(0, 0), 0);
    }

    void settingsHoldForEachConnection_data() { test::Engines::addRows(); }
    void settingsHoldForEachConnection()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        std::atomic<int> prepared = 0;
        PoolOptions options = small(2, 1);
        options.readOnly = true;
        options.prepare = [&](driver::Connection &) -> Status {
            ++prepared;
            return {};
        };
        Pool pool(connectorOf(database), options);
        for (const bool readOnly : {true, false}) {
            pool.setReadOnly(readOnly);
            std::vector<PooledConnection> connections;
            for (int i = 0; i < 3; ++i) {
                auto connection = pool.checkOut();
                VERIFY_OK(connection);
                const auto written = (*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)"));
                QCOMPARE(written.has_value(), !readOnly);
                if (readOnly)
                    QCOMPARE(written.error().kind, ErrorKind::ReadOnly);
                connections.push_back(*std::move(connection));
            }
        }
        QCOMPARE(prepared, 4); // the third was closed on return
    }

    void replacesWhatIsOld()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        PoolOptions options = small(1, 0);
        options.poolRecycle = std::chrono::seconds(0);
        Pool pool(connectorOf(database), options);
        VERIFY_OK(pool.checkOut());
        VERIFY_OK(pool.checkOut());
        QCOMPARE(pool.counters().opened, 2);
        QCOMPARE(pool.counters().recycled, 1);
    }

    void replacesWhatWasInvalidated()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        Pool pool(connectorOf(database), small(2, 0));
        {
            auto connection = pool.checkOut();
            VERIFY_OK(connection);
            connection->invalidate();
        }
        QCOMPARE(pool.counters().idle, 0);
        VERIFY_OK(pool.checkOut());
        QCOMPARE(pool.counters().idle, 1);
        pool.invalidate();
        VERIFY_OK(pool.checkOut());
        QCOMPARE(pool.counters().opened, 3);
        pool.dispose();
        QCOMPARE(pool.counters().idle, 0);
        VERIFY_OK(pool.checkOut());
    }

    void outlivesThePool()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        auto pool = std::make_unique<Pool>(connectorOf(database), small(1, 0));
        auto connection = pool->checkOut();
        VERIFY_OK(connection);
        pool.reset();
        VERIFY_OK((*connection)->run(QStringLiteral("SELECT 1")));
    }

    void survivesAFailedConnect()
    {
        int calls = 0;
        Pool pool([&](const CancelToken &) -> Result<std::unique_ptr<driver::Connection>> {
            ++calls;
            return fail(ErrorKind::Network, QStringLiteral("no"));
        }, small(1, 0));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(pool.checkOut().error().kind, ErrorKind::Network); // and no Timeout: the place was given back
        QCOMPARE(calls, 3);
        QCOMPARE(pool.counters().checkedOut, 0);
    }

    void prePingReplacesWhatTheServerKilled()
    {
        const QString engine = QStringLiteral("postgresql");
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        PoolOptions options = small(2, 0);
        options.prePing = true;
        Pool pool(connectorOf(database), options);
        {
            const auto one = pool.checkOut();
            const auto two = pool.checkOut();
            VERIFY_OK(one);
            VERIFY_OK(two);
        }
        VERIFY_OK(database.run({QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                                               "AND pid <> pg_backend_pid()")}));
        const auto one = pool.checkOut();
        VERIFY_OK(one);
        VERIFY_OK((*one)->run(QStringLiteral("SELECT 1")));
        const auto two = pool.checkOut();
        VERIFY_OK(two);
        QCOMPARE(pool.counters().opened, 4);
        QCOMPARE(pool.counters().invalidated, 2);
    }

    // 64 threads on 8 connections, while the server kills some of them every now and then.
    void staysWholeUnderManyThreads_data() { test::Engines::addRows(); }
    void staysWholeUnderManyThreads()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        PoolOptions options = small(5, 3);
        options.poolTimeout = std::chrono::seconds(60);
        options.prePing = engine != u"sqlite";
        Pool pool(connectorOf(database), options);
        std::atomic<int> inUse = 0;
        std::atomic<int> most = 0;
        std::atomic<int> done = 0;
        std::atomic<int> lost = 0;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 64; ++thread) {
            threads.emplace_back([&, thread] {
                for (int round = 0; round < 8; ++round) {
                    auto connection = pool.checkOut();
                    if (!connection) { // killed while it was opened
                        connection.error().kind == ErrorKind::Network ? ++lost : ++wrong;
                        continue;
                    }
                    int seen = most;
                    const int now = ++inUse;
                    while (now > seen && !most.compare_exchange_weak(seen, now)) {}
                    const int number = thread * 100 + round;
                    if ((*connection)->transactionState() != TransactionState::Idle)
                        ++wrong;
                    const bool began = round % 3 == 0 && (*connection)->begin().has_value();
                    const auto rows = (*connection)->fetch(QStringLiteral("SELECT %1").arg(number));
                    if (rows)
                        rows->value(0, 0).toText() == QString::number(number) ? ++done : ++wrong;
                    else
                        rows.error().damage == Damage::Connection || began ? ++lost : ++wrong;
                    --inUse;
                }
            });
        }
        std::thread killer([&] {
            const auto connection = database.connect();
            for (int i = 0; connection && i < 5 && engine != u"sqlite"; ++i) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                if (engine == u"postgresql") {
                    (void)(*connection)->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                                            "datname = current_database() AND pid <> pg_backend_pid() LIMIT 2"));
                } else if (const auto ids = (*connection)->fetch(QStringLiteral(
                               "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id() LIMIT 2"))) {
                    for (int row = 0; row < ids->rowCount(); ++row)
                        (void)(*connection)->run(QStringLiteral("KILL ") + ids->value(row, 0).toText());
                }
            }
        });
        for (std::thread &thread : threads)
            thread.join();
        killer.join();
        QCOMPARE(wrong, 0);
        QCOMPARE(done + lost, 64 * 8);
        QVERIFY(done > 300);
        QVERIFY(most <= 8);
        const auto counters = pool.counters();
        QCOMPARE(counters.checkedOut, 0);
        QVERIFY(counters.idle <= 5);
        QCOMPARE(counters.opened - counters.closed, counters.idle);
    }
};

JOINERY_TEST(PoolTest)
#include "tst_pool.moc"
