// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/shell/fuzzy.h"

using namespace joinery::ui;

class FuzzyTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("whole word") << "book" << "book" << "book_author";
        QTest::newRow("starts of words") << "ba" << "book_author" << "subaru_table";
        QTest::newRow("in a row") << "auth" << "author" << "a_u_t_h";
        QTest::newRow("short") << "track" << "Track" << "PlaylistTrack";
        QTest::newRow("camel case") << "pt" << "PlaylistTrack" << "optional";
    }
    void orders()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto good = fuzzyMatch(pattern, better);
        const auto bad = fuzzyMatch(pattern, worse);
        QVERIFY(good && bad);
        QVERIFY2(good->score > bad->score, qPrintable(QStringLiteral("%1 %2").arg(good->score).arg(bad->score)));
    }
    void saysWhereItMatched()
    {
        const auto match = fuzzyMatch(u"tn", u"Track.Name");
        QVERIFY(match);
        QCOMPARE(match->positions, (QList<int>{0, 6}));
    }
    void blanksDoNotCount() { QVERIFY(fuzzyMatch(u"new pro", u"New project…")); }
    void lettersOutOfOrderDoNotMatch() { QVERIFY(!fuzzyMatch(u"koob", u"book")); }
};

JOINERY_TEST(FuzzyTest)
#include "tst_fuzzy.moc"
