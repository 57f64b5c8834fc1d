// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/chart.h"
#include "support/test_case.h"

using namespace joinery;
using namespace joinery::diagram;

namespace {

schema::Column column(const QString &name, bool nullable)
{
    schema::Column made;
    made.name = name;
    made.type = schema::Type::of(schema::TypeKind::Integer);
    made.nullable = nullable;
    return made;
}

schema::Table table(const QString &name, const QStringList &columns, const QStringList &key)
{
    schema::Table made;
    made.name = schema::Name(name);
    for (const QString &one : columns)
        made.columns.push_back(column(one, !key.contains(one)));
    made.primaryKey = schema::PrimaryKey();
    made.primaryKey->columns = key;
    return made;
}

schema::ForeignKey key(const QStringList &columns, const QString &parent, const QStringList &parentColumns = {})
{
    schema::ForeignKey made;
    made.columns = columns;
    made.referredTable = schema::Name(parent);
    made.referredColumns = parentColumns;
    return made;
}

} // namespace

/// What the crow's feet say: how many children a parent can have, and whether a child must have a parent.
class RelationTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cardinality_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("unique");
        QTest::addColumn<bool>("optional");
        QTest::newRow("plain column") << "plain" << false << true;
        QTest::newRow("not null") << "not null" << false << false;
        QTest::newRow("unique constraint") << "unique" << true << true;
        QTest::newRow("unique index") << "index" << true << true;
        QTest::newRow("partial unique index says nothing") << "partial" << false << true;
        QTest::newRow("unique index over an expression says nothing") << "expression" << false << true;
        QTest::newRow("unique over more columns says nothing") << "wider" << false << true;
        QTest::newRow("primary key of one column") << "key" << true << false;
        QTest::newRow("part of the primary key") << "part" << false << false;
    }

    void cardinality()
    {
        QFETCH(QString, kind);
        QFETCH(bool, unique);
        QFETCH(bool, optional);
        const QStringList primary = kind == QLatin1String("key") ? QStringList{"parent_id"}
            : kind == QLatin1String("part")                      ? QStringList{"parent_id", "id"}
                                                                 : QStringList{"id"};
        schema::Table child = table("child", {"id", "parent_id", "other"}, primary);
        child.foreignKeys.push_back(key({"parent_id"}, "parent"));
        if (kind == QLatin1String("not null"))
            child.column("parent_id")->nullable = false;
        if (kind == QLatin1String("unique") || kind == QLatin1String("wider")) {
            schema::Unique one;
            one.columns = kind == QLatin1String("wider") ? QStringList{"parent_id", "other"} : QStringList{"parent_id"};
            child.uniques.push_back(one);
        }
        if (kind == QLatin1String("index") || kind == QLatin1String("partial") || kind == QLatin1String("expression")) {
            schema::Index index;
            index.unique = true;
            schema::IndexItem item;
            if (kind == QLatin1String("expression"))
                item.expression = "abs(parent_id)";
            else
                item.column = "parent_id";
            index.items.push_back(item);
            if (kind == QLatin1String("partial"))
                index.where = "other = 1";
            child.indexes.push_back(index);
        }
        schema::Catalog catalog;
        catalog.tables = {child, table("parent", {"id"}, {"id"})};
        const std::vector<Relation> relations = relationsOf(catalog);
        QCOMPARE(relations.size(), size_t(1));
        QCOMPARE(relations[0].childUnique, unique);
        QCOMPARE(relations[0].parentOptional, optional);
        QCOMPARE(relations[0].parentColumns, QStringList{"id"});
    }

    void aReferenceToAMissingTableIsLeftOut()
    {
        schema::Catalog catalog;
        catalog.tables = {table("child", {"id", "a"}, {"id"})};
        catalog.tables[0].foreignKeys.push_back(key({"a"}, "elsewhere"));
        QVERIFY(relationsOf(catalog).empty());
    }

    void capitalsOfTheReferenceDoNotMatter()
    {
        schema::Catalog catalog;
        catalog.tables = {table("Parent", {"id"}, {"id"}), table("child", {"id", "a"}, {"id"})};
        catalog.tables[1].foreignKeys.push_back(key({"a"}, "PARENT"));
        QCOMPARE(relationsOf(catalog).size(), size_t(1));
        QCOMPARE(relationsOf(catalog)[0].toString(), QString("child.a refers to Parent.id, many to one, optional"));
    }

    void neighbourhoodAndPath()
    {
        // a <- b <- c <- d, and e alone.
        schema::Catalog catalog;
        for (const QString &name : QStringList{"a", "b", "c", "d", "e"})
            catalog.tables.push_back(table(name, {"id", "up"}, {"id"}));
        for (size_t i = 1; i < 4; ++i)
            catalog.tables[i].foreignKeys.push_back(key({"up"}, catalog.tables[i - 1].name.name));
        const Chart chart = makeChart(catalog, Detail::All, [](const QString &text, TextStyle) { return text.size() * 7.0; });
        QCOMPARE(chart.neighbourhood({1}, 0), (std::vector<size_t>{1}));
        QCOMPARE(chart.neighbourhood({1}, 1), (std::vector<size_t>{0, 1, 2}));
        QCOMPARE(chart.neighbourhood({1}, 2), (std::vector<size_t>{0, 1, 2, 3}));
        QCOMPARE(chart.path(0, 3).size(), size_t(3));
        QCOMPARE(chart.path(3, 0).size(), size_t(3));
        QVERIFY(chart.path(0, 4).empty());
        QVERIFY(chart.path(2, 2).empty());
    }
};

JOINERY_TEST(RelationTest)
#include "tst_relation.moc"
