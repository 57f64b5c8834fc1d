// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/database.h"
#include "support/heavy_queries.h"
#include "support/test_case.h"

#include <QElapsedTimer>

#include <thread>

using namespace joinery;
using driver::TransactionState;
using driver::Value;

/// What every driver must do alike.
class ConnectionTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void streamsInConstantMemory_data() { test::Engines::addRows(); }
    void streamsInConstantMemory()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto cursor = (*connection)->execute(test::manyRows(engine, 300000)); // some 60 MB of rows
        VERIFY_OK(cursor);
        driver::RowBlock block;
        qint64 rows = 0;
        qint64 before = 0;
        do {
            VERIFY_OK((*cursor)->read(block, 1000));
            QVERIFY(block.rowCount() <= 1000);
            bool inOrder = true;
            for (int row = 0; row < block.rowCount(); ++row)
                inOrder = inOrder && block.value(row, 0).toInteger() == rows + row + 1;
            QVERIFY(inOrder);
            rows += block.rowCount();
            if (rows == 20000)
                before = test::residentKilobytes();
        } while (!block.isEmpty());
        QCOMPARE(rows, 300000);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed, to find its use
        QVERIFY2(test::residentKilobytes() - before < 8000, qPrintable(QString::number(test::residentKilobytes() - before)));
#else
        Q_UNUSED(before)
#endif
    }

    void cancelsWithinASecond_data() { test::Engines::addRows(); }
    void cancelsWithinASecond()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        CancelToken token;
        qint64 asked = 0;
        QElapsedTimer timer;
        timer.start();
        std::thread other([&, token]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            token.cancel();
            asked = timer.elapsed();
        });
        const auto rows = (*connection)->fetch(test::endlessQuery(engine), {}, token);
        const qint64 answered = timer.elapsed();
        other.join();
        QVERIFY(!rows);
        QVERIFY2(rows.error().kind == ErrorKind::Cancelled, qPrintable(rows.error().message));
        QCOMPARE(rows.error().damage, Damage::Statement);
        QVERIFY(asked < 400); // the asking thread does not wait for the server
        QVERIFY2(answered - asked < 1000, qPrintable(QString::number(answered - asked)));
        VERIFY_OK((*connection)->ping({}));
        QCOMPARE((*connection)->fetch(QStringLiteral("SELECT 1"), {}, token).error().kind, ErrorKind::Cancelled);
        VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT 1")));
    }

    void runsTransactions_data() { test::Engines::addRows(); }
    void runsTransactions()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto opened = database.connect();
        VERIFY_OK(opened);
        driver::Connection &connection = **opened;
        VERIFY_OK(connection.run(QStringLiteral("CREATE TABLE t (a integer)")));
        const auto count = [&] { return connection.fetch(QStringLiteral("SELECT count(*) FROM t"))->value(0, 0).toInteger(); };
        QCOMPARE(connection.transactionState(), TransactionState::Idle);
        VERIFY_OK(connection.begin());
        QCOMPARE(connection.transactionState(), TransactionState::Open);
        QVERIFY(!connection.begin());
        VERIFY_OK(connection.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        VERIFY_OK(connection.savepoint(QStringLiteral("a")));
        VERIFY_OK(connection.run(QStringLiteral("INSERT INTO t VALUES (2)")));
        QVERIFY(!connection.run(QStringLiteral("INSERT INTO nowhere VALUES (2)")));
        VERIFY_OK(connection.rollbackTo(QStringLiteral("a")));
        QCOMPARE(connection.transactionState(), TransactionState::Open);
        VERIFY_OK(connection.release(QStringLiteral("a")));
        VERIFY_OK(connection.commit());
        QCOMPARE(connection.transactionState(), TransactionState::Idle);
        QCOMPARE(count(), 1);
        VERIFY_OK(connection.begin());
        VERIFY_OK(connection.run(QStringLiteral("DELETE FROM t")));
        VERIFY_OK(connection.rollback());
        QCOMPARE(count(), 1);
        VERIFY_OK(connection.rollback()); // nothing to do is no error
    }

    void refusesWritesWhenReadOnly_data() { test::Engines::addRows(); }
    void refusesWritesWhenReadOnly()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        driver::ConnectOptions options;
        options.readOnly = true;
        const auto connection = database.connect(options);
        VERIFY_OK(connection);
        QVERIFY((*connection)->isReadOnly());
        for (const char *sql : {"INSERT INTO t VALUES (1)", "DELETE FROM t", "CREATE TABLE u (a integer)", "DROP TABLE t"}) {
            const auto done = (*connection)->run(QString::fromLatin1(sql));
            QVERIFY2(!done, sql);
            QVERIFY2(done.error().kind == ErrorKind::ReadOnly, qPrintable(done.error().message));
        }
        VERIFY_OK((*connection)->begin());
        QCOMPARE((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")).error().kind, ErrorKind::ReadOnly);
        VERIFY_OK((*connection)->rollback());
        if (engine != u"sqlite") { // SQLite's file is open for reading alone
            for (const char *sql : {"SET SESSION TRANSACTION READ WRITE", "BEGIN READ WRITE", "set transaction_read_only = 0"})
                QCOMPARE((*connection)->run(QString::fromLatin1(sql)).error().kind, ErrorKind::ReadOnly);
            VERIFY_OK((*connection)->setReadOnly(false));
            VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        }
        VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT * FROM t")));
    }

    void noticesALostConnection_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void noticesALostConnection()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        const auto killOthers = [&] {
            const auto killer = database.connect();
            if (engine == u"postgresql") {
                return (*killer)->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                                     "datname = current_database() AND pid <> pg_backend_pid()")).has_value();
            }
            const auto ids = (*killer)->fetch(QStringLiteral("SELECT id FROM information_schema.processlist "
                                                             "WHERE db = database() AND id <> connection_id()"));
            for (int row = 0; row < ids->rowCount(); ++row)
                (void)(*killer)->run(QStringLiteral("KILL ") + ids->value(row, 0).toText());
            return ids->rowCount() > 0;
        };
        // In a transaction, between two statements.
        {
            const auto connection = database.connect();
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->begin());
            VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
            QVERIFY(killOthers());
            const auto next = (*connection)->run(QStringLiteral("INSERT INTO t VALUES (2)"));
            QVERIFY(!next);
            QCOMPARE(next.error().kind, ErrorKind::Network);
            QCOMPARE(next.error().damage, Damage::Connection);
            QVERIFY(!(*connection)->isOpen());
            const auto later = (*connection)->run(QStringLiteral("SELECT 1"));
            QVERIFY(!later);
            QCOMPARE(later.error().damage, Damage::Connection);
        }
        // While a statement runs.
        {
            const auto connection = database.connect();
            VERIFY_OK(connection);
            std::thread other([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                (void)killOthers();
            });
            const auto rows = (*connection)->fetch(test::endlessQuery(engine));
            other.join();
            QVERIFY(!rows);
            QVERIFY2(rows.error().kind == ErrorKind::Network, qPrintable(rows.error().message));
            QCOMPARE(rows.error().damage, Damage::Connection);
            QVERIFY(!rows.error().message.isEmpty());
            QVERIFY(!(*connection)->isOpen());
        }
        const auto fresh = database.connect();
        VERIFY_OK(fresh);
        QCOMPARE((*fresh)->fetch(QStringLiteral("SELECT count(*) FROM t"))->value(0, 0).toInteger(), 0);
    }

    void tellsNullFromEmpty_data() { test::Engines::addRows(); }
    void tellsNullFromEmpty()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a varchar(10) DEFAULT 'd')")));
        const QString insert = engine == u"postgresql" ? QStringLiteral("INSERT INTO t VALUES ($1, $2)")
                                                       : QStringLiteral("INSERT INTO t VALUES (?, ?)");
        const Value null[] = {Value::integer(1), Value::null()};
        const Value empty[] = {Value::integer(2), Value::text(QString())};
        VERIFY_OK((*connection)->run(insert, null));
        VERIFY_OK((*connection)->run(insert, empty));
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t (id) VALUES (3)")));
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT a FROM t ORDER BY id"));
        VERIFY_OK(rows);
        QVERIFY(rows->value(0, 0) == Value::null());
        QVERIFY(rows->value(1, 0) == Value::text(QString()));
        QVERIFY(rows->value(2, 0) == Value::text(QStringLiteral("d")));
    }
};

JOINERY_TEST(ConnectionTest)
#include "tst_connection.moc"
