// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/sql/splitter.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QFile>

using namespace joinery;

class SqliteInspectorTest : public test::TestCase
{
    Q_OBJECT

    static Result<dialect::Inspection> inspect(driver::Connection &connection, const dialect::InspectOptions &options = {})
    {
        return dialectOf(connection).inspect(connection, options, {});
    }

    static Result<dialect::Inspection> inspectScript(const QString &script)
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        JOINERY_TRY_VALUE(const auto connection, database.connect());
        JOINERY_TRY(connection->run(QStringLiteral("PRAGMA synchronous = OFF")));
        for (const sql::ScriptStatement &statement : sql::splitScript(script, sql::Flavor::Sqlite))
            JOINERY_TRY(connection->run(statement.in(script)));
        return inspect(*connection);
    }

    static QString readShared(const QString &path)
    {
        QFile file(QStringLiteral(JOINERY_TEST_SHARED "/data/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    void readsChinook()
    {
        const QString path = QStringLiteral(JOINERY_TEST_SHARED "/data/chinook.sqlite");
        if (!QFile::exists(path))
            QSKIP("the shared data is not here");
        const auto connection = joinery::connect(driver::Url::sqliteFile(path, true), {.readOnly = true});
        VERIFY_OK(connection);
        const auto inspection = inspect(**connection);
        VERIFY_OK(inspection);
        const schema::Catalog &catalog = inspection->catalog;
        QVERIFY(inspection->findings.empty());
        QCOMPARE(catalog.tables.size(), size_t(11));
        const schema::Table *track = catalog.table(schema::Name(QStringLiteral("Track")));
        QVERIFY(track);
        QCOMPARE(track->columns.size(), size_t(9));
        QCOMPARE(track->column(QStringLiteral("Name"))->type.toString(), QStringLiteral("String(200)"));
        QCOMPARE(track->column(QStringLiteral("Name"))->type.nativeText, QStringLiteral("NVARCHAR(200)"));
        QVERIFY(!track->column(QStringLiteral("Name"))->nullable);
        QCOMPARE(track->foreignKeys.size(), size_t(3));
        QCOMPARE(track->foreignKeys[0].referredTable, schema::Name(QStringLiteral("Album")));
        QCOMPARE(track->indexes.size(), size_t(3));
        QCOMPARE(track->estimatedRows, std::optional<qint64>(3503));
        const schema::Table *link = catalog.table(schema::Name(QStringLiteral("PlaylistTrack")));
        QCOMPARE(link->primaryKey->columns, QStringList({"PlaylistId", "TrackId"}));
        QCOMPARE(link->primaryKey->name, QStringLiteral("PK_PlaylistTrack"));
        const auto estimate = dialectOf(**connection).estimateRows(**connection, track->name, {});
        VERIFY_OK(estimate);
        QCOMPARE(*estimate, std::optional<qint64>(3503));
    }

    void readsRealSchemas_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QList<int>>("counts"); // tables, views, triggers, foreign keys, checks, indexes, without rowid
        QTest::newRow("sakila") << "sakila-sqlite" << QList<int>{16, 5, 30, 22, 2, 24, 0};
        QTest::newRow("proj") << "proj-sqlite" << QList<int>{40, 7, 38, 53, 178, 5, 31};
    }
    void readsRealSchemas()
    {
        QFETCH(QString, folder);
        QFETCH(QList<int>, counts);
        const QString script = readShared(QStringLiteral("schemas/%1/schema.sql").arg(folder));
        if (script.isEmpty())
            QSKIP("the shared schemas are not here");
        const auto inspection = inspectScript(script);
        VERIFY_OK(inspection);
        for (const Finding &finding : inspection->findings)
            QFAIL(qPrintable(finding.object + u' ' + finding.message));
        QList<int> found(7);
        found[0] = int(inspection->catalog.tables.size());
        found[1] = int(inspection->catalog.views.size());
        found[2] = int(inspection->catalog.definitions.size());
        for (const schema::Table &table : inspection->catalog.tables) {
            found[3] += int(table.foreignKeys.size());
            found[4] += int(table.checks.size());
            found[5] += int(table.indexes.size());
            found[6] += table.options.contains(QStringLiteral("without_rowid"));
        }
        QCOMPARE(found, counts);
    }

    void readsEveryFeature()
    {
        const auto inspection = inspectScript(QStringLiteral(
            "create table \"Odd \"\"Name\" (\"Größe\" text collate NOCASE, \"order\" integer primary key autoincrement, "
            " g int generated always as (\"order\" * 2) stored, v as (g + 1), n int constraint nn not null on conflict ignore default 5,"
            " typeless, d text default 'it''s', e text default (lower('X')), constraint ck check (n > 0), check (g > 1));"
            "create table child (a int, b int, parent int references \"odd \"\"name\"(\"ORDER\") on delete cascade deferrable initially deferred,"
            " constraint uq unique (a, b) on conflict replace, constraint pk primary key (a desc, b)) without rowid;"
            "create table strict_one (a any, b int unique) strict;"
            "create unique index \"i x\" on child (lower(parent), A collate rtrim desc) where b is not null;"
            "create view v1(x, y) as select a, b from child;"
            "create trigger tr after insert on child begin select 1; end;"
            "create virtual table search using fts5(text);"));
        VERIFY_OK(inspection);
        const schema::Catalog &catalog = inspection->catalog;
        QVERIFY(inspection->findings.empty());
        QCOMPARE(catalog.tables.size(), size_t(3));
        const schema::Table &odd = catalog.tables[0];
        QCOMPARE(odd.name.name, QStringLiteral("Odd \"Name"));
        QCOMPARE(odd.column(QStringLiteral("Größe"))->collation, QStringLiteral("NOCASE"));
        QCOMPARE(odd.column(QStringLiteral("order"))->identity->kind, schema::Identity::Kind::Auto);
        QCOMPARE(odd.column(QStringLiteral("g"))->computed, (schema::Computed{QStringLiteral("\"order\" * 2"), true}));
        QCOMPARE(odd.column(QStringLiteral("v"))->computed, (schema::Computed{QStringLiteral("g + 1"), false}));
        QVERIFY(!odd.column(QStringLiteral("g"))->defaultValue);
        QCOMPARE(odd.column(QStringLiteral("n"))->options.value(QStringLiteral("notnull_conflict")), QStringLiteral("IGNORE"));
        QCOMPARE(odd.column(QStringLiteral("n"))->options.value(QStringLiteral("notnull_name")), QStringLiteral("nn"));
        QCOMPARE(odd.column(QStringLiteral("n"))->defaultValue, (schema::Default{schema::Default::Kind::Literal, QStringLiteral("5")}));
        QCOMPARE(odd.column(QStringLiteral("typeless"))->type.kind, schema::TypeKind::Native);
        QCOMPARE(odd.column(QStringLiteral("d"))->defaultValue->text, QStringLiteral("it's"));
        QCOMPARE(odd.column(QStringLiteral("e"))->defaultValue->kind, schema::Default::Kind::Expression);
        QCOMPARE(odd.checks.size(), size_t(2));
        QCOMPARE(odd.checks[0].name, QStringLiteral("ck"));

        const schema::Table &child = catalog.tables[1];
        QCOMPARE(child.options.value(QStringLiteral("without_rowid")), QStringLiteral("true"));
        QCOMPARE(child.foreignKeys[0].referredTable, odd.name);
        QCOMPARE(child.foreignKeys[0].referredColumns, QStringList{"order"});
        QCOMPARE(child.foreignKeys[0].deferral, schema::Deferral::InitiallyDeferred);
        QCOMPARE(child.uniques[0].options.value(QStringLiteral("conflict")), QStringLiteral("REPLACE"));
        QCOMPARE(child.primaryKey->options.value(QStringLiteral("columns")), QStringLiteral("a DESC, b"));
        QCOMPARE(child.indexes[0].items[0].expression, QStringLiteral("lower(parent)"));
        QCOMPARE(child.indexes[0].items[1].column, QStringLiteral("a"));
        QCOMPARE(child.indexes[0].items[1].collation, QStringLiteral("rtrim"));
        QCOMPARE(child.indexes[0].where, QStringLiteral("b is not null"));
        QVERIFY(catalog.tables[2].options.contains(QStringLiteral("strict")));
        QCOMPARE(catalog.tables[2].uniques[0].columns, QStringList{"b"});

        QCOMPARE(catalog.views[0].columns.size(), size_t(2));
        QCOMPARE(catalog.views[0].columns[1].name, QStringLiteral("y"));
        QCOMPARE(catalog.definitions.size(), size_t(2));
    }

    void tellsWhatIsBroken()
    {
        const auto inspection = inspectScript(QStringLiteral(
            "create table t (a references gone); create view good as select a from t; create view bad as select * from nowhere;"));
        VERIFY_OK(inspection);
        QCOMPARE(inspection->catalog.views.size(), size_t(2));
        QCOMPARE(inspection->catalog.views[0].columns.size(), size_t(1));
        QStringList codes;
        for (const Finding &finding : inspection->findings)
            codes.append(finding.code);
        codes.sort();
        QCOMPARE(codes, QStringList({"IN103", "IN105"}));
    }

    void readsAttachedDatabases()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->run(QStringLiteral("attach ':memory:' as \"o'ther\"")));
        VERIFY_OK((*connection)->run(QStringLiteral("create table \"o'ther\".t (a integer primary key, b references t)")));
        const auto inspection = inspect(**connection, {.schemas = {QStringLiteral("o'ther")}});
        VERIFY_OK(inspection);
        QCOMPARE(inspection->catalog.tables.size(), size_t(1));
        QCOMPARE(inspection->catalog.tables[0].name, schema::Name(QStringLiteral("o'ther"), QStringLiteral("t")));
        QCOMPARE(inspection->catalog.tables[0].foreignKeys[0].referredTable, inspection->catalog.tables[0].name);
    }
};

JOINERY_TEST(SqliteInspectorTest)
#include "tst_sqlite_inspector.moc"
