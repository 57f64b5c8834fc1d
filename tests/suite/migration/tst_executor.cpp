// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "core/migration/executor.h"
#include "suite/migration/cases.h"
#include "suite/migration/eventful_revision.h"
#include "support/test_case.h"

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace joinery;

/// What a run owes to others and to the settings of its session.
class ExecutorTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void twoAtOnce_data() { test::Engines::addRows(); }
    void twoAtOnce()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::EventfulRevision revision(engine);
        test::ReusedDatabase database(engine);
        const auto again = [&] { return database.connect(); };
        const int rounds = qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? 100 : 4;
        QString wanted;
        for (int round = 0; round < rounds; ++round) {
            const auto start = database.emptied();
            VERIFY_OK(start);
            VERIFY_OK(revision.fill(**start, again));
            pid_t children[2] = {};
            for (pid_t &child : children) {
                child = fork();
                if (child == 0)
                    _exit(upgradedAlone(database, revision));
            }
            int applied = 0;
            for (const pid_t child : children) {
                int status = 0;
                QCOMPARE(waitpid(child, &status, 0), child);
                QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) < 2);
                applied += WEXITSTATUS(status);
            }
            QCOMPARE(applied, 1); // each revision once
            const auto now = again();
            VERIFY_OK(now);
            const auto picture = test::EventfulRevision::picture(**now);
            VERIFY_OK(picture);
            if (wanted.isEmpty())
                wanted = *picture;
            QCOMPARE(*picture, wanted);
        }
    }

    /// PostgreSQL refuses another type under a view: the view goes and comes back, with what hangs on it.
    void retypesUnderViews()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::CaseDatabase database(QStringLiteral("postgresql"));
        QStringList script{QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a text, b integer)"),
                                 QStringLiteral("CREATE VIEW v AS SELECT id, a FROM t WHERE a <> ''"),
                                 QStringLiteral("CREATE VIEW w AS SELECT count(*) AS n FROM v"),
                                 QStringLiteral("CREATE MATERIALIZED VIEW m AS SELECT a, id FROM t"),
                                 QStringLiteral("CREATE UNIQUE INDEX m_id ON m (id)"),
                                 QStringLiteral("COMMENT ON VIEW v IS 'shown'"),
                                 QStringLiteral("CREATE VIEW other AS SELECT b FROM t"),
                                 QStringLiteral("INSERT INTO t VALUES (1, 'x', 2)")};
        const auto target = database.fill(script); // the server spells a view as its columns are
        VERIFY_OK(target);
        const auto wanted = test::inspected(**target);
        VERIFY_OK(wanted);
        script[0].replace(QLatin1String("a text"), QLatin1String("a varchar(10)"));
        const auto connection = database.fill(script);
        VERIFY_OK(connection);
        const auto from = test::inspected(**connection);
        VERIFY_OK(from);
        const schema::Name table(QStringLiteral("t"));
        const operation::AlterColumn change{table, *from->table(table)->column(QStringLiteral("a")), *wanted->table(table)->column(QStringLiteral("a")), {}, {}, {}};
        QCOMPARE(test::walk(database, **connection, *from, *wanted, {change}), QString());
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT a FROM v"));
        VERIFY_OK(rows);
        QCOMPARE(rows->rowCount(), 1);
    }

    /// Two equal keys of one table are two to the model, and to the database.
    void createsTwinKeys()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::CaseDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.fill({});
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto script = dialect.readScript(QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a integer, CONSTRAINT one UNIQUE (a), CONSTRAINT two UNIQUE (a));"), {});
        VERIFY_OK(script);
        const auto steps = dialect::createScript(dialect, script->catalog);
        VERIFY_OK(steps);
        for (const dialect::SqlStep &step : *steps)
            VERIFY_OK((*connection)->run(step.sql));
        const auto made = test::inspected(**connection);
        VERIFY_OK(made);
        QCOMPARE(made->tables.front().uniques.size(), size_t(2));
    }

    /// Where no cast leads to the new type, nothing is sent until somebody said how.
    void asksWhereNoCastLeads()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::CaseDatabase database(QStringLiteral("postgresql"));
        const auto target = database.fill({QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a boolean)")});
        VERIFY_OK(target);
        const auto to = test::inspected(**target);
        VERIFY_OK(to);
        const auto connection = database.fill({QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a bigint)"), QStringLiteral("INSERT INTO t VALUES (1, 0), (2, 7), (3, NULL)")});
        VERIFY_OK(connection);
        const auto from = test::inspected(**connection);
        VERIFY_OK(from);
        compare::Options options = dialect::comparisonOptions(dialectOf(**connection));
        auto difference = compare::compare(*from, *to, options);
        VERIFY_OK(difference);
        QCOMPARE(difference->conversions.size(), size_t(1));
        const compare::ConversionQuestion question = difference->conversions.front();
        QCOMPARE(question.toString(), QStringLiteral("t.a: bigint to boolean"));
        QVERIFY(!question.onlyBack);
        QCOMPARE(question.ideas.value(0), QStringLiteral("a <> 0"));
        const QString refused = test::walk(database, **connection, *from, *to, difference->operations);
        QVERIFY2(refused.contains(QLatin1String("turn bigint into boolean by itself")), qPrintable(refused));
        const auto untouched = test::inspected(**connection);
        VERIFY_OK(untouched);
        QVERIFY(compare::compare(*untouched, *from, options)->isEmpty());

        options.conversions.push_back({question.table, question.column, question.ideas.value(0), QStringLiteral("a::integer")});
        difference = compare::compare(*from, *to, options);
        VERIFY_OK(difference);
        QVERIFY(difference->conversions.empty());
        QCOMPARE(test::walk(database, **connection, *from, *to, difference->operations), QString());
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT a FROM t ORDER BY id"));
        VERIFY_OK(rows);
        QCOMPARE(rows->value(1, 0).toText(), QStringLiteral("1")); // as far as the way back can tell
        QVERIFY(rows->isNull(2, 0));
    }

    /// A rebuild leaves the switch of the session as it was.
    void leavesForeignKeysAsTheyWere()
    {
        for (const QString &state : {QStringLiteral("0"), QStringLiteral("1")}) {
            test::CaseDatabase database(QStringLiteral("sqlite"));
            const auto connection = database.fill({QStringLiteral("CREATE TABLE t (id integer PRIMARY KEY, a varchar(10))")});
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->run(QStringLiteral("PRAGMA foreign_keys = ") + state));
            const auto from = test::inspected(**connection);
            VERIFY_OK(from);
            schema::Catalog to = *from;
            schema::Column *column = to.tables.front().column(QStringLiteral("a"));
            column->nullable = false;
            const operation::AlterColumn change{to.tables.front().name, *from->tables.front().column(QStringLiteral("a")), *column, {}, {}, {}};
            to.tables.front().storedDefinition.clear();
            QCOMPARE(test::walk(database, **connection, *from, to, {change}), QString());
            QCOMPARE((*connection)->fetch(QStringLiteral("PRAGMA foreign_keys"))->value(0, 0).toText(), state);
        }
    }

    /// What checks every row of a large table is done behind the commit, where it blocks nobody.
    void validatesApart()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::CaseDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.fill({QStringLiteral("CREATE TABLE p (id integer PRIMARY KEY)"), QStringLiteral("CREATE TABLE c (id integer PRIMARY KEY, p integer)"),
                                               QStringLiteral("INSERT INTO p VALUES (1)"), QStringLiteral("INSERT INTO c SELECT g, 1 FROM generate_series(1, 12000) g"),
                                               QStringLiteral("ANALYZE c")});
        VERIFY_OK(connection);
        const auto from = test::inspected(**connection);
        VERIFY_OK(from);
        schema::Catalog to = *from;
        schema::ForeignKey key;
        key.name = QStringLiteral("fk");
        key.columns = {QStringLiteral("p")};
        key.referredTable = schema::Name(QStringLiteral("p"));
        key.referredColumns = {QStringLiteral("id")};
        to.table(schema::Name(QStringLiteral("c")))->foreignKeys.push_back(key);
        schema::Check check;
        check.name = QStringLiteral("positive");
        check.expression = QStringLiteral("id > 0");
        to.table(schema::Name(QStringLiteral("c")))->checks.push_back(check);
        migration::Revision start, change;
        start.id = QStringLiteral("aaaaaaaaaaaa");
        start.dialect = QStringLiteral("postgresql");
        start.operations = compare::compare({}, *from)->operations;
        change.id = QStringLiteral("bbbbbbbbbbbb");
        change.parents = {start.id};
        change.operations = compare::compare(*from, to)->operations;
        const auto history = migration::History::build({start, change});
        VERIFY_OK(history);
        migration::Executor executor(*history, dialectOf(**connection), **connection, [&] { return database.again(); });
        VERIFY_OK(executor.stamp(start.id));
        QStringList sent;
        migration::ExecutionOptions options;
        options.progress = [&](const migration::ExecutionProgress &at) { sent << at.sql; };
        const auto report = executor.upgrade(change.id, options);
        VERIFY_OK(report);
        QVERIFY2(!report->failure, qPrintable(report->failure ? report->failure->message : QString()));
        QVERIFY2(sent.filter(QStringLiteral("NOT VALID")).size() == 2 && sent.filter(QStringLiteral("VALIDATE CONSTRAINT")).size() == 2, qPrintable(sent.join(u'\n')));
        const auto left = (*connection)->fetch(QStringLiteral("SELECT conname FROM pg_constraint WHERE NOT convalidated"));
        VERIFY_OK(left);
        QCOMPARE(left->rowCount(), 0);
    }

    /// Who holds a lock delays a run; the transaction is begun again and again until it is gone.
    void triesAgainForALock()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        const test::EventfulRevision revision(QStringLiteral("postgresql"));
        test::ReusedDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.emptied();
        VERIFY_OK(connection);
        const auto again = [&] { return database.connect(); };
        VERIFY_OK(revision.fill(**connection, again));
        const auto other = again();
        VERIFY_OK(other);
        VERIFY_OK((*other)->begin());
        VERIFY_OK((*other)->run(QStringLiteral("LOCK TABLE account IN ACCESS EXCLUSIVE MODE")));
        migration::Executor executor(revision.history(), dialectOf(**connection), **connection, again);
        migration::ExecutionOptions options;
        options.allowDestructive = true;
        int begun = 0;
        options.progress = [&](const migration::ExecutionProgress &at) {
            if (at.sql.contains(QLatin1String("ADD COLUMN state")) && ++begun == 2)
                VERIFY_OK((*other)->rollback());
        };
        const auto report = executor.upgrade(QStringLiteral("head"), options);
        VERIFY_OK(report);
        QVERIFY2(!report->failure, qPrintable(report->failure ? report->failure->message : QString()));
        QCOMPARE(begun, 2);
    }

private:
    static int upgradedAlone(const test::ReusedDatabase &database, const test::EventfulRevision &revision)
    {
        const auto connection = database.connect();
        if (!connection)
            return 2;
        const auto report = revision.upgrade(**connection, [&] { return database.connect(); });
        return !report || report->failure ? 3 : int(report->done.size());
    }
};

JOINERY_TEST(ExecutorTest)
#include "tst_executor.moc"
