// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/checks/lint.h"
#include "core/migration/revision_directory.h"
#include "support/test_case.h"

using namespace joinery;
using operation::Operation;
using schema::Name;
using schema::Type;
using schema::TypeKind;

namespace {

const Name kBook(QStringLiteral("book"));

schema::Column column(const char *name, const Type &type, bool nullable = true)
{
    schema::Column made;
    made.name = QString::fromLatin1(name);
    made.type = type;
    made.nullable = nullable;
    return made;
}

schema::Table book()
{
    schema::Table table;
    table.name = kBook;
    table.columns = {column("id", Type::of(TypeKind::Integer), false), column("title", Type::string(40), false), column("price", Type::of(TypeKind::Integer)),
                     column("sold", Type::of(TypeKind::Date)), column("author", Type::of(TypeKind::Integer))};
    table.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
    return table;
}

Operation altered(const char *name, const std::function<void(schema::Column &)> &change)
{
    const schema::Column from = *book().column(QString::fromLatin1(name));
    schema::Column to = from;
    change(to);
    return operation::AlterColumn{kBook, from, to, {}, {}, {}};
}

Operation sql(const char *text, bool outside = false)
{
    return operation::ExecuteSql{.up = QString::fromLatin1(text), .down = QString(), .dialects = {}, .outsideTransaction = outside, .touches = {}, .description = {}};
}

migration::History historyOf(const Operation &step, std::vector<migration::Allowance> allowances = {})
{
    migration::Revision first, second;
    first.id = QStringLiteral("aaaaaaaaaaaa");
    schema::Table author;
    author.name = Name(QStringLiteral("author"));
    author.columns = {column("id", Type::of(TypeKind::Integer), false)};
    author.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
    schema::Table review;
    review.name = Name(QStringLiteral("review"));
    review.columns = {column("author", Type::of(TypeKind::Integer), false)};
    schema::ForeignKey written;
    written.columns = {QStringLiteral("author")};
    written.referredTable = author.name;
    written.onDelete = schema::ForeignKeyAction::Cascade;
    review.foreignKeys = {written};
    first.operations = {operation::CreateTable{author}, operation::CreateTable{book()}, operation::CreateTable{review},
                        operation::CreateEnum{schema::EnumType{.name = Name(QStringLiteral("mood")), .values = {QStringLiteral("sad"), QStringLiteral("ok")}}}};
    second.id = QStringLiteral("bbbbbbbbbbbb");
    second.parents = {first.id};
    second.operations = {step};
    second.allowances = std::move(allowances);
    return *migration::History::build({first, second});
}

QStringList codes(const Operation &step, const char *engine, const schema::Catalog *live = nullptr)
{
    const migration::History history = historyOf(step);
    migration::LintOptions options;
    options.dialect = findDialect(QString::fromLatin1(engine));
    options.live = live;
    const auto findings = migration::lint(history, {QStringLiteral("bbbbbbbbbbbb")}, options);
    QStringList found;
    for (const migration::LintFinding &each : *findings)
        found << each.finding.code;
    found.sort();
    return found;
}

} // namespace

/// The codes: found where they belong, and nowhere else.
class LintTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void findsCodes_data()
    {
        QTest::addColumn<Operation>("step");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *code, const char *engine, const Operation &step) {
            QTest::addRow("%s %s", code, engine) << step << QString::fromLatin1(engine) << QString::fromLatin1(code);
        };
        schema::ForeignKey key;
        key.name = QStringLiteral("fk");
        key.columns = {QStringLiteral("author")};
        key.referredTable = Name(QStringLiteral("author"));
        key.referredColumns = {QStringLiteral("id")};
        schema::Unique unique;
        unique.name = QStringLiteral("uq");
        unique.columns = {QStringLiteral("title")};
        schema::Check check;
        check.name = QStringLiteral("ck");
        check.expression = QStringLiteral("price > 0");
        schema::Index index;
        index.name = QStringLiteral("ix");
        index.items.push_back({.column = QStringLiteral("title")});
        const operation::AddColumn required{kBook, column("stock", Type::of(TypeKind::Integer), false), {}, {}};
        schema::Column now = column("token", Type::of(TypeKind::Text));
        now.defaultValue = schema::Default{schema::Default::Kind::Expression, QStringLiteral("gen_random_uuid()")};
        const auto narrower = [](schema::Column &each) { each.type = Type::string(10); };
        row("DL101", "sqlite", operation::DropTable{book()});
        row("DL102", "postgresql", operation::DropColumn{kBook, *book().column(QStringLiteral("price")), {}});
        row("DL103", "mysql", altered("title", narrower));
        row("DL104", "postgresql", operation::RebuildEnum{{.name = Name(QStringLiteral("mood")), .values = {QStringLiteral("sad"), QStringLiteral("ok")}},
                                                          {.name = Name(QStringLiteral("mood")), .values = {QStringLiteral("ok")}}, {}});
        row("DL106", "sqlite", sql("DELETE FROM book"));
        row("DL106", "postgresql", sql("TRUNCATE book"));
        row("DL107", "sqlite", operation::AddColumn{kBook, column("more", Type::of(TypeKind::Text)), {}, {}});
        row("DD201", "postgresql", required);
        row("DD202", "mysql", required);
        row("DD203", "sqlite", altered("price", [](schema::Column &each) { each.nullable = false; }));
        row("DD204", "sqlite", operation::AddConstraint{kBook, unique});
        row("DD205", "mysql", operation::AddConstraint{kBook, key});
        row("DD206", "sqlite", operation::AddConstraint{kBook, check});
        row("DD207", "postgresql", altered("sold", [](schema::Column &each) { each.type = Type::of(TypeKind::Boolean); }));
        row("BC301", "sqlite", operation::RenameColumn{kBook, QStringLiteral("price"), QStringLiteral("cost")});
        row("BC301", "mysql", operation::RenameTable{kBook, Name(QStringLiteral("volume"))});
        row("BC302", "sqlite", altered("title", [](schema::Column &each) { each.nullable = true; }));
        row("BC303", "sqlite", altered("price", [](schema::Column &each) { each.type = Type::numeric(10, 2); }));
        row("BC305", "postgresql", operation::RenameEnumValue{Name(QStringLiteral("mood")), QStringLiteral("ok"), QStringLiteral("fine")});
        row("LK401", "postgresql", operation::CreateIndex{kBook, index});
        row("LK402", "postgresql", sql("CREATE INDEX CONCURRENTLY x ON book (title)"));
        row("LK403", "postgresql", operation::AddConstraint{kBook, key});
        row("LK404", "postgresql", operation::AddConstraint{kBook, check});
        row("LK405", "postgresql", sql("ALTER TABLE book ADD CONSTRAINT c CHECK (id > 0) NOT VALID; ALTER TABLE book VALIDATE CONSTRAINT c"));
        row("LK406", "postgresql", altered("price", [](schema::Column &each) { each.nullable = false; }));
        row("LK407", "postgresql", altered("price", [](schema::Column &each) { each.type = Type::of(TypeKind::BigInteger); }));
        row("LK408", "postgresql", operation::AddColumn{kBook, now, {}, {}});
        row("LK409", "postgresql", operation::AddConstraint{kBook, unique});
        row("LK412", "postgresql", sql("ALTER TABLE book ADD COLUMN x int", true));
        row("LK412", "postgresql", sql("SET LOCAL lock_timeout = 0"));
        row("NM705", "postgresql", operation::RenameColumn{kBook, QStringLiteral("price"), QStringLiteral("Net Price")});
        row("NM706", "postgresql", operation::RenameTable{Name(QStringLiteral("author")), Name(QStringLiteral("Book"))});
        row("DL105", "sqlite", sql("DROP TABLE author"));
        row("LK413", "mysql", altered("price", [](schema::Column &each) { each.type = Type::of(TypeKind::BigInteger); }));
        row("LK414", "mysql", operation::AddConstraint{kBook, key});
        row("LK415", "mysql", altered("title", [](schema::Column &each) { each.type = Type::string(80); }));
        row("LK419", "postgresql", sql("VACUUM FULL book", true));
        row("TX502", "postgresql", sql("ALTER TYPE mood ADD VALUE 'new'"));
        row("TX504", "mysql", sql("COMMIT"));
        row("TX505", "sqlite", sql("PRAGMA foreign_keys = OFF"));
        row("ST801", "postgresql", operation::AddConstraint{kBook, key});
    }
    void findsCodes()
    {
        QFETCH(Operation, step);
        QFETCH(QString, engine);
        QFETCH(QString, code);
        const QStringList found = codes(step, engine.toLatin1().constData());
        QVERIFY2(found.contains(code), qPrintable(found.join(u' ')));
    }

    void saysNothingWithoutReason()
    {
        QCOMPARE(codes(altered("title", [](schema::Column &each) { each.type = Type::string(60); }), "postgresql"), QStringList{QStringLiteral("DL107")});
        QCOMPARE(codes(sql("UPDATE book SET price = 1 WHERE id = 1"), "sqlite"), QStringList());
        schema::Table fresh = book();
        fresh.name = Name(QStringLiteral("fresh"));
        // Of what the same revision makes there is nothing to lose.
        const QStringList made = codes(operation::CreateTable{fresh}, "sqlite");
        QCOMPARE(made, QStringList{QStringLiteral("DL107")});
    }

    /// Names that are not as the others are, where there is a habit.
    void findsTheOddName()
    {
        migration::Revision first, second;
        first.id = QStringLiteral("aaaaaaaaaaaa");
        second.id = QStringLiteral("bbbbbbbbbbbb");
        second.parents = {first.id};
        schema::Table table = book();
        for (const char *name : {"title", "price", "sold", "author"}) {
            schema::Index index;
            index.name = QStringLiteral("ix_book_") + QLatin1String(name);
            index.items.push_back({.column = QString::fromLatin1(name)});
            table.indexes.push_back(index);
            schema::Check check;
            check.name = QStringLiteral("ck_book_") + QLatin1String(name);
            check.expression = QStringLiteral("%1 IS NOT NULL").arg(QLatin1String(name));
            table.checks.push_back(check);
        }
        first.operations = {operation::CreateTable{table}};
        schema::Index odd = table.indexes.front();
        odd.name = QStringLiteral("title_idx");
        schema::Check strange = table.checks.front();
        strange.name = QStringLiteral("title_there");
        second.operations = {operation::CreateIndex{kBook, odd}, operation::AddConstraint{kBook, strange}};
        const auto history = migration::History::build({first, second});
        VERIFY_OK(history);
        migration::LintOptions options;
        options.dialect = findDialect(QStringLiteral("sqlite"));
        const auto findings = migration::lint(*history, {second.id}, options);
        VERIFY_OK(findings);
        QStringList found;
        for (const migration::LintFinding &each : *findings) {
            if (each.finding.code.startsWith(QLatin1String("NM")))
                found << each.finding.code + u' ' + each.finding.object;
        }
        QCOMPARE(found, (QStringList{QStringLiteral("NM703 book.title_idx"), QStringLiteral("NM704 book.title_there")}));
    }

    /// MySQL 8 alone: it counts changes in place, and ignores references beside a column.
    void knowsMysqlFromMariaDb()
    {
        const auto codesOf = [](const Operation &step, bool mariaDb, int versions) {
            const migration::History history = historyOf(step);
            migration::LintOptions options;
            options.dialect = findDialect(QStringLiteral("mysql"));
            options.mariaDb = mariaDb;
            options.rowVersions.insert(kBook, versions);
            const auto findings = migration::lint(history, {QStringLiteral("bbbbbbbbbbbb")}, options);
            QStringList found;
            for (const migration::LintFinding &each : *findings)
                found << each.finding.code;
            return found;
        };
        const operation::AddColumn add{kBook, column("more", Type::of(TypeKind::Text)), {}, {}};
        QVERIFY(codesOf(add, false, 61).contains(QStringLiteral("LK416")));
        QVERIFY(!codesOf(add, false, 12).contains(QStringLiteral("LK416")));
        const Operation beside = sql("CREATE TABLE note (book INTEGER REFERENCES book (id))");
        const Operation atEnd = sql("CREATE TABLE note (book INTEGER, FOREIGN KEY (book) REFERENCES book (id))");
        QVERIFY(codesOf(beside, false, 0).contains(QStringLiteral("ST804")));
        QVERIFY(!codesOf(beside, true, 0).contains(QStringLiteral("ST804")));
        QVERIFY(!codesOf(atEnd, false, 0).contains(QStringLiteral("ST804")));
    }

    void knowsTheGraph()
    {
        migration::Revision first, between, last;
        first.id = QStringLiteral("aaaaaaaaaaaa");
        between.id = QStringLiteral("bbbbbbbbbbbb");
        last.id = QStringLiteral("cccccccccccc");
        between.parents = {first.id};
        last.parents = {between.id};
        first.created = QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC);
        last.created = first.created.addDays(1);
        between.created = first.created.addDays(5); // put below what was there before it
        last.dependsOn = {first.id};
        const auto history = migration::History::build({first, between, last});
        VERIFY_OK(history);
        QStringList found;
        for (const Finding &each : history->findings())
            found << each.code + u' ' + each.object;
        found.sort();
        QCOMPARE(found, (QStringList{QStringLiteral("GR604 bbbbbbbbbbbb"), QStringLiteral("GR605 cccccccccccc")}));
        migration::LintOptions options;
        options.dialect = findDialect(QStringLiteral("sqlite"));
        const auto findings = migration::lint(*history, {between.id}, options);
        VERIFY_OK(findings);
        QCOMPARE(findings->size(), size_t(1));
        QCOMPARE(findings->front().finding.code, QStringLiteral("GR604"));
    }

    /// A small table blocks nobody.
    void asksHowManyRowsThereAre()
    {
        schema::Catalog live;
        live.tables = {book()};
        live.tables.front().estimatedRows = 20;
        schema::Index index;
        index.name = QStringLiteral("ix");
        index.items.push_back({.column = QStringLiteral("title")});
        QCOMPARE(codes(operation::CreateIndex{kBook, index}, "postgresql", &live), QStringList());
        live.tables.front().estimatedRows = 20'000;
        QCOMPARE(codes(operation::CreateIndex{kBook, index}, "postgresql", &live), QStringList{QStringLiteral("LK401")});
    }

    void whatIsAllowedStands()
    {
        const operation::DropColumn drop{kBook, *book().column(QStringLiteral("price")), {}};
        const migration::History history = historyOf(drop, {{QStringLiteral("DL102"), QStringLiteral("book.price"), QStringLiteral("moved to shop")}});
        migration::LintOptions options;
        options.dialect = findDialect(QStringLiteral("sqlite"));
        const auto findings = migration::lint(history, {QStringLiteral("bbbbbbbbbbbb")}, options);
        VERIFY_OK(findings);
        QCOMPARE(findings->size(), size_t(1));
        QCOMPARE(findings->front().allowed, QStringLiteral("moved to shop"));
        QVERIFY(!migration::hasErrors(*findings));

        // The reason travels with the file, and changes nothing that a database would see.
        migration::Revision revision = *history.revision(QStringLiteral("bbbbbbbbbbbb"));
        const auto read = migration::revisionFromJson(migration::toJson(revision));
        VERIFY_OK(read);
        QCOMPARE(*read, revision);
        const QString sum = migration::checksum(revision);
        revision.allowances.clear();
        QCOMPARE(migration::checksum(revision), sum);
    }
};

Q_DECLARE_METATYPE(joinery::operation::Operation)
JOINERY_TEST(LintTest)
#include "tst_lint.moc"
