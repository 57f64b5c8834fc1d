// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "suite/migration/breaking_connection.h"
#include "suite/migration/eventful_revision.h"
#include "support/test_case.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace joinery;

/// A process that migrates is killed at every message that it sends: before it, and after its answer. Whoever comes next
/// reaches the same schema and the same rows.
class BrokenOffTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void killedAnywhere_data() { test::Engines::addRows(); }
    void killedAnywhere()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::EventfulRevision revision(engine);
        test::ReusedDatabase database(engine);
        const auto again = [&] { return database.connect(); };
        const auto start = [&]() -> Result<driver::Connection *> {
            JOINERY_TRY_VALUE(driver::Connection *const connection, database.emptied());
            JOINERY_TRY(revision.fill(*connection, again));
            return connection;
        };
        const auto whole = start();
        VERIFY_OK(whole);
        test::BreakingConnection counted(**whole, [](int, bool) {});
        const auto report = revision.upgrade(counted, again);
        VERIFY_OK(report);
        QVERIFY2(!report->failure, qPrintable(report->failure ? report->failure->message + u'\n' + report->failure->statement : QString()));
        const auto wanted = test::EventfulRevision::picture(**whole);
        VERIFY_OK(wanted);
        QVERIFY(wanted->contains(QLatin1String("store")) && wanted->contains(QLatin1String("|21|")));
        QVERIFY(!wanted->contains(QLatin1String("joinery_journal")));

        // A few places here and there; the long run takes all of them.
        const int stride = qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? 1 : counted.count() / 4 | 1;
        int halves = 0;
        for (int at = 1; at <= counted.count() * 2; at += stride) {
            const int message = (at + 1) / 2;
            const bool before = at % 2 == 1;
            const QByteArray where = QByteArray(before ? "before " : "after ") + QByteArray::number(message);
            const auto filled = start();
            VERIFY_OK(filled);
            QVERIFY2(killAt(database, revision, message, before), where.constData());
            const auto next = again();
            VERIFY_OK(next);
            const auto half = migration::Journal(dialectOf(**next), **next).read();
            VERIFY_OK(half);
            if (*half) {
                ++halves;
                QCOMPARE((*half)->revision, test::EventfulRevision::head());
                QVERIFY2(!(*half)->left().isEmpty() || !(*half)->done().isEmpty(), where.constData());
                QCOMPARE((*half)->resumeCommand(), QStringLiteral("joinery-cli upgrade ") + test::EventfulRevision::head());
            }
            const auto resumed = revision.upgrade(**next, again);
            QVERIFY2(resumed.has_value(), resumed ? "" : qPrintable(QString::fromLatin1(where) + u": " + resumed.error().message + u'\n' + resumed.error().statement));
            QVERIFY2(!resumed->failure, qPrintable(QString::fromLatin1(where) + u": " + (resumed->failure ? resumed->failure->message + u'\n' + resumed->failure->statement : QString())));
            QCOMPARE(resumed->after, QStringList{test::EventfulRevision::head()});
            const auto now = test::EventfulRevision::picture(**next);
            VERIFY_OK(now);
            if (*now != *wanted)
                qInfo("%s: %s", where.constData(), qPrintable(*now));
            QVERIFY2(*now == *wanted, where.constData());
        }
        // Where the engine takes its statements back there is nothing to go on with.
        QCOMPARE(halves > 0, engine != QLatin1String("sqlite"));
    }

private:
    /// Runs the upgrade in a process of its own, which kills itself at the message; true where it got there or to its end.
    static bool killAt(const test::ReusedDatabase &database, const test::EventfulRevision &revision, int message, bool before)
    {
        const pid_t child = fork();
        if (child == 0) {
            const auto connection = database.connect();
            if (!connection)
                _exit(2);
            test::BreakingConnection breaking(**connection, [&](int at, bool now) {
                if (at == message && now == before)
                    ::kill(getpid(), SIGKILL);
            });
            const auto report = revision.upgrade(breaking, [&] { return database.connect(); });
            _exit(report && !report->failure ? 0 : 3);
        }
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) != child)
            return false;
        return (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
};

JOINERY_TEST(BrokenOffTest)
#include "tst_broken_off.moc"
