// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/create_script.h"

#include "core/schema/sql_text.h"

#include <algorithm>
#include <set>

namespace joinery::dialect {

using schema::Catalog;
using schema::Definition;
using schema::Name;
using Item = CreationOrder::Item;

namespace {

/// What belongs to a table or view, and what publishes them, is not needed by anything.
bool isLate(const Definition &definition)
{
    return !definition.table.isEmpty() || definition.createSql.startsWith(QLatin1String("CREATE PUBLICATION "));
}

/// Casts join types by functions, conversions are functions.
bool needsTypes(const Definition &definition)
{
    return definition.createSql.startsWith(QLatin1String("CREATE CAST ")) || definition.createSql.contains(QLatin1String("CONVERSION "));
}

/// What comes first where nothing else decides.
int phase(const Definition &definition)
{
    switch (definition.kind) {
    case Definition::Kind::Extension: return 0;
    case Definition::Kind::SchemaNamespace: return 1;
    case Definition::Kind::Other: return isLate(definition) ? 8 : needsTypes(definition) ? 5 : 2;
    case Definition::Kind::Domain:
    case Definition::Kind::CompositeType:
    case Definition::Kind::RangeType: return 3;
    case Definition::Kind::Function:
    case Definition::Kind::Procedure:
    case Definition::Kind::Aggregate:
    case Definition::Kind::Operator: return 5;
    case Definition::Kind::VirtualTable: return 6;
    case Definition::Kind::Statistics: return 8;
    case Definition::Kind::Rule:
    case Definition::Kind::Trigger:
    case Definition::Kind::Policy:
    case Definition::Kind::Event: return 9;
    }
    return 9;
}

class Order
{
public:
    Order(const Catalog &catalog, bool brokenCircles) : m_catalog(catalog), m_brokenCircles(brokenCircles)
    {
        collect();
        for (size_t node = 0; node < m_nodes.size(); ++node)
            connect(node);
    }

    CreationOrder find()
    {
        for (size_t node = 0; node < m_nodes.size(); ++node)
            visit(node);
        return std::move(m_order);
    }

private:
    struct Node
    {
        Item item;
        Name name;
        int phase;
        std::vector<size_t> needs;                               ///< must be there before
        std::vector<std::pair<size_t, size_t>> references;       ///< foreign key, referred node
        enum class State { New, Open, Done } state = State::New;
    };

    void collect()
    {
        for (size_t i = 0; i < m_catalog.enums.size(); ++i)
            m_nodes.push_back({{Item::Kind::Enum, i}, m_catalog.enums[i].name, 2, {}, {}});
        for (size_t i = 0; i < m_catalog.sequences.size(); ++i)
            m_nodes.push_back({{Item::Kind::Sequence, i}, m_catalog.sequences[i].name, 4, {}, {}});
        for (size_t i = 0; i < m_catalog.tables.size(); ++i)
            m_nodes.push_back({{Item::Kind::Table, i}, m_catalog.tables[i].name, 6, {}, {}});
        for (size_t i = 0; i < m_catalog.views.size(); ++i)
            m_nodes.push_back({{Item::Kind::View, i}, m_catalog.views[i].name, 7, {}, {}});
        for (size_t i = 0; i < m_catalog.definitions.size(); ++i) {
            const Definition &definition = m_catalog.definitions[i];
            m_nodes.push_back({{Item::Kind::Definition, i}, definition.name, phase(definition), {}, {}});
        }
        std::ranges::stable_sort(m_nodes, {}, &Node::phase);
        for (size_t node = 0; node < m_nodes.size(); ++node)
            m_byName.insert(m_nodes[node].name, node);
    }

    void need(size_t node, const Name &name)
    {
        for (auto found = m_byName.constFind(name); found != m_byName.constEnd() && found.key() == name; ++found) {
            // A trigger may be called like its table; only what can be needed by name counts.
            if (*found != node && m_nodes[*found].phase < 9)
                m_nodes[node].needs.push_back(*found);
        }
    }

    void connect(size_t index)
    {
        const Item item = m_nodes[index].item;
        switch (item.kind) {
        case Item::Kind::Table: {
            const schema::Table &table = m_catalog.tables[item.index];
            for (const Name &name : table.uses)
                need(index, name);
            for (const schema::Column &column : table.columns) {
                if (column.type.kind == schema::TypeKind::Enum)
                    need(index, column.type.enumName);
            }
            for (size_t key = 0; m_brokenCircles && key < table.foreignKeys.size(); ++key)
                refer(index, key, table.foreignKeys[key].referredTable);
            break;
        }
        case Item::Kind::View: {
            const schema::View &view = m_catalog.views[item.index];
            for (const Name &name : view.uses)
                need(index, name);
            for (const Node &other : m_nodes) {
                if (view.uses.empty() && other.item.kind == Item::Kind::View && other.name != view.name
                    && schema::mentionsTable(view.query, other.name, m_catalog.dialect))
                    need(index, other.name);
            }
            break;
        }
        case Item::Kind::Definition: {
            const Definition &definition = m_catalog.definitions[item.index];
            for (const Name &name : definition.uses)
                need(index, name);
            if (!definition.table.isEmpty())
                need(index, definition.table);
            break;
        }
        case Item::Kind::Enum:
        case Item::Kind::Sequence:
            break;
        }
    }

    void refer(size_t node, size_t key, const Name &target)
    {
        for (size_t other = 0; other < m_nodes.size(); ++other) {
            if (m_nodes[other].item.kind == Item::Kind::Table && m_nodes[other].name == target && other != node)
                m_nodes[node].references.emplace_back(key, other);
        }
    }

    // Depth first without recursion: chains of thousands of tables are real.
    void visit(size_t start)
    {
        struct Frame { size_t node; size_t need = 0; size_t reference = 0; };
        std::vector<Frame> stack;
        const auto open = [&](size_t node) {
            m_nodes[node].state = Node::State::Open;
            stack.push_back({node});
        };
        if (m_nodes[start].state == Node::State::New)
            open(start);
        while (!stack.empty()) {
            Frame &frame = stack.back();
            Node &node = m_nodes[frame.node];
            if (frame.need < node.needs.size()) {
                const size_t next = node.needs[frame.need++];
                if (m_nodes[next].state == Node::State::New)
                    open(next);
            } else if (frame.reference < node.references.size()) {
                const auto [key, next] = node.references[frame.reference++];
                if (m_nodes[next].state == Node::State::New)
                    open(next);
                else if (m_nodes[next].state == Node::State::Open)
                    m_order.lateForeignKeys.emplace_back(node.item.index, key);
            } else {
                node.state = Node::State::Done;
                m_order.items.push_back(node.item);
                stack.pop_back();
            }
        }
    }

    const Catalog &m_catalog;
    bool m_brokenCircles;
    std::vector<Node> m_nodes;
    QMultiHash<Name, size_t> m_byName;
    CreationOrder m_order;
};

} // namespace

bool CreationOrder::isLate(size_t table, size_t foreignKey) const
{
    return std::ranges::find(lateForeignKeys, std::pair(table, foreignKey)) != lateForeignKeys.end();
}

CreationOrder creationOrder(const Catalog &catalog, bool brokenCircles)
{
    return Order(catalog, brokenCircles).find();
}

} // namespace joinery::dialect
