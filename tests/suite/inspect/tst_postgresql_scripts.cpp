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

    // In its own words: names that the server chooses, what it leaves out and writes out, and how it spells the rest.
    void aScriptSaysWhatTheDatabaseSays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pagila-pg") << QStringLiteral(JOINERY_TEST_SHARED "/data/schemas/pagila-pg/schema.sql");
        for (const char *name : {"clinic", "names", "recent", "workshop"})
            QTest::newRow(name) << QStringLiteral(JOINERY_TEST_DATA "/schemas/postgresql-%1.sql").arg(QLatin1String(name));
        QTest::newRow("everything") << QStringLiteral(JOINERY_TEST_DATA "/schemas/postgresql.sql");
    }
    void aScriptSaysWhatTheDatabaseSays()
    {
        QFETCH(QString, path);
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        if (!QFile::exists(path))
            QSKIP("the shared schemas are not here");
        const test::ScratchDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        if ((*connection)->server().versionNumber / 10000 != 15)
            QSKIP("a script is read as version 15 has it");
        const auto text = test::readSchemaScript(path, **connection);
        VERIFY_OK(text);
        VERIFY_OK(test::runScript(**connection, *text));
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto live = dialect.inspect(**connection, {}, {});
        VERIFY_OK(live);
        const auto read = dialect.readScript(*text, {});
        VERIFY_OK(read);
        // Who runs the script is known to the server alone.
        const bool role = path.endsWith(QLatin1String("/postgresql.sql"));
        const QString known = role ? QStringLiteral("drop policy see own\ncreate policy see own") : QString();
        QCOMPARE(test::differences(live->catalog, read->catalog).join(u'\n'), known);
        QCOMPARE(test::differences(read->catalog, live->catalog).join(u'\n'), known);
        QCOMPARE(std::ranges::any_of(read->findings, [](const Finding &each) { return each.object == QLatin1String("see own"); }), role);
    }

    // What says something else is a difference, however little it is.
    void otherWordsAreToldApart_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("written");
        const QString table = QStringLiteral("CREATE TABLE t (a integer, b integer, n numeric, s varchar(9), w timestamptz, j jsonb%1); %2");
        const auto row = [&](const char *name, const char *made, const char *written, const char *column = "%1") {
            const auto script = [&](const char *text) {
                const bool inside = QLatin1String(column) == QLatin1String("%1");
                return inside ? table.arg(QString(), QString::fromLatin1(text)) : table.arg(QString::fromLatin1(column).arg(QString::fromLatin1(text)), QString());
            };
            QTest::newRow(name) << script(made) << script(written);
        };
        row("a cast that divides otherwise", "CREATE VIEW v AS SELECT a::numeric / b AS q FROM t", "CREATE VIEW v AS SELECT a / b AS q FROM t");
        row("another column", "CREATE VIEW v AS SELECT a AS x FROM t", "CREATE VIEW v AS SELECT b AS x FROM t");
        row("another name", "CREATE VIEW v AS SELECT a AS x FROM t", "CREATE VIEW v AS SELECT a AS y FROM t");
        row("another order", "CREATE VIEW v AS SELECT a, b FROM t ORDER BY 1", "CREATE VIEW v AS SELECT a, b FROM t ORDER BY 2");
        row("another list", "CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 2)", "CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 3)");
        row("NOT IN", "CREATE VIEW v AS SELECT a FROM t WHERE a IN (1, 2)", "CREATE VIEW v AS SELECT a FROM t WHERE a NOT IN (1, 2)");
        row("another bound", "CREATE VIEW v AS SELECT a FROM t WHERE a BETWEEN 1 AND 2", "CREATE VIEW v AS SELECT a FROM t WHERE a BETWEEN 1 AND 3");
        row("numbers below one", "CREATE VIEW v AS SELECT a FROM t WHERE n > -1", "CREATE VIEW v AS SELECT a FROM t WHERE n > -2");
        row("DISTINCT", "CREATE VIEW v AS SELECT DISTINCT a FROM t", "CREATE VIEW v AS SELECT a FROM t");
        row("another join", "CREATE VIEW v AS SELECT x.a FROM t x JOIN t y ON x.a = y.b", "CREATE VIEW v AS SELECT x.a FROM t x LEFT JOIN t y ON x.a = y.b");
        row("a check", "a > 1 AND b > 2", "a > 1 OR b > 2", ", CONSTRAINT c CHECK (%1)");
        row("an interval", "w > '2020-01-01'::timestamptz + interval '1 hour'", "w > '2020-01-01'::timestamptz + interval '2 hours'", ", CONSTRAINT c CHECK (%1)");
        row("a moment", "'2020-01-01 00:00:00+00'", "'2020-01-01 01:00:00+00'", ", x timestamptz DEFAULT %1");
        row("a document", "'{\"a\": 1}'", "'{\"a\": 2}'", ", x jsonb DEFAULT %1");
        row("an operator class", "jsonb_path_ops", "jsonb_ops", "); CREATE INDEX i ON t USING gin (j %1");
    }
    void otherWordsAreToldApart()
    {
        QFETCH(QString, made);
        QFETCH(QString, written);
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        const test::ScratchDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        VERIFY_OK(test::runScript(**connection, made));
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto live = dialect.inspect(**connection, {}, {});
        VERIFY_OK(live);
        const auto same = dialect.readScript(made, {});
        VERIFY_OK(same);
        QCOMPARE(test::differences(live->catalog, same->catalog).join(u'\n'), QString());
        const auto other = dialect.readScript(written, {});
        VERIFY_OK(other);
        QVERIFY(!test::differences(live->catalog, other->catalog).isEmpty());
    }
};

JOINERY_TEST(PostgresqlScriptsTest)
#include "tst_postgresql_scripts.moc"
