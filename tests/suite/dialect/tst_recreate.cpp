// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/run_steps.h"
#include "core/schema/catalog_json.h"
#include "support/database.h"
#include "support/schema_script.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace joinery;

namespace {

/// What the engine's own dump and SHOW CREATE say of the two, by the tool that lies beside the real inputs.
QStringList sameSchemaArguments(const QString &engine, const driver::Url &left, const driver::Url &right)
{
    const auto conninfo = [](const driver::Url &url) {
        return QStringLiteral("host=%1 port=%2 user=%3 password=%4 dbname=%5").arg(url.host).arg(url.port).arg(url.user, url.password, url.database);
    };
    if (engine == u"sqlite")
        return {engine, left.database, right.database};
    if (engine == u"postgresql")
        return {engine, conninfo(left), conninfo(right)};
    const QString client = QStringLiteral("mariadb -h %1 -P %2 -u%3 -p%4").arg(left.host).arg(left.port).arg(left.user, left.password);
    return {engine, QStringLiteral("--client"), client, left.database, right.database};
}

/// The order of creation may be another one.
QByteArray textOf(schema::Catalog catalog)
{
    for (schema::Table &table : catalog.tables)
        table.estimatedRows.reset();
    std::ranges::sort(catalog.tables, {}, &schema::Table::name);
    std::ranges::sort(catalog.enums, {}, &schema::EnumType::name);
    std::ranges::sort(catalog.sequences, {}, &schema::Sequence::name);
    std::ranges::sort(catalog.views, {}, &schema::View::name);
    std::ranges::sort(catalog.definitions, {}, [](const schema::Definition &definition) {
        return std::tuple(int(definition.kind), definition.name, definition.signature, definition.table);
    });
    return QJsonDocument(schema::toJson(catalog)).toJson();
}

} // namespace

/// Reflect, write, create, reflect: nothing is lost on the way.
class TestRecreate : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aSchemaIsCreatedAgainAsItWas_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(JOINERY_TEST_SHARED "/data/schemas"));
        const QMap<QString, QString> engines{{QStringLiteral("pg"), QStringLiteral("postgresql")},
                                             {QStringLiteral("my"), QStringLiteral("mysql")},
                                             {QStringLiteral("sqlite"), QStringLiteral("sqlite")}};
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << engines.value(name.section(u'-', -1)) << folder.filePath(name + QStringLiteral("/schema.sql"));
        if (folder.isEmpty())
            QTest::newRow("without the real inputs") << QString() << QString();
    }

    void aSchemaIsCreatedAgainAsItWas()
    {
        QFETCH(QString, engine);
        QFETCH(QString, file);
        if (engine.isEmpty())
            QSKIP("the folder of real inputs is not there");
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase first(engine), second(engine);
        const auto source = first.connect();
        VERIFY_OK(source);
        const auto text = test::readSchemaScript(file, **source);
        VERIFY_OK(text);
        VERIFY_OK(test::runScript(**source, *text));
        const dialect::Dialect &dialect = *findDialect(engine);
        const auto before = dialect.inspect(**source, {}, {});
        VERIFY_OK(before);
        QVERIFY(!before->catalog.tables.empty());

        const auto script = dialect::createScript(dialect, before->catalog, (*source)->server().versionNumber);
        VERIFY_OK(script);
        const auto target = second.connect();
        VERIFY_OK(target);
        VERIFY_OK(dialect::runSteps(**target, *script));
        const auto after = dialect.inspect(**target, {}, {});
        VERIFY_OK(after);

        const QString tool = QStringLiteral(JOINERY_TEST_SHARED "/tools/same_schema.py");
        if (QFile::exists(tool)) {
            QProcess process;
            process.start(QStringLiteral("python3"), QStringList{tool} + sameSchemaArguments(engine, first.url(), second.url()));
            QVERIFY(process.waitForFinished(60000));
            const QByteArray report = process.readAllStandardOutput();
            QVERIFY2(process.exitCode() == 0, QByteArray(report + process.readAllStandardError()).constData());
        }
        const QList<QByteArray> found = textOf(after->catalog).split('\n'), expected = textOf(before->catalog).split('\n');
        for (qsizetype line = 0; line < std::min(found.size(), expected.size()); ++line)
            QCOMPARE(found.at(line), expected.at(line));
        QCOMPARE(found.size(), expected.size());
    }
};

JOINERY_TEST(TestRecreate)
#include "tst_recreate.moc"
