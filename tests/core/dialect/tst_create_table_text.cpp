// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/create_table_text.h"
#include "core/dialect/sqlite/index_text.h"
#include "support/test_case.h"

using namespace joinery::dialect;
using Kind = CreateTableText::Clause::Kind;

class CreateTableTextTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryClause()
    {
        const QString sql = QStringLiteral(
            "CREATE TABLE main.\"my, table\" ( -- first (\n"
            " id INTEGER CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT REPLACE AUTOINCREMENT,\n"
            " [na me] VARCHAR(20) NOT NULL ON CONFLICT IGNORE COLLATE nocase DEFAULT 'x,)' UNIQUE,\n"
            " price DOUBLE PRECISION DEFAULT -1.5 CHECK (price > 0 AND ')' <> ''),\n"
            " typeless,\n"
            " gen INT GENERATED ALWAYS AS (id * (2)) STORED, short AS (id),\n"
            " ref REFERENCES other(a) ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL DEFERRABLE INITIALLY DEFERRED /* , */,\n"
            " CONSTRAINT u UNIQUE (id, price COLLATE rtrim DESC) ON CONFLICT FAIL\n"
            " CONSTRAINT c CHECK (id) FOREIGN KEY (id, price) REFERENCES \"o2\" NOT DEFERRABLE\n"
            ") STRICT, WITHOUT ROWID");
        const std::optional<CreateTableText> text = CreateTableText::parse(sql);
        QVERIFY(text);
        QCOMPARE(text->name, QStringLiteral("my, table"));
        QCOMPARE(text->nameRange.in(sql), QStringLiteral("\"my, table\""));
        QCOMPARE(text->columns.size(), size_t(7));
        QVERIFY(text->strict && text->withoutRowid);
        QCOMPARE(sql.at(text->close), QChar(u')'));

        const CreateTableText::Clause *key = text->columns[0].clause(Kind::PrimaryKey);
        QVERIFY(key && key->autoincrement && key->descending);
        QCOMPARE(key->name, QStringLiteral("pk"));
        QCOMPARE(key->conflict, QStringLiteral("REPLACE"));
        const CreateTableText::Column &name = text->columns[1];
        QCOMPARE(name.name, QStringLiteral("na me"));
        QCOMPARE(name.typeRange.in(sql), QStringLiteral("VARCHAR(20)"));
        QCOMPARE(name.clause(Kind::Default)->text.in(sql), QStringLiteral("'x,)'"));
        QCOMPARE(name.clause(Kind::Collate)->text.in(sql), QStringLiteral("nocase"));
        QCOMPARE(name.clauses.size(), size_t(4));
        QCOMPARE(text->columns[2].typeRange.in(sql), QStringLiteral("DOUBLE PRECISION"));
        QCOMPARE(text->columns[2].clause(Kind::Default)->text.in(sql), QStringLiteral("-1.5"));
        QCOMPARE(text->columns[2].clause(Kind::Check)->text.in(sql), QStringLiteral("price > 0 AND ')' <> ''"));
        QVERIFY(text->columns[3].typeRange.isEmpty());
        QVERIFY(text->columns[4].clause(Kind::Generated)->stored);
        QCOMPARE(text->columns[5].clause(Kind::Generated)->text.in(sql), QStringLiteral("id"));
        const CreateTableText::Clause *reference = text->columns[6].clause(Kind::ForeignKey);
        QVERIFY(reference && reference->writesNoAction);
        QCOMPARE(reference->onDelete, joinery::schema::ForeignKeyAction::SetNull);
        QCOMPARE(reference->deferral, joinery::schema::Deferral::InitiallyDeferred);
        QCOMPARE(reference->match, QStringLiteral("FULL"));
        QVERIFY(text->columns[6].range.in(sql).endsWith(QLatin1String("DEFERRED")));

        QCOMPARE(text->constraints.size(), size_t(3));
        QCOMPARE(text->constraints[0].columns[1].collation, QStringLiteral("rtrim"));
        QVERIFY(text->constraints[0].columns[1].descending);
        QCOMPARE(text->constraints[1].range.in(sql), QStringLiteral("CONSTRAINT c CHECK (id)"));
        QCOMPARE(text->constraints[2].referredTable, QStringLiteral("o2"));
        QVERIFY(text->constraints[2].referredColumns.empty());
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql : {"", "select 1", "create table", "create table t", "create table t (", "create table t (a",
                                "create table t (a, check (", "create view v as select 1", "create table t (a references)"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void refusesWhatIsNoTable()
    {
        QFETCH(QString, sql);
        QVERIFY(!CreateTableText::parse(sql));
    }

    void readsIndexes()
    {
        const std::optional<IndexText> index = IndexText::parse(QStringLiteral(
            "CREATE UNIQUE INDEX i ON t (a, \"b c\" COLLATE nocase DESC, lower(d || ',') ASC, (e)) WHERE a IS NOT NULL"));
        QVERIFY(index);
        QCOMPARE(index->items.size(), size_t(4));
        QCOMPARE(index->items[1].column, QStringLiteral("b c"));
        QCOMPARE(index->items[1].collation, QStringLiteral("nocase"));
        QVERIFY(index->items[1].descending);
        QCOMPARE(index->items[2].expression, QStringLiteral("lower(d || ',')"));
        QCOMPARE(index->items[3].expression, QStringLiteral("(e)"));
        QCOMPARE(index->where, QStringLiteral("a IS NOT NULL"));
    }

    void readsViews()
    {
        QCOMPARE(ViewText::parse(QStringLiteral("CREATE VIEW v AS SELECT 1 AS a"))->query, QStringLiteral("SELECT 1 AS a"));
        const std::optional<ViewText> named = ViewText::parse(QStringLiteral("CREATE TEMP VIEW \"as\"(a, b) AS\n SELECT 1, 2"));
        QVERIFY(named && named->namesColumns);
        QCOMPARE(named->query, QStringLiteral("SELECT 1, 2"));
    }
};

JOINERY_TEST(CreateTableTextTest)
#include "tst_create_table_text.moc"
