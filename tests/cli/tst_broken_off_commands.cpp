// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/builtin.h"
#include "core/migration/revision_directory.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QJsonArray>

#include <csignal>

using namespace joinery;
using test::Outcome;
using test::Program;

/// joinery-cli itself, killed while the server lets it wait at a statement.
class BrokenOffCommandsTest : public test::TestCase
{
    Q_OBJECT

    static Outcome inProject(const Program &program, const QStringList &arguments)
    {
        return program.run(QStringList{QStringLiteral("-C"), QStringLiteral("p")} + arguments);
    }

    static operation::ExecuteSql own(const char *up)
    {
        return {.up = QString::fromLatin1(up), .down = QString(), .dialects = {}, .outsideTransaction = false, .touches = {}, .description = {}};
    }

    /// A project of two revisions; the second one adds, counts up, indexes and drops.
    static Status makeProject(const Program &program, bool concurrently)
    {
        program.run({QStringLiteral("init"), QStringLiteral("p")});
        const migration::RevisionDirectory directory(program.path(QStringLiteral("p/migrations")));
        schema::Table table;
        table.name = schema::Name(QStringLiteral("account"));
        schema::Column id, total, memo, state;
        id.name = QStringLiteral("id");
        id.type = schema::Type::of(schema::TypeKind::Integer);
        id.nullable = false;
        total.name = QStringLiteral("total");
        total.type = schema::Type::of(schema::TypeKind::Integer);
        memo = total;
        memo.name = QStringLiteral("memo");
        state = total;
        state.name = QStringLiteral("state");
        table.columns = {id, total, memo};
        table.primaryKey = schema::PrimaryKey{.name = {}, .columns = {id.name}};
        migration::Revision first, second;
        first.id = QStringLiteral("aaaaaaaaaaaa");
        first.operations = {operation::CreateTable{table}};
        second.id = QStringLiteral("bbbbbbbbbbbb");
        second.parents = {first.id};
        schema::Index index;
        index.name = QStringLiteral("ix_total");
        index.items.push_back({.column = total.name});
        second.operations = {operation::AddColumn{table.name, state, {}, {}}, own("UPDATE account SET total = total * 2 + 1"),
                             operation::CreateIndex{table.name, index, concurrently}, own("UPDATE account SET state = total"),
                             operation::DropColumn{table.name, memo, {}}};
        JOINERY_TRY(directory.add(first));
        JOINERY_TRY(directory.add(second));
        return {};
    }

    /// Waits until a session of the database waits for the lock of another one.
    static bool somebodyWaits(driver::Connection &connection, const QString &engine)
    {
        const QString sql = engine == QLatin1String("postgresql")
            ? QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
            : QStringLiteral("SELECT 1 FROM information_schema.processlist WHERE db = database() AND state LIKE 'Waiting for table%'");
        return QTest::qWaitFor([&] {
            const auto rows = connection.fetch(sql);
            return rows && rows->rowCount() > 0;
        }, 30000);
    }

private Q_SLOTS:
    void goesOnAfterKill_data() { test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")}); }
    void goesOnAfterKill()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const bool postgresql = engine == QLatin1String("postgresql");
        Program program;
        const test::ScratchDatabase scratch(engine);
        program.set(QStringLiteral("JOINERY_URL"), scratch.url().toStringWithPassword());
        VERIFY_OK(makeProject(program, postgresql));
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("aaaaaaaaaaaa")}), 0);
        VERIFY_OK(scratch.run({QStringLiteral("INSERT INTO account VALUES (1, 10, NULL), (2, 20, 3)")}));

        // PostgreSQL waits at CREATE INDEX CONCURRENTLY for an older transaction, MySQL at its first ALTER.
        const auto holder = scratch.connect(), watcher = scratch.connect();
        VERIFY_OK(holder);
        VERIFY_OK(watcher);
        driver::BeginOptions kept;
        kept.isolation = driver::Isolation::RepeatableRead;
        VERIFY_OK((*holder)->begin(kept));
        VERIFY_OK((*holder)->run(postgresql ? QStringLiteral("SELECT 1") : QStringLiteral("SELECT * FROM account")));
        const auto process = program.start({QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("upgrade"), QStringLiteral("--allow-destructive")});
        QVERIFY(process->waitForStarted());
        QVERIFY(somebodyWaits(**watcher, engine));
        ::kill(pid_t(process->processId()), SIGKILL);
        QVERIFY(process->waitForFinished());
        VERIFY_OK((*holder)->rollback());

        const Outcome current = program.run({QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("--json"), QStringLiteral("current")});
        COMPARE_CODE(current, 0);
        const QJsonObject half = current.json().value(QLatin1String("half_applied")).toObject();
        if (!half.isEmpty()) {
            QCOMPARE(half.value(QLatin1String("revision")).toString(), QStringLiteral("bbbbbbbbbbbb"));
            QCOMPARE(half.value(QLatin1String("resume")).toString(), QStringLiteral("joinery-cli upgrade bbbbbbbbbbbb"));
            QVERIFY(!half.value(QLatin1String("left")).toArray().isEmpty());
            const Outcome words = inProject(program, {QStringLiteral("current")});
            QVERIFY2(words.err.contains("half applied") && words.err.contains("To go on: joinery-cli upgrade bbbbbbbbbbbb"), words.all().constData());
            const Outcome stamp = inProject(program, {QStringLiteral("stamp"), QStringLiteral("bbbbbbbbbbbb")});
            COMPARE_CODE(stamp, 4);
        } else {
            QVERIFY2(!postgresql, current.all().constData());
        }
        const Outcome resumed = inProject(program, {QStringLiteral("upgrade"), QStringLiteral("bbbbbbbbbbbb"), QStringLiteral("--allow-destructive")});
        COMPARE_CODE(resumed, 0);
        const Outcome rows = program.run({QStringLiteral("query"), QStringLiteral("SELECT id, total, state FROM account ORDER BY id"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(rows.out, QByteArray("id,total,state\n1,21,21\n2,41,41\n"));
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade")}), 0);
        const Outcome after = program.run({QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("--json"), QStringLiteral("current")});
        QVERIFY2(!after.json().contains(QLatin1String("half_applied")), after.all().constData());
    }

    /// What is left of a run that nobody wants to finish.
    void canBeAbandoned()
    {
        REQUIRE_ENGINE(QStringLiteral("mysql"));
        Program program;
        const test::ScratchDatabase scratch(QStringLiteral("mysql"));
        program.set(QStringLiteral("JOINERY_URL"), scratch.url().toStringWithPassword());
        VERIFY_OK(makeProject(program, false));
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("aaaaaaaaaaaa")}), 0);
        VERIFY_OK(scratch.run({QStringLiteral("INSERT INTO account VALUES (1, 2147483000, NULL)")})); // too much for the second step
        const Outcome failed = inProject(program, {QStringLiteral("upgrade"), QStringLiteral("--allow-destructive")});
        COMPARE_CODE(failed, 3);
        QVERIFY2(failed.err.contains("half applied") && failed.err.contains("ADD COLUMN state"), failed.all().constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("--resume"), QStringLiteral("abandon")}), 0);
        const Outcome check = inProject(program, {QStringLiteral("check")});
        COMPARE_CODE(check, 1);
        QVERIFY2(check.out.contains("state"), check.all().constData());
    }

    void lintAndPreflightTell()
    {
        Program program;
        const test::ScratchDatabase scratch(QStringLiteral("sqlite"));
        program.set(QStringLiteral("JOINERY_URL"), scratch.url().toStringWithPassword());
        VERIFY_OK(makeProject(program, false));
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("aaaaaaaaaaaa")}), 0);
        VERIFY_OK(scratch.run({QStringLiteral("INSERT INTO account VALUES (1, 10, NULL), (2, 20, 3)")}));
        const Outcome lint = program.run({QStringLiteral("-C"), QStringLiteral("p"), QStringLiteral("--json"), QStringLiteral("lint")});
        COMPARE_CODE(lint, 1);
        QVERIFY2(lint.out.contains("DL102"), lint.all().constData());
        const Outcome asked = inProject(program, {QStringLiteral("preflight")});
        COMPARE_CODE(asked, 1);
        QVERIFY2(asked.out.contains("DL102") && asked.out.contains("Rows: 1") && asked.out.contains("2, 3"), asked.all().constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("--preflight")}), 4);
        COMPARE_CODE(inProject(program, {QStringLiteral("lint"), QStringLiteral("--allow"), QStringLiteral("DL102")}), 2);
        const Outcome allowed = inProject(program, {QStringLiteral("lint"), QStringLiteral("--dialect"), QStringLiteral("sqlite"), QStringLiteral("bbbbbbbbbbbb"),
                                                    QStringLiteral("--allow"), QStringLiteral("DL102:account.memo=nobody reads it"), QStringLiteral("--allow"), QStringLiteral("DL107=known")});
        QVERIFY2(allowed.out.contains("because: nobody reads it"), allowed.all().constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade"), QStringLiteral("--allow-destructive"), QStringLiteral("--preflight")}), 0);
    }
};

JOINERY_TEST(BrokenOffCommandsTest)
#include "tst_broken_off_commands.moc"
