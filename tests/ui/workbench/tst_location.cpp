// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/workbench/location.h"

using namespace joinery;
using namespace joinery::ui;

class LocationTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackFromJson_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(Location::Kind::Table); kind <= int(Location::Kind::Export); ++kind)
            QTest::addRow("%d", kind) << kind;
    }

    void comesBackFromJson()
    {
        QFETCH(int, kind);
        Location location;
        location.kind = Location::Kind(kind);
        location.connection = QStringLiteral("c1");
        location.name = {QStringLiteral("sales"), QStringLiteral("book")};
        location.column = QStringLiteral("price");
        location.uid = Uid::create();
        location.text = QStringLiteral("select 'ü'");
        QCOMPARE(Location::fromJson(location.toJson()), location);
    }

    void unknownKindsAreNothing() { QVERIFY(!Location::fromJson({{QStringLiteral("kind"), QStringLiteral("x")}})); }
};

JOINERY_TEST(LocationTest)
#include "tst_location.moc"
