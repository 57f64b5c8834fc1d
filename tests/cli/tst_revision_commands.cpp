// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "core/project/document.h"
#include "core/project/project.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace joinery;
using test::Outcome;
using test::Program;

/// rehearse, check --repair / --ignore / --adopt, squash, merge and migrate --answers, as a person or a build calls them.
class RevisionCommandsTest : public test::TestCase
{
    Q_OBJECT

    /// A project that was made of a small shop, which stands at its head.
    struct Shop
    {
        test::ScratchDatabase database;
        Program program;
        Outcome ready;

        explicit Shop(const QString &engine) : database(engine)
        {
            const Status made = database.run({QStringLiteral("CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(80) NOT NULL, writer VARCHAR(40))"),
                                              QStringLiteral("INSERT INTO book VALUES (1, 'Emma', 'Austen'), (2, 'Beowulf', NULL)")});
            program.set(QStringLiteral("JOINERY_URL"), database.url().toStringWithPassword());
            program.run({QStringLiteral("init"), QStringLiteral("p")});
            run({"import", database.url().toStringWithPassword(), "--baseline", "start"});
            ready = made ? run({"stamp", "head"}) : Outcome();
        }
        Outcome run(const QList<QVariant> &words) const
        {
            QStringList arguments{QStringLiteral("-C"), QStringLiteral("p")};
            for (const QVariant &word : words)
                arguments << word.toString();
            return program.run(arguments);
        }
        Status change(const operation::Operations &operations) const
        {
            JOINERY_TRY_VALUE(const project::Project project, project::Project::open(program.path(QStringLiteral("p"))));
            JOINERY_TRY_VALUE(schema::Catalog models, project.loadModels());
            project::Document document(std::move(models));
            for (const operation::Operation &operation : operations)
                JOINERY_TRY(document.apply(operation));
            return project.saveModels(document.catalog());
        }
        /// As if somebody had written the files: no element is who it was.
        Status rewrite(const std::function<void(schema::Catalog &)> &edit) const
        {
            JOINERY_TRY_VALUE(const project::Project project, project::Project::open(program.path(QStringLiteral("p"))));
            JOINERY_TRY_VALUE(schema::Catalog models, project.loadModels());
            edit(models);
            return project.saveModels(models);
        }
    };

    static schema::Column column(const char *name, const schema::Type &type, bool nullable = true)
    {
        schema::Column made;
        made.name = QString::fromLatin1(name);
        made.type = type;
        made.nullable = nullable;
        return made;
    }
    static QString text(const QJsonValue &value) { return value.toString(); }

private Q_SLOTS:
    void rehearses_data() { test::Engines::addRows(); }
    void rehearses()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Shop shop(engine);
        COMPARE_CODE(shop.ready, 0);
        COMPARE_CODE(shop.run({"rehearse"}), 0); // nothing to do
        VERIFY_OK(shop.change({operation::AddColumn{QStringLiteral("book"), column("price", schema::Type::numeric(8, 2)), {}, {}}}));
        COMPARE_CODE(shop.run({"migrate", "-m", "prices"}), 0);
        const Outcome plain = shop.run({"rehearse"});
        COMPARE_CODE(plain, 0);
        QVERIFY2(plain.out.contains("ADD COLUMN price") && plain.out.contains("went well"), plain.out.constData());
        const Outcome good = shop.run({"--json", "rehearse", "--level", "sample", "--rows", "1"});
        COMPARE_CODE(good, 0);
        QVERIFY(good.json().value(QStringLiteral("good")).toBool());
        QCOMPARE(good.json().value(QStringLiteral("stages")).toArray().size(), 3);
        COMPARE_CODE(shop.run({"rehearse", "--rows", "5"}), 2);
        COMPARE_CODE(shop.run({"rehearse", "--level", "half"}), 2);
        COMPARE_CODE(shop.run({"rehearse", "nowhere"}), 3);
        // The rows say no: the rehearsal says so, and an upgrade that rehearses first does not begin.
        schema::Column writer = column("writer", schema::Type::string(40)), needed = writer;
        needed.nullable = false;
        VERIFY_OK(shop.change({operation::AlterColumn{QStringLiteral("book"), writer, needed, {}, {}, {}}}));
        COMPARE_CODE(shop.run({"upgrade"}), 0);
        COMPARE_CODE(shop.run({"migrate", "-m", "writers are needed", "--no-preflight"}), 0);
        const Outcome bad = shop.run({"--json", "rehearse"});
        COMPARE_CODE(bad, 1);
        QVERIFY(!bad.json().value(QStringLiteral("good")).toBool());
        const QJsonObject stage = bad.json().value(QStringLiteral("stages")).toArray().first().toObject();
        QVERIFY2(!text(stage.value(QStringLiteral("failure")).toObject().value(QStringLiteral("message"))).isEmpty(), bad.out.constData());
        const Outcome refused = shop.run({"upgrade", "--rehearse"});
        COMPARE_CODE(refused, 4);
        const Outcome still = shop.run({"--json", "check"});
        QVERIFY(!still.json().value(QStringLiteral("at_head")).toBool());
        COMPARE_CODE(shop.program.run({QStringLiteral("query"), QStringLiteral("UPDATE book SET writer = 'x' WHERE writer IS NULL")}), 0);
        COMPARE_CODE(shop.run({"upgrade", "--rehearse"}), 0);
    }

    void repairsAndLetsStand_data() { test::Engines::addRows(); }
    void repairsAndLetsStand()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Shop shop(engine);
        COMPARE_CODE(shop.ready, 0);
        VERIFY_OK(shop.database.run({QStringLiteral("CREATE INDEX ix_report ON book (title)"), QStringLiteral("ALTER TABLE book ADD COLUMN hand INTEGER")}));
        const Outcome found = shop.run({"check"});
        COMPARE_CODE(found, 1);
        QVERIFY2(found.out.contains("[create_index:book.ix_report]"), found.out.constData());
        COMPARE_CODE(shop.run({"check", "--ignore", "create_index:book.ix_report"}), 2); // no reason
        const Outcome ignored = shop.run({"--json", "check", "--ignore", "create_index:book.ix_report=made by the reports"});
        COMPARE_CODE(ignored, 1);
        QCOMPARE(ignored.json().value(QStringLiteral("drift")).toArray().size(), 1);
        QCOMPARE(text(ignored.json().value(QStringLiteral("ignored")).toArray().first().toObject().value(QStringLiteral("reason"))), QStringLiteral("made by the reports"));
        QVERIFY(shop.program.read(QStringLiteral("p/joinery.json")).contains("made by the reports"));
        // The SQL first; what destroys is asked for.
        const Outcome shown = shop.run({"check", "--repair", "--dry-run"});
        COMPARE_CODE(shown, 1);
        QVERIFY2(shown.out.contains("hand") && !shown.out.contains("ix_report"), shown.out.constData());
        const Outcome refused = shop.run({"check", "--repair"});
        COMPARE_CODE(refused, 4);
        QVERIFY2(refused.err.contains("--allow-destructive") && refused.err.contains("book.hand"), refused.err.constData());
        COMPARE_CODE(shop.run({"check", "--repair", "--allow-destructive"}), 0);
        const Outcome clean = shop.run({"check"});
        COMPARE_CODE(clean, 0);
        QVERIFY2(clean.out.contains("because: made by the reports"), clean.out.constData());
        COMPARE_CODE(shop.run({"check", "--heed", "create_index:book.ix_report"}), 1);
        COMPARE_CODE(shop.run({"check", "--heed", "create_index:book.ix_report"}), 3);
        COMPARE_CODE(shop.run({"check", "--dry-run"}), 2);
        COMPARE_CODE(shop.run({"check", "--repair", "--adopt", "-m", "x"}), 2);
    }

    void adopts_data() { test::Engines::addRows(); }
    void adopts()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Shop shop(engine);
        COMPARE_CODE(shop.ready, 0);
        COMPARE_CODE(shop.run({"check", "--adopt"}), 2); // a revision has a message
        COMPARE_CODE(shop.run({"check", "--adopt", "-m", "by hand"}), 0); // nothing to adopt
        VERIFY_OK(shop.database.run({QStringLiteral("CREATE TABLE shelf (id INTEGER NOT NULL PRIMARY KEY, place VARCHAR(20))"), QStringLiteral("ALTER TABLE book ADD COLUMN hand INTEGER")}));
        COMPARE_CODE(shop.run({"check", "--adopt", "-m", "by hand"}), 0);
        COMPARE_CODE(shop.run({"check"}), 0);
        const Outcome history = shop.run({"--json", "history"});
        QCOMPARE(history.json().value(QStringLiteral("revisions")).toArray().size(), 2);
        QVERIFY(history.out.contains("by hand"));
        QVERIFY(shop.program.read(QStringLiteral("p/models/shelf.json")).contains("place"));
        // It is a revision like any other: back and up again.
        COMPARE_CODE(shop.run({"downgrade", "-1", "--allow-destructive"}), 0);
        COMPARE_CODE(shop.run({"upgrade"}), 0);
        COMPARE_CODE(shop.run({"check"}), 0);
    }

    void squashesAndMerges()
    {
        const Shop shop(QStringLiteral("sqlite"));
        COMPARE_CODE(shop.ready, 0);
        const schema::Name book(QStringLiteral("book"));
        VERIFY_OK(shop.change({operation::AddColumn{book, column("price", schema::Type::of(schema::TypeKind::Integer)), {}, {}}}));
        COMPARE_CODE(shop.run({"migrate", "-m", "price"}), 0);
        COMPARE_CODE(shop.run({"upgrade"}), 0);
        const QString inside = text(shop.run({"--json", "current"}).json().value(QStringLiteral("current")).toArray().first().toObject().value(QStringLiteral("id")));
        VERIFY_OK(shop.change({operation::RenameColumn{book, QStringLiteral("price"), QStringLiteral("cost")}}));
        COMPARE_CODE(shop.run({"migrate", "-m", "cost"}), 0);
        const QString head = text(shop.run({"--json", "heads"}).json().value(QStringLiteral("revisions")).toArray().first().toObject().value(QStringLiteral("id")));

        COMPARE_CODE(shop.run({"squash", "head", "-m", "all"}), 2); // no range
        COMPARE_CODE(shop.run({"squash", QString(inside + QStringLiteral(":head")), "-m", "all"}), 4); // one alone
        const Outcome dry = shop.run({"--json", "squash", "base:head", "-m", "all", "--dry-run", "--prove"});
        COMPARE_CODE(dry, 0);
        QCOMPARE(dry.json().value(QStringLiteral("operations")).toArray().size(), 1);
        QCOMPARE(shop.run({"--json", "history"}).json().value(QStringLiteral("revisions")).toArray().size(), 3);
        COMPARE_CODE(shop.run({"squash", "base:head", "-m", "all"}), 0);
        QCOMPARE(shop.run({"--json", "history"}).json().value(QStringLiteral("revisions")).toArray().size(), 1);
        QCOMPARE(QDir(shop.program.path(QStringLiteral("p/migrations"))).entryList(QDir::Files).size(), 1);
        // The database stands inside of it, and goes on.
        COMPARE_CODE(shop.run({"lint"}), 1); // a rename that programs notice
        COMPARE_CODE(shop.run({"rehearse"}), 0);
        COMPARE_CODE(shop.run({"upgrade"}), 0);
        QCOMPARE(text(shop.run({"--json", "current"}).json().value(QStringLiteral("current")).toArray().first().toObject().value(QStringLiteral("id"))), head);
        COMPARE_CODE(shop.run({"check"}), 0);

        COMPARE_CODE(shop.run({"revision", "-m", "left"}), 0);
        const QString left = text(shop.run({"--json", "heads"}).json().value(QStringLiteral("revisions")).toArray().first().toObject().value(QStringLiteral("id")));
        COMPARE_CODE(shop.run({"revision", "-m", "right", "--head", head, "--splice"}), 0);
        COMPARE_CODE(shop.run({"merge", head, left, "-m", "join"}), 2); // one stands below the other
        COMPARE_CODE(shop.run({"revision", "-m", "more", "--head", left}), 0);
        QString right;
        for (const QJsonValue each : shop.run({"--json", "heads"}).json().value(QStringLiteral("revisions")).toArray()) {
            if (text(each.toObject().value(QStringLiteral("message"))) == QLatin1String("right"))
                right = text(each.toObject().value(QStringLiteral("id")));
        }
        COMPARE_CODE(shop.run({"merge", left, right, "-m", "join"}), 4); // left is no head any more
        COMPARE_CODE(shop.run({"merge", left, right, "-m", "join", "--splice"}), 0);
        COMPARE_CODE(shop.run({"merge", "heads", "-m", "join"}), 0);
        QCOMPARE(shop.run({"--json", "heads"}).json().value(QStringLiteral("revisions")).toArray().size(), 1);
        COMPARE_CODE(shop.run({"upgrade"}), 0);
    }

    void takesAnswers()
    {
        const Shop shop(QStringLiteral("sqlite"));
        COMPARE_CODE(shop.ready, 0);
        VERIFY_OK(shop.rewrite([](schema::Catalog &models) {
            schema::Table *book = models.table(schema::Name(QStringLiteral("book")));
            schema::Column *writer = book->column(QStringLiteral("writer"));
            writer->name = QStringLiteral("author");
            writer->uid = Uid::create();
            book->columns.push_back(column("stock", schema::Type::of(schema::TypeKind::Integer), false));
            book->columns.back().uid = Uid::create();
        }));
        // What is printed is the file.
        const Outcome open = shop.run({"migrate", "-m", "author"});
        COMPARE_CODE(open, 4);
        QJsonObject file = open.json();
        QCOMPARE(file.value(QStringLiteral("format")).toInt(), 1);
        QJsonArray renames = file.value(QStringLiteral("renames")).toArray();
        QCOMPARE(renames.size(), 1);
        QVERIFY(renames.first().toObject().value(QStringLiteral("answer")).isNull());
        const auto answer = [&](const QString &list, const QJsonValue &value) {
            QJsonArray entries = file.value(list).toArray();
            QJsonObject entry = entries.first().toObject();
            entry.insert(QStringLiteral("answer"), value);
            entries[0] = entry;
            file.insert(list, entries);
            return shop.program.write(QStringLiteral("answers.json"), QJsonDocument(file).toJson());
        };
        const auto migrate = [&] { return shop.run({"migrate", "-m", "author", "--answers", shop.program.path(QStringLiteral("answers.json"))}); };
        answer(QStringLiteral("renames"), QStringLiteral("perhaps"));
        COMPARE_CODE(migrate(), 2);
        answer(QStringLiteral("renames"), QJsonValue());
        COMPARE_CODE(migrate(), 4); // null is no answer
        answer(QStringLiteral("renames"), QStringLiteral("rename"));
        const Outcome rows = migrate();
        COMPARE_CODE(rows, 4); // now the rows are asked
        const QJsonArray asked = rows.json().value(QStringLiteral("rows")).toArray();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(text(asked.first().toObject().value(QStringLiteral("id"))), QStringLiteral("book.stock"));
        file.insert(QStringLiteral("rows"), asked);
        answer(QStringLiteral("rows"), QStringLiteral("0"));
        COMPARE_CODE(migrate(), 0);
        COMPARE_CODE(shop.run({"upgrade"}), 0);
        const Outcome selected = shop.program.run({QStringLiteral("query"), QStringLiteral("SELECT author, stock FROM book ORDER BY id"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(selected.out, QByteArray("author,stock\nAusten,0\n,0\n"));
        shop.program.write(QStringLiteral("answers.json"), "{\"format\": 1, \"other\": []}");
        COMPARE_CODE(migrate(), 2);
        shop.program.write(QStringLiteral("answers.json"), "{");
        COMPARE_CODE(migrate(), 3);
    }
};

JOINERY_TEST(RevisionCommandsTest)
#include "tst_revision_commands.moc"
