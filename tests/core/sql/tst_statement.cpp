// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/classify.h"
#include "core/sql/parameters.h"
#include "support/test_case.h"

using namespace joinery::sql;
using Kind = StatementTraits::Kind;
using Control = StatementTraits::Control;

class StatementTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatAStatementIs_data()
    {
        QTest::addColumn<int>("flavor");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("rows");
        QTest::addColumn<bool>("readOnly");
        const auto row = [](Flavor flavor, const char *sql, Kind kind, bool rows, bool readOnly) {
            QTest::newRow(sql) << int(flavor) << QString::fromUtf8(sql) << int(kind) << rows << readOnly;
        };
        row(Flavor::Sqlite, "-- x\n", Kind::Empty, false, false);
        row(Flavor::Sqlite, "select 1", Kind::Query, true, true);
        row(Flavor::Postgresql, "(select 1) union (select 2)", Kind::Query, true, true);
        row(Flavor::Postgresql, "select * into x from y", Kind::Query, false, false);
        row(Flavor::Postgresql, "with d as (delete from t returning *) select * from d", Kind::Query, true, false);
        row(Flavor::Postgresql, "with d as (select 1) insert into t select * from d", Kind::Modification, false, false);
        row(Flavor::Postgresql, "insert into t values (1) returning id", Kind::Modification, true, false);
        row(Flavor::Postgresql, "explain analyze delete from t", Kind::Query, true, false);
        row(Flavor::Postgresql, "explain delete from t", Kind::Query, true, true);
        row(Flavor::Sqlite, "pragma user_version", Kind::Session, true, true);
        row(Flavor::Sqlite, "pragma user_version = 3", Kind::Session, true, false);
        row(Flavor::Mysql, "show tables", Kind::Query, true, true);
        row(Flavor::Mysql, "replace into t values (1)", Kind::Modification, false, false);
        row(Flavor::Sqlite, "select replace(a, 'b', 'c') from t", Kind::Query, true, true);
        row(Flavor::Postgresql, "create table t as select 1", Kind::Definition, false, false);
        row(Flavor::Postgresql, "copy t to stdout", Kind::Modification, true, true);
        row(Flavor::Postgresql, "begin", Kind::Transaction, false, true);
    }
    void tellsWhatAStatementIs()
    {
        QFETCH(int, flavor);
        QFETCH(QString, sql);
        const StatementTraits traits = classify(sql, Flavor(flavor));
        QTEST(int(traits.kind), "kind");
        QTEST(traits.returnsRows, "rows");
        QTEST(traits.readOnly, "readOnly");
    }

    void tellsTransactionControl()
    {
        QCOMPARE(classify(QStringLiteral("START TRANSACTION"), Flavor::Mysql).control, Control::Begin);
        QCOMPARE(classify(QStringLiteral("rollback to savepoint a"), Flavor::Sqlite).control, Control::RollbackTo);
        QCOMPARE(classify(QStringLiteral("ROLLBACK"), Flavor::Sqlite).control, Control::Rollback);
        QCOMPARE(classify(QStringLiteral("END"), Flavor::Postgresql).control, Control::Commit);
        QCOMPARE(classify(QStringLiteral("select 1"), Flavor::Postgresql).control, Control::None);
    }

    void warnsOfEveryRow()
    {
        QVERIFY(classify(QStringLiteral("delete from t"), Flavor::Sqlite).withoutWhere);
        QVERIFY(!classify(QStringLiteral("update t set a = 1 where b"), Flavor::Sqlite).withoutWhere);
        QVERIFY(classify(QStringLiteral("update t set a = (select 1 from u where b)"), Flavor::Sqlite).withoutWhere);
    }

    void bindsParameters()
    {
        const QString sql = QStringLiteral("select ':no', a::int from t where b = :b and c > :c or d = :b -- :x");
        QCOMPARE(parameterNames(sql, Flavor::Postgresql), QStringList({"b", "c"}));
        const auto numbered = [](int position) { return QStringLiteral("$%1").arg(position); };
        const BoundStatement postgresql = bindParameters(sql, Flavor::Postgresql, numbered);
        QCOMPARE(postgresql.sql, QStringLiteral("select ':no', a::int from t where b = $1 and c > $2 or d = $1 -- :x"));
        QCOMPARE(postgresql.order, QStringList({"b", "c"}));
        const auto plain = [](int) { return QStringLiteral("?"); };
        const BoundStatement sqlite = bindParameters(QStringLiteral("select :longer, :a, :longer + x"), Flavor::Sqlite, plain);
        QCOMPARE(sqlite.sql, QStringLiteral("select ?, ?, ? + x"));
        QCOMPARE(sqlite.order, QStringList({"longer", "a", "longer"}));
        QCOMPARE(sqlite.sourceOffset(sqlite.sql.indexOf(u'x')), QStringLiteral("select :longer, :a, :longer + x").indexOf(u'x'));
        QCOMPARE(sqlite.sourceOffset(3), 3);
        QCOMPARE(sqlite.sourceOffset(-1), -1);
        QCOMPARE(parameterNames(QStringLiteral("select ?, ?, ?2"), Flavor::Mysql), QStringList({"1", "2"}));
    }
};

JOINERY_TEST(StatementTest)
#include "tst_statement.moc"
