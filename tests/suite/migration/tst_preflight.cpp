// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/checks/preflight.h"
#include "core/migration/data_answers.h"
#include "core/migration/executor.h"
#include "suite/migration/cases.h"
#include "support/test_case.h"

using namespace joinery;
using migration::DataAnswer;

/// Questions that the rows decide: asked with counts and samples, answered by steps of the revision.
class PreflightTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreAsked_data() { test::Engines::addRows(); }
    void rowsAreAsked()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        test::CaseDatabase database(engine);
        const auto connection = database.fill({QStringLiteral("CREATE TABLE shop (id integer NOT NULL PRIMARY KEY, title varchar(20))"),
                                               QStringLiteral("CREATE TABLE item (id integer NOT NULL PRIMARY KEY, shop integer, code varchar(20), price integer, memo varchar(20))"),
                                               QStringLiteral("INSERT INTO shop VALUES (1, 'a'), (2, NULL)"),
                                               QStringLiteral("INSERT INTO item VALUES (1, 1, 'x', 5, NULL), (2, 9, 'x', -1, 'm'), (3, 9, 'y', 7, NULL), (4, NULL, NULL, 8, 'n')")});
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto from = test::inspected(**connection);
        VERIFY_OK(from);
        const schema::Name item(QStringLiteral("item")), shop(QStringLiteral("shop"));
        const schema::Table &items = *from->table(item);
        operation::Operations changes;
        changes.push_back(operation::RenameColumn{item, QStringLiteral("shop"), QStringLiteral("shop_id")}); // asked under its new name
        schema::Column stock;
        stock.name = QStringLiteral("stock");
        stock.type = schema::Type::of(schema::TypeKind::Integer);
        stock.nullable = false;
        changes.push_back(operation::AddColumn{item, stock, {}, {}});
        schema::Column title = *from->table(shop)->column(QStringLiteral("title"));
        const schema::Column loose = title;
        title.nullable = false;
        changes.push_back(operation::AlterColumn{shop, loose, title, {}, {}, {}});
        schema::Unique unique;
        unique.name = QStringLiteral("uq_code");
        unique.columns = {QStringLiteral("code")};
        changes.push_back(operation::AddConstraint{item, unique});
        schema::ForeignKey key;
        key.name = QStringLiteral("fk_shop");
        key.columns = {QStringLiteral("shop_id")};
        key.referredTable = shop;
        key.referredColumns = {QStringLiteral("id")};
        changes.push_back(operation::AddConstraint{item, key});
        schema::Check check;
        check.name = QStringLiteral("ck_price");
        check.expression = QStringLiteral("price > 0");
        changes.push_back(operation::AddConstraint{item, check});
        changes.push_back(operation::DropColumn{item, *items.column(QStringLiteral("memo")), {}});

        const auto asked = [&](const operation::Operations &operations) -> Result<migration::LintFindings> {
            JOINERY_TRY_VALUE(const migration::History history, historyOf(*from, operations));
            JOINERY_TRY_VALUE(const migration::GraphRoute route, migration::upgradeRoute(history.graph(), {QStringLiteral("aaaaaaaaaaaa")}, QStringLiteral("bbbbbbbbbbbb")));
            return migration::preflight(**connection, dialect, history, route);
        };
        const auto findings = asked(changes);
        VERIFY_OK(findings);
        QStringList lines;
        for (const migration::LintFinding &each : *findings)
            lines << QStringLiteral("%1 %2 %3 [%4] %5").arg(each.finding.code, each.finding.object).arg(*each.count).arg(each.samples.join(u'|')).arg(each.operation);
        const QString mysql = QString::fromLatin1(engine == QLatin1String("mysql") ? "DD202" : "DD201");
        const QStringList wanted{mysql + QStringLiteral(" item.stock 4 [1|2|3|4] 1"), QStringLiteral("DD203 shop.title 1 [2, NULL] 2"),
                                 QStringLiteral("DD204 item.uq_code 2 [x, 2] 3"), QStringLiteral("DD205 item.fk_shop 2 [2, 9|3, 9] 4"),
                                 QStringLiteral("DD206 item.ck_price 1 [2] 5"), QStringLiteral("DL102 item.memo 2 [2, m|4, n] 6")};
        QCOMPARE(lines, wanted);

        // Every answer becomes a step; then the revision runs.
        const std::vector<DataAnswer> answers{*DataAnswer::parse(DataAnswer::Kind::Fill, QStringLiteral("item.stock=0")),
                                              *DataAnswer::parse(DataAnswer::Kind::Fill, QStringLiteral("shop.title='none'")),
                                              *DataAnswer::parse(DataAnswer::Kind::Keep, QStringLiteral("item.uq_code=first")),
                                              *DataAnswer::parse(DataAnswer::Kind::Orphans, QStringLiteral("item.fk_shop=null"))};
        const auto answered = migration::withAnswers(changes, answers, *from, dialect);
        VERIFY_OK(answered);
        const auto history = historyOf(*from, *answered);
        VERIFY_OK(history);
        migration::Executor executor(*history, dialect, **connection, [&] { return database.again(); });
        migration::ExecutionOptions options;
        options.allowDestructive = true;
        VERIFY_OK(executor.stamp(QStringLiteral("aaaaaaaaaaaa")));
        const auto report = executor.upgrade(QStringLiteral("head"), options);
        VERIFY_OK(report);
        QVERIFY2(!report->failure, qPrintable(report->failure ? report->failure->message + u'\n' + report->failure->statement : QString()));
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT id, shop_id, stock FROM item ORDER BY id"));
        VERIFY_OK(rows);
        QCOMPARE(rows->rowCount(), 3); // row 2 equalled row 1
        QVERIFY(rows->isNull(1, 1));
        QCOMPARE(rows->value(1, 2).toText(), QStringLiteral("0"));

        const auto stray = migration::withAnswers(changes, {*DataAnswer::parse(DataAnswer::Kind::Fill, QStringLiteral("item.none=0"))}, *from, dialect);
        QVERIFY(!stray);
    }

private:
    static Result<migration::History> historyOf(const schema::Catalog &from, const operation::Operations &changes)
    {
        migration::Revision start, change;
        start.id = QStringLiteral("aaaaaaaaaaaa");
        start.dialect = from.dialect;
        JOINERY_TRY_VALUE(const compare::Difference all, compare::compare({}, from));
        start.operations = all.operations;
        change.id = QStringLiteral("bbbbbbbbbbbb");
        change.parents = {start.id};
        change.operations = changes;
        return migration::History::build({start, change});
    }
};

JOINERY_TEST(PreflightTest)
#include "tst_preflight.moc"
