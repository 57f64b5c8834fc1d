// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/apply.h"
#include "support/test_case.h"
#include "ui/undo/change_log.h"
#include "ui/undo/model_edits.h"
#include "ui/undo/value_text.h"

#include <QTemporaryDir>

using namespace joinery;
using namespace joinery::ui;
using schema::Name;

namespace {

/// author and book, with everything that can hang on book.author_id.
schema::Catalog bookshop()
{
    schema::Catalog catalog;
    operation::Operations operations = edits::createTable(Name("author"), nullptr);
    if (!operation::applyAll(catalog, operations))
        return {};
    operations = edits::createTable(Name("book"), catalog.table(Name("author")));
    if (!operation::applyAll(catalog, operations))
        return {};
    const schema::Table &book = *catalog.table(Name("book"));
    operations = edits::addIndex(book, {"author_id"}, false);
    for (operation::Operation &more : edits::addUnique(book, {"author_id", "id"}))
        operations.push_back(std::move(more));
    for (operation::Operation &more : edits::addCheck(book, "author_id > 0"))
        operations.push_back(std::move(more));
    return operation::applyAll(catalog, operations) ? catalog : schema::Catalog();
}

} // namespace

class ModelEditsTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aTableThatBelongsToAnotherRefersToIt()
    {
        const schema::Catalog catalog = bookshop();
        const schema::Table &book = *catalog.table(Name("book"));
        QCOMPARE(book.foreignKeys.size(), size_t(1));
        QCOMPARE(book.foreignKeys[0].columns, QStringList{"author_id"});
        QCOMPARE(book.foreignKeys[0].referredTable, Name("author"));
        QCOMPARE(book.foreignKeys[0].name, QString("fk_book_author_id"));
        QVERIFY(!book.column("author_id")->nullable);
        QVERIFY(edits::isIndexed(book, {"author_id"}));
    }

    void droppingAColumnDropsWhatHangsOnItFirst()
    {
        const schema::Catalog before = bookshop();
        schema::Catalog catalog = before;
        const schema::Table book = *catalog.table(Name("book"));
        const operation::Operations operations = edits::dropColumn(catalog, book, "author_id");
        QCOMPARE(operations.size(), size_t(5)); // foreign key, index, unique, check, column
        VERIFY_OK(operation::applyAll(catalog, operations));
        QVERIFY(!catalog.table(Name("book"))->column("author_id"));
        const std::optional<operation::Operations> back = operation::invertAll(operations, before);
        QVERIFY(back);
        VERIFY_OK(operation::applyAll(catalog, *back));
        QCOMPARE(catalog, before);
    }

    void droppingTheKeyOfAParentDropsItsReferences()
    {
        schema::Catalog catalog = bookshop();
        const schema::Table author = *catalog.table(Name("author"));
        VERIFY_OK(operation::applyAll(catalog, edits::dropColumn(catalog, author, "id")));
        QVERIFY(catalog.table(Name("book"))->foreignKeys.empty());
        QVERIFY(!catalog.table(Name("author"))->primaryKey);
    }

    void droppingATableDropsReferencesToIt()
    {
        const schema::Catalog before = bookshop();
        schema::Catalog catalog = before;
        const operation::Operations operations = edits::dropTable(catalog, *catalog.table(Name("author")));
        VERIFY_OK(operation::applyAll(catalog, operations));
        QVERIFY(!catalog.table(Name("author")));
        VERIFY_OK(operation::applyAll(catalog, *operation::invertAll(operations, before)));
        QCOMPARE(catalog, before);
    }

    void aKeyColumnIsNeverNull()
    {
        schema::Catalog catalog = bookshop();
        VERIFY_OK(operation::apply(catalog, operation::AddColumn{Name("book"), edits::newColumn("part", schema::Type()), {}, {}}));
        VERIFY_OK(operation::applyAll(catalog, edits::setInPrimaryKey(*catalog.table(Name("book")), "part", true)));
        const schema::Table &book = *catalog.table(Name("book"));
        QCOMPARE(book.primaryKey->columns, (QStringList{"id", "part"}));
        QVERIFY(!book.column("part")->nullable);
    }

    void defaultsAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind"); // -1: none, 0: literal, 1: expression
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << "" << -1 << "" << "";
        QTest::newRow("number") << "12.5" << 0 << "12.5" << "12.5";
        QTest::newRow("word") << "draft" << 0 << "draft" << "draft";
        QTest::newRow("quoted") << "'it''s'" << 0 << "it's" << "'it''s'";
        QTest::newRow("empty text") << "''" << 0 << "" << "''";
        QTest::newRow("function") << "now()" << 1 << "now()" << "now()";
        QTest::newRow("keyword") << "CURRENT_TIMESTAMP" << 1 << "CURRENT_TIMESTAMP" << "CURRENT_TIMESTAMP";
        QTest::newRow("a text that looks like a function") << "'now()'" << 0 << "now()" << "'now()'";
        QTest::newRow("expression") << "(1 + 2)" << 1 << "(1 + 2)" << "(1 + 2)";
    }

    void defaultsAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(QString, shown);
        const std::optional<schema::Default> parsed = edits::parseDefault(typed);
        QCOMPARE(parsed.has_value(), kind >= 0);
        if (parsed) {
            QCOMPARE(int(parsed->kind), kind);
            QCOMPARE(parsed->text, value);
        }
        QCOMPARE(edits::defaultText(parsed), shown);
        QCOMPARE(edits::parseDefault(shown), parsed);
    }

    void refusalsAreSentences()
    {
        const schema::Catalog catalog = bookshop();
        QVERIFY(edits::parseType(catalog, "Strin").error().message.contains("Strin"));
        QVERIFY(edits::parseReference(catalog, "nowhere.id").error().message.contains("nowhere"));
        QVERIFY(edits::parseReference(catalog, "author.nothing").error().message.contains("nothing"));
        QCOMPARE(edits::parseReference(catalog, "author")->column, QString("id"));
        QVERIFY(edits::parseColumns(*catalog.table(Name("book")), "id, id").error().message.contains("id"));
    }

    void undoneChangesLeaveTheLog()
    {
        QTemporaryDir folder;
        Result<project::Project> project = project::Project::create(folder.path() + "/p", "shop");
        VERIFY_OK(project);
        ProjectSession session(*project, bookshop());
        ChangeLog log(&session);
        VERIFY_OK(session.apply({operation::RenameColumn{Name("book"), "author_id", "writer_id"}}, "rename"));
        VERIFY_OK(session.apply({operation::AddColumn{Name("book"), edits::newColumn("price", schema::Type()), {}, {}}}, "add"));
        schema::Column price = *session.document().catalog().table(Name("book"))->column("price");
        schema::Column exact = price;
        exact.type = schema::Type::numeric(8, 2);
        VERIFY_OK(session.apply({operation::AlterColumn{Name("book"), price, exact, {}, {}, {}}}, "alter"));
        // A new column that was changed is still one addition.
        QCOMPARE(log.operations().size(), size_t(2));
        QCOMPARE(std::get<operation::AddColumn>(log.operations()[1]).column.type, exact.type);
        session.undoStack().undo();
        session.undoStack().undo();
        QCOMPARE(log.operations().size(), size_t(1));
        session.undoStack().undo();
        QVERIFY(log.operations().empty());
        session.undoStack().redo();
        QCOMPARE(log.operations().size(), size_t(1));
        VERIFY_OK(session.save());
        QVERIFY(log.operations().empty());
    }
};

JOINERY_TEST(ModelEditsTest)
#include "tst_model_edits.moc"
