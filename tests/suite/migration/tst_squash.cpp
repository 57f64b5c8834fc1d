// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/executor.h"
#include "core/migration/merge.h"
#include "core/migration/squash.h"
#include "suite/migration/cases.h"
#include "support/test_case.h"

#include <QTemporaryDir>

using namespace joinery;
using migration::Revision;
using schema::Type;
using schema::TypeKind;

/// Revisions in a row that become one: the same models, the same databases, and who stands between them finishes the old way.
class SquashTest : public test::TestCase
{
    Q_OBJECT

    static schema::Column column(const char *name, const Type &type, bool nullable = true)
    {
        schema::Column made;
        made.uid = Uid::create();
        made.name = QString::fromLatin1(name);
        made.type = type;
        made.nullable = nullable;
        return made;
    }

    static Revision revision(const char *id, const char *parent, const operation::Operations &operations, int day)
    {
        Revision made;
        made.id = QString::fromLatin1(id);
        if (parent)
            made.parents = {QString::fromLatin1(parent)};
        made.message = QStringLiteral("step ") + made.id;
        made.created = QDateTime(QDate(2026, 1, day), QTime(12, 0), Qt::UTC);
        made.operations = operations;
        return made;
    }

    /// r1 makes book; r2 adds memo and price; r3 renames price to cost and drops memo; r4 renames it to amount, widens the title,
    /// changes rows; r5 adds a table and an index; r6 widens the title again. top follows.
    static std::vector<Revision> revisions()
    {
        const schema::Name book(QStringLiteral("book"));
        schema::Table table;
        table.uid = Uid::create();
        table.name = book;
        table.columns = {column("id", Type::of(TypeKind::Integer), false), column("title", Type::string(20), false)};
        table.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
        const schema::Column memo = column("memo", Type::string(10)), price = column("price", Type::of(TypeKind::Integer));
        schema::Column title = table.columns[1], wide = title, wider = title;
        wide.type = Type::string(100);
        wider.type = Type::string(200);
        schema::Table other;
        other.uid = Uid::create();
        other.name = schema::Name(QStringLiteral("shelf"));
        other.columns = {column("id", Type::of(TypeKind::Integer), false)};
        other.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
        schema::Index index;
        index.uid = Uid::create();
        index.name = QStringLiteral("ix_book_title");
        index.items.push_back({.column = QStringLiteral("title")});
        return {revision("r1", nullptr, {operation::CreateTable{table}}, 1),
                revision("r2", "r1", {operation::AddColumn{book, memo, {}, {}}, operation::AddColumn{book, price, {}, {}}}, 2),
                revision("r3", "r2", {operation::RenameColumn{book, QStringLiteral("price"), QStringLiteral("cost")}, operation::DropColumn{book, memo, QStringLiteral("title")}}, 3),
                revision("r4", "r3", {operation::RenameColumn{book, QStringLiteral("cost"), QStringLiteral("amount")}, operation::AlterColumn{book, title, wide, {}, {}, {}},
                                      operation::ExecuteSql{.up = QStringLiteral("UPDATE book SET amount = 7 WHERE amount IS NULL"), .down = QString(), .dialects = {}, .outsideTransaction = false, .touches = {book}, .description = {}}}, 4),
                revision("r5", "r4", {operation::CreateTable{other}, operation::CreateIndex{book, index}}, 5),
                revision("r6", "r5", {operation::AlterColumn{book, wide, wider, {}, {}, {}}}, 6),
                revision("top", "r6", {operation::DropTable{other}}, 7)};
    }

    static Result<QString> picture(driver::Connection &connection)
    {
        JOINERY_TRY_VALUE(const schema::Catalog catalog, test::inspected(connection));
        QString text = test::wordsOf(compare::compare({}, catalog)->operations);
        JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(QStringLiteral("SELECT id, title, amount FROM book ORDER BY id")));
        for (int row = 0; row < rows.rowCount(); ++row)
            text += rows.value(row, 0).toText() + u' ' + rows.value(row, 1).toText() + u' ' + rows.value(row, 2).toText() + u'\n';
        return text;
    }

    static Status move(const test::ScratchDatabase &database, driver::Connection &connection, const migration::History &history, bool up, const char *target)
    {
        migration::Executor executor(history, dialectOf(connection), connection, [&] { return database.connect(); });
        migration::ExecutionOptions options;
        options.allowDestructive = true;
        const QString where = QString::fromLatin1(target);
        JOINERY_TRY_VALUE(const migration::ExecutionReport report, up ? executor.upgrade(where, options) : executor.downgrade(where, options));
        return report.failure ? Status(fail(Error(*report.failure))) : Status();
    }

private Q_SLOTS:
    void fewerOperations()
    {
        const auto history = migration::History::build(revisions());
        VERIFY_OK(history);
        const auto squash = migration::planSquash(*history, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("all of it"));
        VERIFY_OK(squash);
        const Revision &one = squash->revision;
        QCOMPARE(one.id, QStringLiteral("r6"));
        QCOMPARE(one.parents, QStringList{QStringLiteral("r1")});
        QCOMPARE(one.replaces, (QStringList{QStringLiteral("r2"), QStringLiteral("r3"), QStringLiteral("r4"), QStringLiteral("r5"), QStringLiteral("r6")}));
        QCOMPARE(squash->operations, size_t(10));
        // Added and renamed twice: added. The rows are changed where they were.
        QCOMPARE(one.operations.size(), size_t(6));
        QCOMPARE(squash->notes.size(), 1);
        QVERIFY(std::holds_alternative<operation::AddColumn>(one.operations[0]) || std::holds_alternative<operation::AlterColumn>(one.operations[0]));
        QVERIFY(!test::wordsOf(one.operations).contains(u"memo") && !test::wordsOf(one.operations).contains(u"price"));
        QVERIFY(std::holds_alternative<operation::ExecuteSql>(one.operations[2]));
        QCOMPARE(squash->history.graph().headIds(), QStringList{QStringLiteral("top")});
        QVERIFY(std::ranges::none_of(squash->history.findings(), [](const Finding &each) { return each.code == u"GR604"; }));
        // Without the rows in between all of it is one change.
        std::vector<Revision> plain = revisions();
        plain[3].operations.pop_back();
        const auto simple = migration::History::build(plain);
        VERIFY_OK(simple);
        const auto shorter = migration::planSquash(*simple, QString(), QStringLiteral("r6"), QStringLiteral("start"));
        VERIFY_OK(shorter);
        QCOMPARE(shorter->revision.operations.size(), size_t(2));
        QVERIFY(shorter->revision.parents.isEmpty());
        // Squashed once more, with what follows.
        const auto twice = migration::planSquash(squash->history, QString(), QStringLiteral("top"), QStringLiteral("everything"));
        VERIFY_OK(twice);
        QVERIFY(!twice->history.graph().contains(QStringLiteral("r3")));
        QVERIFY(twice->history.reaching({QStringLiteral("r3")}).graph().contains(QStringLiteral("r3")));
    }

    void whatCannotBecomeOne()
    {
        std::vector<Revision> branched = revisions();
        branched.push_back(revision("side", "r3", {}, 8));
        const auto history = migration::History::build(branched);
        VERIFY_OK(history);
        const auto refused = migration::planSquash(*history, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("x"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY2(refused.error().message.contains(u"r3"), qPrintable(refused.error().message));
        VERIFY_OK(migration::planSquash(*history, QStringLiteral("r3"), QStringLiteral("r6"), QStringLiteral("x")));
        QVERIFY(!migration::planSquash(*history, QStringLiteral("r5"), QStringLiteral("r6"), QStringLiteral("x"))); // one alone
        QVERIFY(!migration::planSquash(*history, QStringLiteral("r6"), QStringLiteral("r3"), QStringLiteral("x")));
        QVERIFY(!migration::planSquash(*history, QString(), QStringLiteral("none"), QStringLiteral("x")));
        std::vector<Revision> depended = revisions();
        depended.push_back(revision("side", nullptr, {}, 8));
        depended.back().dependsOn = {QStringLiteral("r3")};
        const auto graph = migration::History::build(depended);
        VERIFY_OK(graph);
        QVERIFY(!migration::planSquash(*graph, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("x")));
    }

    void filesAndBack()
    {
        QTemporaryDir folder;
        const migration::RevisionDirectory directory(folder.path());
        for (const Revision &each : revisions())
            VERIFY_OK(directory.add(each));
        const auto history = directory.load();
        VERIFY_OK(history);
        const auto squash = migration::planSquash(*history, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("all of it"));
        VERIFY_OK(squash);
        VERIFY_OK(migration::writeSquash(directory, *squash));
        const auto read = directory.read();
        VERIFY_OK(read);
        QCOMPARE(read->revisions.size(), size_t(3));
        QVERIFY(read->findings.empty());
        const auto again = directory.load();
        VERIFY_OK(again);
        QVERIFY(again->revision(QStringLiteral("r6"))->replaced == squash->revision.replaced);
    }

    void databasesGoOn_data() { test::Engines::addRows(); }
    void databasesGoOn()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const auto old = migration::History::build(revisions());
        VERIFY_OK(old);
        const auto squash = migration::planSquash(*old, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("all of it"));
        VERIFY_OK(squash);
        // From every place that a database may have been in, all come to the same.
        QString wanted;
        for (const char *place : {"r1", "r2", "r3", "r4", "r5", "r6", "top"}) {
            const test::ScratchDatabase database(engine);
            const auto connection = database.connect();
            VERIFY_OK(connection);
            VERIFY_OK(move(database, **connection, *old, true, "r1"));
            VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO book (id, title) VALUES (1, 'a')")));
            VERIFY_OK(move(database, **connection, *old, true, place));
            VERIFY_OK(move(database, **connection, squash->history, true, "head"));
            const auto heads = migration::VersionTable(dialectOf(**connection)).read(**connection);
            VERIFY_OK(heads);
            QCOMPARE(*heads, QStringList{QStringLiteral("top")});
            const auto now = picture(**connection);
            VERIFY_OK(now);
            if (wanted.isEmpty())
                wanted = *now;
            QCOMPARE(*now, wanted);
            QVERIFY2(now->contains(u"1 a 7"), qPrintable(*now));
            // And back, to where only the old revisions know the way.
            VERIFY_OK(move(database, **connection, squash->history, false, "r3"));
            const auto inside = migration::VersionTable(dialectOf(**connection)).read(**connection);
            VERIFY_OK(inside);
            QCOMPARE(*inside, QStringList{QStringLiteral("r3")});
            VERIFY_OK(move(database, **connection, squash->history, true, "head"));
            const auto again = picture(**connection);
            VERIFY_OK(again);
            QCOMPARE(*again, wanted);
            VERIFY_OK(move(database, **connection, squash->history, false, "base"));
        }
    }

    void isProven_data() { test::Engines::addRows(); }
    void isProven()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const auto old = migration::History::build(revisions());
        VERIFY_OK(old);
        const auto squash = migration::planSquash(*old, QStringLiteral("r1"), QStringLiteral("r6"), QStringLiteral("all of it"));
        VERIFY_OK(squash);
        const test::ScratchDatabase database(engine);
        const interop::Connect connect = [](const driver::Url &url) {
            driver::ConnectOptions options;
            options.createFile = true;
            return joinery::connect(url, options);
        };
        const dialect::Dialect &dialect = dialectOf(database.url());
        VERIFY_OK(migration::proveSquash(*old, *squash, database.url(), dialect, connect));
        // One that is not the same is found out.
        migration::Squash wrong = *squash;
        wrong.revision.operations.pop_back();
        std::vector<Revision> steps{revisions().front(), wrong.revision};
        steps.back().replaced.clear();
        auto history = migration::History::build(steps);
        VERIFY_OK(history);
        wrong.history = *std::move(history);
        const Status status = migration::proveSquash(*old, wrong, database.url(), dialect, connect);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Conflict);
    }

    void mergesTellOfConflicts()
    {
        const schema::Name book(QStringLiteral("book"));
        std::vector<Revision> branched = revisions();
        branched.push_back(revision("left", "top", {operation::AddColumn{book, column("isbn", Type::string(20)), {}, {}}}, 8));
        branched.push_back(revision("right", "top", {operation::AddColumn{book, column("year", Type::of(TypeKind::Integer)), {}, {}}}, 8));
        schema::Table lone;
        lone.name = schema::Name(QStringLiteral("lone"));
        lone.columns = {column("id", Type::of(TypeKind::Integer), false)};
        branched.push_back(revision("apart", "top", {operation::CreateTable{lone}}, 8));
        const auto history = migration::History::build(branched);
        VERIFY_OK(history);
        const QString left = QStringLiteral("left"), right = QStringLiteral("right"), apart = QStringLiteral("apart");
        const auto both = migration::planMerge(*history, {left, right}, QStringLiteral("join"));
        VERIFY_OK(both);
        QCOMPARE(both->findings.size(), size_t(1));
        QCOMPARE(both->findings.front().code, QStringLiteral("GR606"));
        QCOMPARE(both->findings.front().object, QStringLiteral("book"));
        QCOMPARE(both->branches.size(), size_t(2));
        QCOMPARE(both->branches[0].revisions, QStringList{left});
        const auto quiet = migration::planMerge(*history, {left, apart}, QStringLiteral("join"));
        VERIFY_OK(quiet);
        QVERIFY(quiet->findings.empty());
        // The same thing twice does not fit together.
        std::vector<Revision> twice = branched;
        twice.push_back(revision("again", "top", {operation::AddColumn{book, column("isbn", Type::string(20)), {}, {}}}, 8));
        const auto clashing = migration::History::build(twice);
        VERIFY_OK(clashing);
        const auto clash = migration::planMerge(*clashing, {left, QStringLiteral("again")}, QStringLiteral("join"));
        QVERIFY(!clash);
        QCOMPARE(clash.error().kind, ErrorKind::Conflict);
        const auto lower = migration::planMerge(*history, {QStringLiteral("r6"), left}, QStringLiteral("join"), true);
        QVERIFY(!lower);
        QCOMPARE(lower.error().kind, ErrorKind::InvalidInput);
        std::vector<Revision> longer = branched;
        longer.push_back(revision("more", "left", {}, 9));
        const auto above = migration::History::build(longer);
        VERIFY_OK(above);
        const auto noHead = migration::planMerge(*above, {left, right}, QStringLiteral("join"));
        QVERIFY(!noHead);
        QCOMPARE(noHead.error().kind, ErrorKind::Refused);
        VERIFY_OK(migration::planMerge(*above, {left, right}, QStringLiteral("join"), true));
    }
};

JOINERY_TEST(SquashTest)
#include "tst_squash.moc"
