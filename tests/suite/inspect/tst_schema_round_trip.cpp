// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/postgresql_facts.h"
#include "support/schema_script.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace joinery;

/// What is read can be written, and reads the same again: real schemas, and one with everything for each engine.
class SchemaRoundTripTest : public test::TestCase
{
    Q_OBJECT

    /// What differs by nature: the texts that SQLite stores keep their own spelling, estimates their own numbers.
    static schema::Catalog shape(schema::Catalog catalog)
    {
        catalog.serverVersion.clear();
        std::ranges::sort(catalog.tables, {}, &schema::Table::name);
        std::ranges::sort(catalog.enums, {}, &schema::EnumType::name);
        std::ranges::sort(catalog.sequences, {}, &schema::Sequence::name);
        std::ranges::sort(catalog.views, {}, &schema::View::name);
        std::ranges::sort(catalog.definitions, {}, [](const schema::Definition &definition) {
            return std::tuple(definition.kind, definition.name, definition.signature, definition.table);
        });
        for (schema::View &view : catalog.views)
            std::ranges::sort(view.uses);
        for (schema::Definition &definition : catalog.definitions)
            std::ranges::sort(definition.uses);
        return catalog;
    }

    static QString judgeArgument(const driver::Url &url)
    {
        if (url.dialect == QLatin1String("sqlite"))
            return url.database;
        QString info = QStringLiteral("dbname=%1").arg(url.database);
        const QString host = url.host.isEmpty() ? url.queryValue(QStringLiteral("host")) : url.host;
        const QString port = url.port > 0 ? QString::number(url.port) : url.queryValue(QStringLiteral("port"));
        for (const auto &[key, value] : {std::pair("host", host), std::pair("port", port), std::pair("user", url.user), std::pair("password", url.password)}) {
            if (!value.isEmpty())
                info += QStringLiteral(" %1=%2").arg(QLatin1String(key), value);
        }
        return info;
    }

    /// The engine's own dump tool says the same of both. Nothing where the judge or the tool is not there.
    static QString judge(const QString &engine, const driver::Url &left, const driver::Url &right)
    {
        const QString script = QStringLiteral(JOINERY_TEST_SHARED "/tools/same_schema.py");
        const bool tools = engine != QLatin1String("postgresql") || !QStandardPaths::findExecutable(QStringLiteral("pg_dump")).isEmpty();
        const QString client = QStandardPaths::findExecutable(QStringLiteral("mariadb"));
        if (!QFile::exists(script) || !tools || (engine == QLatin1String("mysql") && client.isEmpty()))
            return {};
        QStringList arguments{script, engine};
        if (engine == QLatin1String("mysql")) {
            QString command = client + QLatin1String(" --no-defaults -u") + left.user;
            if (!left.password.isEmpty())
                command += QLatin1String(" -p") + left.password;
            if (const QString socket = left.queryValue(QStringLiteral("unix_socket")); !socket.isEmpty())
                command += QLatin1String(" -S ") + socket;
            else
                command += QStringLiteral(" --protocol=tcp -h %1 -P %2").arg(left.host).arg(left.port);
            arguments << QStringLiteral("--client") << command << left.database << right.database;
        } else {
            arguments << judgeArgument(left) << judgeArgument(right);
        }
        QProcess process;
        process.start(QStringLiteral("python3"), arguments);
        if (!process.waitForFinished(60000))
            return QStringLiteral("the judge did not answer");
        return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError()).left(4000);
    }

private Q_SLOTS:
    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("path");
        for (const auto &[engine, folder] : {std::pair("sqlite", "sakila-sqlite"), {"sqlite", "proj-sqlite"}, {"postgresql", "chinook-pg"},
                                            {"postgresql", "pagila-pg"}, {"postgresql", "camunda-pg"}, {"mysql", "chinook-my"},
                                            {"mysql", "sakila-my"}, {"mysql", "camunda-my"}})
            QTest::newRow(folder) << QString::fromLatin1(engine) << QStringLiteral(JOINERY_TEST_SHARED "/data/schemas/%1/schema.sql").arg(QLatin1String(folder));
        const QDir own(QStringLiteral(JOINERY_TEST_DATA "/schemas"));
        for (const QString &name : own.entryList({QStringLiteral("*.sql")}))
            QTest::newRow(qPrintable(name)) << name.section(u'.', 0, 0).section(u'-', 0, 0) << own.filePath(name);
    }
    void writesWhatItReads()
    {
        QFETCH(QString, engine);
        QFETCH(QString, path);
        REQUIRE_ENGINE(engine);
        if (!QFile::exists(path))
            QSKIP("the shared schemas are not here");
        const test::ScratchDatabase original(engine);
        const auto connection = original.connect();
        VERIFY_OK(connection);
        const auto script = test::readSchemaScript(path, **connection);
        VERIFY_OK(script);
        VERIFY_OK(test::runScript(**connection, *script));
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        for (const Finding &finding : inspection->findings)
            QVERIFY2(finding.severity == Severity::Info, qPrintable(finding.code + u' ' + finding.object + QLatin1String(": ") + finding.message));
        QVERIFY(!inspection->catalog.tables.empty());

        const auto steps = createScript(dialect, inspection->catalog, (*connection)->server().versionNumber);
        VERIFY_OK(steps);
        const test::ScratchDatabase copy(engine);
        const auto other = copy.connect();
        VERIFY_OK(other);
        VERIFY_OK((*other)->begin());
        for (const dialect::SqlStep &step : *steps) {
            const auto done = (*other)->run(step.sql);
            QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message + u'\n' + step.sql));
        }
        VERIFY_OK((*other)->commit());
        const auto again = dialect.inspect(**other, {}, {});
        VERIFY_OK(again);

        const schema::Catalog expected = shape(inspection->catalog);
        const schema::Catalog found = shape(again->catalog);
        QCOMPARE(found.tables.size(), expected.tables.size());
        for (size_t i = 0; i < found.tables.size(); ++i)
            QVERIFY2(found.tables[i] == expected.tables[i], qPrintable(expected.tables[i].name.toString()));
        for (size_t i = 0; i < std::min(found.views.size(), expected.views.size()); ++i)
            QVERIFY2(found.views[i] == expected.views[i], qPrintable(expected.views[i].name.toString()));
        for (size_t i = 0; i < std::min(found.definitions.size(), expected.definitions.size()); ++i)
            QVERIFY2(found.definitions[i] == expected.definitions[i], qPrintable(expected.definitions[i].name.toString() + u'\n' + expected.definitions[i].createSql + u'\n' + found.definitions[i].createSql));
        QVERIFY(found == expected);

        if (engine == QLatin1String("postgresql")) {
            const auto left = test::postgresqlFacts(**connection);
            VERIFY_OK(left);
            const auto right = test::postgresqlFacts(**other);
            VERIFY_OK(right);
            QVERIFY(left->size() > 20);
            const QString difference = test::differenceOf(*left, *right);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
            if ((*connection)->server().versionNumber / 10000 > test::pgDumpVersion())
                return; // pg_dump does not read servers that are newer than itself
        }
        const QString difference = judge(engine, original.url(), copy.url());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

JOINERY_TEST(SchemaRoundTripTest)
#include "tst_schema_round_trip.moc"
