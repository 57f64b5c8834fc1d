// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/diagram/canvas.h"
#include "ui/diagram/diagram_page.h"
#include "ui/support/window_fixture.h"

#include <QAccessible>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

using namespace joinery;
using namespace joinery::ui;
using schema::Name;

class DiagramPageTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        test::failOnWarningsOfOurs();
        if (!test::WindowFixture::hasShared())
            QSKIP("the shared databases are not beside this working copy");
        m_window = std::make_unique<test::WindowFixture>();
        m_window->window->resize(1440, 900);
        ConnectionItem *connection = m_window->openChinook();
        QVERIFY(connection);
        Location location;
        location.kind = Location::Kind::DatabaseDiagram;
        location.connection = connection->id();
        m_page = qobject_cast<DiagramPage *>(m_window->shell().go(location));
        QVERIFY(m_page);
        QTRY_COMPARE(m_page->model().chart().cards.size(), size_t(11));
        QTRY_VERIFY(!m_page->model().isBusy());
        canvas()->fit();
    }

    void cleanup() { m_window.reset(); }

    void allTablesAreInViewAtFirst()
    {
        QCOMPARE(chart().relations.size(), size_t(11));
        for (const diagram::Card &card : chart().cards)
            QVERIFY(canvas()->viewport().visible().contains(card.rect()));
        QCOMPARE(m_page->status().summary, QString("11 tables, 11 relations"));
    }

    void aDraggedCardSnapsAndItsLinesFollow()
    {
        const size_t track = index("Track");
        const QPointF before = chart().cards[track].position;
        const std::vector<diagram::Card> others = chart().cards;
        drag(header(track), QPoint(83, -41));
        const QPointF after = chart().cards[track].position;
        QCOMPARE(std::fmod(after.x(), 4), 0.0);
        QCOMPARE(std::fmod(after.y(), 4), 0.0);
        QVERIFY(std::abs(after.x() - before.x() - 83 / canvas()->viewport().scale()) <= 4);
        for (size_t i = 0; i < others.size(); ++i) {
            if (i != track)
                QCOMPARE(chart().cards[i].position, others[i].position);
        }
        for (const size_t line : chart().relationsOf(track)) {
            const diagram::Relation &relation = chart().relations[line];
            const diagram::Card &child = chart().cards[relation.child];
            QCOMPARE(chart().routes[line].points.front().y(),
                     child.position.y() + child.rowCentre(relation.childColumns.first()));
        }
    }

    void placesOutliveRefreshAndPage()
    {
        drag(header(index("Genre")), QPoint(-60, 90));
        const std::vector<diagram::Card> moved = chart().cards;
        QSignalSpy rebuilt(&m_page->model(), &DiagramModel::chartChanged);
        m_page->perform(Verb::Refresh);
        QVERIFY(rebuilt.wait(20000));
        for (size_t i = 0; i < moved.size(); ++i)
            QCOMPARE(chart().cards[i].position, moved[i].position);

        const Location location = m_page->location();
        m_window->shell().closePage(m_page);
        m_page = nullptr;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_page = qobject_cast<DiagramPage *>(m_window->shell().go(location));
        QVERIFY(m_page);
        QTRY_COMPARE(chart().cards.size(), moved.size());
        for (size_t i = 0; i < moved.size(); ++i)
            QCOMPARE(chart().cards[i].position, moved[i].position);
    }

    void escapeTakesADragBack()
    {
        const size_t track = index("Track");
        const QPointF before = chart().cards[track].position;
        const QPoint start = header(track);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, start);
        QTest::mouseMove(canvas(), start + QPoint(40, 40));
        QTest::mouseMove(canvas(), start + QPoint(80, 40));
        QVERIFY(chart().cards[track].position != before);
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QCOMPARE(chart().cards[track].position, before);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, start + QPoint(80, 40));
        QCOMPARE(chart().cards[track].position, before);
    }

    void theWheelZoomsAroundTheMouse()
    {
        const QPointF mouse(300, 200);
        const QPointF under = canvas()->viewport().toScene(mouse);
        const double scale = canvas()->viewport().scale();
        QWheelEvent event(mouse, canvas()->mapToGlobal(mouse), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas(), &event);
        QVERIFY(canvas()->viewport().scale() > scale * 1.2);
        const QPointF now = canvas()->viewport().toScene(mouse);
        QVERIFY(std::hypot(now.x() - under.x(), now.y() - under.y()) < 0.01);
    }

    void draggingTheGroundPans()
    {
        const QPointF centre = canvas()->viewport().centre();
        drag(QPoint(6, 6), QPoint(50, 30));
        const QPointF way = (canvas()->viewport().centre() - centre) * canvas()->viewport().scale();
        QVERIFY(std::abs(way.x() + 50) < 2 && std::abs(way.y() + 30) < 2);
    }

    void clicksSelectTablesColumnsAndPaths()
    {
        const size_t track = index("Track");
        const diagram::Card &card = chart().cards[track];
        const QPointF row = card.position + QPointF(60, card.rowCentre("AlbumId"));
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->viewport().toWidget(row).toPoint());
        QCOMPARE(canvas()->selection(), std::vector<size_t>{track});
        QCOMPARE(canvas()->selectedColumn(), QString("AlbumId"));
        QCOMPARE(m_page->status().selection, QString("Track selected"));

        QTest::mouseClick(canvas(), Qt::LeftButton, Qt::ControlModifier, header(index("Artist")));
        QCOMPARE(canvas()->selection().size(), size_t(2));
        QCOMPARE(m_page->status().selection, QString("Track – Artist: 2 steps"));

        QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(6, 6));
        QVERIFY(canvas()->selection().empty());
    }

    void aClickOnALineSelectsTheRelation()
    {
        const diagram::Route &line = chart().routes[0];
        const QPointF middle = (line.points[1] + line.points[2]) / 2;
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->viewport().toWidget(middle).toPoint());
        QVERIFY(canvas()->selectedRelation().has_value());
        QVERIFY(m_page->status().selection.contains("refers to"));
    }

    void findFliesToTheTable()
    {
        m_page->perform(Verb::Find);
        auto *find = m_page->findChild<QLineEdit *>();
        QVERIFY(find);
        QTRY_VERIFY(find->hasFocus());
        QTest::keyClicks(find, "playlistt");
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(canvas()->selection(), std::vector<size_t>{index("PlaylistTrack")});
        QTRY_VERIFY(canvas()->viewport().scale() >= 0.9);
        QTRY_VERIFY(canvas()->viewport().visible().contains(chart().cards[index("PlaylistTrack")].rect()));
    }

    void everythingIsReachedByKeys()
    {
        canvas()->setFocus();
        for (size_t i = 0; i < chart().cards.size(); ++i) {
            QTest::keyClick(canvas(), Qt::Key_Tab);
            QCOMPARE(canvas()->selection(), std::vector<size_t>{i});
        }
        canvas()->select({index("Album")});
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(canvas()->selection().size(), size_t(1));
        const size_t right = canvas()->selection().front();
        QVERIFY(chart().cards[right].rect().center().x() > chart().cards[index("Album")].rect().center().x());
        const QPointF before = chart().cards[right].position;
        QTest::keyClick(canvas(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(chart().cards[right].position, before + QPointF(0, 16));
        QSignalSpy opened(canvas(), &Canvas::activated);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void screenReadersSeeAList()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(canvas());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 22);
        QStringList names;
        for (int i = 0; i < list->childCount(); ++i) {
            QVERIFY(list->child(i)->isValid());
            QCOMPARE(list->indexOfChild(list->child(i)), i);
            names.append(list->child(i)->text(QAccessible::Name));
        }
        QVERIFY(names.contains("table Track"));
        QVERIFY(names.contains("Track.AlbumId refers to Album.AlbumId, many to one, optional"));
        QAccessibleInterface *album = list->child(int(index("Album")));
        QVERIFY(album->text(QAccessible::Description).contains("AlbumId INTEGER, primary key"));
        QVERIFY(album->rect().isValid());
        album->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(canvas()->selection(), std::vector<size_t>{index("Album")});
        QVERIFY(album->state().selected);
    }

    void tidyPutsThemBackInOrder()
    {
        const std::vector<diagram::Card> before = chart().cards;
        drag(header(index("Track")), QPoint(120, 80));
        m_page->model().tidy();
        QTRY_COMPARE(chart().cards[index("Track")].position, before[index("Track")].position);
    }

    void detailChangesTheCards()
    {
        m_page->model().setDetail(diagram::Detail::Names);
        QCOMPARE(chart().cards[0].rows.size(), size_t(0));
        m_page->model().setDetail(diagram::Detail::Keys);
        QCOMPARE(chart().cards[index("Track")].rows.size(), size_t(4));
    }

    void exportIsCompleteAtAnyZoom()
    {
        canvas()->setScale(3);
        const QString svg = m_window->path("d.svg");
        const QString png = m_window->path("d.png");
        m_page->exportTo(svg);
        m_page->exportTo(png);
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const diagram::Card &card : chart().cards)
            QVERIFY2(text.contains(u'>' + card.table.name + u'<'), qPrintable(card.table.name));
        const QImage image(png);
        QVERIFY(image.width() >= chart().bounds().width() * 2);
        QVERIFY(image.height() >= chart().bounds().height() * 2);
    }

    void farAwayCardsBecomeNamesAndBlocks()
    {
        canvas()->setScale(0.4);
        QCOMPARE(canvas()->level(), CanvasPainter::Level::Names);
        canvas()->setScale(0.1);
        QCOMPARE(canvas()->level(), CanvasPainter::Level::Blocks);
        QVERIFY(!canvas()->grab().isNull());
    }

private:
    Canvas *canvas() const { return m_page->canvas(); }
    const diagram::Chart &chart() const { return m_page->model().chart(); }
    size_t index(const QString &table) const { return chart().find({}, Name(table)).value(); }
    QPoint header(size_t card) const
    {
        return canvas()->viewport().toWidget(chart().cards[card].position + QPointF(40, 10)).toPoint();
    }
    void drag(const QPoint &from, const QPoint &way)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas(), from + way / 2);
        QTest::mouseMove(canvas(), from + way);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, from + way);
    }

    std::unique_ptr<test::WindowFixture> m_window;
    DiagramPage *m_page = nullptr;
};

JOINERY_TEST(DiagramPageTest)
#include "tst_diagram_page.moc"
