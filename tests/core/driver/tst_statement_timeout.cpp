// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/driver/csv_source.h"
#include "support/cancel_soon.h"
#include "support/database.h"
#include "support/heavy_queries.h"
#include "support/test_case.h"

#include <QBuffer>
#include <QElapsedTimer>

#include <thread>

using namespace joinery;
using driver::Url;

class StatementTimeoutTest : public test::TestCase
{
    Q_OBJECT
    static Url withTimeout(Url url, const QString &seconds)
    {
        url.query.append({QStringLiteral("statement_timeout"), seconds});
        return url;
    }

private Q_SLOTS:
    void stopsALongStatement_data() { test::Engines::addRows(); }
    void stopsALongStatement()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.4")));
        VERIFY_OK(connection);
        QElapsedTimer timer;
        timer.start();
        const auto rows = (*connection)->fetch(test::endlessQuery(engine));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Timeout);
        QCOMPARE(rows.error().damage, Damage::Statement);
        QCOMPARE(rows.error().statement, test::endlessQuery(engine));
        QVERIFY2(rows.error().message.contains(QStringLiteral("statement timeout of 0.4 seconds")), qPrintable(rows.error().message));
        QVERIFY(!rows.error().detail.isEmpty()); // the engine's own words
        QVERIFY2(timer.elapsed() >= 390 && timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
        // The connection goes on, and what is quick is not touched.
        for (int i = 0; i < 3; ++i)
            VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT 1")));
    }

    void stopsItInATransaction_data() { test::Engines::addRows(); }
    void stopsItInATransaction()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.3")));
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->begin());
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        const auto rows = (*connection)->fetch(test::endlessQuery(engine));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Timeout);
        // PostgreSQL gives up the whole transaction, the others the statement.
        QCOMPARE(rows.error().damage, engine == u"postgresql" ? Damage::Transaction : Damage::Statement);
        VERIFY_OK((*connection)->rollback());
        QCOMPARE((*connection)->fetch(QStringLiteral("SELECT count(*) FROM t"))->value(0, 0).toInteger(), 0);
    }

    void countsWorkAndNoRest()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.3")));
        VERIFY_OK(connection);
        const auto cursor = (*connection)->execute(
            QStringLiteral("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3000) SELECT n FROM c"));
        VERIFY_OK(cursor);
        driver::RowBlock block;
        qint64 rows = 0;
        do {
            VERIFY_OK((*cursor)->read(block, 1000));
            rows += block.rowCount();
            std::this_thread::sleep_for(std::chrono::milliseconds(200)); // somebody looks at the rows
        } while (!block.isEmpty());
        QCOMPARE(rows, 3000);
    }

    void countsTheReadingOfRows()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.3")));
        VERIFY_OK(connection);
        const auto cursor = (*connection)->execute(
            QStringLiteral("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c WHERE n < 3 OR n < 0"));
        VERIFY_OK(cursor); // two rows at once, and then none for ever
        driver::RowBlock block;
        const Status read = (*cursor)->read(block, 1000);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Timeout);
    }

    /// A table of which every new row takes as long as it wants.
    static QStringList slowTable(const QString &engine)
    {
        if (engine == u"postgresql")
            return {QStringLiteral("CREATE TABLE slow (a integer)"),
                    QStringLiteral("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NEW; END'"),
                    QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON slow FOR EACH ROW EXECUTE FUNCTION wait()")};
        if (engine == u"mysql")
            return {QStringLiteral("CREATE TABLE slow (a integer)"),
                    QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON slow FOR EACH ROW SET NEW.a = SLEEP(600)")};
        return {QStringLiteral("CREATE TABLE slow (a integer)"),
                QStringLiteral("CREATE VIEW endless AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"),
                QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON slow BEGIN SELECT count(*) FROM endless; END")};
    }

    void stopsBulkInsertsAndBatches_data() { test::Engines::addRows(); }
    void stopsBulkInsertsAndBatches()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run(slowTable(engine)));
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.4")));
        VERIFY_OK(connection);
        for (const bool bulk : {true, false}) {
            VERIFY_OK((*connection)->begin());
            Status status;
            if (bulk) {
                const auto insert = (*connection)->bulkInsert({QStringLiteral("slow"), {QStringLiteral("a")}, QStringLiteral("slow")});
                VERIFY_OK(insert);
                driver::RowBlock rows(1);
                rows.appendInteger(1);
                status = (*insert)->write(rows, 0, 1);
                if (status)
                    status = (*insert)->finish();
            } else {
                const auto batch = (*connection)->batch();
                VERIFY_OK(batch);
                status = (*batch)->add(QStringLiteral("INSERT INTO slow VALUES (1)"), {});
                if (status)
                    status = (*batch)->finish();
            }
            QVERIFY(!status);
            QVERIFY2(status.error().kind == ErrorKind::Timeout, qPrintable(status.error().message));
            QVERIFY2(status.error().message.contains(QStringLiteral("0.4 seconds")), qPrintable(status.error().message));
            VERIFY_OK((*connection)->rollback());
            VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT 1"))); // the connection goes on
        }
    }

    void stopsCsvOfTheServer()
    {
        const QString engine = QStringLiteral("postgresql");
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("0.4")));
        VERIFY_OK(connection);
        auto *source = dynamic_cast<driver::CsvSource *>(connection->get());
        QVERIFY(source);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto rows = source->copyCsv(QStringLiteral("SELECT 1 AS n FROM pg_sleep(600)"), {}, buffer, {}, {});
        QVERIFY(!rows);
        QVERIFY2(rows.error().kind == ErrorKind::Timeout, qPrintable(rows.error().message));
    }

    void aCancelIsNoTimeout()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("30")));
        VERIFY_OK(connection);
        CancelToken token;
        const test::CancelSoon other(token, std::chrono::milliseconds(100));
        const auto rows = (*connection)->fetch(test::endlessQuery(QStringLiteral("sqlite")), {}, token);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Cancelled);
    }

    void theOptionWinsOverTheUrl()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        driver::ConnectOptions options;
        options.statementTimeoutSeconds = 0.2;
        const auto connection = joinery::connect(withTimeout(database.url(), QStringLiteral("60")), options);
        VERIFY_OK(connection);
        QCOMPARE((*connection)->fetch(test::endlessQuery(QStringLiteral("sqlite"))).error().kind, ErrorKind::Timeout);
    }

    void refusesWhatIsNoNumber()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        for (const char *wrong : {"soon", "-1", "5s"}) {
            const auto connection = joinery::connect(withTimeout(database.url(), QString::fromLatin1(wrong)));
            QVERIFY(!connection);
            QCOMPARE(connection.error().kind, ErrorKind::InvalidInput);
            QVERIFY(connection.error().message.contains(QStringLiteral("number of seconds")));
        }
    }
};

JOINERY_TEST(StatementTimeoutTest)
#include "tst_statement_timeout.moc"
