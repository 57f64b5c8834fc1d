// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/chart.h"
#include "core/diagram/layout.h"
#include "core/diagram/packing.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <thread>

using namespace joinery;
using namespace joinery::diagram;

namespace {

Graph randomGraph(quint32 seed, size_t nodes, size_t edges)
{
    QRandomGenerator random(seed);
    Graph graph;
    for (size_t i = 0; i < nodes; ++i)
        graph.nodes.emplace_back(140 + random.bounded(160), 28 + 22 * random.bounded(14));
    for (size_t i = 0; i < edges; ++i)
        graph.edges.emplace_back(random.bounded(quint32(nodes)), random.bounded(quint32(nodes)));
    return graph;
}

QString firstOverlap(const Graph &graph, const std::vector<QPointF> &places)
{
    for (size_t i = 0; i < places.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
            const QRectF both = QRectF(places[i], graph.nodes[i]).intersected(QRectF(places[k], graph.nodes[k]));
            if (both.width() > 0 && both.height() > 0)
                return QString("%1 and %2").arg(k).arg(i);
        }
    }
    return {};
}

} // namespace

class LayoutTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::addColumn<bool>("force");
        QTest::newRow("one") << 1 << 0 << false;
        QTest::newRow("no relations") << 30 << 0 << false;
        QTest::newRow("several parts") << 40 << 20 << false;
        QTest::newRow("dense, with cycles and self references") << 30 << 90 << false;
        QTest::newRow("by forces") << 30 << 40 << true;
    }

    void nothingOverlaps()
    {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        QFETCH(bool, force);
        for (quint32 seed = 1; seed <= 5; ++seed) {
            const Graph graph = randomGraph(seed, size_t(nodes), size_t(edges));
            const Result<std::vector<QPointF>> places = force ? byForce(graph) : layered(graph);
            VERIFY_OK(places);
            QCOMPARE(places->size(), graph.nodes.size());
            QCOMPARE(firstOverlap(graph, *places), QString());
            for (const QPointF &place : *places)
                QCOMPARE(place, snapped(place));
        }
    }

    void sameGraphSamePlaces()
    {
        const Graph graph = randomGraph(7, 35, 40);
        QCOMPARE(*layered(graph), *layered(graph));
    }

    void parentsStandLeftOfTheirChildren()
    {
        Graph graph;
        graph.nodes = {{160, 100}, {160, 100}, {160, 100}};
        graph.edges = {{0, 1}, {1, 2}};
        const std::vector<QPointF> places = *layered(graph);
        QVERIFY(places[0].x() + 160 < places[1].x());
        QVERIFY(places[1].x() + 160 < places[2].x());
    }

    void manyLeavesStandInSeveralColumns()
    {
        Graph graph;
        graph.nodes.assign(31, {160, 120});
        for (size_t i = 1; i < 31; ++i)
            graph.edges.emplace_back(0, i);
        double highest = 0;
        const std::vector<QPointF> places = *layered(graph);
        for (const QPointF &place : places)
            highest = std::max(highest, place.y() + 120);
        // One column of 30 would be 4760 high; the lines to the further columns take room beside the nearer ones.
        QVERIFY2(highest < 4000, qPrintable(QString::number(highest)));
    }

    void threadsMayAskAtOnce()
    {
        const Graph graph = randomGraph(3, 25, 30);
        const std::vector<QPointF> expected = *layered(graph);
        std::vector<std::vector<QPointF>> answers(4);
        std::vector<std::thread> threads;
        for (std::vector<QPointF> &answer : answers)
            threads.emplace_back([&answer, &graph] { answer = *layered(graph); });
        for (std::thread &thread : threads)
            thread.join();
        for (const std::vector<QPointF> &answer : answers)
            QCOMPARE(answer, expected);
    }

    void newcomersMoveNobodyAndOverlapNobody()
    {
        schema::Catalog catalog;
        for (int i = 0; i < 14; ++i) {
            schema::Table table;
            table.name = schema::Name(QString("t%1").arg(i, 2, 10, QChar(u'0')));
            schema::Column column;
            column.name = "id";
            table.columns.assign(size_t(1 + i % 5), column);
            if (i > 0) {
                schema::ForeignKey key;
                key.columns = {"id"};
                key.referredTable = schema::Name(QString("t%1").arg(i / 3, 2, 10, QChar(u'0')));
                key.referredColumns = {"id"};
                table.foreignKeys.push_back(key);
            }
            catalog.tables.push_back(table);
        }
        Chart chart = makeChart(catalog, Detail::All, [](const QString &text, TextStyle) { return text.size() * 7.0; });
        VERIFY_OK(arrange(chart));
        const Chart before = chart;
        std::vector<bool> placed(chart.cards.size(), true);
        for (const size_t newcomer : {size_t(2), size_t(7), size_t(13)}) {
            placed[newcomer] = false;
            chart.cards[newcomer].position = {};
        }
        placeNewcomers(chart, placed);
        for (size_t i = 0; i < chart.cards.size(); ++i) {
            if (placed[i])
                QCOMPARE(chart.cards[i].position, before.cards[i].position);
            for (size_t k = 0; k < i; ++k)
                QVERIFY2(!chart.cards[i].rect().intersects(chart.cards[k].rect()), qPrintable(chart.cards[i].title));
        }
    }

    void fiveHundredTablesTakeSeconds()
    {
        // A schema of that size as they are: mostly trees, some cross references.
        QRandomGenerator random(5);
        Graph graph;
        for (int i = 0; i < 500; ++i) {
            graph.nodes.emplace_back(200, 28 + 22 * (3 + random.bounded(10)));
            if (i > 0)
                graph.edges.emplace_back(random.bounded(quint32(i)), i);
            if (i % 3 == 0 && i > 0)
                graph.edges.emplace_back(random.bounded(quint32(i)), i);
        }
        QElapsedTimer timer;
        timer.start();
        const Result<std::vector<QPointF>> places = layered(graph);
        VERIFY_OK(places);
        QCOMPARE(firstOverlap(graph, *places), QString());
        QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    }
};

JOINERY_TEST(LayoutTest)
#include "tst_layout.moc"
