// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"

#include <map>

using namespace joinery;

/// What people and programs send by mistake, on every engine.
class BadStatementsTest : public test::TestCase
{
    Q_OBJECT
    static QString columns(int count)
    {
        QStringList parts;
        for (int i = 1; i <= count; ++i)
            parts.append(QStringLiteral("%1 AS c%1").arg(i));
        return QStringLiteral("SELECT ") + parts.join(u',');
    }

    std::map<QString, std::unique_ptr<test::ScratchDatabase>> m_databases;

private Q_SLOTS:
    void cleanupTestCase() { m_databases.clear(); }

    void sixteenHundredColumns_data() { test::Engines::addRows(); }
    void sixteenHundredColumns()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto cursor = (*connection)->execute(columns(1600));
        VERIFY_OK(cursor);
        QCOMPARE((*cursor)->columns().size(), size_t(1600));
        QCOMPARE((*cursor)->columns().back().name, QStringLiteral("c1600"));
        driver::RowBlock block;
        VERIFY_OK((*cursor)->read(block, 10));
        QCOMPARE(block.rowCount(), 1);
        QCOMPARE(block.value(0, 1599).toText(), QStringLiteral("1600"));
    }

    void moreColumnsThanThereCanBe_data() { test::Engines::addRows(); }
    void moreColumnsThanThereCanBe()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto rows = (*connection)->fetch(columns(5000));
        if (engine == u"mysql") { // MariaDB bounds the columns of a table, not those of a result
            VERIFY_OK(rows);
            QCOMPARE(rows->columnCount(), 5000);
            return;
        }
        QVERIFY(!rows);
        QCOMPARE(rows.error().damage, Damage::Statement);
        const QString words = engine == u"postgresql" ? QStringLiteral("at most 1664") : QStringLiteral("too many columns");
        QVERIFY2(rows.error().message.contains(words), qPrintable(rows.error().message));
        VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT 1")));
    }

    void halfAStatement_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("sql");
        for (const QString &engine : test::Engines::all()) {
            for (const char *sql : {"SELECT", "SELECT * FROM", "SELECT (1", "INSERT INTO t VALUES (1,", "UPDATE t SET", "CREATE TABLE t2 (a",
                                    "SELECT * FROM t WHERE a ="})
                QTest::addRow("%s %s", qPrintable(engine), sql) << engine << QString::fromLatin1(sql);
        }
    }
    void halfAStatement()
    {
        QFETCH(QString, engine);
        QFETCH(QString, sql);
        REQUIRE_ENGINE(engine);
        if (engine == u"postgresql" && sql == u"SELECT")
            return; // which PostgreSQL takes for a row without columns
        auto &database = m_databases[engine];
        if (!database) {
            database = std::make_unique<test::ScratchDatabase>(engine);
            VERIFY_OK(database->run({QStringLiteral("CREATE TABLE t (a integer)")}));
        }
        const auto connection = database->connect();
        VERIFY_OK(connection);
        const auto done = (*connection)->run(sql);
        QVERIFY(!done);
        QVERIFY2(done.error().kind == ErrorKind::Syntax, qPrintable(done.error().message));
        QCOMPARE(done.error().damage, Damage::Statement);
        QCOMPARE(done.error().statement, sql);
        QCOMPARE(done.error().offset, sql.size()); // the mistake is what is missing at the end
        VERIFY_OK((*connection)->fetch(QStringLiteral("SELECT count(*) FROM t")));
    }

    void aNulInAnIdentifier_data() { test::Engines::addRows(); }
    void aNulInAnIdentifier()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        // SQLite would end the statement there and run what stands before it.
        const QString sql = QStringLiteral("CREATE TABLE t") + QChar(0) + QStringLiteral("u (a integer)");
        for (const QString &text : {sql, dialectOf(**connection).quote(QStringLiteral("a") + QChar(0)).prepend(QStringLiteral("SELECT 1 AS "))}) {
            const auto done = (*connection)->run(text);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, ErrorKind::Syntax);
            QCOMPARE(done.error().damage, Damage::Statement);
            QVERIFY2(done.error().message.contains(QStringLiteral("NUL")), qPrintable(done.error().message));
            QCOMPARE(done.error().offset, text.indexOf(QChar(0)));
        }
        const auto inspection = dialectOf(**connection).inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        QVERIFY(inspection->catalog.tables.empty());
    }
};

JOINERY_TEST(BadStatementsTest)
#include "tst_bad_statements.moc"
