// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/big_table.h"
#include "bench/grid_on_table.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

using namespace joinery;

namespace {

constexpr int kRowsSeen = 60;

/// The C API reads as many rows as a screen holds; false where it fails.
bool readRows(const QString &file, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    bool good = sqlite3_open_v2(file.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
                sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK;
    for (int row = 0; good && row < kRowsSeen; ++row) {
        good = sqlite3_step(statement) == SQLITE_ROW;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            benchmark::DoNotOptimize(sqlite3_column_text(statement, column));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return good;
}

void limit(benchmark::State &state, const char *sql)
{
    const QString file = bench::bigTable();
    for (auto _ : state) {
        if (!readRows(file, sql))
            state.SkipWithError("the table cannot be read");
    }
}

void FirstRowsLimit(benchmark::State &state) { limit(state, "SELECT * FROM event"); }
void LastRowsLimit(benchmark::State &state) { limit(state, "SELECT * FROM event ORDER BY id DESC"); }

/// From opening the tab to its first rows on the screen.
void FirstRows(benchmark::State &state)
{
    const QString file = bench::bigTable();
    const auto source = bench::rowSource(file);
    for (auto _ : state) {
        if (!source) {
            state.SkipWithError(qPrintable(source.error().message));
            break;
        }
        auto grid = std::make_unique<bench::GridOnTable>(file, *source);
        if (!grid->waitFor(kRowsSeen / 2))
            state.SkipWithError("the rows do not come");
        state.PauseTiming();
        grid.reset();
        state.ResumeTiming();
    }
}

/// From the first screen to the last row, nothing in between read.
void JumpToLastRow(benchmark::State &state)
{
    const QString file = bench::bigTable();
    const auto source = bench::rowSource(file);
    for (auto _ : state) {
        state.PauseTiming();
        auto grid = source ? std::make_unique<bench::GridOnTable>(file, *source) : nullptr;
        const bool ready = grid && grid->waitFor(0) && grid->waitForTotal();
        state.ResumeTiming();
        if (!ready) {
            state.SkipWithError("the rows do not come");
            break;
        }
        grid->goTo(grid->total() - 1);
        if (!grid->waitFor(grid->total() - 1))
            state.SkipWithError("the last row does not come");
        state.PauseTiming();
        grid.reset();
        state.ResumeTiming();
    }
}

/// Resident memory after every hundredth of the table was on the screen; the limit is 150 MB.
void MemoryAfterScrolling(benchmark::State &state)
{
    const QString file = bench::bigTable();
    const auto source = bench::rowSource(file);
    double most = 0;
    for (auto _ : state) {
        if (!source) {
            state.SkipWithError(qPrintable(source.error().message));
            break;
        }
        bench::GridOnTable grid(file, *source);
        for (int step = 0; grid.waitForTotal() && step < 100; ++step) {
            const qint64 row = step * (grid.total() / 100);
            grid.goTo(row);
            if (!grid.waitFor(row))
                state.SkipWithError("the rows do not come");
            most = std::max(most, bench::residentMegabytes());
        }
    }
    state.counters["resident_MB"] = most;
    state.counters["limit_MB"] = 150;
}

} // namespace

BENCHMARK(FirstRowsLimit)->Unit(benchmark::kMillisecond);
BENCHMARK(FirstRows)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(10);
BENCHMARK(LastRowsLimit)->Unit(benchmark::kMillisecond);
BENCHMARK(JumpToLastRow)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(10);
BENCHMARK(MemoryAfterScrolling)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
