// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_watch.h"

#include <benchmark/benchmark.h>

using namespace joinery;

namespace {

/// From starting the process to its window on the screen, empty or painted.
void windowShown(benchmark::State &state, const QString &program, bench::WindowWatch::Until until)
{
    bench::WindowWatch watch;
    for (auto _ : state) {
        double seconds = 0;
        if (!watch.isConnected() || !watch.timeToWindow(program, until, seconds)) {
            state.SkipWithError("no window: run it under xvfb-run or on a screen");
            break;
        }
        state.SetIterationTime(seconds);
    }
}

void WindowShownLimit(benchmark::State &state) { windowShown(state, QStringLiteral(JOINERY_EMPTY_WINDOW), bench::WindowWatch::Until::Mapped); }
void WindowShown(benchmark::State &state) { windowShown(state, QStringLiteral(JOINERY_PROGRAM), bench::WindowWatch::Until::Mapped); }
void WindowPainted(benchmark::State &state) { windowShown(state, QStringLiteral(JOINERY_PROGRAM), bench::WindowWatch::Until::Painted); }

} // namespace

BENCHMARK(WindowShownLimit)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);
BENCHMARK(WindowShown)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);
BENCHMARK(WindowPainted)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(10);
