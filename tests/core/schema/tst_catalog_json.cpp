// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/catalog_json.h"
#include "support/random_catalog.h"
#include "support/test_case.h"

#include <QJsonDocument>

using namespace joinery;
using namespace joinery::schema;

class TestCatalogJson : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyCatalogueSurvivesTheWay()
    {
        for (quint32 seed = 0; seed < 500; ++seed) {
            Catalog catalog = test::RandomCatalog(seed).catalog();
            catalog.tables.front().storedDefinition = QStringLiteral("CREATE TABLE \"t\" (\n  id\n)");
            catalog.tables.front().estimatedRows = Q_INT64_C(9223372036854775807);
            const QByteArray text = QJsonDocument(toJson(catalog)).toJson();
            const Result<Catalog> read = catalogFromJson(QJsonDocument::fromJson(text).object());
            VERIFY_OK(read);
            QVERIFY2(*read == catalog, text.constData());
            QCOMPARE(read->tables.front().storedDefinition, catalog.tables.front().storedDefinition);
            QCOMPARE(read->tables.front().estimatedRows, catalog.tables.front().estimatedRows);
        }
    }

    void defaultsAreLeftOut()
    {
        Column column;
        column.name = QStringLiteral("title");
        column.type = Type::string(120);
        QCOMPARE(QJsonDocument(toJson(column)).toJson(QJsonDocument::Compact),
                 QByteArray(R"({"name":"title","type":{"kind":"String","length":120}})"));
    }

    void integersAreExact()
    {
        Identity identity{.start = Q_INT64_C(9007199254740993), .minimum = Q_INT64_C(-9223372036854775807) - 1};
        Column column;
        column.name = QStringLiteral("id");
        column.identity = identity;
        const Result<Column> read = columnFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(column)).toJson()).object());
        VERIFY_OK(read);
        QCOMPARE(*read->identity->start, *identity.start);
        QCOMPARE(*read->identity->minimum, *identity.minimum);
    }

    void mistakesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("no tables") << QByteArray("{}") << "tables: is missing";
        QTest::newRow("text for a number")
            << QByteArray(R"({"tables":[{"name":"a","columns":[]},{"name":"b","columns":[{"name":"c","type":{"kind":"String","length":"long"}}]}]})")
            << "tables[1].columns[0].type.length: must be a whole number";
        QTest::newRow("fraction") << QByteArray(R"({"tables":[],"sequences":[{"name":"s","start":1.5}]})")
                                  << "sequences[0].start: must be a whole number";
        QTest::newRow("uid") << QByteArray(R"({"tables":[{"uid":"12","name":"a","columns":[]}]})")
                             << "tables[0].uid: must be 32 hexadecimal digits";
        QTest::newRow("unknown") << QByteArray(R"({"tables":[],"views":[{"name":"v","query":"","color":"red"}]})")
                                 << "views[0].color: is not known here";
        QTest::newRow("option") << QByteArray(R"({"tables":[{"name":"a","columns":[],"options":{"strict":true}}]})")
                                << "tables[0].options.strict: must be a text";
    }

    void mistakesNameTheirPlace()
    {
        QFETCH(QByteArray, json);
        const Result<Catalog> read = catalogFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QTEST(read.error().message, "message");
    }
};

JOINERY_TEST(TestCatalogJson)
#include "tst_catalog_json.moc"
