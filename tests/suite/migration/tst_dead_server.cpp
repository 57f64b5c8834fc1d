// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "suite/migration/breaking_connection.h"
#include "suite/migration/durable_server.h"
#include "suite/migration/eventful_revision.h"
#include "support/test_case.h"

using namespace joinery;

/// The server itself is killed at every message of a run, and started again: the next run reaches the same schema and rows.
class DeadServerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void killedAnywhere_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void killedAnywhere()
    {
        QFETCH(QString, engine);
        if (!qEnvironmentVariableIsSet("JOINERY_TEST_LONG"))
            QSKIP("takes minutes: runs with --long");
        test::DurableServer server(engine);
        const QString trouble = server.create();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const test::EventfulRevision revision(engine);
        const auto again = [&] { return server.connect(); };
        QString wanted;
        int messages = 1;
        // Two at a time: before the message, and after its answer.
        for (int at = 0; at <= messages * 2; at += stride()) {
            const int message = (at + 1) / 2;
            const bool before = at % 2 == 1;
            const QString where = QStringLiteral("%1 %2: ").arg(QLatin1String(before ? "before" : "after")).arg(message);
            {
                const auto fresh = again();
                VERIFY_OK(fresh);
                VERIFY_OK(empty(engine, **fresh));
                const auto connection = again();
                VERIFY_OK(connection);
                VERIFY_OK(revision.fill(**connection, again));
                bool dead = false;
                test::BreakingConnection breaking(**connection, [&](int now, bool first) {
                    if (at > 0 && now == message && first == before && !std::exchange(dead, true))
                        server.kill();
                });
                const auto report = revision.upgrade(breaking, again);
                if (at == 0) { // how it is when nobody dies
                    VERIFY_OK(report);
                    QVERIFY(!report->failure);
                    messages = breaking.count();
                }
            }
            if (at > 0) {
                const QString started = server.start();
                QVERIFY2(started.isEmpty(), qPrintable(where + started));
            }
            const auto next = again();
            VERIFY_OK(next);
            const auto resumed = revision.upgrade(**next, again);
            QVERIFY2(resumed.has_value(), qPrintable(where + (resumed ? QString() : resumed.error().message)));
            QVERIFY2(!resumed->failure, qPrintable(where + (resumed->failure ? QString(resumed->failure->message + u'\n' + resumed->failure->statement) : QString())));
            QCOMPARE(resumed->after, QStringList{test::EventfulRevision::head()});
            const auto picture = test::EventfulRevision::picture(**next);
            VERIFY_OK(picture);
            if (wanted.isEmpty())
                wanted = *picture;
            QVERIFY2(*picture == wanted, qPrintable(where));
        }
    }

private:
    /// Every message with JOINERY_TEST_EVERY; else one of seven, each time another neighbourhood.
    static int stride() { return qEnvironmentVariableIsSet("JOINERY_TEST_EVERY") ? 1 : 7; }

    static Status empty(const QString &engine, driver::Connection &connection)
    {
        const QStringList statements = engine == QLatin1String("postgresql")
            ? QStringList{QStringLiteral("DROP SCHEMA public CASCADE"), QStringLiteral("CREATE SCHEMA public")}
            : QStringList{QStringLiteral("DROP DATABASE shop"), QStringLiteral("CREATE DATABASE shop CHARACTER SET utf8mb4")};
        for (const QString &each : statements)
            JOINERY_TRY(connection.run(each));
        return {};
    }
};

JOINERY_TEST(DeadServerTest)
#include "tst_dead_server.moc"
