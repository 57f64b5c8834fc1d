// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/timeline/lanes.h"

using namespace joinery;
using namespace joinery::ui;

class LanesTest : public test::TestCase
{
    Q_OBJECT

    /// "b:a" is a revision b on a, "d:b,c" a merge.
    static Lanes lanesOf(const QString &text)
    {
        std::vector<migration::Revision> revisions;
        for (const QString &word : text.split(u' ')) {
            migration::Revision revision;
            revision.id = word.section(u':', 0, 0);
            revision.parents = word.section(u':', 1).split(u',', Qt::SkipEmptyParts);
            revisions.push_back(revision);
        }
        Result<migration::RevisionGraph> graph = migration::RevisionGraph::build(revisions);
        return graph ? layOut(*graph) : Lanes();
    }

    static QString picture(const Lanes &lanes)
    {
        QStringList rows;
        for (qsizetype row = 0; row < lanes.rows.size(); ++row)
            rows.append(QString(lanes.rows.at(row) + QString::number(lanes.laneOfRow[size_t(row)])));
        return rows.join(u' ');
    }

private Q_SLOTS:
    void aLineStaysInOneLane()
    {
        const Lanes lanes = lanesOf(QStringLiteral("a b:a c:b"));
        QCOMPARE(picture(lanes), QStringLiteral("a0 b0 c0"));
        QCOMPARE(lanes.laneCount, 1);
        QCOMPARE(lanes.edges.size(), size_t(2));
    }

    void aBranchSwingsOutAndAMergeComesBack()
    {
        const Lanes lanes = lanesOf(QStringLiteral("a b:a c:a d:b,c e:d"));
        QCOMPARE(lanes.laneCount, 2);
        const int rowB = int(lanes.rows.indexOf(QStringLiteral("b")));
        const int rowC = int(lanes.rows.indexOf(QStringLiteral("c")));
        QVERIFY(lanes.laneOfRow[size_t(rowB)] != lanes.laneOfRow[size_t(rowC)]);
        QCOMPARE(lanes.laneOfRow[size_t(lanes.rows.indexOf(QStringLiteral("e")))], 0);
        // No edge of a merge runs through the node of another revision.
        for (const LaneEdge &edge : lanes.edges) {
            for (int row = edge.fromRow + 1; row < edge.toRow; ++row)
                QVERIFY2(lanes.laneOfRow[size_t(row)] != edge.lane, qPrintable(lanes.rows.at(row)));
        }
    }

    void aFinishedLaneIsUsedAgain()
    {
        QCOMPARE(lanesOf(QStringLiteral("a b:a c:a d:b,c e:d f:d g:e,f")).laneCount, 2);
    }
};

JOINERY_TEST(LanesTest)
#include "tst_lanes.moc"
