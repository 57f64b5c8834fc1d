// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/error_rows.h"
#include "support/cancel_soon.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>

#include <limits>

using namespace joinery;
using driver::Value;

class SqliteTest : public test::TestCase
{
    Q_OBJECT
    static std::unique_ptr<driver::Connection> open(const test::ScratchDatabase &database)
    {
        auto connection = database.connect();
        return connection ? std::move(*connection) : nullptr;
    }

private Q_SLOTS:
    void keepsValuesExactly()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE v (n INTEGER PRIMARY KEY, x)")));
        const std::vector<Value> values{
            Value::null(), Value::integer(std::numeric_limits<qint64>::min()), Value::integer(std::numeric_limits<qint64>::max()),
            Value::real(0.1), Value::real(-0.0), Value::real(std::numeric_limits<double>::infinity()), Value::real(5e-324),
            Value::text(QString()), Value::text(QStringLiteral("\u00fc\U0001F600")), Value::utf8(QByteArray("a\0b", 3)),
            Value::utf8("\xff\xfe" "broken"), Value::bytes(QByteArray()), Value::bytes(QByteArray("\0\xff", 2))};
        for (const Value &value : values) {
            const Value row[] = {value};
            VERIFY_OK(connection->run(QStringLiteral("INSERT INTO v (x) VALUES (?)"), row));
        }
        const auto rows = connection->fetch(QStringLiteral("SELECT x FROM v ORDER BY n"));
        VERIFY_OK(rows);
        QCOMPARE(rows->rowCount(), int(values.size()));
        for (size_t i = 0; i < values.size(); ++i)
            QVERIFY2(rows->value(int(i), 0) == values[i], qPrintable(values[i].toText()));
    }

    void refusesWhatItCannotStore()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE v (x)")));
        for (const Value &value : {Value::unsignedInteger(std::numeric_limits<quint64>::max()),
                                   Value::real(std::numeric_limits<double>::quiet_NaN()), Value::useDefault()}) {
            const Value row[] = {value};
            const auto done = connection->run(QStringLiteral("INSERT INTO v (x) VALUES (?)"), row);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, ErrorKind::Data);
        }
        const Value most[] = {Value::unsignedInteger(quint64(std::numeric_limits<qint64>::max()))};
        VERIFY_OK(connection->run(QStringLiteral("INSERT INTO v (x) VALUES (?)"), most));
    }

    void describesColumns()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE \"my t\" (id INTEGER PRIMARY KEY, name NVARCHAR(160), price NUMERIC(8,2))")));
        const auto cursor = connection->execute(QStringLiteral("SELECT name AS n, price, id + 1 FROM \"my t\""));
        VERIFY_OK(cursor);
        const auto &columns = (*cursor)->columns();
        QCOMPARE(columns.size(), size_t(3));
        QCOMPARE(columns[0].name, QStringLiteral("n"));
        QCOMPARE(columns[0].nativeType, QStringLiteral("NVARCHAR(160)"));
        QCOMPARE(columns[0].type.kind, schema::TypeKind::String);
        QCOMPARE(columns[0].type.length, std::optional<int>(160));
        QCOMPARE(columns[0].originTable, schema::Name(QStringLiteral("my t")));
        QCOMPARE(columns[0].originColumn, QStringLiteral("name"));
        QCOMPARE(columns[1].type.precision, std::optional<int>(8));
        QCOMPARE(columns[1].type.scale, std::optional<int>(2));
        QVERIFY(columns[2].originTable.isEmpty());
        QCOMPARE(columns[2].type.kind, schema::TypeKind::Native);
    }

    void countsChanges()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")));
        auto cursor = connection->execute(QStringLiteral("INSERT INTO t (a) VALUES (1), (2), (3)"));
        VERIFY_OK(cursor);
        QCOMPARE((*cursor)->affectedRows(), 3);
        QCOMPARE((*cursor)->lastInsertId(), 3);
        QCOMPARE(*connection->run(QStringLiteral("CREATE TABLE u (a)")), 0);
        QCOMPARE(*connection->run(QStringLiteral("UPDATE t SET a = 9 WHERE id > 1")), 2);
        QCOMPARE(*connection->run(QStringLiteral("UPDATE t SET a = 9 WHERE id > 100")), 0);
        const auto returned = connection->fetch(QStringLiteral("INSERT INTO t (a) VALUES (7) RETURNING id, a"));
        VERIFY_OK(returned);
        QCOMPARE(returned->integer(0, 0), 4);
    }

    void tellsKindsOfErrors_data()
    {
        const test::ErrorRows row;
        row("INSERT INTO t (id, name) VALUES (1, 'a')", ErrorKind::Unique);
        row("INSERT INTO t (id, name) VALUES (2, NULL)", ErrorKind::NotNull);
        row("INSERT INTO t (id, name) VALUES (2, 'a')", ErrorKind::Unique);
        row("INSERT INTO t (id, name, parent) VALUES (2, 'b', 99)", ErrorKind::ForeignKey);
        row("INSERT INTO t (id, name, age) VALUES (2, 'b', -1)", ErrorKind::Check);
        row("INSERT INTO t (id, name) VALUES ('x', 'b')", ErrorKind::Data);
        row("SELECT 'ü😀' FROM nowhere", ErrorKind::Undefined, 18);
        row("SELECT 'ü😀', missing FROM t", ErrorKind::Undefined, 14);
        row("SELEC 1", ErrorKind::Syntax, 0);
        row("SELECT 'ü😀' FRM t x", ErrorKind::Syntax, 17);
        row("SELECT (1", ErrorKind::Syntax, 9);
        row("CREATE TABLE t (a)", ErrorKind::Duplicate, 13);
        row("SELECT 1; SELECT 2", ErrorKind::Syntax, 9);
    }

    void tellsKindsOfErrors()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
                                                 "parent REFERENCES t, age CHECK (age >= 0))")));
        VERIFY_OK(connection->run(QStringLiteral("INSERT INTO t (id, name) VALUES (1, 'a')")));
        VERIFY_OK(connection->begin());
        QFETCH(QString, sql);
        const auto done = connection->run(sql);
        QVERIFY(!done);
        QTEST(int(done.error().kind), "kind");
        QTEST(int(done.error().offset), "offset");
        QCOMPARE(done.error().statement, sql);
        QCOMPARE(connection->transactionState(), driver::TransactionState::Open);
        VERIFY_OK(connection->rollback());
    }

    void acceptsCommentsAndSemicolons()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("SELECT 1; -- the end\n ;")));
        VERIFY_OK(connection->run(QStringLiteral("-- nothing")));
        VERIFY_OK(connection->run(QString()));
    }

    void refusesOtherStatementsAfterItRolledBack()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE t (a UNIQUE)")));
        VERIFY_OK(connection->begin());
        VERIFY_OK(connection->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        const auto failed = connection->run(QStringLiteral("INSERT OR ROLLBACK INTO t VALUES (1)"));
        QVERIFY(!failed);
        QCOMPARE(failed.error().damage, Damage::Transaction);
        QCOMPARE(connection->transactionState(), driver::TransactionState::Failed);
        const auto next = connection->run(QStringLiteral("INSERT INTO t VALUES (2)"));
        QVERIFY(!next);
        QCOMPARE(next.error().damage, Damage::Transaction);
        QVERIFY(!connection->commit());
        QVERIFY(!connection->rollbackTo(QStringLiteral("a")));
        VERIFY_OK(connection->run(QStringLiteral(" ROLLBACK;")));
        VERIFY_OK(connection->rollback());
        QCOMPARE(connection->transactionState(), driver::TransactionState::Idle);
        QCOMPARE(connection->fetch(QStringLiteral("SELECT count(*) FROM t"))->integer(0, 0), 0);
    }

    void cancelsALongStatement()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        CancelToken token;
        const test::CancelSoon other(token, std::chrono::milliseconds(100));
        QElapsedTimer timer;
        timer.start();
        const auto rows = connection->fetch(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                                           "SELECT count(*) FROM n"), {}, token);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
        VERIFY_OK(connection->ping({}));
    }

    void streams()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        {
            const auto cursor = connection->execute(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                                                   "SELECT i, hex(zeroblob(5000)) FROM n"));
            VERIFY_OK(cursor);
            driver::RowBlock block;
            VERIFY_OK((*cursor)->read(block, 100000));
            QVERIFY(block.rowCount() > 50 && block.rowCount() < 200); // a megabyte
            QCOMPARE(block.integer(0, 0), 1);
            QVERIFY(!connection->execute(QStringLiteral("SELECT 1"))); // one result at a time
        }
        VERIFY_OK(connection->execute(QStringLiteral("SELECT 1")));
    }

    void refusesWritesWhenReadOnly()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = open(database);
        VERIFY_OK(connection->run(QStringLiteral("CREATE TABLE t (a)")));
        VERIFY_OK(connection->setReadOnly(true));
        QVERIFY(connection->isReadOnly());
        QCOMPARE(connection->run(QStringLiteral("INSERT INTO t VALUES (1)")).error().kind, ErrorKind::ReadOnly);
        QCOMPARE(connection->run(QStringLiteral("PRAGMA query_only = OFF")).error().kind, ErrorKind::ReadOnly);
        VERIFY_OK(connection->setReadOnly(false));
        VERIFY_OK(connection->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        driver::BeginOptions options;
        options.readOnly = true;
        VERIFY_OK(connection->begin(options));
        QCOMPARE(connection->run(QStringLiteral("INSERT INTO t VALUES (1)")).error().kind, ErrorKind::ReadOnly);
        VERIFY_OK(connection->commit());
        VERIFY_OK(connection->run(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
};

JOINERY_TEST(SqliteTest)
#include "tst_sqlite.moc"
