// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "core/migration/drift.h"
#include "core/migration/executor.h"
#include "core/operation/describe.h"
#include "core/project/document.h"
#include "core/project/project.h"
#include "core/sql/splitter.h"
#include "suite/migration/cases.h"
#include "support/test_case.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace joinery;
using schema::Catalog;
using schema::Column;
using schema::Table;

namespace {

const QString kData = QStringLiteral(JOINERY_TEST_SHARED "/data/");

/// The same music shop is spelled Album.AlbumId here and album.album_id there.
QString plain(QString name) { return name.remove(u'_').toLower(); }

const Table &tableOf(const Catalog &catalog, const char *name)
{
    static const Table none;
    const auto found = std::ranges::find_if(catalog.tables, [&](const Table &table) { return plain(table.name.name) == QLatin1String(name); });
    return found == catalog.tables.end() ? none : *found;
}

const Column &columnOf(const Table &table, const char *name)
{
    static const Column none;
    const auto found = std::ranges::find_if(table.columns, [&](const Column &column) { return plain(column.name) == QLatin1String(name); });
    return found == table.columns.end() ? none : *found;
}

Status loadChinook(const QString &engine, driver::Connection &connection)
{
    const QString folder = kData + QStringLiteral("schemas/") + (engine == QLatin1String("mysql") ? QStringLiteral("chinook-my") : QStringLiteral("chinook-pg"));
    for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Io, info.filePath());
        const QString script = QString::fromUtf8(file.readAll());
        JOINERY_TRY(connection.begin());
        for (const sql::ScriptStatement &statement : sql::splitScript(script, sql::flavorOf(engine)))
            JOINERY_TRY(connection.run(statement.in(script)));
        JOINERY_TRY(connection.commit());
    }
    return {};
}

/// Every value of every row, table by table, in the order of the key.
Result<QMap<QString, QByteArray>> rowsOf(driver::Connection &connection, const Catalog &catalog)
{
    const dialect::Dialect &dialect = dialectOf(connection);
    QMap<QString, QByteArray> all;
    for (const Table &table : catalog.tables) {
        QString sql = QStringLiteral("SELECT * FROM ") + dialect.quote(table.name);
        if (table.primaryKey)
            sql += QStringLiteral(" ORDER BY ") + dialect.quoteAll(table.primaryKey->columns);
        JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(sql));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (int row = 0; row < rows.rowCount(); ++row) {
            for (int column = 0; column < rows.columnCount(); ++column)
                hash.addData(rows.isNull(row, column) ? QByteArray("\x01") : rows.value(row, column).toText().toUtf8() + '\x02');
        }
        all.insert(table.name.toString(), QByteArray::number(rows.rowCount()) + ' ' + hash.result().toHex());
    }
    return all;
}

QStringList texts(driver::Connection &connection, const QString &sql)
{
    QStringList all;
    if (const auto rows = connection.fetch(sql)) {
        for (int row = 0; row < rows->rowCount(); ++row)
            all.append(rows->value(row, 0).toText());
    }
    return all;
}

} // namespace

/// The main job: a database becomes a project, the models change, the database follows and comes back.
class MainJobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void chinook_data() { test::Engines::addRows(); }
    void chinook()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        if (!QFile::exists(kData + QStringLiteral("chinook.sqlite")))
            QSKIP("the data is not here");
        const test::ScratchDatabase scratch(engine);
        if (engine == QLatin1String("sqlite")) {
            QFile::remove(scratch.url().database);
            QVERIFY(QFile::copy(kData + QStringLiteral("chinook.sqlite"), scratch.url().database));
            QVERIFY(QFile::setPermissions(scratch.url().database, QFile::ReadOwner | QFile::WriteOwner));
        }
        const auto connection = scratch.connect();
        VERIFY_OK(connection);
        driver::Connection &database = **connection;
        const dialect::Dialect &dialect = dialectOf(database);
        if (engine != QLatin1String("sqlite"))
            VERIFY_OK(loadChinook(engine, database));
        auto live = test::inspected(database);
        VERIFY_OK(live);
        const Table track = tableOf(*live, "track");
        VERIFY_OK(database.run(QStringLiteral("CREATE INDEX ix_mine ON %1 (%2)").arg(dialect.quote(track.name), dialect.quote(columnOf(track, "milliseconds").name))));
        live = test::inspected(database);
        VERIFY_OK(live);
        const Catalog start = *live;
        QCOMPARE(start.tables.size(), 11u);
        const auto rows = rowsOf(database, start);
        VERIFY_OK(rows);
        const Table album = tableOf(start, "album");
        const QString title = columnOf(album, "title").name;
        const QString readTitles = QStringLiteral("SELECT %1 FROM ") + dialect.quote(album.name) + QStringLiteral(" ORDER BY ")
            + dialect.quoteAll(album.primaryKey->columns);
        const QStringList titles = texts(database, readTitles.arg(dialect.quote(title)));
        QCOMPARE(titles.size(), 347);

        QTemporaryDir folder;
        const auto project = project::Project::create(folder.path(), QStringLiteral("Chinook"));
        VERIFY_OK(project);
        const auto models = project->importCatalog(start, QStringLiteral("As it was"));
        VERIFY_OK(models);
        auto history = project->revisions().load();
        VERIFY_OK(history);
        const auto again = [&] { return scratch.connect(); };
        {
            migration::Executor executor(*history, dialect, database, again);
            const auto stamped = executor.stamp(QStringLiteral("head"));
            VERIFY_OK(stamped);
            const auto drift = migration::checkDrift(database, dialect, *history, &*models);
            VERIFY_OK(drift);
            QVERIFY2(drift->atHead && drift->live.isEmpty() && drift->pendingModels.isEmpty(), qPrintable(test::wordsOf(drift->live.operations)));
        }

        project::Document document(*models);
        edit(document);
        const auto head = history->catalogAtHeads();
        VERIFY_OK(head);
        const auto difference = compare::compare(*head, document.catalog());
        VERIFY_OK(difference);
        QStringList kinds;
        for (const operation::Operation &each : difference->operations)
            kinds.append(operation::kind(each));
        QVERIFY2(kinds.contains(QLatin1String("rename_column")) && !kinds.contains(QLatin1String("drop_column")), qPrintable(kinds.join(u',')));
        migration::Revision change;
        change.id = migration::Revision::newId();
        change.parents = history->graph().headIds();
        change.message = QStringLiteral("Captions, countries, reviews");
        change.operations = difference->operations;
        VERIFY_OK(project->revisions().add(change));
        history = project->revisions().load();
        VERIFY_OK(history);

        migration::Executor executor(*history, dialect, database, again);
        for (int round = 0; round < 2; ++round) {
            const auto up = executor.upgrade(QStringLiteral("head"));
            VERIFY_OK(up);
            QVERIFY2(!up->failure, qPrintable(up->failure ? up->failure->message + u'\n' + up->failure->statement : QString()));
            QCOMPARE(up->done, QStringList{change.id});
            const auto drift = migration::checkDrift(database, dialect, *history, nullptr);
            VERIFY_OK(drift);
            QVERIFY2(drift->atHead && drift->live.isEmpty(), qPrintable(test::wordsOf(drift->live.operations)));
            QCOMPARE(texts(database, readTitles.arg(dialect.quote(QStringLiteral("Caption")))), titles);
            QCOMPARE(texts(database, QStringLiteral("SELECT count(*) FROM ") + dialect.quote(track.name)), QStringList{QStringLiteral("3503")});
            if (round == 0)
                alembicAgrees(scratch.url(), change.id);

            migration::ExecutionOptions options;
            options.allowDestructive = true;
            const auto down = executor.downgrade(QStringLiteral("-1"), options);
            VERIFY_OK(down);
            QVERIFY2(!down->failure, qPrintable(down->failure ? down->failure->message + u'\n' + down->failure->statement : QString()));
            const auto back = test::inspected(database);
            VERIFY_OK(back);
            const auto rest = compare::compare(*back, start, dialect::comparisonOptions(dialect));
            VERIFY_OK(rest);
            QVERIFY2(rest->isEmpty(), qPrintable(test::wordsOf(rest->operations)));
            const auto rowsNow = rowsOf(database, start);
            VERIFY_OK(rowsNow);
            QCOMPARE(*rowsNow, *rows);
        }
    }

private:
    /// What a person does in the designer.
    static void edit(project::Document &document)
    {
        const Table album = tableOf(document.catalog(), "album");
        VERIFY_OK(document.apply(operation::RenameColumn{album.name, columnOf(album, "title").name, QStringLiteral("Caption")}));
        const Table track = tableOf(document.catalog(), "track");
        const Column from = columnOf(track, "composer");
        Column to = from;
        to.type = schema::Type::string(400);
        VERIFY_OK(document.apply(operation::AlterColumn{track.name, from, to, {}, {}, {}}));
        Column country;
        country.name = QStringLiteral("country");
        country.type = schema::Type::string(2);
        country.nullable = false;
        country.defaultValue = schema::Default{schema::Default::Kind::Literal, QStringLiteral("XX")};
        VERIFY_OK(document.apply(operation::AddColumn{tableOf(document.catalog(), "artist").name, country, {}, {}}));
        Table review;
        review.name = QStringLiteral("review");
        Column id, albumId, words;
        id.name = QStringLiteral("id");
        id.type = schema::Type::of(schema::TypeKind::Integer);
        id.nullable = false;
        albumId.name = QStringLiteral("album_id");
        albumId.type = schema::Type::of(schema::TypeKind::Integer);
        words.name = QStringLiteral("words");
        words.type = schema::Type::of(schema::TypeKind::Text);
        review.columns = {id, albumId, words};
        review.primaryKey = schema::PrimaryKey{};
        review.primaryKey->columns = {QStringLiteral("id")};
        schema::ForeignKey key;
        key.name = QStringLiteral("fk_review_album");
        key.columns = {QStringLiteral("album_id")};
        key.referredTable = album.name;
        key.referredColumns = album.primaryKey->columns;
        key.onDelete = schema::ForeignKeyAction::Cascade;
        review.foreignKeys = {key};
        VERIFY_OK(document.apply(operation::CreateTable{review}));
        const auto mine = std::ranges::find(track.indexes, QStringLiteral("ix_mine"), &schema::Index::name);
        QVERIFY(mine != track.indexes.end());
        VERIFY_OK(document.apply(operation::DropIndex{track.name, *mine}));
    }

    /// Debian's Alembic reads our version table; where it is not installed, or has no driver, nobody is asked.
    static void alembicAgrees(const driver::Url &url, const QString &head)
    {
        if (url.dialect != QLatin1String("sqlite"))
            return;
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral(
            "import sys\n"
            "try:\n"
            "    import sqlalchemy, alembic.runtime.migration as m\n"
            "except ImportError:\n"
            "    sys.exit(77)\n"
            "with sqlalchemy.create_engine(sys.argv[1]).connect() as c:\n"
            "    print(','.join(m.MigrationContext.configure(c).get_current_heads()))\n"), url.toStringWithPassword()});
        QVERIFY(python.waitForFinished(60000));
        if (python.exitCode() != 77)
            QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()).trimmed(), head);
    }
};

JOINERY_TEST(MainJobTest)
#include "tst_main_job.moc"
