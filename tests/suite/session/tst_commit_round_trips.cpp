// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/commit.h"
#include "core/worker/table_rows.h"
#include "support/counting_proxy.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;
using driver::Value;

/// How often a commit of staged edits waits for the server.
class CommitRoundTripsTest : public test::TestCase
{
    Q_OBJECT

    // A third each: changed, deleted, and new.
    static session::ChangeSet edits(int count)
    {
        session::ChangeSet set;
        for (int i = 1; i <= count; ++i) {
            const session::RowKeyValues key{Value::integer(i)};
            const std::vector<Value> before{Value::integer(i), Value::text(QStringLiteral("old"))};
            if (i % 3 == 0)
                set.deleteRow(key, before);
            else if (i % 3 == 1)
                set.setValue(key, before, QStringLiteral("a"), 1, Value::text(QStringLiteral("it's ? %1").arg(i)));
            else
                set.insertRow({{QStringLiteral("id"), Value::integer(100000 + i)}, {QStringLiteral("a"), Value::text(QStringLiteral("new"))}});
        }
        return set;
    }

private Q_SLOTS:
    void areByBatchesNotByRows_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void areByBatchesNotByRows()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        int trips[2] = {};
        const int counts[] = {10, 1000};
        for (int round = 0; round < 2; ++round) {
            const test::ScratchDatabase database(engine);
            const QString serial = engine == u"mysql" ? QStringLiteral("INSERT INTO t SELECT seq, 'old' FROM seq_1_to_1000")
                                                      : QStringLiteral("INSERT INTO t SELECT i, 'old' FROM generate_series(1, 1000) i");
            VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(60))"), serial}));
            driver::Url url = database.url();
            test::CountingProxy proxy(quint16(url.port));
            url.port = proxy.port();
            url.query.append({QStringLiteral("sslmode"), engine == u"mysql" ? QStringLiteral("disabled") : QStringLiteral("disable")});
            const auto connection = joinery::connect(url);
            VERIFY_OK(connection);
            const auto inspection = dialectOf(**connection).inspect(**connection, {}, {});
            VERIFY_OK(inspection);
            const auto source = worker::rowSource(inspection->catalog, QStringLiteral("t"), engine);
            const session::ChangeSet set = edits(counts[round]);
            const int before = proxy.roundTrips();
            const session::CommitReport report = session::commitChanges(**connection, dialectOf(**connection), source, set.changes(), {});
            trips[round] = proxy.roundTrips() - before;
            QVERIFY2(report.committed, report.failure ? qPrintable(report.failure->message) : "");
            QCOMPARE(report.rows.size(), size_t(counts[round]));
            const auto rows = (*connection)->fetch(QStringLiteral("SELECT count(*) FROM t WHERE a = 'new'"));
            VERIFY_OK(rows);
            QCOMPARE(rows->value(0, 0).toText().toInt(), (counts[round] + 1) / 3);
        }
        qInfo("%s: %d round trips for 10 edits, %d for 1000", qPrintable(engine), trips[0], trips[1]);
        QVERIFY2(trips[1] < trips[0] + 30, qPrintable(QStringLiteral("%1 and %2").arg(trips[0]).arg(trips[1])));
    }
};

JOINERY_TEST(CommitRoundTripsTest)
#include "tst_commit_round_trips.moc"
