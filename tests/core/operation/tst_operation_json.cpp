// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/describe.h"
#include "core/operation/operation_json.h"
#include "support/random_catalog.h"
#include "support/test_case.h"

#include <QJsonDocument>

using namespace joinery;
using namespace joinery::operation;

class TestOperationJson : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyOperationSurvivesTheWay()
    {
        for (quint32 seed = 0; seed < 1500; ++seed) {
            test::RandomCatalog random(seed);
            const schema::Catalog catalog = random.catalog();
            const Operation operation = random.operation(catalog);
            const QByteArray text = QJsonDocument(toJson(operation)).toJson();
            const Result<Operation> read = operationFromJson(QJsonDocument::fromJson(text).object());
            VERIFY_OK(read);
            QVERIFY2(*read == operation, text.constData());
        }
    }

    void theFormIsReadable()
    {
        const Operation rename = RenameColumn{QStringLiteral("book"), QStringLiteral("writer_id"), QStringLiteral("author_id")};
        QCOMPARE(QJsonDocument(toJson(rename)).toJson(QJsonDocument::Compact),
                 QByteArray(R"({"from":"writer_id","op":"rename_column","table":"book","to":"author_id"})"));
        const Operation unique = AddConstraint{schema::Name(QStringLiteral("s"), QStringLiteral("book")),
                                               schema::Unique{.columns = {QStringLiteral("isbn")}}};
        QCOMPARE(QJsonDocument(toJson(unique)).toJson(QJsonDocument::Compact),
                 QByteArray(R"({"op":"add_constraint","table":{"name":"book","schema":"s"},"unique":{"columns":["isbn"]}})"));
    }

    void mistakesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown operation") << QByteArray(R"([{"op":"explode"}])")
                                           << "operations[0].op: \"explode\" is no operation";
        QTest::newRow("unknown member") << QByteArray(R"([{"op":"rename_table","from":"a","to":"b","why":1}])")
                                        << "operations[0].why: is not known here";
        QTest::newRow("missing member") << QByteArray(R"([{"op":"rename_table","from":"a"}])")
                                        << "operations[0].to: is missing";
        QTest::newRow("wrong type deep inside")
            << QByteArray(R"([{"op":"create_table","table":{"name":"a","columns":[{"name":"id","type":{"kind":"Number"}}]}}])")
            << "operations[0].table.columns[0].type.kind: \"Number\" is none of Boolean, SmallInteger, Integer, BigInteger, "
               "Float, Double, Numeric, String, Char, Text, LargeBinary, Date, Time, DateTime, Interval, Json, Uuid, Enum, "
               "Array, Native";
        QTest::newRow("constraint of no kind") << QByteArray(R"([{"op":"drop_constraint","table":"a"}])")
                                               << "operations[0]: must hold one of primary_key, unique, foreign_key, check, exclusion";
        QTest::newRow("no object") << QByteArray("[1]") << "operations[0]: must be an object";
    }

    void mistakesNameTheirPlace()
    {
        QFETCH(QByteArray, json);
        const Result<Operations> read = operationsFromJson(QJsonDocument::fromJson(json).array());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QTEST(read.error().message, "message");
    }
};

JOINERY_TEST(TestOperationJson)
#include "tst_operation_json.moc"
