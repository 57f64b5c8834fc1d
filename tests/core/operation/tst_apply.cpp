// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "support/random_catalog.h"
#include "support/test_case.h"

#include <set>

using namespace joinery;
using namespace joinery::operation;
using namespace joinery::schema;

namespace {

Column column(const char *name, Type type = Type::of(TypeKind::Integer))
{
    Column column;
    column.uid = Uid::create();
    column.name = QString::fromLatin1(name);
    column.type = std::move(type);
    return column;
}

/// author(id) <- book(id, author_id, price, price_with_tax), with everything that names a column.
Catalog shop()
{
    Catalog catalog;
    catalog.dialect = QStringLiteral("postgresql");
    Table author;
    author.uid = Uid::create();
    author.name = QStringLiteral("author");
    author.columns = {column("id"), column("name", Type::string(40))};
    author.primaryKey = PrimaryKey{Uid::create(), {}, {QStringLiteral("id")}};
    Table book;
    book.uid = Uid::create();
    book.name = QStringLiteral("book");
    book.columns = {column("id"), column("author_id"), column("price", Type::numeric(8, 2)), column("price_with_tax")};
    book.columns[3].computed = Computed{QStringLiteral("price * 1.07"), true};
    book.primaryKey = PrimaryKey{Uid::create(), {}, {QStringLiteral("id")}};
    book.foreignKeys.push_back({.uid = Uid::create(), .name = QStringLiteral("fk_author"), .columns = {QStringLiteral("author_id")},
                                .referredTable = QStringLiteral("author"), .referredColumns = {QStringLiteral("id")}});
    book.checks.push_back({.uid = Uid::create(), .name = QStringLiteral("ck_price"),
                           .expression = QStringLiteral("price > 0 AND 'price' <> lower(\"price\"::text) AND book.price < 10")});
    Index index;
    index.uid = Uid::create();
    index.name = QStringLiteral("ix_price");
    index.items = {IndexItem{.column = QStringLiteral("price")}, IndexItem{.expression = QStringLiteral("price(price)")}};
    index.where = QStringLiteral("price IS NOT NULL");
    book.indexes.push_back(index);
    catalog.tables = {author, book};
    catalog.views.push_back({.uid = Uid::create(), .name = QStringLiteral("books"),
                             .query = QStringLiteral("SELECT book.id, a.name FROM book, author a WHERE a.id = book.author_id "
                                                     "AND 'book' <> a.name")});
    catalog.definitions.push_back({.kind = Definition::Kind::Trigger, .uid = Uid::create(), .name = QStringLiteral("t"),
                                   .table = QStringLiteral("book"),
                                   .createSql = QStringLiteral("CREATE TRIGGER t BEFORE UPDATE OF price, id ON book FOR EACH ROW "
                                                               "WHEN (old.price < NEW.price) EXECUTE FUNCTION check_price()"),
                                   .uses = {QStringLiteral("book")}});
    return catalog;
}

} // namespace

class TestApply : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void renamingAColumnReachesEverythingThatNamesIt()
    {
        Catalog catalog = shop();
        const Uid uid = catalog.tables[1].columns[2].uid;
        VERIFY_OK(apply(catalog, RenameColumn{QStringLiteral("book"), QStringLiteral("price"), QStringLiteral("net")}));
        const Table &book = catalog.tables[1];
        QCOMPARE(book.columns[2].uid, uid);
        QCOMPARE(book.columns[2].name, QStringLiteral("net"));
        QCOMPARE(book.columns[3].computed->expression, QStringLiteral("net * 1.07"));
        QCOMPARE(book.checks[0].expression, QStringLiteral("net > 0 AND 'price' <> lower(net::text) AND book.net < 10"));
        QCOMPARE(book.indexes[0].items[0].column, QStringLiteral("net"));
        QCOMPARE(book.indexes[0].items[1].expression, QStringLiteral("price(net)"));
        QCOMPARE(book.indexes[0].where, QStringLiteral("net IS NOT NULL"));
        QCOMPARE(catalog.definitions[0].createSql,
                 QStringLiteral("CREATE TRIGGER t BEFORE UPDATE OF net, id ON book FOR EACH ROW "
                                "WHEN (old.net < NEW.net) EXECUTE FUNCTION check_price()"));
    }

    void renamingAReferredColumnReachesTheForeignKeys()
    {
        Catalog catalog = shop();
        VERIFY_OK(apply(catalog, RenameColumn{QStringLiteral("author"), QStringLiteral("id"), QStringLiteral("Author No")}));
        QCOMPARE(catalog.tables[0].primaryKey->columns, QStringList{QStringLiteral("Author No")});
        QCOMPARE(catalog.tables[1].foreignKeys[0].referredColumns, QStringList{QStringLiteral("Author No")});
    }

    void renamingATableReachesReferencesViewsAndTriggers()
    {
        Catalog catalog = shop();
        VERIFY_OK(apply(catalog, RenameTable{QStringLiteral("book"), QStringLiteral("Volume")}));
        VERIFY_OK(apply(catalog, RenameTable{QStringLiteral("author"), QStringLiteral("writer")}));
        QCOMPARE(catalog.tables[1].foreignKeys[0].referredTable, Name(QStringLiteral("writer")));
        QCOMPARE(catalog.views[0].query,
                 QStringLiteral("SELECT \"Volume\".id, a.name FROM \"Volume\", writer a WHERE a.id = \"Volume\".author_id "
                                "AND 'book' <> a.name"));
        QVERIFY(catalog.definitions[0].createSql.contains(QStringLiteral("ON \"Volume\" FOR")));
        QCOMPARE(catalog.definitions[0].table, Name(QStringLiteral("Volume")));
        QCOMPARE(catalog.definitions[0].uses.front(), Name(QStringLiteral("Volume")));
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("table exists") << 0 << ErrorKind::Duplicate;
        QTest::newRow("table is referred to") << 1 << ErrorKind::Conflict;
        QTest::newRow("no such table") << 2 << ErrorKind::Undefined;
        QTest::newRow("column in a check") << 3 << ErrorKind::Conflict;
        QTest::newRow("column in the primary key") << 4 << ErrorKind::Conflict;
        QTest::newRow("column name taken") << 5 << ErrorKind::Duplicate;
        QTest::newRow("second primary key") << 6 << ErrorKind::Duplicate;
        QTest::newRow("index on a missing column") << 7 << ErrorKind::Undefined;
        QTest::newRow("alteration that renames") << 8 << ErrorKind::InvalidInput;
    }

    void whatDoesNotFitIsRefused()
    {
        QFETCH(int, which);
        QFETCH(ErrorKind, kind);
        Catalog catalog = shop();
        const Catalog before = catalog;
        const Name book = QStringLiteral("book");
        Index index;
        index.items = {IndexItem{.column = QStringLiteral("isbn")}};
        const Operations operations{
            CreateTable{catalog.tables[0]},
            DropTable{catalog.tables[0]},
            RenameTable{QStringLiteral("nothing"), QStringLiteral("something")},
            DropColumn{book, catalog.tables[1].columns[2], {}},
            DropColumn{book, catalog.tables[1].columns[0], {}},
            RenameColumn{book, QStringLiteral("price"), QStringLiteral("id")},
            AddConstraint{book, PrimaryKey{{}, {}, {QStringLiteral("price")}}},
            CreateIndex{book, index},
            AlterColumn{book, column("price"), column("net"), {}, {}, {}},
        };
        const Status status = apply(catalog, operations[size_t(which)]);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, kind);
        QVERIFY(catalog == before);
    }

    void theInverseRestoresEverything()
    {
        std::set<QString> seen;
        for (quint32 seed = 0; seed < 3000; ++seed) {
            test::RandomCatalog random(seed);
            Catalog catalog = random.catalog();
            const Catalog before = catalog;
            const Operation operation = random.operation(catalog);
            const std::optional<Operation> inverse = invert(operation, catalog);
            const Status status = apply(catalog, operation);
            if (!status) {
                QVERIFY(catalog == before);
                continue;
            }
            QVERIFY2(inverse, qPrintable(describe(operation)));
            const Catalog after = catalog;
            const std::optional<Operation> again = invert(*inverse, catalog);
            VERIFY_OK(apply(catalog, *inverse));
            QVERIFY2(catalog == before, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(describe(operation))));
            VERIFY_OK(apply(catalog, *again));
            QVERIFY2(catalog == after, qPrintable(QStringLiteral("seed %1, redone: %2").arg(seed).arg(describe(operation))));
            seen.insert(kind(operation));
        }
        QCOMPARE(seen.size(), std::variant_size_v<Operation>);
    }

    void aChainOfOperationsIsTakenBack()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            test::RandomCatalog random(seed);
            const Catalog before = random.catalog();
            Catalog catalog = before;
            Operations operations;
            for (int i = 0; i < 20; ++i) {
                const Operation operation = random.operation(catalog);
                if (apply(catalog, operation))
                    operations.push_back(operation);
            }
            const std::optional<Operations> inverses = invertAll(operations, before);
            QVERIFY(inverses);
            VERIFY_OK(applyAll(catalog, *inverses));
            QVERIFY2(catalog == before, qPrintable(QString::number(seed)));
        }
    }

    void losesData_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("lost");
        QTest::newRow("wider text") << "String(20)" << "String(40)" << false;
        QTest::newRow("shorter text") << "String(40)" << "String(20)" << true;
        QTest::newRow("text without limit") << "String(40)" << "Text" << false;
        QTest::newRow("integer to bigint") << "Integer" << "BigInteger" << false;
        QTest::newRow("bigint to integer") << "BigInteger" << "Integer" << true;
        QTest::newRow("integer to text") << "Integer" << "Text" << false;
        QTest::newRow("more digits") << "Numeric(10, 2)" << "Numeric(12, 2)" << false;
        QTest::newRow("digits from the whole part") << "Numeric(10, 2)" << "Numeric(10, 4)" << true;
        QTest::newRow("double to numeric") << "Double" << "Numeric(10, 2)" << true;
        QTest::newRow("date to moment") << "Date" << "DateTime" << false;
        QTest::newRow("moment to date") << "DateTime" << "Date" << true;
    }

    void losesData()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const AlterColumn alter{QStringLiteral("t"), column("c", *Type::fromString(from)), column("c", *Type::fromString(to)), {}, {}, {}};
        QTEST(operation::losesData(alter), "lost");
    }
};

JOINERY_TEST(TestApply)
#include "tst_apply.moc"
