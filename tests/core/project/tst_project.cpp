// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "support/random_catalog.h"
#include "support/test_case.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace joinery;
using project::Environment;
using project::Project;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

schema::Catalog twoTables()
{
    schema::Catalog catalog;
    catalog.dialect = QStringLiteral("sqlite");
    for (const char *name : {"writer", "book"}) {
        schema::Table table;
        table.name = QString::fromLatin1(name);
        schema::Column column;
        column.name = QStringLiteral("id");
        column.type = schema::Type::of(schema::TypeKind::Integer);
        table.columns = {column};
        catalog.tables.push_back(table);
    }
    return catalog;
}

} // namespace

class ProjectTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void createsAndOpensAgain()
    {
        QTemporaryDir folder;
        auto made = Project::create(folder.filePath(QStringLiteral("shop")), QStringLiteral("Shop"));
        VERIFY_OK(made);
        Environment environment{QStringLiteral("dev"), QStringLiteral("postgresql://me:secret@localhost/shop"),
                                Environment::Kind::Staging, true};
        made->setEnvironment(environment);
        VERIFY_OK(made->save());
        QVERIFY2(!contents(made->directory() + QStringLiteral("/joinery.json")).contains("secret"), "no password reaches the disk");
        const auto opened = Project::open(made->directory());
        VERIFY_OK(opened);
        QCOMPARE(opened->name(), QStringLiteral("Shop"));
        QCOMPARE(opened->environments().size(), 1u);
        QCOMPARE(opened->defaultEnvironment()->kind, Environment::Kind::Staging);
        QVERIFY(opened->defaultEnvironment()->readOnly);
        QCOMPARE(Project::create(made->directory(), QStringLiteral("again")).error().kind, ErrorKind::Duplicate);
        QDir(made->directory()).mkpath(QStringLiteral("deep/er"));
        QCOMPARE(Project::find(made->directory() + QStringLiteral("/deep/er")), made->directory());
    }

    void relativeDatabasesLieBesideTheProject()
    {
        QTemporaryDir folder;
        const auto made = Project::create(folder.path(), QStringLiteral("Shop"));
        VERIFY_OK(made);
        const auto url = made->urlOf({QStringLiteral("dev"), QStringLiteral("sqlite:///shop.db")});
        VERIFY_OK(url);
        QCOMPARE(url->database, QDir(folder.path()).absoluteFilePath(QStringLiteral("shop.db")));
    }

    void keepsMembersOfOthers()
    {
        QTemporaryDir folder;
        QVERIFY(overwrite(folder.filePath(QStringLiteral("joinery.json")), R"({"format": 1, "name": "x", "flask": {"app": "wsgi"}})"));
        auto opened = Project::open(folder.path());
        VERIFY_OK(opened);
        opened->setName(QStringLiteral("y"));
        VERIFY_OK(opened->save());
        const QByteArray written = contents(folder.filePath(QStringLiteral("joinery.json")));
        QVERIFY(written.contains("wsgi") && written.contains("\"y\""));
    }

    void newerFormat()
    {
        QTemporaryDir folder;
        const QByteArray newer = R"({"format": 99, "name": "from the future"})";
        QVERIFY(overwrite(folder.filePath(QStringLiteral("joinery.json")), newer));
        const auto opened = Project::open(folder.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NewerFormat);
        QVERIFY(opened.error().message.contains(QLatin1String("newer version of Joinery")));
        QCOMPARE(contents(folder.filePath(QStringLiteral("joinery.json"))), newer);
    }

    void cutInHalf()
    {
        QTemporaryDir folder;
        auto made = Project::create(folder.path(), QStringLiteral("Shop"));
        VERIFY_OK(made);
        VERIFY_OK(made->saveModels(twoTables()));
        for (const QString &name : {QStringLiteral("joinery.json"), QStringLiteral("models/book.json"), QStringLiteral("models/schema.json")}) {
            const QString path = folder.filePath(name);
            const QByteArray whole = contents(path);
            const QByteArray half = whole.left(whole.size() / 2);
            QVERIFY(overwrite(path, half));
            const auto opened = Project::open(folder.path());
            const Error error = opened ? made->loadModels().error() : opened.error();
            QCOMPARE(error.kind, ErrorKind::Corrupt);
            QVERIFY2(error.message.contains(QLatin1String("line")) && error.message.contains(QFileInfo(name).fileName()), qPrintable(error.message));
            QCOMPARE(contents(path), half);
            QVERIFY(overwrite(path, whole));
        }
        VERIFY_OK(made->loadModels());
    }

    void missing()
    {
        QTemporaryDir folder;
        QCOMPARE(Project::open(folder.filePath(QStringLiteral("nowhere"))).error().kind, ErrorKind::Io);
    }

    void modelsRoundTrip()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QTemporaryDir folder;
            const auto made = Project::create(folder.path(), QStringLiteral("Shop"));
            VERIFY_OK(made);
            test::RandomCatalog random(seed);
            schema::Catalog catalog = random.catalog();
            schema::assignUids(catalog);
            catalog.serverVersion.clear();
            VERIFY_OK(made->saveModels(catalog));
            const auto read = made->loadModels();
            VERIFY_OK(read);
            std::ranges::sort(catalog.tables, {}, &schema::Table::name);
            QVERIFY2(*read == catalog, qPrintable(QStringLiteral("seed %1").arg(seed)));
            const auto stamp = [&] {
                QStringList all;
                for (QDirIterator it(folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
                    const QString path = it.next();
                    all.append(path + QString::fromUtf8(contents(path)));
                }
                all.sort();
                return all;
            };
            const QStringList before = stamp();
            VERIFY_OK(made->saveModels(*read));
            QCOMPARE(stamp(), before);
        }
    }

    void oneFileForATable()
    {
        QTemporaryDir folder;
        const auto made = Project::create(folder.path(), QStringLiteral("Shop"));
        VERIFY_OK(made);
        schema::Catalog models = twoTables();
        models.tables[0].name = QStringLiteral("Book"); // "book" is there too: one file on a system without case
        schema::assignUids(models);
        VERIFY_OK(made->saveModels(models));
        QCOMPARE(QDir(folder.filePath(QStringLiteral("models"))).entryList(QDir::Files).size(), 3);
        models.tables.erase(models.tables.begin());
        models.tables[0].name = QStringLiteral("a b/c%d");
        VERIFY_OK(made->saveModels(models));
        QCOMPARE(QDir(folder.filePath(QStringLiteral("models"))).entryList(QDir::Files).size(), 2);
        const auto read = made->loadModels();
        VERIFY_OK(read);
        QCOMPARE(read->tables[0].name.name, QStringLiteral("a b/c%d"));
    }

    void importsWithABaseline()
    {
        QTemporaryDir folder;
        const auto made = Project::create(folder.path(), QStringLiteral("Shop"));
        VERIFY_OK(made);
        schema::Catalog reflected = twoTables();
        schema::Table versions;
        versions.name = QStringLiteral("alembic_version");
        reflected.tables.push_back(versions);
        const auto models = made->importCatalog(reflected, QStringLiteral("As it was"));
        VERIFY_OK(models);
        QCOMPARE(models->tables.size(), 2u);
        QVERIFY(!models->tables[0].uid.isNull());
        const auto history = made->revisions().load();
        VERIFY_OK(history);
        const auto state = history->catalogAtHeads();
        VERIFY_OK(state);
        QCOMPARE(state->dialect, QStringLiteral("sqlite"));
        QVERIFY(state->tables[0].uid == models->table(state->tables[0].name)->uid);
        QCOMPARE(made->importCatalog(reflected, {}).error().kind, ErrorKind::Refused);
    }

    void diagramsAndQueries()
    {
        QTemporaryDir folder;
        const auto made = Project::create(folder.path(), QStringLiteral("Shop"));
        VERIFY_OK(made);
        VERIFY_OK(made->saveDiagram(QStringLiteral("All / tables"), QJsonObject{{QStringLiteral("zoom"), 2}}));
        QCOMPARE(made->diagrams(), QStringList{QStringLiteral("All / tables")});
        const auto diagram = made->loadDiagram(QStringLiteral("All / tables"));
        VERIFY_OK(diagram);
        QCOMPARE(diagram->value(QLatin1String("zoom")).toInt(), 2);
        VERIFY_OK(made->saveQuery(QStringLiteral("top ten"), QStringLiteral("SELECT 'ä'")));
        QCOMPARE(*made->loadQuery(QStringLiteral("top ten")), QStringLiteral("SELECT 'ä'"));
        VERIFY_OK(made->removeQuery(QStringLiteral("top ten")));
        QVERIFY(made->queries().isEmpty());
    }
};

JOINERY_TEST(ProjectTest)
#include "tst_project.moc"
