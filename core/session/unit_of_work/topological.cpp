// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/topological.h"

#include <algorithm>

namespace joinery::session {

namespace {

std::vector<std::vector<int>> followers(int count, const StepEdges &edges)
{
    std::vector<std::vector<int>> next{size_t(count)};
    for (const auto &[from, to] : edges)
        next[size_t(from)].push_back(to);
    return next;
}

} // namespace

// Tarjan's components, without recursion: chains of rows may be long.
std::vector<bool> stepsInCircles(int count, const StepEdges &edges)
{
    const auto next = followers(count, edges);
    std::vector<int> order(size_t(count), -1), low(size_t(count), 0), stack;
    std::vector<bool> onStack(size_t(count), false), circles(size_t(count), false);
    std::vector<std::pair<int, size_t>> path;
    int last = 0;
    for (int root = 0; root < count; ++root) {
        if (order[size_t(root)] >= 0)
            continue;
        path.emplace_back(root, 0);
        while (!path.empty()) {
            const int at = path.back().first;
            if (path.back().second == 0) {
                order[size_t(at)] = low[size_t(at)] = last++;
                stack.push_back(at);
                onStack[size_t(at)] = true;
            }
            if (path.back().second < next[size_t(at)].size()) {
                const int to = next[size_t(at)][path.back().second++];
                if (to == at)
                    circles[size_t(at)] = true;
                else if (order[size_t(to)] < 0)
                    path.emplace_back(to, 0);
                else if (onStack[size_t(to)])
                    low[size_t(at)] = std::min(low[size_t(at)], order[size_t(to)]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                low[size_t(path.back().first)] = std::min(low[size_t(path.back().first)], low[size_t(at)]);
            if (low[size_t(at)] != order[size_t(at)])
                continue;
            const bool several = stack.back() != at;
            for (int member = -1; member != at;) {
                member = stack.back();
                stack.pop_back();
                onStack[size_t(member)] = false;
                circles[size_t(member)] = circles[size_t(member)] || several;
            }
        }
    }
    return circles;
}

std::optional<std::vector<std::vector<int>>> layersOf(int count, const StepEdges &edges, const std::vector<bool> &wanted)
{
    StepEdges among;
    std::vector<int> waitsFor(size_t(count), 0);
    for (const auto &[from, to] : edges) {
        if (!wanted[size_t(from)] || !wanted[size_t(to)])
            continue;
        among.emplace_back(from, to);
        ++waitsFor[size_t(to)];
    }
    const auto next = followers(count, among);
    std::vector<std::vector<int>> layers;
    std::vector<int> layer;
    size_t left = 0;
    for (int step = 0; step < count; ++step) {
        if (!wanted[size_t(step)])
            continue;
        ++left;
        if (waitsFor[size_t(step)] == 0)
            layer.push_back(step);
    }
    while (!layer.empty()) {
        left -= layer.size();
        std::vector<int> following;
        for (const int step : layer) {
            for (const int to : next[size_t(step)]) {
                if (--waitsFor[size_t(to)] == 0)
                    following.push_back(to);
            }
        }
        std::sort(following.begin(), following.end());
        layers.push_back(std::move(layer));
        layer = std::move(following);
    }
    if (left > 0)
        return std::nullopt;
    return layers;
}

} // namespace joinery::session
