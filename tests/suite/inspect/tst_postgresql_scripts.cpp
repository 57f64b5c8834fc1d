// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/run_steps.h"
#include "support/database.h"
#include "support/differences.h"
#include "support/postgresql_facts.h"
#include "support/schema_script.h"
#include "support/test_case.h"

#include <QDir>
#include <QProcess>

using namespace joinery;

/// What libpg_query reads from a script is what a server has that ran it.
class PostgresqlScriptsTest : public test::TestCase
{
    Q_OBJECT

    static QString dump(const driver::Url &url)
    {
        QProcess process;
        process.start(QStringLiteral("pg_dump"), {QStringLiteral("-s"), QStringLiteral("-d"), url.toStringWithPassword()});
        return process.waitForFinished(60000) && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

private Q_SLOTS:
    void aDumpIsReadAsTheDatabaseIs_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *name : {"chinook-pg", "pagila-pg", "camunda-pg"})
            QTest::newRow(name) << QStringLiteral(JOINERY_TEST_SHARED "/data/schemas/%1/schema.sql").arg(QLatin1String(name));
        const QDir own(QStringLiteral(JOINERY_TEST_DATA "/schemas"));
        for (const QString &name : own.entryList({QStringLiteral("postgresql*.sql")}))
            QTest::newRow(qPrintable(name)) << own.filePath(name);
    }
    void aDumpIsReadAsTheDatabaseIs()
    {
        QFETCH(QString, path);
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        if (!QFile::exists(path))
            QSKIP("the shared schemas are not here");
        if (test::pgDumpVersion() == 0)
            QSKIP("pg_dump is not here");
        const test::ScratchDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const int version = (*connection)->server().versionNumber / 10000;
        if (version > test::pgDumpVersion())
            QSKIP("the installed pg_dump reads no server that is newer than itself");
        if (version < 14)
            QSKIP("a script is read as version 15 has it: before 14, ranges name no multirange and procedures no IN");
        const auto text = test::readSchemaScript(path, **connection);
        VERIFY_OK(text);
        VERIFY_OK(test::runScript(**connection, *text));
        const dialect::Dialect &dialect = dialectOf(**connection);
        auto live = dialect.inspect(**connection, {}, {});
        VERIFY_OK(live);
        const QString script = dump(database.url());
        QVERIFY(!script.isEmpty());
        const auto read = dialect.readScript(script, {});
        VERIFY_OK(read);
        for (const Finding &finding : read->findings)
            QVERIFY2(finding.severity == Severity::Info, qPrintable(finding.object + u' ' + finding.message));
        // A dump does not tell how many dimensions an array was said to have; a server does not care.
        for (schema::Table &table : live->catalog.tables) {
            for (schema::Column &column : table.columns) {
                if (column.type.kind == schema::TypeKind::Array)
                    column.type.dimensions = 1;
            }
        }
        QCOMPARE(test::differences(live->catalog, read->catalog).join(u'\n'), QString());
        QCOMPARE(test::differences(read->catalog, live->catalog).join(u'\n'), QString());

        // And it can be written: an empty database gets the same from it.
        const auto steps = createScript(dialect, read->catalog);
        VERIFY_OK(steps);
        const test::ScratchDatabase copy(QStringLiteral("postgresql"));
        const auto other = copy.connect();
        VERIFY_OK(other);
        VERIFY_OK(dialect::runSteps(**other, *steps));
        auto again = dialect.inspect(**other, {}, {});
        VERIFY_OK(again);
        QCOMPARE(test::differences(live->catalog, again->catalog).join(u'\n'), QString());
    }
};

JOINERY_TEST(PostgresqlScriptsTest)
#include "tst_postgresql_scripts.moc"
