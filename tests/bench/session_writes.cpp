// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of work beside a bare prepared-statement loop in C: the same rows into the same table, each in one transaction of
// a database in memory, where nothing hides what the objects cost. against_sqlalchemy.py puts SQLAlchemy's ORM beside both.
#include "core/builtin.h"
#include "core/session/query/query.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdio>

using namespace joinery;
using driver::Value;
using session::RecordPtr;

namespace {

constexpr int kInserted = 200000;
constexpr int kChanged = 100000;
const char *const kTable = "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, amount INTEGER, note VARCHAR(60))";

int writeName(char *buffer, int i) { return std::sprintf(buffer, "name of item %d", i); }
const QByteArray kNote("some longer text that is the same for each");

// --- bare

struct Bare
{
    Bare()
    {
        sqlite3_open(":memory:", &handle);
        run(kTable);
    }
    ~Bare() { sqlite3_close(handle); }
    void run(const char *sql) { sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); }
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
        return statement;
    }
    void insert(int rows)
    {
        run("BEGIN");
        sqlite3_stmt *statement = prepare("INSERT INTO item (name, amount, note) VALUES (?, ?, ?)");
        char name[64];
        for (int i = 0; i < rows; ++i) {
            sqlite3_bind_text(statement, 1, name, writeName(name, i), SQLITE_STATIC);
            sqlite3_bind_int64(statement, 2, i);
            sqlite3_bind_text(statement, 3, kNote.constData(), int(kNote.size()), SQLITE_STATIC);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        run("COMMIT");
    }
    sqlite3 *handle = nullptr;
};

void bareInsert(benchmark::State &state)
{
    for (auto _ : state) {
        state.PauseTiming();
        Bare bare;
        state.ResumeTiming();
        bare.insert(kInserted);
        state.PauseTiming();
        bare.run("DROP TABLE item");
        state.ResumeTiming();
    }
}

void bareChange(benchmark::State &state, const char *sql, bool binds)
{
    for (auto _ : state) {
        state.PauseTiming();
        Bare bare;
        bare.insert(kChanged);
        state.ResumeTiming();
        bare.run("BEGIN");
        sqlite3_stmt *statement = bare.prepare(sql);
        for (int i = 1; i <= kChanged; ++i) {
            if (binds)
                sqlite3_bind_int64(statement, 1, i * 7);
            sqlite3_bind_int64(statement, binds ? 2 : 1, i);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        bare.run("COMMIT");
    }
}

void bareUpdate(benchmark::State &state) { bareChange(state, "UPDATE item SET amount = ? WHERE id = ?", true); }
void bareDelete(benchmark::State &state) { bareChange(state, "DELETE FROM item WHERE id = ?", false); }

// --- through the session

struct Mapped
{
    Mapped()
    {
        auto opened = joinery::connect(driver::Url::parse(QStringLiteral("sqlite://")).value_or(driver::Url()));
        connection = *std::move(opened);
        (void)connection->run(QString::fromUtf8(kTable));
        const auto inspection = dialectOf(*connection).inspect(*connection, {}, {});
        auto made = session::Model::fromCatalog(inspection->catalog);
        model = *std::move(made);
        session.emplace(*connection, dialectOf(*connection), model);
        item = model.entity(QStringLiteral("item"));
    }
    void check(benchmark::State &state, const Status &status)
    {
        if (!status)
            state.SkipWithError(status.error().message.toUtf8().constData());
    }
    std::vector<RecordPtr> insert(benchmark::State &state, int rows)
    {
        std::vector<RecordPtr> records;
        records.reserve(size_t(rows));
        char name[64];
        for (int i = 0; i < rows; ++i) {
            RecordPtr record = session->create(*item);
            const int length = writeName(name, i);
            (void)record->set(1, Value::utf8(QByteArray(name, length)));
            (void)record->set(2, Value::integer(i));
            (void)record->set(3, Value::utf8(kNote));
            check(state, session->add(record));
            records.push_back(std::move(record));
        }
        check(state, session->commit());
        return records;
    }
    std::unique_ptr<driver::Connection> connection;
    session::Model model;
    std::optional<session::Session> session;
    const session::Entity *item = nullptr;
};

void sessionInsert(benchmark::State &state)
{
    for (auto _ : state) {
        state.PauseTiming();
        Mapped mapped;
        state.ResumeTiming();
        auto records = mapped.insert(state, kInserted);
        state.PauseTiming();
        if (records.back()->identity()->at(0).toInteger() != kInserted)
            state.SkipWithError("rows are missing");
        records.clear();
        mapped.session.reset();
        state.ResumeTiming();
    }
}

void sessionChange(benchmark::State &state, bool deletes)
{
    for (auto _ : state) {
        state.PauseTiming();
        Mapped mapped;
        (void)mapped.insert(state, kChanged);
        auto records = session::Query(*mapped.session, *mapped.item).orderBy(QStringLiteral("id")).all();
        state.ResumeTiming();
        for (int i = 0; i < kChanged; ++i) {
            const RecordPtr &record = (*records)[size_t(i)];
            mapped.check(state, deletes ? mapped.session->remove(record) : record->set(2, Value::integer((i + 1) * 7)));
        }
        mapped.check(state, mapped.session->commit());
        state.PauseTiming();
        records->clear();
        if (deletes && session::Query(*mapped.session, *mapped.item).count().value_or(-1) != 0)
            state.SkipWithError("rows are left");
        mapped.session.reset();
        state.ResumeTiming();
    }
}

void sessionUpdate(benchmark::State &state) { sessionChange(state, false); }
void sessionDelete(benchmark::State &state) { sessionChange(state, true); }

BENCHMARK(bareInsert)->Name("Insert200000/bare")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sessionInsert)->Name("Insert200000/session")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(bareUpdate)->Name("Update100000/bare")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sessionUpdate)->Name("Update100000/session")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(bareDelete)->Name("Delete100000/bare")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sessionDelete)->Name("Delete100000/session")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
