// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/project/document.h"
#include "core/project/project.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QJsonArray>

using namespace joinery;
using test::Outcome;
using test::Program;

/// The main job, on each engine: a project from a database, changes, up and down, and no row lost.
class MigrationCommandsTest : public test::TestCase
{
    Q_OBJECT

    /// Changes the models of the project in p/ as the designer does.
    static Status change(const Program &program, const operation::Operations &operations)
    {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(program.path(QStringLiteral("p"))));
        JOINERY_TRY_VALUE(schema::Catalog models, project.loadModels());
        project::Document document(std::move(models));
        for (const operation::Operation &operation : operations)
            JOINERY_TRY(document.apply(operation));
        return project.saveModels(document.catalog());
    }

    static QByteArray rows(const Program &program, const char *sql)
    {
        const Outcome outcome =
            program.run({QStringLiteral("query"), QLatin1String(sql), QStringLiteral("--format"), QStringLiteral("csv")});
        return outcome.code == 0 ? outcome.out : outcome.all();
    }

    static Outcome inProject(const Program &program, const QStringList &arguments)
    {
        return program.run(QStringList{QStringLiteral("-C"), QStringLiteral("p")} + arguments);
    }

    static QStringList ids(const Outcome &outcome, const QString &list)
    {
        QStringList found;
        for (const QJsonValue &revision : outcome.json().value(list).toArray())
            found.append(revision.toObject().value(QStringLiteral("id")).toString());
        return found;
    }

    static operation::Operations changes()
    {
        schema::Column price;
        price.name = QStringLiteral("price");
        price.type = schema::Type::numeric(8, 2);
        price.nullable = false;
        price.defaultValue = schema::Default{schema::Default::Kind::Literal, QStringLiteral("9.50")};
        return {operation::RenameColumn{QStringLiteral("book"), QStringLiteral("writer"), QStringLiteral("author")},
                operation::AddColumn{QStringLiteral("book"), price}};
    }

private Q_SLOTS:
    void theMainJob_data() { test::Engines::addRows(); }

    void theMainJob()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, writer VARCHAR(40))"),
                                QStringLiteral("CREATE INDEX ix_book_title ON book (title)"),
                                QStringLiteral("INSERT INTO book VALUES (1, 'Emma', 'Austen'), (2, 'Beowulf', NULL)")}));
        Program program;
        program.set(QStringLiteral("JOINERY_URL"), database.url().toStringWithPassword());

        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p"), QStringLiteral("--name"), QStringLiteral("Shop")}), 0);
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 3);
        COMPARE_CODE(inProject(program, {QStringLiteral("import"), database.url().toStringWithPassword(), QStringLiteral("--baseline"),
                                         QStringLiteral("as it was")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("stamp"), QStringLiteral("head")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);
        const Outcome nothing = inProject(program, {QStringLiteral("--json"), QStringLiteral("migrate"), QStringLiteral("-m"), QStringLiteral("x")});
        COMPARE_CODE(nothing, 0);
        QVERIFY(nothing.json().value(QStringLiteral("revision")).isNull());

        VERIFY_OK(change(program, changes()));
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 1);
        const Outcome migrated = inProject(program, {QStringLiteral("--json"), QStringLiteral("migrate"), QStringLiteral("-m"), QStringLiteral("author and price")});
        COMPARE_CODE(migrated, 0);
        const QString head = migrated.json().value(QStringLiteral("revision")).toString();
        QCOMPARE(head.size(), 12);
        const Outcome shown = inProject(program, {QStringLiteral("show"), QStringLiteral("head")});
        QVERIFY2(shown.out.contains("rename column book.writer to author") && shown.out.contains("add column book.price"), shown.out.constData());
        for (const char *dialect : {"sqlite", "postgresql", "mysql"}) {
            const Outcome sql = inProject(program, {QStringLiteral("show"), head.left(5), QStringLiteral("--sql"), QLatin1String(dialect)});
            COMPARE_CODE(sql, 0);
            QVERIFY2(sql.out.contains("author") && !sql.out.contains("DROP"), sql.out.constData());
        }
        const Outcome heads = inProject(program, {QStringLiteral("--json"), QStringLiteral("heads")});
        QCOMPARE(ids(heads, QStringLiteral("revisions")), QStringList{head});
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("history")}), QStringLiteral("revisions")).size(), 2);

        const Outcome upgraded = inProject(program, {QStringLiteral("--json"), QStringLiteral("upgrade")});
        COMPARE_CODE(upgraded, 0);
        QCOMPARE(upgraded.json().value(QStringLiteral("done")).toArray(), QJsonArray{head});
        QCOMPARE(rows(program, "SELECT id, title, author FROM book ORDER BY id"), QByteArray("id,title,author\n1,Emma,Austen\n2,Beowulf,\n"));
        QCOMPARE(rows(program, "SELECT count(*) AS n FROM book WHERE price = 9.5"), QByteArray("n\n2\n"));
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("current")}), QStringLiteral("current")), QStringList{head});
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);

        const Outcome refused = inProject(program, {QStringLiteral("downgrade"), QStringLiteral("-1")});
        COMPARE_CODE(refused, 4);
        QVERIFY2(refused.err.contains("book.price") && refused.err.contains("--allow-destructive"), refused.err.constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("downgrade"), QStringLiteral("-1"), QStringLiteral("--allow-destructive")}), 0);
        QCOMPARE(rows(program, "SELECT id, title, writer FROM book ORDER BY id"), QByteArray("id,title,writer\n1,Emma,Austen\n2,Beowulf,\n"));
        const Outcome drift = inProject(program, {QStringLiteral("--json"), QStringLiteral("check")});
        COMPARE_CODE(drift, 0);
        QVERIFY(!drift.json().value(QStringLiteral("at_head")).toBool());
    }

    void driftIsFound()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY)")}));
        Program program;
        program.set(QStringLiteral("JOINERY_URL"), database.url().toStringWithPassword());
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("import"), database.url().toStringWithPassword(), QStringLiteral("--baseline"), QStringLiteral("start")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("stamp"), QStringLiteral("head")}), 0);
        VERIFY_OK(database.run({QStringLiteral("ALTER TABLE book ADD COLUMN smuggled TEXT")}));
        const Outcome outcome = inProject(program, {QStringLiteral("check")});
        COMPARE_CODE(outcome, 1);
        QVERIFY2(outcome.out.contains("book.smuggled"), outcome.out.constData());
    }

    void anImportedProjectKnowsItsDatabase()
    {
        Program program;
        const QString file = program.database(QStringLiteral("shop.db"), {QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY)")});
        QVERIFY(!file.isEmpty());
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("current")}), 2);
        COMPARE_CODE(inProject(program, {QStringLiteral("import"), QStringLiteral("shop.db"), QStringLiteral("--baseline"), QStringLiteral("start")}), 0);
        const Outcome unstamped = inProject(program, {QStringLiteral("upgrade")});
        COMPARE_CODE(unstamped, 3);
        QVERIFY2(unstamped.err.contains("There is a table book already") && unstamped.err.contains("stamp"), unstamped.err.constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("stamp"), QStringLiteral("head")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("--env"), QStringLiteral("development"), QStringLiteral("current")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("--env"), QStringLiteral("nix"), QStringLiteral("current")}), 2);
    }

    void theSampleGoesUpAndDown()
    {
        Program program;
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p"), QStringLiteral("--sample")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("downgrade"), QStringLiteral("base"), QStringLiteral("--allow-destructive")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("upgrade")}), 0);
        COMPARE_CODE(inProject(program, {QStringLiteral("check")}), 0);
    }

    void scriptsNeedNoDatabase()
    {
        Program program;
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        program.write(QStringLiteral("shop.sql"), "CREATE TABLE book (id INTEGER PRIMARY KEY);");
        COMPARE_CODE(inProject(program, {QStringLiteral("import"), QStringLiteral("shop.sql"), QStringLiteral("--baseline"), QStringLiteral("start")}), 0);
        const Outcome outcome = inProject(program, {QStringLiteral("upgrade"), QStringLiteral("--sql"), QStringLiteral("--dialect"), QStringLiteral("postgresql")});
        COMPARE_CODE(outcome, 0);
        for (const char *part : {"BEGIN;", "CREATE TABLE alembic_version", "CREATE TABLE book", "INSERT INTO alembic_version", "COMMIT;"})
            QVERIFY2(outcome.out.contains(part), outcome.out.constData());
        COMPARE_CODE(inProject(program, {QStringLiteral("downgrade"), QStringLiteral("base"), QStringLiteral("--sql"), QStringLiteral("--dialect"), QStringLiteral("postgresql")}), 2);
        const Outcome down = inProject(program, {QStringLiteral("downgrade"), QStringLiteral("head:base"), QStringLiteral("--sql"), QStringLiteral("--dialect"), QStringLiteral("mysql")});
        COMPARE_CODE(down, 0);
        QVERIFY2(down.out.contains("DROP TABLE book"), down.out.constData());
    }

    void createAllLeavesWhatIsThere()
    {
        Program program;
        program.set(QStringLiteral("JOINERY_URL"), QStringLiteral("sqlite:///new.db"));
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        program.write(QStringLiteral("shop.sql"), "CREATE TABLE author (id INTEGER PRIMARY KEY);\n"
                                                  "CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author);\n"
                                                  "CREATE INDEX ix_author ON book (author_id);");
        COMPARE_CODE(inProject(program, {QStringLiteral("import"), QStringLiteral("shop.sql")}), 0);
        QVERIFY(!program.database(QStringLiteral("new.db"), {QStringLiteral("CREATE TABLE author (id INTEGER PRIMARY KEY)"),
                                                             QStringLiteral("INSERT INTO author VALUES (7)")}).isEmpty());
        const Outcome dry = inProject(program, {QStringLiteral("create-all"), QStringLiteral("--dry-run")});
        COMPARE_CODE(dry, 0);
        QVERIFY2(dry.out.contains("CREATE TABLE book") && !dry.out.contains("CREATE TABLE author"), dry.out.constData());
        const Outcome created = inProject(program, {QStringLiteral("--json"), QStringLiteral("create-all")});
        COMPARE_CODE(created, 0);
        QCOMPARE(created.json().value(QStringLiteral("tables")).toArray(), QJsonArray{QStringLiteral("book")});
        QCOMPARE(rows(program, "SELECT id FROM author"), QByteArray("id\n7\n"));
        COMPARE_CODE(program.run({QStringLiteral("diff"), QStringLiteral("p"), QStringLiteral("new.db"), QStringLiteral("--exit-code")}), 0);

        COMPARE_CODE(inProject(program, {QStringLiteral("drop-all")}), 4);
        COMPARE_CODE(inProject(program, {QStringLiteral("drop-all"), QStringLiteral("--allow-destructive")}), 0);
        QCOMPARE(rows(program, "SELECT count(*) AS n FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"), QByteArray("n\n0\n"));
    }

    void branchesMeetInAMerge()
    {
        Program program;
        COMPARE_CODE(program.run({QStringLiteral("init"), QStringLiteral("p")}), 0);
        const auto revision = [&](const QStringList &arguments) {
            return inProject(program, QStringList{QStringLiteral("revision"), QStringLiteral("-m"), QStringLiteral("step")} + arguments);
        };
        const Outcome first = revision({});
        COMPARE_CODE(first, 0);
        const QString base = QString::fromUtf8(first.out).trimmed();
        COMPARE_CODE(revision({QStringLiteral("--branch-label"), QStringLiteral("left")}), 0);
        COMPARE_CODE(revision({QStringLiteral("--head"), base}), 4);
        COMPARE_CODE(revision({QStringLiteral("--head"), base, QStringLiteral("--splice")}), 0);
        COMPARE_CODE(revision({}), 2);
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("heads")}), QStringLiteral("revisions")).size(), 2);
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("branches")}), QStringLiteral("revisions")), QStringList{base});
        COMPARE_CODE(inProject(program, {QStringLiteral("migrate"), QStringLiteral("-m"), QStringLiteral("x")}), 3);
        const Outcome merge = inProject(program, {QStringLiteral("merge"), QStringLiteral("heads"), QStringLiteral("-m"), QStringLiteral("together")});
        COMPARE_CODE(merge, 0);
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("heads")}), QStringLiteral("revisions")),
                 QStringList{QString::fromUtf8(merge.out).trimmed()});
        QCOMPARE(ids(inProject(program, {QStringLiteral("--json"), QStringLiteral("history"), QStringLiteral("left:")}), QStringLiteral("revisions")).size(), 2);
        COMPARE_CODE(inProject(program, {QStringLiteral("merge"), base, QStringLiteral("-m"), QStringLiteral("x")}), 2);
        COMPARE_CODE(inProject(program, {QStringLiteral("show"), QStringLiteral("nix0")}), 3);
    }
};

JOINERY_TEST(MigrationCommandsTest)
#include "tst_migration_commands.moc"
