// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/draw.h"
#include "core/diagram/glyphs.h"
#include "core/diagram/svg.h"
#include "support/test_case.h"

#include <QXmlStreamReader>

using namespace joinery;
using namespace joinery::diagram;

namespace {

double sevenPixels(const QString &text, TextStyle) { return double(text.size()) * 7; }

schema::Catalog bookshop()
{
    const auto column = [](const QString &name, const schema::Type &type, bool nullable = true) {
        schema::Column made;
        made.name = name;
        made.type = type;
        made.nullable = nullable;
        return made;
    };
    schema::Table author;
    author.name = schema::Name("author");
    author.columns = {column("id", schema::Type::of(schema::TypeKind::Integer), false),
                      column("a <very> long & winding name that no card is wide enough for", schema::Type::string(80))};
    author.primaryKey = schema::PrimaryKey();
    author.primaryKey->columns = {"id"};
    schema::Table book;
    book.name = schema::Name("shop", "book");
    book.columns = {column("id", schema::Type::of(schema::TypeKind::Integer), false),
                    column("author_id", schema::Type::of(schema::TypeKind::Integer), false),
                    column("price", schema::Type::numeric(8, 2))};
    book.primaryKey = author.primaryKey;
    schema::ForeignKey key;
    key.columns = {"author_id"};
    key.referredTable = author.name;
    book.foreignKeys = {key};
    schema::Catalog catalog;
    catalog.tables = {author, book};
    return catalog;
}

Chart chartOf(Detail detail)
{
    Chart chart = makeChart(bookshop(), detail, sevenPixels);
    chart.cards[1].position = {500, 200};
    route(chart);
    return chart;
}

} // namespace

class PictureTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void detailChoosesTheRows()
    {
        QCOMPARE(chartOf(Detail::All).cards[1].rows.size(), size_t(3));
        QCOMPARE(chartOf(Detail::Keys).cards[1].rows.size(), size_t(2));
        QCOMPARE(chartOf(Detail::Names).cards[1].rows.size(), size_t(0));
        QCOMPARE(chartOf(Detail::Names).cards[1].hiddenColumns, 3);
    }

    void textsStayInsideTheirCards()
    {
        const Chart chart = chartOf(Detail::All);
        for (const Card &card : chart.cards) {
            for (const Item &item : drawCard(card).items) {
                const auto *run = std::get_if<Run>(&item);
                if (!run)
                    continue;
                const double width = sevenPixels(run->text, run->style);
                const double left = run->align == Align::Right ? run->baseline.x() - width : run->baseline.x();
                QVERIFY2(left >= card.rect().left() && left + width <= card.rect().right(), qPrintable(run->text));
                QVERIFY(card.rect().contains(run->baseline));
            }
        }
        QVERIFY(chart.cards[0].rows[1].name.endsWith(QChar(0x2026)));
    }

    void linesEndAtTheRowsOfTheirColumns()
    {
        const Chart chart = chartOf(Detail::All);
        const Card &author = chart.cards[0];
        const Card &book = chart.cards[1];
        QCOMPARE(chart.routes[0].points.front().y(), book.position.y() + book.rowCentre("author_id"));
        QCOMPARE(chart.routes[0].points.back().y(), author.position.y() + author.rowCentre("id"));
        QCOMPARE(book.rowAt({book.position.x() + 5, chart.routes[0].points.front().y()}), 1);
    }

    void crowsFeetSayHowMany()
    {
        const auto countOf = [](Ending ending) {
            std::vector<Item> items;
            addEnding(items, ending, {0, 0}, 1, Role::Edge, 1);
            int strokes = 0;
            int discs = 0;
            for (const Item &item : items) {
                strokes += std::holds_alternative<Stroke>(item);
                discs += std::holds_alternative<Disc>(item);
            }
            return std::pair(strokes, discs);
        };
        QCOMPARE(countOf(Ending::ExactlyOne), std::pair(2, 0));
        QCOMPARE(countOf(Ending::ZeroOrOne), std::pair(1, 1));
        QCOMPARE(countOf(Ending::ZeroOrMany), std::pair(1, 1));
    }

    void elideKeepsWhatFits()
    {
        QCOMPARE(elide("publisher", TextStyle::Name, 63, sevenPixels), QString("publisher"));
        QCOMPARE(elide("publisher", TextStyle::Name, 62, sevenPixels), QString("publishe").left(7) + QChar(0x2026));
        QCOMPARE(elide("publisher", TextStyle::Name, 0, sevenPixels), QString(QChar(0x2026)));
    }

    void roundedCornersStayOnTheLine()
    {
        const std::vector<PathStep> steps = roundedPath(Stroke{{{0, 0}, {10, 0}, {10, 100}}, 1, Role::Edge, 6});
        QCOMPARE(steps.size(), size_t(3));
        // Half of the shorter leg at most.
        QCOMPARE(steps[0].to, QPointF(5, 0));
        QCOMPARE(steps[1].to, QPointF(10, 5));
        QVERIFY(steps[1].curve);
        QCOMPARE(steps[2].to, QPointF(10, 100));
    }

    void svgIsCompleteAndReadable()
    {
        const Picture picture = draw(chartOf(Detail::All));
        const QByteArray file = svg(picture, Look::light(), "Shop & <friends>", "Inter");
        QXmlStreamReader xml(file);
        QStringList texts;
        QStringList ids;
        QStringList titles;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("g"))
                ids.append(xml.attributes().value("id").toString());
            else if (xml.name() == QLatin1String("title"))
                titles.append(xml.readElementText());
            else if (xml.name() == QLatin1String("text"))
                texts.append(xml.readElementText());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(ids, (QStringList{"relation-shop.book-author_id-author", "table-author", "table-shop.book"}));
        QCOMPARE(titles.first(), QString("Shop & <friends>"));
        QVERIFY(titles.contains("shop.book.author_id refers to author.id, many to one"));
        for (const QString &word : QStringList{"author", "book", "shop", "author_id", "price", "Numeric(8, 2)", "String(80)"})
            QVERIFY2(texts.contains(word), qPrintable(word));
    }

    void marksOfAComparisonAreDrawn()
    {
        const Chart chart = chartOf(Detail::All);
        const Element added = drawCard(chart.cards[0], Emphasis::Normal, Mark::Added);
        QVERIFY(std::ranges::any_of(added.items, [](const Item &item) {
            const auto *run = std::get_if<Run>(&item);
            return run && run->text == QLatin1String("+") && run->role == Role::Added;
        }));
    }
};

JOINERY_TEST(PictureTest)
#include "tst_picture.moc"
