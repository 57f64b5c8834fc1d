// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/diagram_json.h"
#include "support/test_case.h"

#include <QJsonDocument>

using namespace joinery;
using namespace joinery::diagram;

namespace {

QJsonObject object(const char *text) { return QJsonDocument::fromJson(text).object(); }

Card card(const Uid &uid, const QString &name, const QPointF &position)
{
    Card made;
    made.uid = uid;
    made.table = schema::Name(name);
    made.position = position;
    return made;
}

} // namespace

class DiagramFileTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        Diagram diagram;
        diagram.name = QStringLiteral("Übersicht");
        diagram.detail = Detail::Keys;
        diagram.tables = {{Uid::create(), schema::Name("a"), {4, -8}}, {{}, schema::Name("sales", "b"), {0.5, 12}}};
        const Result<Diagram> read = diagramFromJson(toJson(diagram));
        VERIFY_OK(read);
        QCOMPARE(*read, diagram);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("newer") << QByteArray(R"({"format": 2, "name": "x", "detail": "all", "tables": []})")
                               << int(ErrorKind::NewerFormat);
        QTest::newRow("no format") << QByteArray("{}") << int(ErrorKind::InvalidInput);
        QTest::newRow("unknown detail") << QByteArray(R"({"format": 1, "detail": "some", "tables": []})")
                                        << int(ErrorKind::InvalidInput);
        QTest::newRow("no place") << QByteArray(R"({"format": 1, "detail": "all", "tables": [{"name": "a", "x": 1}]})")
                                  << int(ErrorKind::InvalidInput);
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const Result<Diagram> read = diagramFromJson(object(text));
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), kind);
    }

    void aRenamedTableOfAModelKeepsItsPlace()
    {
        const Uid uid = Uid::create();
        Chart chart;
        chart.cards = {card(uid, "book", {40, 80})};
        Diagram diagram;
        diagram.remember(chart);

        Chart later;
        later.cards = {card(uid, "novel", {}), card(Uid::create(), "book", {})};
        QCOMPARE(diagram.place(later), (std::vector<bool>{true, false}));
        QCOMPARE(later.cards[0].position, QPointF(40, 80));
    }

    void aTableThatIsGoneKeepsItsPlaceForItsReturn()
    {
        Chart chart;
        chart.cards = {card({}, "a", {4, 4}), card({}, "b", {8, 8})};
        Diagram diagram;
        diagram.remember(chart);
        Chart without;
        without.cards = {card({}, "a", {12, 12})};
        diagram.remember(without);
        Chart back;
        back.cards = {card({}, "b", {})};
        QCOMPARE(diagram.place(back), std::vector<bool>{true});
        QCOMPARE(back.cards[0].position, QPointF(8, 8));
        QCOMPARE(diagram.find({}, schema::Name("a"))->position, QPointF(12, 12));
    }
};

JOINERY_TEST(DiagramFileTest)
#include "tst_diagram_file.moc"
