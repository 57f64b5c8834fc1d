// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/worker/logged_connection.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;

class InspectQueriesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnyNumberOfTablesWithTheSameQueries_data() { test::Engines::addRows(); }
    void readsAnyNumberOfTablesWithTheSameQueries()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        auto opened = database.connect();
        VERIFY_OK(opened);
        int statements = 0;
        worker::LoggedConnection connection(*std::move(opened), [&](const QString &, qint64, const QString &) { ++statements; });
        if (engine == u"sqlite") // nothing here has to survive a power cut
            VERIFY_OK(connection.run(QStringLiteral("PRAGMA synchronous = OFF")));
        int counts[2] = {};
        const auto addTables = [&](int from, int to) -> Status {
            for (int i = from; i < to; ++i) {
                JOINERY_TRY(connection.run(QStringLiteral("CREATE TABLE t%1 (id integer PRIMARY KEY, name varchar(20) UNIQUE, parent integer, "
                                                              "CHECK (parent > 0), FOREIGN KEY (parent) REFERENCES t%1 (id))").arg(i)));
                JOINERY_TRY(connection.run(QStringLiteral("CREATE INDEX i%1 ON t%1 (name, parent)").arg(i)));
                JOINERY_TRY(connection.run(QStringLiteral("CREATE VIEW v%1 AS SELECT name FROM t%1").arg(i)));
            }
            return {};
        };
        for (int round = 0; round < 2; ++round) {
            VERIFY_OK(addTables(round == 0 ? 0 : 10, round == 0 ? 10 : 200));
            statements = 0;
            const auto inspection = dialectOf(connection).inspect(connection, {}, {});
            VERIFY_OK(inspection);
            QCOMPARE(inspection->catalog.tables.size(), size_t(round == 0 ? 10 : 200));
            for (const schema::Table &table : inspection->catalog.tables) {
                QCOMPARE(table.columns.size(), size_t(3));
                QCOMPARE(table.checks.size(), size_t(1));
                QCOMPARE(table.foreignKeys.size(), size_t(1));
                QVERIFY(table.primaryKey);
                QVERIFY(!table.indexes.empty());
            }
            counts[round] = statements;
        }
        QCOMPARE(counts[1], counts[0]);
    }

    void stopsWhenItIsCancelled_data() { test::Engines::addRows(); }
    void stopsWhenItIsCancelled()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        CancelToken token;
        token.cancel();
        const auto inspection = dialectOf(**connection).inspect(**connection, {}, token);
        QVERIFY(!inspection);
        QCOMPARE(inspection.error().kind, ErrorKind::Cancelled);
    }
};

JOINERY_TEST(InspectQueriesTest)
#include "tst_inspect_queries.moc"
