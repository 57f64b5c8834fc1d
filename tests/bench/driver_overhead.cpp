// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a result through driver::Cursor, every cell decoded, beside the bare loop in the engine's C library that looks
// at every cell too. Servers: tests/servers.sh start DIR; . DIR/env
#include "core/builtin.h"

#include <benchmark/benchmark.h>
#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>

#include <charconv>
#include <cstring>

using namespace joinery;
using driver::ValueTag;

namespace {

constexpr int kRows = 200000;

// Ten columns: four integers, four texts, two doubles.
const char *const kSqlite = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
                            "SELECT i, 'name of ' || i, i * 7, 'some longer text than this' , i * 0.5, i + 1, 'code', i * 1000003, "
                            "i * 0.25, 'x' || i FROM n";
const char *const kPostgresql = "SELECT i, 'name of ' || i, i * 7, 'some longer text than this', i * 0.5::float8, i + 1, 'code', "
                                "i * 1000003::bigint, i * 0.25::float8, 'x' || i FROM generate_series(1, 200000) i";
const char *const kMysql = "SELECT seq, concat('name of ', seq), seq * 7, 'some longer text than this', seq * 0.5e0, seq + 1, 'code', "
                           "seq * 1000003, seq * 0.25e0, concat('x', seq) FROM seq_1_to_200000";

driver::Url serverUrl(const char *variable)
{
    return driver::Url::parse(qEnvironmentVariable(variable)).value_or(driver::Url());
}

/// Reads everything, decodes every cell.
qint64 readThrough(benchmark::State &state, driver::Connection &connection, const char *sql)
{
    auto cursor = connection.execute(QString::fromUtf8(sql));
    if (!cursor) {
        state.SkipWithError(cursor.error().message.toUtf8().constData());
        return 0;
    }
    qint64 rows = 0;
    quint64 sum = 0;
    driver::RowBlock block;
    for (;;) {
        if (!(*cursor)->read(block, 1000))
            state.SkipWithError("read failed");
        if (block.isEmpty())
            break;
        rows += block.rowCount();
        for (int row = 0; row < block.rowCount(); ++row) {
            for (int column = 0; column < block.columnCount(); ++column) {
                switch (block.tag(row, column)) {
                case ValueTag::Integer:
                case ValueTag::Unsigned: sum += quint64(block.integer(row, column)); break;
                case ValueTag::Real: sum += quint64(block.real(row, column)); break;
                case ValueTag::Text:
                case ValueTag::Lexical: sum += quint64(block.bytes(row, column).size()) + quint8(block.bytes(row, column).front()); break;
                default: break;
                }
            }
        }
    }
    benchmark::DoNotOptimize(sum);
    return rows;
}

void throughJoinery(benchmark::State &state, const driver::Url &url, const char *sql)
{
    auto connection = joinery::connect(url);
    if (!connection) {
        state.SkipWithError(connection.error().message.toUtf8().constData());
        return;
    }
    for (auto _ : state) {
        if (readThrough(state, **connection, sql) != kRows)
            state.SkipWithError("rows are missing");
    }
}

void sqliteJoinery(benchmark::State &state) { throughJoinery(state, driver::Url::parse(QStringLiteral("sqlite://")).value_or(driver::Url()), kSqlite); }

void sqliteBare(benchmark::State &state)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    for (auto _ : state) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(handle, kSqlite, -1, &statement, nullptr);
        const int columns = sqlite3_column_count(statement);
        quint64 sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < columns; ++i) {
                switch (sqlite3_column_type(statement, i)) {
                case SQLITE_INTEGER: sum += quint64(sqlite3_column_int64(statement, i)); break;
                case SQLITE_FLOAT: sum += quint64(sqlite3_column_double(statement, i)); break;
                case SQLITE_TEXT: {
                    const unsigned char *text = sqlite3_column_text(statement, i);
                    sum += quint64(sqlite3_column_bytes(statement, i)) + *text;
                    break;
                }
                default: break;
                }
            }
        }
        benchmark::DoNotOptimize(sum);
        sqlite3_finalize(statement);
    }
    sqlite3_close(handle);
}

void postgresqlJoinery(benchmark::State &state) { throughJoinery(state, serverUrl("JOINERY_TEST_POSTGRESQL_SOCKET"), kPostgresql); }

void postgresqlBare(benchmark::State &state)
{
    const driver::Url url = serverUrl("JOINERY_TEST_POSTGRESQL_SOCKET");
    const QByteArray host = url.queryValue(QStringLiteral("host")).toUtf8(), port = url.queryValue(QStringLiteral("port")).toUtf8();
    PGconn *connection = PQsetdbLogin(host.constData(), port.constData(), nullptr, nullptr, url.database.toUtf8().constData(),
                                      url.user.toUtf8().constData(), url.password.toUtf8().constData());
    if (PQstatus(connection) != CONNECTION_OK)
        state.SkipWithError(PQerrorMessage(connection));
    for (auto _ : state) {
        PQsendQueryParams(connection, kPostgresql, 0, nullptr, nullptr, nullptr, nullptr, 0);
        PQsetSingleRowMode(connection);
        quint64 sum = 0;
        while (PGresult *result = PQgetResult(connection)) {
            for (int i = 0; PQntuples(result) > 0 && i < PQnfields(result); ++i) {
                if (PQgetisnull(result, 0, i))
                    continue;
                const char *text = PQgetvalue(result, 0, i);
                const int length = PQgetlength(result, 0, i);
                const Oid type = PQftype(result, i);
                if (type == 23 || type == 20) {
                    qint64 number = 0;
                    std::from_chars(text, text + length, number);
                    sum += quint64(number);
                } else if (type == 701) {
                    double number = 0;
                    std::from_chars(text, text + length, number);
                    sum += quint64(number);
                } else {
                    sum += quint64(length) + quint8(*text);
                }
            }
            PQclear(result);
        }
        benchmark::DoNotOptimize(sum);
    }
    PQfinish(connection);
}

void mysqlJoinery(benchmark::State &state) { throughJoinery(state, serverUrl("JOINERY_TEST_MYSQL_SOCKET"), kMysql); }

void mysqlBare(benchmark::State &state)
{
    const driver::Url url = serverUrl("JOINERY_TEST_MYSQL_SOCKET");
    MYSQL *handle = mysql_init(nullptr);
    if (!mysql_real_connect(handle, nullptr, url.user.toUtf8().constData(), url.password.toUtf8().constData(),
                            url.database.toUtf8().constData(), 0, url.queryValue(QStringLiteral("unix_socket")).toUtf8().constData(), 0))
        state.SkipWithError(mysql_error(handle));
    for (auto _ : state) {
        MYSQL_STMT *statement = mysql_stmt_init(handle);
        mysql_stmt_prepare(statement, kMysql, static_cast<unsigned long>(std::strlen(kMysql)));
        mysql_stmt_execute(statement);
        MYSQL_BIND binds[10] = {};
        qint64 integers[10];
        double reals[10];
        char texts[10][512];
        unsigned long lengths[10];
        const int kinds[10] = {0, 2, 0, 2, 1, 0, 2, 0, 1, 2};
        for (int i = 0; i < 10; ++i) {
            binds[i].length = &lengths[i];
            binds[i].buffer_type = kinds[i] == 0 ? MYSQL_TYPE_LONGLONG : kinds[i] == 1 ? MYSQL_TYPE_DOUBLE : MYSQL_TYPE_BLOB;
            binds[i].buffer = kinds[i] == 0 ? static_cast<void *>(&integers[i]) : kinds[i] == 1 ? static_cast<void *>(&reals[i]) : texts[i];
            binds[i].buffer_length = sizeof texts[i];
        }
        mysql_stmt_bind_result(statement, binds);
        quint64 sum = 0;
        while (mysql_stmt_fetch(statement) == 0) {
            for (int i = 0; i < 10; ++i)
                sum += kinds[i] == 0 ? quint64(integers[i]) : kinds[i] == 1 ? quint64(reals[i]) : lengths[i] + quint8(texts[i][0]);
        }
        benchmark::DoNotOptimize(sum);
        mysql_stmt_close(statement);
    }
    mysql_close(handle);
}

BENCHMARK(sqliteBare)->Name("SqliteRows/bare")->Unit(benchmark::kMillisecond);
BENCHMARK(sqliteJoinery)->Name("SqliteRows/joinery")->Unit(benchmark::kMillisecond);
BENCHMARK(postgresqlBare)->Name("PostgresqlRows/bare")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(postgresqlJoinery)->Name("PostgresqlRows/joinery")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(mysqlBare)->Name("MysqlRows/bare")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(mysqlJoinery)->Name("MysqlRows/joinery")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
