// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/breaking_connection.h"
#include "suite/session/row_test_case.h"
#include "support/counting_proxy.h"

#include <QRandomGenerator>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace joinery;
using driver::Value;
using session::ChangeSet;
using session::CommitReport;

/// Commits that are cut off at every point, and commits of many writers at once: all or nothing, and nobody's update is lost.
class CommitFaultsTest : public test::RowTestCase
{
    Q_OBJECT

    session::RowSource m_rows;

    void prepareRows(const QString &engine)
    {
        prepare(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL)"),
                         QStringLiteral("INSERT INTO t VALUES (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0)")});
        m_rows = source(QStringLiteral("t"));
    }
    /// A change, a new row and a deleted one.
    ChangeSet edits()
    {
        const std::vector<Row> rows = rowsIn(m_rows);
        ChangeSet set;
        set.setValue(rows[0].key, rows[0].values, QStringLiteral("n"), 1, Value::integer(7));
        set.deleteRow(rows[1].key, rows[1].values);
        set.insertRow({{QStringLiteral("id"), Value::integer(100)}, {QStringLiteral("n"), Value::integer(1)}});
        return set;
    }
    static QString picture(driver::Connection &connection)
    {
        return rowsOf(connection, QStringLiteral("SELECT id, n FROM t ORDER BY id")).join(u' ');
    }
    static QString before() { return QStringLiteral("1|0 2|0 3|0 4|0 5|0 6|0"); }
    static QString after() { return QStringLiteral("1|7 3|0 4|0 5|0 6|0 100|1"); }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void cutAnywhereItIsAllOrNothing_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void cutAnywhereItIsAllOrNothing()
    {
        using Cut = test::CountingProxy::Cut;
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        int points = 0, inDoubt = 0, happened = 0;
        for (const Cut cut : {Cut::BeforeServer, Cut::BeforeAnswer}) {
            for (int trip = 1;; ++trip) {
                prepareRows(engine);
                const ChangeSet set = edits();
                driver::Url url = m_database->url();
                test::CountingProxy proxy(quint16(url.port));
                url.port = proxy.port();
                url.query.append({QStringLiteral("sslmode"), engine == u"mysql" ? QStringLiteral("disabled") : QStringLiteral("disable")});
                CommitReport report;
                int asked = 0;
                {
                    const auto connection = joinery::connect(url);
                    VERIFY_OK(connection);
                    const int first = proxy.roundTrips();
                    proxy.cutAt(first + trip, cut);
                    report = session::commitChanges(**connection, dialectOf(**connection), m_rows, set.changes(), {});
                    asked = proxy.roundTrips() - first;
                }
                const QByteArray where = QByteArray(cut == Cut::BeforeServer ? "before the server heard " : "before the answer to ") + QByteArray::number(trip);
                if (asked < trip) { // one more than there are
                    QVERIFY2(report.committed, where.constData());
                    break;
                }
                ++points;
                // A session that was cut off holds its locks until the server notices.
                const QString now = picture(*m_connection);
                QVERIFY2(now == before() || now == after(), qPrintable(QString::fromLatin1(where) + u": " + now));
                if (report.committed) {
                    QVERIFY2(now == after(), where.constData());
                    continue;
                }
                QVERIFY2(report.failure.has_value(), where.constData());
                if (report.failure->damage == Damage::InDoubt) {
                    ++inDoubt;
                    happened += now == after();
                } else {
                    // Who says that nothing was written, is right.
                    QVERIFY2(now == before(), qPrintable(QString::fromLatin1(where) + u": " + report.failure->message));
                    QCOMPARE(int(report.failure->damage), int(Damage::Connection));
                }
            }
        }
        qInfo("%s: cut at %d points, %d in doubt, of which %d had happened", qPrintable(engine), points, inDoubt, happened);
        // Of the COMMIT itself nobody can know once it was sent; where exactly it was cut is up to the network.
        QVERIFY(inDoubt >= 1 && happened <= inDoubt);
    }

    void killedAnywhereItIsAllOrNothing_data() { test::Engines::addRows(); }
    void killedAnywhereItIsAllOrNothing()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        const ChangeSet set = edits();
        int all = 0, nothing = 0;
        for (int at = 0;; ++at) {
            const int message = at / 2 + 1;
            const bool early = at % 2 == 0;
            VERIFY_OK(m_database->run({QStringLiteral("DELETE FROM t"), QStringLiteral("INSERT INTO t VALUES (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0)")}));
            const pid_t child = fork();
            if (child == 0) {
                const auto connection = m_database->connect();
                if (!connection)
                    _exit(2);
                test::BreakingConnection breaking(**connection, [&](int now, bool isBefore) {
                    if (now == message && isBefore == early)
                        ::kill(getpid(), SIGKILL);
                });
                const CommitReport report = session::commitChanges(breaking, *m_dialect, m_rows, set.changes(), {});
                _exit(report.committed ? 0 : 3);
            }
            int status = 0;
            QVERIFY(child > 0 && waitpid(child, &status, 0) == child);
            const QString now = picture(*m_connection);
            if (WIFEXITED(status)) {
                QCOMPARE(WEXITSTATUS(status), 0);
                QCOMPARE(now, after());
                break;
            }
            QVERIFY2(now == before() || now == after(), qPrintable(QStringLiteral("killed at %1: %2").arg(at).arg(now)));
            ++(now == after() ? all : nothing);
        }
        qInfo("%s: killed at %d points, %d of them after the commit", qPrintable(engine), all + nothing, all);
        QVERIFY(all >= 1 && nothing >= 3);
    }

    void noUpdateOfManyWritersIsLost_data() { test::Engines::addRows(); }
    void noUpdateOfManyWritersIsLost()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        constexpr int kWriters = 4;
        constexpr int kCommits = 12;
        std::atomic<int> added = 0, conflicts = 0, refused = 0;
        std::vector<std::thread> writers;
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([&, writer] {
                const auto opened = m_database->connect();
                if (!opened)
                    return;
                driver::Connection &connection = **opened;
                QRandomGenerator random{quint32(writer + 1)};
                for (int done = 0; done < kCommits;) {
                    // Adds one to some of the rows, as it has read them.
                    ChangeSet set;
                    for (const Row &row : rowsIn(connection, m_rows)) {
                        if (random.bounded(2) == 0)
                            set.setValue(row.key, row.values, QStringLiteral("n"), 1, Value::integer(row.values[1].toInteger() + 1));
                    }
                    const CommitReport report = session::commitChanges(connection, dialectOf(connection), m_rows, set.changes(), {});
                    if (report.committed) {
                        added += set.count();
                        ++done;
                    } else {
                        ++(report.failure->kind == ErrorKind::Conflict ? conflicts : refused); // busy, deadlock
                    }
                }
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(rowsOf(QStringLiteral("SELECT sum(n) FROM t")), QStringList{QString::number(added)});
        qInfo("%s: %d updates, %d conflicts, %d refused", qPrintable(engine), added.load(), conflicts.load(), refused.load());
    }
};

JOINERY_TEST(CommitFaultsTest)
#include "tst_commit_faults.moc"
