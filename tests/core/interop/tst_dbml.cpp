// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/interop/dbml/dbml.h"
#include "core/interop/mermaid/mermaid.h"
#include "support/differences.h"
#include "support/test_case.h"

#include <QFile>

using namespace joinery;

namespace {

const QString kShop = QString::fromUtf8(R"dbml(
Project shop {
  database_type: 'PostgreSQL'
  Note: 'books'
}
/* several
   lines */
TablePartial stamps {
  made timestamp [not null, default: `now()`]
  indexes {
    made [name: 'by_made']
  }
}
enum status {
  new [note: 'fresh']
  "on its way"
}
Table sales.customer as C [headercolor: #3498db, note: 'who buys'] {
  id integer [pk, increment]
  email varchar(120) [unique, not null, check: `email like '%@%'`]
  "Full Name" "character varying(80)" [note: 'it\'s "said"']
  ~stamps
}
Table book {
  id integer [primary key]
  title text [not null, default: 'untitled']
  price decimal(8, 2) [default: 9.50]
  state status [default: 'new']
  sold boolean [default: false] // a comment
  tags text[]
  buyer integer [ref: > C.id]
  indexes {
    (title, price) [unique, name: 'once']
    (`lower(title)`) [name: 'by_title', type: hash, note: 'fast']
  }
  checks {
    `price > 0` [name: 'dear']
  }
  Note: '''
    Two
    lines
  '''
}
Table page {
  book integer
  number integer
  indexes {
    (book, number) [pk]
  }
}
Table word {
  book integer
  page integer
}
Ref of_book: page.book > book.id [delete: cascade, update: set null]
Ref {
  page.(book, number) < word.(book, page)
}
TableGroup all {
  book
  page
}
)dbml");

} // namespace

class DbmlTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheDocumentationShows()
    {
        const auto read = interop::readDbml(kShop, dialectNamed);
        VERIFY_OK(read);
        const schema::Catalog &catalog = read->catalog;
        QCOMPARE(catalog.dialect, QStringLiteral("postgresql"));
        QCOMPARE(catalog.tables.size(), size_t(4));
        QCOMPARE(catalog.enums.front().values, QStringList({QStringLiteral("new"), QStringLiteral("on its way")}));
        const schema::Table &customer = *catalog.table(schema::Name(QStringLiteral("sales"), QStringLiteral("customer")));
        QCOMPARE(customer.comment, QStringLiteral("who buys"));
        QCOMPARE(customer.primaryKey->columns, QStringList(QStringLiteral("id")));
        QVERIFY(customer.column(QStringLiteral("id"))->identity);
        QCOMPARE(customer.column(QStringLiteral("Full Name"))->comment, QStringLiteral("it's \"said\""));
        QCOMPARE(customer.column(QStringLiteral("Full Name"))->type.length, 80);
        QCOMPARE(customer.uniques.front().columns, QStringList(QStringLiteral("email")));
        QCOMPARE(customer.checks.front().expression, QStringLiteral("email like '%@%'"));
        QCOMPARE(customer.column(QStringLiteral("made"))->defaultValue->kind, schema::Default::Kind::Expression);
        QCOMPARE(customer.indexes.front().name, QStringLiteral("by_made"));
        const schema::Table &book = *catalog.table(schema::Name(QStringLiteral("book")));
        QCOMPARE(book.comment, QStringLiteral("Two\nlines"));
        QCOMPARE(book.column(QStringLiteral("price"))->type, schema::Type::numeric(8, 2));
        QCOMPARE(book.column(QStringLiteral("state"))->type.enumName, schema::Name(QStringLiteral("status")));
        QCOMPARE(book.column(QStringLiteral("tags"))->type.kind, schema::TypeKind::Array);
        QCOMPARE(book.foreignKeys.front().referredTable, customer.name);
        QCOMPARE(book.uniques.front().name, QStringLiteral("once"));
        QCOMPARE(book.indexes.front().items.front().expression, QStringLiteral("lower(title)"));
        QCOMPARE(book.indexes.front().method, QStringLiteral("hash"));
        QCOMPARE(book.checks.front().name, QStringLiteral("dear"));
        const schema::Table &page = *catalog.table(schema::Name(QStringLiteral("page")));
        QCOMPARE(page.primaryKey->columns.size(), 2);
        QCOMPARE(page.foreignKeys.front().onDelete, schema::ForeignKeyAction::Cascade);
        QCOMPARE(page.foreignKeys.front().onUpdate, schema::ForeignKeyAction::SetNull);
        const schema::Table &word = *catalog.table(schema::Name(QStringLiteral("word")));
        QCOMPARE(word.foreignKeys.front().columns, QStringList({QStringLiteral("book"), QStringLiteral("page")}));
        // What a model has no place for is told.
        QStringList told;
        for (const Finding &finding : read->findings)
            told.append(finding.code + u' ' + finding.object);
        QVERIFY2(told.contains(QStringLiteral("DB102 TableGroup")), qPrintable(told.join(u'\n')));
        QVERIFY2(told.contains(QStringLiteral("DB102 status.new")), qPrintable(told.join(u'\n')));
    }

    void goesRound()
    {
        const auto read = interop::readDbml(kShop, dialectNamed);
        VERIFY_OK(read);
        std::vector<Finding> findings;
        const QString text = interop::writeDbml(read->catalog, dialectNamed(read->catalog.dialect), findings);
        const auto again = interop::readDbml(text, dialectNamed);
        VERIFY_OK(again);
        QCOMPARE(test::differences(read->catalog, again->catalog).join(u'\n'), QString());
        std::vector<Finding> more;
        QCOMPARE(interop::writeDbml(again->catalog, dialectNamed(read->catalog.dialect), more), text);
    }

    void aRealSchemaGoesRound_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"chinook-pg/schema.sql", "camunda-pg/schema.sql", "pagila-pg/schema.sql"})
            QTest::newRow(file) << QStringLiteral(JOINERY_TEST_SHARED "/data/schemas/%1").arg(QLatin1String(file));
    }
    void aRealSchemaGoesRound()
    {
        QFETCH(QString, file);
        QFile script(file);
        if (!script.open(QIODevice::ReadOnly))
            QSKIP("the shared schemas are not here");
        const dialect::Dialect &postgresql = dialectNamed(QStringLiteral("postgresql"));
        const auto inspection = postgresql.readScript(QString::fromUtf8(script.readAll()), {});
        VERIFY_OK(inspection);
        std::vector<Finding> findings;
        const QString text = interop::writeDbml(inspection->catalog, postgresql, findings);
        const auto again = interop::readDbml(text, dialectNamed);
        VERIFY_OK(again);
        QCOMPARE(again->catalog.tables.size(), inspection->catalog.tables.size());
        for (size_t i = 0; i < again->catalog.tables.size(); ++i) {
            const schema::Table &expected = inspection->catalog.tables[i], &found = again->catalog.tables[i];
            QCOMPARE(found.name, expected.name);
            QCOMPARE(found.columns.size(), expected.columns.size());
            for (size_t c = 0; c < found.columns.size(); ++c) {
                QCOMPARE(found.columns[c].name, expected.columns[c].name);
                QCOMPARE(found.columns[c].nullable, expected.columns[c].nullable);
                QCOMPARE(postgresql.typeText(found.columns[c].type), postgresql.typeText(expected.columns[c].type));
                QCOMPARE(found.columns[c].defaultValue, expected.columns[c].defaultValue);
            }
            QCOMPARE(found.foreignKeys.size(), expected.foreignKeys.size());
            QCOMPARE(found.checks.size(), expected.checks.size());
            QCOMPARE(found.indexes.size() + found.uniques.size(), expected.indexes.size() + expected.uniques.size());
        }
        // Views, sequences and definitions are lost, and each is named.
        QStringList told;
        for (const Finding &finding : findings)
            told.append(finding.object);
        for (const schema::View &view : inspection->catalog.views)
            QVERIFY2(told.contains(view.name.toString()), qPrintable(view.name.toString()));
        for (const schema::Definition &definition : inspection->catalog.definitions)
            QVERIFY2(told.contains(definition.name.toString()), qPrintable(definition.name.toString()));
    }

    void namesTheLineOfAMistake_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("unclosed text") << QStringLiteral("Table a {\n  b int [note: 'x]\n}") << QStringLiteral("Line 2");
        QTest::newRow("unclosed table") << QStringLiteral("Table a {\n  b int\n") << QStringLiteral("Line 3");
        QTest::newRow("no type") << QStringLiteral("Table a {\n  b [pk]\n}") << QStringLiteral("Line 2");
        QTest::newRow("no such column") << QStringLiteral("Table a {\n  b int\n}\nRef: a.c > a.b") << QStringLiteral("Line 4");
        QTest::newRow("no such partial") << QStringLiteral("Table a {\n  ~base\n}") << QStringLiteral("base");
        QTest::newRow("no relation") << QStringLiteral("Table a {\n  b int [ref: a.b]\n}") << QStringLiteral("Line 2");
        QTest::newRow("half a setting") << QStringLiteral("Table a { b int [default: ") << QStringLiteral("Line 1");
    }
    void namesTheLineOfAMistake()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto read = interop::readDbml(text, dialectNamed);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    }

    void mermaidDrawsTheRelations()
    {
        const auto read = interop::readDbml(kShop, dialectNamed);
        VERIFY_OK(read);
        std::vector<Finding> findings;
        const QString text = interop::writeMermaid(read->catalog, dialectNamed(read->catalog.dialect), findings);
        for (const char *line : {"erDiagram\n", "    \"sales.customer\" {\n", "        integer id PK\n", "        varchar(120) email UK\n",
                                 "    \"sales.customer\" |o--o{ \"book\" : \"buyer\"\n", "    \"page\" |o--o{ \"word\" : \"book, page\"\n",
                                 "varchar(80) Full_Name \"it's 'said'\"\n"})
            QVERIFY2(text.contains(QLatin1String(line)), qPrintable(QLatin1String(line) + u'\n' + text));
        QStringList told;
        for (const Finding &finding : findings)
            told.append(finding.object + u' ' + finding.message);
        for (const char *loss : {"sales.customer.Full Name", "book.title", "checks", "indexes"})
            QVERIFY2(told.join(u'\n').contains(QLatin1String(loss)), loss);
    }
};

JOINERY_TEST(DbmlTest)
#include "tst_dbml.moc"
