// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/compare.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Catalog;
using schema::Column;
using schema::ForeignKey;
using schema::Table;
using schema::Type;
using schema::TypeKind;

namespace {

Column column(const QString &name, Type type = Type::of(TypeKind::Integer), bool nullable = true)
{
    Column made;
    made.name = name;
    made.type = std::move(type);
    made.nullable = nullable;
    return made;
}

Table table(const QString &name, std::vector<Column> columns)
{
    Table made;
    made.name = name;
    made.columns = {column(QStringLiteral("id"), Type::of(TypeKind::Integer), false)};
    made.columns.insert(made.columns.end(), columns.begin(), columns.end());
    made.primaryKey = schema::PrimaryKey{};
    made.primaryKey->columns = {QStringLiteral("id")};
    return made;
}

ForeignKey reference(const QString &column, const QString &to)
{
    ForeignKey key;
    key.columns = {column};
    key.referredTable = to;
    key.referredColumns = {QStringLiteral("id")};
    return key;
}

QStringList words(const compare::Difference &difference)
{
    QStringList lines;
    for (const operation::Operation &each : difference.operations)
        lines.append(operation::kind(each));
    return lines;
}

Catalog bookshop()
{
    Catalog catalog;
    catalog.tables = {table(QStringLiteral("author"), {column(QStringLiteral("name"), Type::string(80))}),
                      table(QStringLiteral("book"), {column(QStringLiteral("title"), Type::string(200)), column(QStringLiteral("writer_id")),
                                                     column(QStringLiteral("year"))})};
    catalog.tables[1].foreignKeys = {reference(QStringLiteral("writer_id"), QStringLiteral("author"))};
    schema::assignUids(catalog);
    return catalog;
}

} // namespace

class CompareTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void renameIsCertainByIdentity()
    {
        const Catalog from = bookshop();
        Catalog to = from;
        VERIFY_OK(operation::apply(to, operation::RenameColumn{QStringLiteral("book"), QStringLiteral("writer_id"), QStringLiteral("author_id")}));
        VERIFY_OK(operation::apply(to, operation::RenameTable{QStringLiteral("author"), QStringLiteral("person")}));
        const auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("rename_table"), QStringLiteral("rename_column")}));
        QVERIFY(difference->candidates.empty());
    }

    void renameIsAskedWithoutIdentity()
    {
        const Catalog from = schema::withoutUids(bookshop());
        Catalog to = from;
        VERIFY_OK(operation::apply(to, operation::RenameColumn{QStringLiteral("book"), QStringLiteral("writer_id"), QStringLiteral("author_id")}));
        auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QVERIFY(words(*difference).contains(QStringLiteral("drop_column")));
        QCOMPARE(difference->candidates.size(), 1u);
        QCOMPARE(difference->candidates[0].toString(), QStringLiteral("book.writer_id -> book.author_id"));
        QVERIFY(difference->candidates[0].score >= 0.6);

        compare::Options options;
        const auto hint = compare::RenameHint::parse(QStringLiteral("book.writer_id=book.author_id"));
        VERIFY_OK(hint);
        options.renames = {*hint};
        difference = compare::compare(from, to, options);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), QStringList{QStringLiteral("rename_column")});
        QVERIFY(difference->candidates.empty());
    }

    void hints()
    {
        const auto shortForm = compare::RenameHint::parse(QStringLiteral("book.writer=author"));
        VERIFY_OK(shortForm);
        QCOMPARE(shortForm->toTable.name, QStringLiteral("book"));
        QCOMPARE(shortForm->toColumn, QStringLiteral("author"));
        const auto whole = compare::RenameHint::parse(QStringLiteral("author=person"));
        VERIFY_OK(whole);
        QCOMPARE(whole->toTable.name, QStringLiteral("person"));
        QVERIFY(whole->toColumn.isEmpty());
        for (const char *bad : {"", "a", "a=b=c", "a.=b", "=b"})
            QVERIFY2(!compare::RenameHint::parse(QLatin1String(bad)), bad);
    }

    void namesThatSwap()
    {
        const Catalog from = bookshop();
        Catalog to = from;
        std::swap(to.tables[1].columns[1].name, to.tables[1].columns[3].name);
        const auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("rename_column"), QStringLiteral("rename_column"), QStringLiteral("rename_column")}));
        Catalog state = from;
        VERIFY_OK(operation::applyAll(state, difference->operations));
        QVERIFY(state == to);
    }

    void nameOfADroppedColumnIsTaken()
    {
        const Catalog from = bookshop();
        Catalog to = from;
        to.tables[1].columns.erase(to.tables[1].columns.begin() + 1); // title goes
        to.tables[1].columns[2].name = QStringLiteral("title");       // year takes its name
        const auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        Catalog state = from;
        VERIFY_OK(operation::applyAll(state, difference->operations));
        QVERIFY(state == to);
    }

    void tablesThatReferToEachOther()
    {
        Catalog to;
        to.tables = {table(QStringLiteral("a"), {column(QStringLiteral("b_id"))}), table(QStringLiteral("b"), {column(QStringLiteral("c_id"), Type::of(TypeKind::Integer), false)}),
                     table(QStringLiteral("c"), {column(QStringLiteral("a_id"), Type::of(TypeKind::Integer), false), column(QStringLiteral("c_id"))})};
        to.tables[0].foreignKeys = {reference(QStringLiteral("b_id"), QStringLiteral("b"))};
        to.tables[1].foreignKeys = {reference(QStringLiteral("c_id"), QStringLiteral("c"))};
        to.tables[2].foreignKeys = {reference(QStringLiteral("a_id"), QStringLiteral("a")), reference(QStringLiteral("c_id"), QStringLiteral("c"))};
        auto difference = compare::compare({}, to);
        VERIFY_OK(difference);
        // The key that may be NULL waits; the one of c to itself stays inside.
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("create_table"), QStringLiteral("create_table"), QStringLiteral("create_table"), QStringLiteral("add_constraint")}));
        QCOMPARE(std::get<operation::AddConstraint>(difference->operations[3]).table.name, QStringLiteral("a"));
        difference = compare::compare(to, {});
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("drop_constraint"), QStringLiteral("drop_table"), QStringLiteral("drop_table"), QStringLiteral("drop_table")}));
    }

    void dropsComeInReverseOrder()
    {
        const auto difference = compare::compare(bookshop(), {});
        VERIFY_OK(difference);
        QCOMPARE(std::get<operation::DropTable>(difference->operations.at(0)).table.name.name, QStringLiteral("book"));
        QCOMPARE(std::get<operation::DropTable>(difference->operations.at(1)).table.name.name, QStringLiteral("author"));
    }

    void keyUnderAForeignKeyChanges()
    {
        Catalog from = bookshop();
        Catalog to = from;
        to.tables[0].columns.push_back(column(QStringLiteral("part"), Type::of(TypeKind::Integer), false));
        to.tables[0].primaryKey->columns = {QStringLiteral("id"), QStringLiteral("part")};
        schema::Unique unique;
        unique.columns = {QStringLiteral("id")};
        to.tables[0].uniques = {unique};
        schema::assignUids(to);
        const auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        const QStringList order = words(*difference);
        QCOMPARE(order.first(), QStringLiteral("drop_constraint"));
        QVERIFY(std::holds_alternative<ForeignKey>(std::get<operation::DropConstraint>(difference->operations.front()).constraint));
        QVERIFY(std::holds_alternative<ForeignKey>(std::get<operation::AddConstraint>(difference->operations.back()).constraint));
    }

    void guards()
    {
        compare::Options options;
        options.maximumDropShare = 0.3;
        const auto empty = compare::compare(bookshop(), {}, options);
        QVERIFY(!empty);
        QCOMPARE(empty.error().kind, ErrorKind::Refused);
        Catalog half = bookshop();
        half.tables.pop_back();
        const auto many = compare::compare(bookshop(), half, options);
        QVERIFY(!many);
        QCOMPARE(many.error().kind, ErrorKind::Refused);
        options.keepUnknownTables = true;
        const auto kept = compare::compare(bookshop(), half, options);
        VERIFY_OK(kept);
        QVERIFY(kept->isEmpty());
    }

    void enums()
    {
        Catalog from;
        from.enums = {{{}, QStringLiteral("mood"), {QStringLiteral("sad"), QStringLiteral("happy")}, {}}};
        schema::assignUids(from);
        Catalog to = from;
        to.enums[0].values = {QStringLiteral("sad"), QStringLiteral("ok"), QStringLiteral("happy"), QStringLiteral("glad")};
        auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("add_enum_value"), QStringLiteral("add_enum_value")}));
        QCOMPARE(std::get<operation::AddEnumValue>(difference->operations[0]).before, std::optional(QStringLiteral("happy")));
        to.enums[0].values = {QStringLiteral("sad"), QStringLiteral("glad")};
        difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), QStringList{QStringLiteral("rebuild_enum")});
        QCOMPARE(difference->candidates.size(), 1u);
        compare::Options options;
        options.renames = {*compare::RenameHint::parse(QStringLiteral("mood.happy=mood.glad"))};
        difference = compare::compare(from, to, options);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), QStringList{QStringLiteral("rename_enum_value")});
    }

    void namesOfConstraints()
    {
        Catalog from = bookshop();
        from.tables[1].foreignKeys[0].name = QStringLiteral("book_ibfk_1");
        Catalog to = from;
        to.tables[1].foreignKeys[0].name.clear();
        auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QVERIFY2(difference->isEmpty(), "a model without a name keeps the server's");
        to.tables[1].foreignKeys[0].name = QStringLiteral("fk_book_writer");
        difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), QStringList{QStringLiteral("rename_constraint")});
        to.tables[1].foreignKeys[0].onDelete = schema::ForeignKeyAction::Cascade;
        difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(words(*difference), (QStringList{QStringLiteral("drop_constraint"), QStringLiteral("add_constraint")}));
    }

    void columnWithoutAValueForItsRows()
    {
        const Catalog from = bookshop();
        Catalog to = from;
        to.tables[0].columns.push_back(column(QStringLiteral("country"), Type::string(2), false));
        schema::assignUids(to);
        const auto difference = compare::compare(from, to);
        VERIFY_OK(difference);
        QCOMPARE(difference->findings.size(), 1u);
        QCOMPARE(difference->findings[0].code, QStringLiteral("DD201"));
    }
};

JOINERY_TEST(CompareTest)
#include "tst_compare.moc"
