// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "core/migration/drift.h"
#include "suite/migration/cases.h"
#include "suite/migration/eventful_revision.h"
#include "support/test_case.h"

using namespace joinery;
using migration::DriftRule;

/// What was changed by hand: found, let stand by rules, put back, and adopted.
class DriftTest : public test::TestCase
{
    Q_OBJECT

    struct Shop
    {
        test::ScratchDatabase database;
        test::EventfulRevision eventful;
        Result<std::unique_ptr<driver::Connection>> connection;

        explicit Shop(const QString &engine) : database(engine), eventful(engine), connection(database.connect())
        {
            if (connection)
                filled = eventful.fill(**connection, connector());
        }
        Status filled = fail(ErrorKind::Io, QStringLiteral("not connected"));
        migration::Connector connector() const
        {
            return [this] { return database.connect(); };
        }
        const dialect::Dialect &dialect() const { return dialectOf(**connection); }
        Result<migration::Drift> check(const std::vector<DriftRule> &rules = {}) const
        {
            return migration::checkDrift(**connection, dialect(), eventful.history(), nullptr, rules);
        }
        Result<migration::Repair> plan(const migration::Drift &drift) const
        {
            return migration::planRepair(drift, dialect(), (*connection)->server().versionNumber);
        }
        Status repair(const migration::Repair &plan, bool destructive, const std::vector<DriftRule> &rules = {}) const
        {
            return migration::runRepair(**connection, dialect(), connector(), eventful.history(), rules, plan, destructive);
        }
    };

    static bool sameRows(const driver::RowBlock &a, const driver::RowBlock &b)
    {
        bool same = a.rowCount() == b.rowCount() && a.rowCount() > 0;
        for (int row = 0; same && row < a.rowCount(); ++row) {
            for (int column = 0; column < a.columnCount(); ++column)
                same = same && a.value(row, column) == b.value(row, column);
        }
        return same;
    }

    static QString word(const operation::Operations &operations)
    {
        QStringList ids;
        for (const operation::Operation &each : operations)
            ids << migration::ruleFor(each).id();
        return ids.join(u' ');
    }

private Q_SLOTS:
    void repairs_data() { test::Engines::addRows(); }
    void repairs()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        Shop shop(engine);
        VERIFY_OK(shop.connection);
        VERIFY_OK(shop.filled);
        const auto clean = shop.check();
        VERIFY_OK(clean);
        QVERIFY2(clean->live.isEmpty(), qPrintable(test::wordsOf(clean->live.operations)));
        const auto before = (*shop.connection)->fetch(QStringLiteral("SELECT id, shop_id, owner, total, memo FROM account ORDER BY id"));
        VERIFY_OK(before);

        VERIFY_OK(shop.database.run({QStringLiteral("CREATE INDEX ix_hand ON account (total)"), QStringLiteral("ALTER TABLE account ADD COLUMN hand INTEGER"),
                                     QStringLiteral("DROP TABLE rubbish")}));
        const auto drift = shop.check();
        VERIFY_OK(drift);
        QCOMPARE(drift->live.operations.size(), size_t(3));
        const QString ids = word(drift->live.operations);
        for (const char *id : {"create_index:account.ix_hand", "add_column:account.hand", "drop_table:rubbish"})
            QVERIFY2(ids.contains(QLatin1String(id)), qPrintable(ids));

        const auto plan = shop.plan(*drift);
        VERIFY_OK(plan);
        QCOMPARE(plan->losses.size(), 1); // the added column
        const Status refused = shop.repair(*plan, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        // Somebody goes on changing it: what was planned and read is not what would run.
        VERIFY_OK(shop.database.run({QStringLiteral("CREATE INDEX ix_more ON account (owner)")}));
        const Status stale = shop.repair(*plan, true);
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        const auto again = shop.check();
        VERIFY_OK(again);
        const auto fresh = shop.plan(*again);
        VERIFY_OK(fresh);
        VERIFY_OK(shop.repair(*fresh, true));
        const auto after = shop.check();
        VERIFY_OK(after);
        const auto difference = compare::compare(clean->there, after->there, dialect::comparisonOptions(shop.dialect()));
        VERIFY_OK(difference);
        QVERIFY2(difference->isEmpty(), qPrintable(test::wordsOf(difference->operations)));
        const auto rows = (*shop.connection)->fetch(QStringLiteral("SELECT id, shop_id, owner, total, memo FROM account ORDER BY id"));
        VERIFY_OK(rows);
        QVERIFY(sameRows(*rows, *before));
        const auto done = shop.check();
        VERIFY_OK(done);
        QVERIFY(done->live.isEmpty());
    }

    void rulesLetItStand_data() { test::Engines::addRows(); }
    void rulesLetItStand()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        Shop shop(engine);
        VERIFY_OK(shop.filled);
        VERIFY_OK(shop.database.run({QStringLiteral("CREATE INDEX ix_hand ON account (total)"), QStringLiteral("CREATE TABLE report (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(20))"),
                                     QStringLiteral("CREATE INDEX ix_report ON report (title)"), QStringLiteral("CREATE INDEX ix_other ON account (owner)")}));
        const std::vector<DriftRule> rules{*DriftRule::parse(QStringLiteral("create_index:account.ix_hand=made by the reports")),
                                           *DriftRule::parse(QStringLiteral("create_table:report = belongs to the reports"))};
        const auto drift = shop.check(rules);
        VERIFY_OK(drift);
        QCOMPARE(word(drift->live.operations), QStringLiteral("create_index:account.ix_other"));
        QVERIFY(drift->ignored.size() >= 2);
        for (const migration::Drift::Ignored &each : drift->ignored)
            QVERIFY(each.rule.reason.endsWith(QLatin1String("the reports")));
        // A repair leaves what is let stand.
        const auto plan = shop.plan(*drift);
        VERIFY_OK(plan);
        VERIFY_OK(shop.repair(*plan, false, rules));
        const auto left = shop.check();
        VERIFY_OK(left);
        const QString ids = word(left->live.operations);
        QVERIFY2(ids.contains(u"ix_hand") && ids.contains(u"create_table:report") && !ids.contains(u"ix_other"), qPrintable(ids));
        for (const char *text : {"create_index", "create_index:book.ix", "create_index:book.ix=", ":book=why", "=why"})
            QVERIFY2(!DriftRule::parse(QLatin1String(text)), text);
    }

    void isAdopted_data() { test::Engines::addRows(); }
    void isAdopted()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        Shop shop(engine);
        VERIFY_OK(shop.filled);
        VERIFY_OK(shop.database.run({QStringLiteral("CREATE TABLE report (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(20))"), QStringLiteral("ALTER TABLE account ADD COLUMN hand INTEGER")}));
        // The database is below the head: what is in it cannot become the next revision.
        const auto early = shop.check();
        VERIFY_OK(early);
        const auto below = migration::planAdoption(*early, shop.eventful.history(), {}, QStringLiteral("by hand"));
        QVERIFY(!below);
        QCOMPARE(below.error().kind, ErrorKind::Conflict);

        const auto history = migration::History::build({shop.eventful.history().revisions().front()});
        VERIFY_OK(history);
        const auto models = history->catalogAtHeads();
        VERIFY_OK(models);
        const auto drift = migration::checkDrift(**shop.connection, shop.dialect(), *history, &*models);
        VERIFY_OK(drift);
        QVERIFY(drift->atHead);
        const auto adoption = migration::planAdoption(*drift, *history, *models, QStringLiteral("by hand"));
        VERIFY_OK(adoption);
        QVERIFY(adoption->models.table(schema::Name(QStringLiteral("report"))));
        migration::Executor executor(adoption->history, shop.dialect(), **shop.connection, shop.connector());
        VERIFY_OK(executor.stamp(adoption->revision.id));
        const auto clean = migration::checkDrift(**shop.connection, shop.dialect(), adoption->history, &adoption->models);
        VERIFY_OK(clean);
        QVERIFY2(clean->live.isEmpty() && clean->pendingModels.isEmpty(), qPrintable(test::wordsOf(clean->live.operations) + test::wordsOf(clean->pendingModels.operations)));
    }
};

JOINERY_TEST(DriftTest)
#include "tst_drift.moc"
