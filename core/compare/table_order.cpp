// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/table_order.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace joinery::compare {

namespace {

struct Edge
{
    size_t from, to, key; ///< the table `from` refers to `to` by its foreign key number `key`
};

/// Which key to take out of a circle: one that may be NULL or wait for the end of the transaction costs least.
int weight(const schema::Table &table, const schema::ForeignKey &key)
{
    const bool nullable = std::ranges::all_of(key.columns, [&](const QString &name) {
        const schema::Column *column = table.column(name);
        return column && column->nullable;
    });
    return (nullable ? 0 : 100) + (key.deferral == schema::Deferral::NotDeferrable ? 50 : 0) + int(key.columns.size());
}

/// Tarjan without recursion: the number of the strongly connected component of every table.
std::vector<int> components(size_t count, const std::vector<std::vector<size_t>> &next)
{
    std::vector<int> index(count, -1), low(count), component(count, -1);
    std::vector<size_t> stack;
    std::vector<std::pair<size_t, size_t>> path;
    int counter = 0, found = 0;
    for (size_t root = 0; root < count; ++root) {
        if (index[root] >= 0)
            continue;
        path.emplace_back(root, 0);
        while (!path.empty()) {
            auto &[at, edge] = path.back();
            if (edge == 0 && index[at] < 0) {
                index[at] = low[at] = counter++;
                stack.push_back(at);
            }
            if (edge < next[at].size()) {
                const size_t to = next[at][edge++];
                if (index[to] < 0)
                    path.emplace_back(to, 0);
                else if (component[to] < 0)
                    low[at] = std::min(low[at], index[to]);
                continue;
            }
            const size_t done = at;
            path.pop_back();
            if (low[done] == index[done]) {
                size_t member;
                do {
                    member = stack.back();
                    stack.pop_back();
                    component[member] = found;
                } while (member != done);
                ++found;
            }
            if (!path.empty())
                low[path.back().first] = std::min(low[path.back().first], low[done]);
        }
    }
    return component;
}

} // namespace

TableOrder creationOrder(const std::vector<const schema::Table *> &tables)
{
    QHash<schema::Name, size_t> places;
    for (size_t i = 0; i < tables.size(); ++i)
        places.insert(tables[i]->name, i);
    std::vector<Edge> edges;
    for (size_t i = 0; i < tables.size(); ++i) {
        for (size_t k = 0; k < tables[i]->foreignKeys.size(); ++k) {
            const auto to = places.constFind(tables[i]->foreignKeys[k].referredTable);
            if (to != places.constEnd() && *to != i)
                edges.push_back({i, *to, k});
        }
    }
    TableOrder order;
    const auto next = [&] {
        std::vector<std::vector<size_t>> lists(tables.size());
        for (const Edge &edge : edges)
            lists[edge.from].push_back(edge.to);
        return lists;
    };
    // One key after the other is taken out, the cheapest first, until no circle is left.
    while (true) {
        const std::vector<int> component = components(tables.size(), next());
        auto cheapest = edges.end();
        for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
            if (component[edge->from] != component[edge->to])
                continue;
            const auto cost = [&](const Edge &each) { return weight(*tables[each.from], tables[each.from]->foreignKeys[each.key]); };
            if (cheapest == edges.end() || cost(*edge) < cost(*cheapest))
                cheapest = edge;
        }
        if (cheapest == edges.end())
            break;
        order.postponed.emplace_back(tables[cheapest->from], cheapest->key);
        edges.erase(cheapest);
    }
    std::vector<size_t> open(tables.size());
    std::vector<std::vector<size_t>> waiting(tables.size());
    for (const Edge &edge : edges) {
        ++open[edge.from];
        waiting[edge.to].push_back(edge.from);
    }
    std::set<size_t> free;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (open[i] == 0)
            free.insert(i);
    }
    while (!free.empty()) {
        const size_t at = *free.begin();
        free.erase(free.begin());
        order.tables.push_back(tables[at]);
        for (const size_t each : waiting[at]) {
            if (--open[each] == 0)
                free.insert(each);
        }
    }
    return order;
}

} // namespace joinery::compare
