// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/route.h"
#include "support/test_case.h"

#include <QRandomGenerator>

#include <cmath>

using namespace joinery::diagram;

namespace {

/// A picture of cards (digits) in a grid of 20 x 20 pixels.
std::vector<QRectF> cardsOf(const QStringList &picture)
{
    std::vector<QRectF> cards;
    for (char digit = '0'; digit <= '9'; ++digit) {
        QRectF box;
        for (int y = 0; y < picture.size(); ++y) {
            for (int x = 0; x < picture.at(y).size(); ++x) {
                if (picture.at(y).at(x) == QLatin1Char(digit))
                    box |= QRectF(x * 20, y * 20, 20, 20);
            }
        }
        if (box.isNull())
            break;
        cards.push_back(box);
    }
    return cards;
}

Connection between(const std::vector<QRectF> &cards, size_t child, size_t parent, double childShare = 0.5,
                   double parentShare = 0.5)
{
    return {child, parent, cards[child].top() + cards[child].height() * childShare,
            cards[parent].top() + cards[parent].height() * parentShare};
}

/// "R2 D3 R2": directions and rounded lengths in cells.
QString shapeOf(const Route &route)
{
    QStringList steps;
    for (size_t i = 1; i < route.points.size(); ++i) {
        const QPointF way = route.points[i] - route.points[i - 1];
        const QChar direction = way.x() > 0 ? u'R' : way.x() < 0 ? u'L' : way.y() > 0 ? u'D' : u'U';
        steps.append(direction + QString::number(int(std::round((std::abs(way.x()) + std::abs(way.y())) / 20))));
    }
    return steps.join(u' ');
}

bool crossesACard(const Route &route, const std::vector<QRectF> &cards)
{
    for (size_t i = 1; i < route.points.size(); ++i) {
        const QRectF segment = QRectF(route.points[i - 1], route.points[i]).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        for (const QRectF &card : cards) {
            if (card.adjusted(2, 2, -2, -2).intersects(segment))
                return true;
        }
    }
    return false;
}

bool isOrthogonal(const Route &route)
{
    for (size_t i = 1; i < route.points.size(); ++i) {
        const QPointF way = route.points[i] - route.points[i - 1];
        if (way.x() != 0 && way.y() != 0)
            return false;
    }
    return true;
}

} // namespace

class RouteTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QStringList>("picture");
        QTest::addColumn<QString>("shape"); // from card 1 (child) to card 0 (parent)
        QTest::newRow("straight") << QStringList{"000.....111",
                                                 "000.....111"} << "L5";
        QTest::newRow("down the middle") << QStringList{"000........",
                                                        "...........",
                                                        "........111"} << "L3 U2 L3";
        QTest::newRow("one above the other") << QStringList{"000",
                                                            "...",
                                                            "...",
                                                            "111"} << "L1 U3 R1";
        QTest::newRow("around a card between") << QStringList{"000...222...111",
                                                              "000...222...111"} << "L2 D2 L5 U2 L2";
    }

    void shapes()
    {
        QFETCH(QStringList, picture);
        QFETCH(QString, shape);
        const std::vector<QRectF> cards = cardsOf(picture);
        const std::vector<Route> routes = routeAll(cards, {between(cards, 1, 0)});
        if (QTest::currentDataTag() == QByteArray("around a card between")) {
            // Above and below are equally short.
            QVERIFY2(!crossesACard(routes[0], cards), qPrintable(shapeOf(routes[0])));
            QCOMPARE(routes[0].points.size(), size_t(6));
            return;
        }
        QCOMPARE(shapeOf(routes[0]), shape);
        QVERIFY(!crossesACard(routes[0], cards));
    }

    void endsLieOnTheBordersAtTheirRows()
    {
        const std::vector<QRectF> cards = cardsOf({"000.......111", "000.......111", "000.......111", "000.......111"});
        const Route route = routeAll(cards, {between(cards, 1, 0, 0.9, 0.1)})[0];
        QCOMPARE(route.points.front(), QPointF(cards[1].left(), 72));
        QCOMPARE(route.points.back(), QPointF(cards[0].right(), 8));
        // Room for the crow's foot before the first bend.
        QVERIFY(std::abs(route.points[1].x() - route.points[0].x()) >= kStub);
    }

    void aSelfReferenceIsALoopBeside()
    {
        const std::vector<QRectF> cards = cardsOf({"000", "000", "000"});
        const Route route = routeAll(cards, {between(cards, 0, 0, 0.8, 0.2)})[0];
        QCOMPARE(route.points.size(), size_t(4));
        QVERIFY(!crossesACard(route, cards));
        QCOMPARE(route.points.front().x(), route.points.back().x());
    }

    void linesOfDifferentParentsStandApart()
    {
        // Two parents on the left, a child on the right; both lines want the same corridor.
        const std::vector<QRectF> cards = cardsOf({"000........", "...........", "111........", "...........", "........222",
                                                   "........222"});
        const std::vector<Route> routes = routeAll(cards, {between(cards, 2, 0, 0.3), between(cards, 2, 1, 0.7)});
        const double first = routes[0].points[1].x();
        const double second = routes[1].points[1].x();
        QVERIFY2(std::abs(first - second) >= kLineGap - 0.5, qPrintable(QString("%1 %2").arg(first).arg(second)));
    }

    void linesToTheSameEndShareATrunk()
    {
        const std::vector<QRectF> cards = cardsOf({"000........", "...........", "........111", "...........", "........222"});
        const std::vector<Route> routes = routeAll(cards, {between(cards, 1, 0), between(cards, 2, 0)});
        QCOMPARE(routes[0].points[1].x(), routes[1].points[1].x());
    }

    void randomCardsAreNeverCrossed()
    {
        QRandomGenerator random(20);
        for (int round = 0; round < 40; ++round) {
            std::vector<QRectF> cards;
            while (cards.size() < 12) {
                const QRectF card(random.bounded(1600), random.bounded(1200), 120 + random.bounded(120), 40 + random.bounded(160));
                const QRectF room = card.adjusted(-60, -40, 60, 40);
                if (std::ranges::none_of(cards, [&](const QRectF &other) { return other.intersects(room); }))
                    cards.push_back(card);
            }
            std::vector<Connection> connections;
            for (int i = 0; i < 14; ++i)
                connections.push_back(between(cards, size_t(random.bounded(12)), size_t(random.bounded(12)),
                                              0.1 + 0.8 * random.generateDouble(), 0.1 + 0.8 * random.generateDouble()));
            const std::vector<Route> routes = routeAll(cards, connections);
            for (size_t i = 0; i < routes.size(); ++i) {
                const QString where = QString("round %1, line %2: %3").arg(round).arg(i).arg(shapeOf(routes[i]));
                QVERIFY2(isOrthogonal(routes[i]), qPrintable(where));
                QVERIFY2(!crossesACard(routes[i], cards), qPrintable(where));
                QCOMPARE(routes[i].points.front().y(), connections[i].childY);
                QCOMPARE(routes[i].points.back().y(), connections[i].parentY);
            }
        }
    }

    void cardsThatTouchStillGetALine()
    {
        const std::vector<QRectF> cards{QRectF(0, 0, 100, 80), QRectF(100, 0, 100, 80), QRectF(50, 40, 100, 80)};
        for (const Route &route : routeAll(cards, {between(cards, 1, 0), between(cards, 2, 0), between(cards, 2, 1)})) {
            QVERIFY(route.points.size() >= 2);
            QVERIFY(isOrthogonal(route));
        }
    }
};

JOINERY_TEST(RouteTest)
#include "tst_route.moc"
