// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/adapt.h"
#include "core/dialect/run_steps.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "core/schema/catalog_json.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QJsonDocument>

using namespace joinery;
using namespace joinery::operation;
using namespace joinery::schema;

namespace {

Column column(const char *name, Type type, bool nullable = true)
{
    Column column;
    column.name = QString::fromLatin1(name);
    column.type = std::move(type);
    column.nullable = nullable;
    return column;
}

Index index(const char *name, const QStringList &columns, bool unique = false)
{
    Index index;
    index.name = QString::fromLatin1(name);
    for (const QString &column : columns)
        index.items.push_back(IndexItem{.column = column});
    index.unique = unique;
    return index;
}

/// One model for all: a shop with every kind of thing that it can hold on each engine.
Catalog shop()
{
    Catalog catalog;
    catalog.enums.push_back({.name = QStringLiteral("mood"), .values = {QStringLiteral("sad"), QStringLiteral("it's ok"), QStringLiteral("happy")}});
    Table author;
    author.name = QStringLiteral("author");
    author.columns = {column("id", Type::of(TypeKind::Integer), false), column("name", Type::string(40), false),
                      column("born", Type::of(TypeKind::Date)), column("order", Type::of(TypeKind::Integer))};
    author.columns[0].identity = Identity{.kind = Identity::Kind::Auto};
    author.columns[1].defaultValue = Default{Default::Kind::Literal, QStringLiteral("it's nobody")};
    author.primaryKey = PrimaryKey{.name = QStringLiteral("pk_author"), .columns = {QStringLiteral("id")}};
    author.indexes.push_back(index("ix_author_name", {QStringLiteral("name"), QStringLiteral("born")}));

    Table book;
    book.name = QStringLiteral("book");
    book.columns = {column("id", Type::of(TypeKind::Integer), false), column("author_id", Type::of(TypeKind::Integer), false),
                    column("isbn", Type::string(20)), column("price", Type::numeric(8, 2), false),
                    column("price_with_tax", Type::numeric(10, 2)), column("mood", Type::of(TypeKind::Enum), false),
                    column("sold", Type::of(TypeKind::Boolean), false), column("made", Type::of(TypeKind::DateTime)),
                    column("details", Type::of(TypeKind::Json)), column("next_id", Type::of(TypeKind::Integer))};
    book.columns[0].identity = Identity{.kind = Identity::Kind::Auto};
    book.columns[3].defaultValue = Default{Default::Kind::Literal, QStringLiteral("0")};
    book.columns[4].computed = Computed{QStringLiteral("price * 2"), true};
    book.columns[5].type.enumName = QStringLiteral("mood");
    book.columns[5].defaultValue = Default{Default::Kind::Literal, QStringLiteral("it's ok")};
    book.columns[6].defaultValue = Default{Default::Kind::Literal, QStringLiteral("false")};
    book.columns[7].defaultValue = Default{Default::Kind::Expression, QStringLiteral("CURRENT_TIMESTAMP")};
    book.primaryKey = PrimaryKey{.name = QStringLiteral("pk_book"), .columns = {QStringLiteral("id")}};
    book.uniques.push_back({.name = QStringLiteral("uq_book_isbn"), .columns = {QStringLiteral("isbn")}});
    book.checks.push_back({.name = QStringLiteral("ck_book_price"), .expression = QStringLiteral("price >= 0")});
    book.foreignKeys.push_back({.name = QStringLiteral("fk_book_author"), .columns = {QStringLiteral("author_id")},
                                .referredTable = QStringLiteral("author"), .referredColumns = {QStringLiteral("id")},
                                .onDelete = ForeignKeyAction::Cascade});
    book.foreignKeys.push_back({.name = QStringLiteral("fk_book_next"), .columns = {QStringLiteral("next_id")},
                                .referredTable = QStringLiteral("book"), .referredColumns = {QStringLiteral("id")},
                                .onDelete = ForeignKeyAction::SetNull});
    book.indexes.push_back(index("ix_book_author", {QStringLiteral("author_id")}));
    book.indexes.push_back(index("ix_book_next", {QStringLiteral("next_id")}));
    catalog.tables = {book, author}; // the order of creation is found, not given
    catalog.views.push_back({.name = QStringLiteral("cheap"), .query = QStringLiteral("SELECT id, isbn FROM book WHERE price < 10")});
    return catalog;
}

QStringList rows()
{
    return {QStringLiteral("INSERT INTO author (id, name, born) VALUES (1, 'Ann', '1950-02-01'), (2, 'Ben', NULL)"),
            QStringLiteral("INSERT INTO book (id, author_id, isbn, price, mood, details) VALUES (1, 1, '111', 9.5, 'happy', '{\"a\": 1}'), "
                           "(2, 1, '222', 20, 'sad', NULL), (3, 2, NULL, 0, 'it''s ok', NULL)"),
            QStringLiteral("UPDATE book SET next_id = 2 WHERE id = 1")};
}

struct Case
{
    const char *name;
    Operations operations;
};

std::vector<Case> cases()
{
    const Catalog catalog = shop();
    const Table &book = catalog.tables[0];
    const Table &author = catalog.tables[1];
    const Name bookName = QStringLiteral("book"), authorName = QStringLiteral("author");
    const auto altered = [](Column to, auto change) {
        change(to);
        return to;
    };
    Table extra;
    extra.name = QStringLiteral("Extra Table");
    extra.columns = {column("book_id", Type::of(TypeKind::Integer), false), column("tag", Type::string(20), false)};
    extra.primaryKey = PrimaryKey{.name = QStringLiteral("pk_extra"), .columns = {QStringLiteral("book_id"), QStringLiteral("tag")}};
    extra.foreignKeys.push_back({.name = QStringLiteral("fk_extra_book"), .columns = {QStringLiteral("book_id")},
                                 .referredTable = bookName, .referredColumns = {QStringLiteral("id")}});
    Column remark = column("remark", Type::string(30), false);
    remark.defaultValue = Default{Default::Kind::Literal, QStringLiteral("a 'b'")};
    Column filled = column("filled", Type::of(TypeKind::Integer), false);
    Column isbn = book.columns[2], name = author.columns[1], price = book.columns[3];
    EnumType reduced = catalog.enums[0];
    reduced.values = {QStringLiteral("happy"), QStringLiteral("it's ok")};
    View dear = catalog.views[0];
    dear.query = QStringLiteral("SELECT id, isbn FROM book WHERE price > 10");
    return {
        {"create table", {CreateTable{extra}}},
        {"rename table", {RenameTable{authorName, QStringLiteral("Writer")}}},
        {"add column", {AddColumn{bookName, remark, {}, {}}}},
        {"add column in its place", {AddColumn{authorName, remark, QStringLiteral("id"), {}}}},
        {"add column with values", {AddColumn{authorName, filled, {}, QStringLiteral("id * 10")}}},
        {"drop column", {DropColumn{authorName, author.columns[3], {}}}},
        {"rename column", {RenameColumn{bookName, QStringLiteral("price"), QStringLiteral("net_price")}}},
        {"rename key column", {RenameColumn{authorName, QStringLiteral("id"), QStringLiteral("author_no")}}},
        {"not null", {AlterColumn{bookName, isbn, altered(isbn, [](Column &c) { c.nullable = false; }), {}, {}, QStringLiteral("'none'")}}},
        {"null", {AlterColumn{bookName, price, altered(price, [](Column &c) { c.nullable = true; }), {}, {}, {}}}},
        {"wider type", {AlterColumn{authorName, name, altered(name, [](Column &c) { c.type = Type::string(60); }), {}, {}, {}}}},
        {"other type", {AlterColumn{authorName, author.columns[3], altered(author.columns[3], [](Column &c) { c.type = Type::of(TypeKind::BigInteger); }), {}, {}, {}}}},
        {"set default", {AlterColumn{bookName, isbn, altered(isbn, [](Column &c) { c.defaultValue = Default{Default::Kind::Literal, QStringLiteral("x")}; }), {}, {}, {}}}},
        {"drop default", {AlterColumn{bookName, price, altered(price, [](Column &c) { c.defaultValue.reset(); }), {}, {}, {}}}},
        {"add unique", {AddConstraint{authorName, Unique{.name = QStringLiteral("uq_author_name"), .columns = {QStringLiteral("name")}}}}},
        {"drop unique", {DropConstraint{bookName, book.uniques[0]}}},
        {"add check", {AddConstraint{authorName, Check{.name = QStringLiteral("ck_author"), .expression = QStringLiteral("name <> ''")}}}},
        {"drop check", {DropConstraint{bookName, book.checks[0]}}},
        {"drop foreign key", {DropConstraint{bookName, book.foreignKeys[0]}}},
        {"rename unique", {RenameConstraint{bookName, book.uniques[0], QStringLiteral("uq_isbn")}}},
        {"rename check", {RenameConstraint{bookName, book.checks[0], QStringLiteral("ck_price")}}},
        {"rename foreign key", {RenameConstraint{bookName, book.foreignKeys[0], QStringLiteral("fk_writer")}}},
        {"create index", {CreateIndex{bookName, index("ix_book_price", {QStringLiteral("price"), QStringLiteral("isbn")}, true)}}},
        {"drop index", {DropIndex{authorName, author.indexes[0]}}},
        {"rename index", {RenameIndex{authorName, author.indexes[0], QStringLiteral("ix_name")}}},
        {"add enum value", {AddEnumValue{QStringLiteral("mood"), QStringLiteral("very happy"), {}}}},
        {"add enum value before", {AddEnumValue{QStringLiteral("mood"), QStringLiteral("so so"), QStringLiteral("happy")}}},
        {"rename enum value", {RenameEnumValue{QStringLiteral("mood"), QStringLiteral("sad"), QStringLiteral("blue")}}},
        {"rename enum", {RenameEnum{QStringLiteral("mood"), QStringLiteral("feeling")}}},
        {"replace view", {ReplaceView{catalog.views[0], dear}}},
        {"drop view and column", {DropView{catalog.views[0]}, DropConstraint{bookName, book.uniques[0]}, DropColumn{bookName, isbn, {}}}},
        {"drop table", {DropView{catalog.views[0]}, DropTable{book}}},
        {"execute", {ExecuteSql{QStringLiteral("UPDATE author SET name = 'Zoe' WHERE id = 1; UPDATE author SET name = 'Yan' WHERE id = 2"),
                                QStringLiteral("UPDATE author SET name = 'Ann' WHERE id = 1; UPDATE author SET name = 'Ben' WHERE id = 2"), {}, false, {authorName}, {}}}},
    };
}

QByteArray text(Catalog catalog)
{
    for (Table &table : catalog.tables) {
        table.estimatedRows.reset();
        table.storedDefinition.clear();
        table.uses.clear();
        const auto byName = [](const auto &element) { return element.name; };
        // Columns are added behind the others where the engine has no places; a counter and a NOT NULL keep their names.
        std::ranges::sort(table.columns, {}, byName);
        for (Column &column : table.columns) {
            if (column.identity)
                column.identity->sequence = Name();
            column.options.remove(QStringLiteral("not_null_name"));
        }
        std::ranges::sort(table.foreignKeys, {}, byName);
        std::ranges::sort(table.uniques, {}, byName);
        std::ranges::sort(table.checks, {}, byName);
        std::ranges::sort(table.indexes, {}, byName);
    }
    for (View &view : catalog.views)
        view.storedDefinition.clear();
    std::ranges::sort(catalog.tables, {}, &Table::name);
    return QJsonDocument(toJson(catalog)).toJson();
}

QStringList contents(driver::Connection &connection, const Catalog &catalog, const dialect::Dialect &dialect)
{
    QStringList lines;
    for (const Table &table : catalog.tables) {
        QStringList columns;
        for (const Column &column : table.columns)
            columns << column.name;
        columns.sort();
        const auto rows = connection.fetch(QStringLiteral("SELECT %1 FROM %2").arg(dialect.quoteAll(columns), dialect.quote(table.name)));
        for (int row = 0; rows && row < rows->rowCount(); ++row) {
            QStringList cells{table.name.name};
            for (int i = 0; i < rows->columnCount(); ++i)
                cells << columns.at(i) + u'=' + (rows->value(row, i).isNull() ? QStringLiteral("NULL") : rows->value(row, i).toText());
            lines << cells.join(u'|');
        }
        if (!rows)
            lines << rows.error().message;
    }
    lines.sort();
    return lines;
}

} // namespace

/// Every operation up and down on a database with rows: down leads back to the same schema and the same rows.
class TestOperations : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void upAndDown_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("which");
        const std::vector<Case> all = cases();
        for (const QString &engine : test::Engines::all()) {
            for (size_t i = 0; i < all.size(); ++i)
                QTest::newRow(qPrintable(engine + u' ' + QLatin1String(all[i].name))) << engine << int(i);
        }
    }

    void upAndDown()
    {
        QFETCH(QString, engine);
        QFETCH(int, which);
        REQUIRE_ENGINE(engine);
        const Operations operations = cases()[size_t(which)].operations;
        const dialect::Dialect &dialect = *findDialect(engine);
        const auto connection = emptied(engine, m_walked);
        VERIFY_OK(connection);
        const int version = (*connection)->server().versionNumber;
        const Catalog model = shop();
        const auto script = dialect::createScript(dialect, model, version);
        VERIFY_OK(script);
        VERIFY_OK(dialect::runSteps(**connection, *script));
        for (const QString &statement : rows())
            VERIFY_OK((*connection)->run(statement));
        const auto before = dialect.inspect(**connection, {}, {});
        VERIFY_OK(before);
        const QStringList rowsBefore = contents(**connection, before->catalog, dialect);
        QVERIFY(rowsBefore.size() == 5);

        const auto up = dialect::renderAll(dialect, operations, model, version);
        VERIFY_OK(up);
        VERIFY_OK(dialect::runSteps(**connection, *up));
        const auto between = dialect.inspect(**connection, {}, {});
        VERIFY_OK(between);
        Catalog changed = model;
        VERIFY_OK(applyAll(changed, operations));
        // A view or a table that is created from the changed model says the same as the one that was changed.
        const auto other = emptied(engine, m_fresh);
        VERIFY_OK(other);
        const auto freshScript = dialect::createScript(dialect, changed, version);
        VERIFY_OK(freshScript);
        VERIFY_OK(dialect::runSteps(**other, *freshScript));
        const auto wanted = dialect.inspect(**other, {}, {});
        VERIFY_OK(wanted);
        compare(text(between->catalog), text(wanted->catalog));
        if (QTest::currentTestFailed())
            return;

        const auto inverse = invertAll(operations, model);
        QVERIFY(inverse);
        const auto down = dialect::renderAll(dialect, *inverse, changed, version);
        VERIFY_OK(down);
        VERIFY_OK(dialect::runSteps(**connection, *down));
        const auto after = dialect.inspect(**connection, {}, {});
        VERIFY_OK(after);
        compare(text(after->catalog), text(before->catalog));
        if (std::ranges::none_of(operations, [](const Operation &operation) { return losesData(operation); }))
            checkRows(contents(**connection, after->catalog, dialect), rowsBefore, operations);
    }

    void oneModelOnEveryEngine_data() { test::Engines::addRows(); }
    void oneModelOnEveryEngine()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const dialect::Dialect &dialect = *findDialect(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto script = dialect::createScript(dialect, shop(), (*connection)->server().versionNumber);
        VERIFY_OK(script);
        VERIFY_OK(dialect::runSteps(**connection, *script));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        QCOMPARE(inspection->catalog.tables.size(), size_t(2));
        QCOMPARE(inspection->catalog.views.size(), size_t(1));
        // And from there to the others.
        for (const QString &target : test::Engines::available()) {
            const dialect::Dialect &other = *findDialect(target);
            const test::ScratchDatabase copy(target);
            const auto there = copy.connect();
            VERIFY_OK(there);
            const auto translated = dialect::createScript(other, inspection->catalog, (*there)->server().versionNumber);
            VERIFY_OK(translated);
            VERIFY_OK(dialect::runSteps(**there, *translated));
            for (const QString &statement : rows())
                VERIFY_OK((*there)->run(statement));
            const auto found = other.inspect(**there, {}, {});
            VERIFY_OK(found);
            QCOMPARE(found->catalog.tables.size(), size_t(2));
            QCOMPARE(found->catalog.tables[1].foreignKeys.size() + found->catalog.tables[0].foreignKeys.size(), size_t(2));
        }
    }

    void cleanupTestCase()
    {
        m_walked.clear();
        m_fresh.clear();
    }

private:
    using Databases = std::map<QString, test::ReusedDatabase>;
    static Result<driver::Connection *> emptied(const QString &engine, Databases &databases)
    {
        return databases.try_emplace(engine, engine).first->second.emptied();
    }

    static void compare(const QByteArray &found, const QByteArray &expected)
    {
        const QList<QByteArray> a = found.split('\n'), b = expected.split('\n');
        for (qsizetype line = 0; line < std::min(a.size(), b.size()); ++line) {
            if (a.at(line) != b.at(line)) {
                const qsizetype from = std::max<qsizetype>(0, line - 12);
                QFAIL(QByteArray("found:\n" + a.mid(from, 24).join('\n') + "\nexpected:\n" + b.mid(from, 24).join('\n')).constData());
            }
        }
        QCOMPARE(a.size(), b.size());
    }
    static void checkRows(const QStringList &found, const QStringList &expected, const Operations &operations)
    {
        // A NULL that was filled on the way up stays filled.
        const auto *alter = std::get_if<AlterColumn>(&operations.front());
        if (!alter || alter->nullFill.isEmpty())
            QCOMPARE(found, expected);
        else
            QCOMPARE(found.size(), expected.size());
    }

    Databases m_walked, m_fresh; ///< one for each engine
};

JOINERY_TEST(TestOperations)
#include "tst_operations.moc"
