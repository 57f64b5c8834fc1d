// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;

/// Names that need care survive: they are created by the dialect's own quoting and read back as they are.
class InspectNamesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsOddNames_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("name");
        const QString names[] = {QStringLiteral("with space"), QStringLiteral("quote\"d"), QStringLiteral("it's"), QStringLiteral("back`tick"),
                                 QStringLiteral("[bracket]"), QStringLiteral("Capital"), QStringLiteral("select"), QStringLiteral("Größe_Ж_表"),
                                 QStringLiteral("a.b"), QStringLiteral("semi;colon--"), QStringLiteral("percent%s{}\\"), QString(63, u'x'), QStringLiteral("1digit")};
        for (const QString &engine : test::Engines::all()) {
            for (const QString &name : names)
                QTest::addRow("%s %s", qPrintable(engine), qPrintable(name)) << engine << name;
        }
    }
    void readsOddNames()
    {
        QFETCH(QString, engine);
        QFETCH(QString, name);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const QString quoted = dialect.quote(name);
        const auto variant = [&](QChar first) { return dialect.quote(QString(name).replace(0, 1, first)); };
        const QString other = variant(u'5');
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE %1 (%1 integer NOT NULL, %2 integer, CONSTRAINT %3 PRIMARY KEY (%1))").arg(quoted, other, variant(u'2'))));
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE %2 (%1 integer, %2 integer, CONSTRAINT %3 FOREIGN KEY (%2) REFERENCES %1 (%1))")
                                         .arg(quoted, other, variant(u'6'))));
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE INDEX %3 ON %1 (%2, %1)").arg(quoted, other, variant(u'3'))));
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE VIEW %3 AS SELECT %1, %2 FROM %1").arg(quoted, other, variant(u'4'))));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        const schema::Catalog &catalog = inspection->catalog;
        const schema::Table *table = catalog.table(schema::Name(name));
        QVERIFY(table);
        QVERIFY(table->column(name));
        QCOMPARE(table->primaryKey->columns, QStringList{name});
        QCOMPARE(table->indexes.size(), size_t(1));
        QCOMPARE(table->indexes[0].items[1].column, name);
        const schema::Table *referring = catalog.table(schema::Name(QString(name).replace(0, 1, u'5')));
        QVERIFY(referring);
        QCOMPARE(referring->foreignKeys.size(), size_t(1));
        QCOMPARE(referring->foreignKeys.back().referredTable, schema::Name(name));
        QCOMPARE(referring->foreignKeys.back().referredColumns, QStringList{name});
        QCOMPARE(catalog.views.size(), size_t(1));
        QCOMPARE(catalog.views[0].columns.size(), size_t(2));
        const auto estimate = dialect.estimateRows(**connection, table->name, {});
        VERIFY_OK(estimate);
    }
};

JOINERY_TEST(InspectNamesTest)
#include "tst_inspect_names.moc"
