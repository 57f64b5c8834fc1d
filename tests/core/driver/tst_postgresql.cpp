// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/error_rows.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>

#include <cmath>
#include <limits>
#include <thread>

using namespace joinery;
using driver::TransactionState;
using driver::Value;
using driver::ValueTag;
using schema::TypeKind;

class PostgresqlTest : public test::TestCase
{
    Q_OBJECT
    const QString m_engine = QStringLiteral("postgresql");
    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_ENGINE(m_engine);
        m_database = std::make_unique<test::ScratchDatabase>(m_engine);
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = std::move(*connection);
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TYPE mood AS ENUM ('sad', 'it''s ok')")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE DOMAIN positive AS integer CHECK (value > 0)")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TYPE pair AS (a integer, b text)")));
    }
    void cleanupTestCase()
    {
        m_connection.reset();
        m_database.reset();
    }

    void knowsTheServer()
    {
        const auto &server = m_connection->server();
        QCOMPARE(server.dialect, m_engine);
        QVERIFY(server.versionNumber >= 120000);
        QVERIFY(server.version.startsWith(QString::number(server.versionNumber / 10000)));
        QCOMPARE(server.database, m_database->url().database);
        QCOMPARE(server.user, QStringLiteral("joinery"));
        QVERIFY2(server.tls.startsWith(QStringLiteral("TLSv1.")), qPrintable(server.tls));
        VERIFY_OK(m_connection->ping({}));
    }

    void keepsValuesExactly_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("text"); // as PostgreSQL writes it
        QTest::addColumn<int>("tag");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *type, const char *text, ValueTag tag, TypeKind kind) {
            QTest::addRow("%s %s", type, text) << QString::fromUtf8(type) << QString::fromUtf8(text) << int(tag) << int(kind);
        };
        row("boolean", "true", ValueTag::Boolean, TypeKind::Boolean);
        row("smallint", "-32768", ValueTag::Integer, TypeKind::SmallInteger);
        row("integer", "2147483647", ValueTag::Integer, TypeKind::Integer);
        row("bigint", "-9223372036854775808", ValueTag::Integer, TypeKind::BigInteger);
        row("positive", "7", ValueTag::Integer, TypeKind::Integer); // a result tells the base of a domain
        row("real", "0.1", ValueTag::Lexical, TypeKind::Float);
        row("double precision", "0.1", ValueTag::Real, TypeKind::Double);
        row("double precision", "5e-324", ValueTag::Real, TypeKind::Double);
        row("numeric(30,10)", "12345678901234567890.0123456789", ValueTag::Lexical, TypeKind::Numeric);
        row("numeric", "NaN", ValueTag::Lexical, TypeKind::Numeric);
        row("numeric", "0.00000000000000000000000000000000000000000000000001", ValueTag::Lexical, TypeKind::Numeric);
        row("money", "$1,234.50", ValueTag::Lexical, TypeKind::Native);
        row("text", "", ValueTag::Text, TypeKind::Text);
        row("text", "\xc3\xbc\xf0\x9f\x98\x80'\\", ValueTag::Text, TypeKind::Text);
        row("character varying(12)", "abc", ValueTag::Text, TypeKind::String);
        row("character(5)", "ab   ", ValueTag::Text, TypeKind::Char);
        row("bytea", "\\x00ff5c27", ValueTag::Bytes, TypeKind::LargeBinary);
        row("bytea", "\\x", ValueTag::Bytes, TypeKind::LargeBinary);
        row("date", "2024-02-29", ValueTag::Lexical, TypeKind::Date);
        row("date", "infinity", ValueTag::Lexical, TypeKind::Date);
        row("date", "0044-03-15 BC", ValueTag::Lexical, TypeKind::Date);
        row("time without time zone", "23:59:59.999999", ValueTag::Lexical, TypeKind::Time);
        row("time with time zone", "12:00:00.000001+05:30", ValueTag::Lexical, TypeKind::Time);
        row("timestamp without time zone", "1999-12-31 23:59:59.123456", ValueTag::Lexical, TypeKind::DateTime);
        row("timestamp(3) without time zone", "1999-12-31 23:59:59.123", ValueTag::Lexical, TypeKind::DateTime);
        row("interval", "1 year 2 mons 3 days 04:05:06.000007", ValueTag::Lexical, TypeKind::Interval);
        row("interval(3)", "00:00:01.123", ValueTag::Lexical, TypeKind::Interval);
        row("json", "{\"a\":  1.0000000000000000001}", ValueTag::Lexical, TypeKind::Json);
        row("jsonb", "{\"a\": [1, null]}", ValueTag::Lexical, TypeKind::Json);
        row("uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", ValueTag::Lexical, TypeKind::Uuid);
        row("integer[]", "{1,NULL,3}", ValueTag::Lexical, TypeKind::Array);
        row("text[]", "{\"a b\",\"NULL\",\"\"}", ValueTag::Lexical, TypeKind::Array);
        row("mood", "it's ok", ValueTag::Lexical, TypeKind::Enum);
        row("mood[]", "{sad,\"it's ok\"}", ValueTag::Lexical, TypeKind::Array);
        row("pair", "(1,\"a b\")", ValueTag::Lexical, TypeKind::Native);
        row("int4range", "[1,5)", ValueTag::Lexical, TypeKind::Native);
        row("tstzrange", "empty", ValueTag::Lexical, TypeKind::Native);
        row("inet", "192.168.0.1/24", ValueTag::Lexical, TypeKind::Native);
        row("cidr", "2001:db8::/32", ValueTag::Lexical, TypeKind::Native);
        row("macaddr", "08:00:2b:01:02:03", ValueTag::Lexical, TypeKind::Native);
        row("bit(5)", "10110", ValueTag::Lexical, TypeKind::Native);
        row("bit varying(9)", "101", ValueTag::Lexical, TypeKind::Native);
        row("xml", "<a>b</a>", ValueTag::Lexical, TypeKind::Native);
        row("tsvector", "'cat':3 'fat':2", ValueTag::Lexical, TypeKind::Native);
        row("point", "(1.5,-2)", ValueTag::Lexical, TypeKind::Native);
        row("polygon", "((0,0),(1,0),(1,1))", ValueTag::Lexical, TypeKind::Native);
        row("oid", "4294967295", ValueTag::Integer, TypeKind::Native);
        row("name", "abc", ValueTag::Text, TypeKind::Native);
    }

    // As a literal into the table, out as a value, back in as a parameter: the server finds both rows equal in text.
    void keepsValuesExactly()
    {
        QFETCH(QString, type);
        QFETCH(QString, text);
        VERIFY_OK(m_connection->run(QStringLiteral("DROP TABLE IF EXISTS v")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE v (id serial, x %1)").arg(type)));
        const Value literal[] = {Value::lexical(text.toUtf8())};
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO v (x) VALUES ($1)"), literal));
        auto cursor = m_connection->execute(QStringLiteral("SELECT x FROM v"));
        VERIFY_OK(cursor);
        const driver::ColumnInfo column = (*cursor)->columns().at(0);
        if (type != u"positive")
            QCOMPARE(column.nativeType, type);
        QTEST(int(column.type.kind), "kind");
        QCOMPARE(column.originTable, schema::Name(QStringLiteral("v")));
        QCOMPARE(column.originColumn, QStringLiteral("x"));
        driver::RowBlock block;
        VERIFY_OK((*cursor)->read(block, 10));
        cursor->reset();
        QCOMPARE(block.rowCount(), 1);
        QTEST(int(block.tag(0, 0)), "tag");
        const Value value = block.value(0, 0);
        QCOMPARE(value.toText(), text);
        const Value again[] = {value};
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO v (x) VALUES ($1)"), again));
        const auto texts = m_connection->fetch(QStringLiteral("SELECT count(*), count(DISTINCT x::text) FROM v"));
        VERIFY_OK(texts);
        QCOMPARE(texts->integer(0, 0), 2);
        QCOMPARE(texts->integer(0, 1), 1);
    }

    void keepsSpecialReals()
    {
        for (const double real : {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), -0.0,
                                  std::numeric_limits<double>::max(), 0.30000000000000004}) {
            const Value parameters[] = {Value::real(real)};
            const auto rows = m_connection->fetch(QStringLiteral("SELECT $1"), parameters);
            VERIFY_OK(rows);
            QCOMPARE(rows->tag(0, 0), ValueTag::Real);
            QCOMPARE(rows->real(0, 0), real);
            QCOMPARE(std::signbit(rows->real(0, 0)), std::signbit(real));
        }
        const Value nan[] = {Value::real(std::numeric_limits<double>::quiet_NaN())};
        QVERIFY(std::isnan(m_connection->fetch(QStringLiteral("SELECT $1"), nan)->real(0, 0)));
    }

    void bindsEveryKindOfValue()
    {
        const Value values[] = {Value::null(), Value::boolean(true), Value::integer(3), Value::unsignedInteger(std::numeric_limits<quint64>::max()),
                                Value::bytes(QByteArray("\0\xff", 2)), Value::text(QString()), Value::integer(5000000000)};
        const auto rows = m_connection->fetch(QStringLiteral("SELECT $1::text IS NULL, $2, substr('abcdef', $3), $4, $5, $6 = '', $7"), values);
        VERIFY_OK(rows);
        QVERIFY(rows->boolean(0, 0));
        QVERIFY(rows->boolean(0, 1));
        QCOMPARE(rows->value(0, 2).toText(), QStringLiteral("cdef"));
        QCOMPARE(rows->value(0, 3).toText(), QStringLiteral("18446744073709551615"));
        QVERIFY(rows->value(0, 4) == values[4]);
        QVERIFY(rows->boolean(0, 5));
        QCOMPARE(rows->integer(0, 6), 5000000000);
        for (const Value &refused : {Value::useDefault(), Value::utf8(QByteArray("a\0b", 3))}) {
            const Value parameters[] = {refused};
            const auto none = m_connection->fetch(QStringLiteral("SELECT $1"), parameters);
            QVERIFY(!none);
            QCOMPARE(none.error().kind, ErrorKind::Data);
        }
    }

    void tellsKindsOfErrors_data()
    {
        const test::ErrorRows row;
        row("INSERT INTO t (id, name) VALUES (1, 'a')", ErrorKind::Unique);
        row("INSERT INTO t (id, name) VALUES (2, NULL)", ErrorKind::NotNull);
        row("INSERT INTO t (id, name, parent) VALUES (2, 'b', 99)", ErrorKind::ForeignKey);
        row("INSERT INTO t (id, name, age) VALUES (2, 'b', -1)", ErrorKind::Check);
        row("INSERT INTO t (id, name) VALUES ('x', 'b')", ErrorKind::Data, 33);
        row("INSERT INTO t (id, name) VALUES (99999999999, 'b')", ErrorKind::Data);
        row("SELECT '\xc3\xbc\xf0\x9f\x98\x80', missing FROM t", ErrorKind::Undefined, 14);
        row("SELECT '\xc3\xbc\xf0\x9f\x98\x80' FROM nowhere", ErrorKind::Undefined, 18);
        row("SELEC 1", ErrorKind::Syntax, 0);
        row("SELECT (1", ErrorKind::Syntax, 9);
        row("SELECT 1; SELECT 2", ErrorKind::Syntax);
        row("CREATE TABLE t (a integer)", ErrorKind::Duplicate);
        row("SELECT 1/0", ErrorKind::Data);
        row("COPY t FROM STDIN", ErrorKind::Unsupported);
        row("COPY t TO STDOUT", ErrorKind::Unsupported);
    }

    void tellsKindsOfErrors()
    {
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE IF NOT EXISTS t (id integer PRIMARY KEY, name text NOT NULL, "
                                                   "parent integer REFERENCES t, age integer CHECK (age >= 0))")));
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO t (id, name) VALUES (1, 'a') ON CONFLICT DO NOTHING")));
        QFETCH(QString, sql);
        const auto alone = m_connection->run(sql);
        QVERIFY(!alone);
        QTEST(int(alone.error().kind), "kind");
        QTEST(int(alone.error().offset), "offset");
        QCOMPARE(alone.error().statement, sql);
        QCOMPARE(alone.error().damage, Damage::Statement);
        QCOMPARE(m_connection->transactionState(), TransactionState::Idle);
        VERIFY_OK(m_connection->begin());
        const auto inside = m_connection->run(sql);
        QVERIFY(!inside);
        QTEST(int(inside.error().kind), "kind");
        const bool failed = m_connection->transactionState() == TransactionState::Failed;
        QVERIFY(failed || sql.startsWith(u"COPY")); // a small COPY out ends before it is stopped
        QCOMPARE(inside.error().damage, failed ? Damage::Transaction : Damage::Statement);
        VERIFY_OK(m_connection->rollback());
        QCOMPARE(m_connection->transactionState(), TransactionState::Idle);
    }

    void deliversNotices()
    {
        (void)m_connection->takeNotices();
        VERIFY_OK(m_connection->run(QStringLiteral("DO $$ BEGIN RAISE WARNING 'watch %', 'out' USING HINT = 'look'; END $$")));
        const auto notices = m_connection->takeNotices();
        QCOMPARE(notices.size(), size_t(1));
        QCOMPARE(notices[0].severity, QStringLiteral("WARNING"));
        QCOMPARE(notices[0].message, QStringLiteral("watch out\nlook"));
        QVERIFY(m_connection->takeNotices().empty());
    }

    void stopsHalfwayAndGoesOn()
    {
        const QString endless = QStringLiteral("SELECT generate_series(1, 1000000000), repeat('x', 1000)");
        for (const bool inTransaction : {false, true}) {
            if (inTransaction)
                VERIFY_OK(m_connection->begin());
            QElapsedTimer timer;
            timer.start();
            {
                const auto cursor = m_connection->execute(endless);
                VERIFY_OK(cursor);
                driver::RowBlock block;
                for (int i = 0; i < 20; ++i)
                    VERIFY_OK((*cursor)->read(block, 1000));
                QCOMPARE(block.integer(0, 0), 19001);
                QVERIFY(!m_connection->execute(QStringLiteral("SELECT 1")));
            }
            QVERIFY(timer.elapsed() < 3000);
            VERIFY_OK(m_connection->run(QStringLiteral("SELECT 1")));
            if (inTransaction) {
                QCOMPARE(m_connection->transactionState(), TransactionState::Open);
                VERIFY_OK(m_connection->commit());
            }
        }
    }

    void seesRenamesAtOnce()
    {
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE before (a integer)")));
        QCOMPARE((*m_connection->execute(QStringLiteral("TABLE before")))->columns()[0].originColumn, QStringLiteral("a"));
        VERIFY_OK(m_connection->run(QStringLiteral("ALTER TABLE before RENAME a TO b")));
        VERIFY_OK(m_connection->run(QStringLiteral("ALTER TABLE before RENAME TO after")));
        const auto cursor = m_connection->execute(QStringLiteral("TABLE after"));
        VERIFY_OK(cursor);
        QCOMPARE((*cursor)->columns()[0].originColumn, QStringLiteral("b"));
        QCOMPARE((*cursor)->columns()[0].originTable, schema::Name(QStringLiteral("after")));
    }

    void tellsAFailedCommit()
    {
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE late (a integer UNIQUE DEFERRABLE INITIALLY DEFERRED)")));
        VERIFY_OK(m_connection->begin());
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO late VALUES (1), (1)")));
        const Status committed = m_connection->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Unique);
        QCOMPARE(committed.error().damage, Damage::Transaction);
        QCOMPARE(m_connection->transactionState(), TransactionState::Idle);

        VERIFY_OK(m_connection->begin());
        QVERIFY(!m_connection->run(QStringLiteral("SELECT 1/0")));
        QCOMPARE(m_connection->transactionState(), TransactionState::Failed);
        const Status rolledBack = m_connection->commit();
        QVERIFY(!rolledBack);
        QCOMPARE(rolledBack.error().damage, Damage::Transaction);
        QCOMPARE(m_connection->transactionState(), TransactionState::Idle);
    }

    void takesIsolationLevels()
    {
        driver::BeginOptions options;
        options.isolation = driver::Isolation::Serializable;
        options.readOnly = true;
        VERIFY_OK(m_connection->begin(options));
        const auto rows = m_connection->fetch(QStringLiteral("SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"));
        VERIFY_OK(rows);
        QCOMPARE(rows->value(0, 0).toText(), QStringLiteral("serializable"));
        QCOMPARE(rows->value(0, 1).toText(), QStringLiteral("on"));
        QVERIFY(!m_connection->begin());
        VERIFY_OK(m_connection->rollback());
    }
};

JOINERY_TEST(PostgresqlTest)
#include "tst_postgresql.moc"
