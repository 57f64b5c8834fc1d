// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/layout.h"
#include "core/diagram/packing.h"

#include <gvc.h>

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>

namespace joinery::diagram {

namespace {

constexpr double kPointsPerInch = 72;

/// Graphviz keeps its state in globals (the reader, the error level, the layout engines).
std::mutex &graphvizMutex()
{
    static std::mutex mutex;
    return mutex;
}

struct ContextDeleter
{
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};
struct GraphDeleter
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

void set(void *object, const char *name, const QByteArray &value)
{
    // The C signatures forget const; nothing is written through them.
    agsafeset(object, const_cast<char *>(name), const_cast<char *>(value.constData()), const_cast<char *>(""));
}

QByteArray inches(double pixels) { return QByteArray::number(pixels / kPointsPerInch, 'f', 4); }

/// Nodes that hang together, each part sorted; parts in the order of their first node.
std::vector<std::vector<size_t>> partsOf(const Graph &graph)
{
    std::vector<size_t> root(graph.nodes.size());
    std::iota(root.begin(), root.end(), size_t(0));
    const auto find = [&](size_t node) {
        while (root[node] != node)
            node = root[node] = root[root[node]];
        return node;
    };
    for (const auto &[parent, child] : graph.edges)
        root[std::max(find(parent), find(child))] = std::min(find(parent), find(child));
    std::map<size_t, std::vector<size_t>> parts;
    for (size_t node = 0; node < root.size(); ++node)
        parts[find(node)].push_back(node);
    std::vector<std::vector<size_t>> sorted;
    for (auto &[first, nodes] : parts)
        sorted.push_back(std::move(nodes));
    return sorted;
}

/// A parent with many children of their own would make one endless column: children that nothing else hangs on go to
/// further columns in turn.
std::vector<int> ranksBetween(const Graph &graph, const std::vector<std::pair<size_t, size_t>> &edges)
{
    constexpr int kColumn = 7;
    std::map<size_t, int> degree;
    for (const auto &[parent, child] : edges) {
        ++degree[parent];
        ++degree[child];
    }
    std::map<size_t, int> leaves;
    for (const auto &[parent, child] : edges)
        leaves[parent] += degree[child] == 1;
    std::map<size_t, int> seen;
    std::vector<int> ranks;
    for (const auto &[parent, child] : edges) {
        const int columns = (leaves[parent] + kColumn - 1) / kColumn;
        const bool leaf = degree[child] == 1;
        ranks.push_back(leaf && columns > 1 ? 1 + seen[parent]++ / kColumn : 1);
    }
    Q_UNUSED(graph);
    return ranks;
}

class Part
{
public:
    Part(GVC_t *context, const Graph &graph, const std::vector<size_t> &nodes, const char *engine)
        : m_context(context), m_graph(graph), m_nodes(nodes), m_engine(engine)
    {
    }

    /// Places by position in `nodes`, relative to the upper left corner of the part.
    Result<std::vector<QPointF>> layout()
    {
        const bool byLayers = qstrcmp(m_engine, "dot") == 0;
        m_drawing.reset(agopen(const_cast<char *>("diagram"), Agdirected, nullptr));
        set(m_drawing.get(), "rankdir", "LR");
        set(m_drawing.get(), "nodesep", inches(kCardGapY));
        set(m_drawing.get(), "ranksep", inches(kCardGapX));
        set(m_drawing.get(), "splines", "false");
        if (byLayers) {
            // Bounds the simplex of big parts: a good place in a second beats the best one in a minute.
            set(m_drawing.get(), "nslimit", m_nodes.size() > 150 ? "2" : "20");
            set(m_drawing.get(), "nslimit1", m_nodes.size() > 150 ? "2" : "20");
            set(m_drawing.get(), "mclimit", m_nodes.size() > 300 ? "0.3" : "1");
        } else {
            set(m_drawing.get(), "overlap", "prism");
            set(m_drawing.get(), "sep", "+48,28");
            set(m_drawing.get(), "start", "7");
            set(m_drawing.get(), "K", "2.6");
        }
        std::map<size_t, Agnode_t *> drawn;
        for (const size_t node : m_nodes)
            drawn[node] = addNode(node);
        addEdges(drawn, byLayers);
        // Some engines draw from the generators of the C library and do not seed them.
        std::srand(1);
        srand48(1);
        if (gvLayout(m_context, m_drawing.get(), m_engine) != 0) {
            const char *said = aglasterr();
            return fail(ErrorKind::Internal, QStringLiteral("Graphviz could not lay out the diagram: %1")
                                                 .arg(said ? QString::fromUtf8(said) : QStringLiteral("no reason given")));
        }
        std::vector<QPointF> places;
        QPointF corner(HUGE_VAL, HUGE_VAL);
        for (const size_t node : m_nodes) {
            const pointf centre = ND_coord(drawn[node]);
            const QSizeF size = m_graph.nodes[node];
            // Graphviz counts y upwards.
            const QPointF place(centre.x - size.width() / 2, -centre.y - size.height() / 2);
            corner = {std::min(corner.x(), place.x()), std::min(corner.y(), place.y())};
            places.push_back(place);
        }
        gvFreeLayout(m_context, m_drawing.get());
        for (QPointF &place : places)
            place = snapped(place - corner);
        return places;
    }

private:
    Agnode_t *addNode(size_t node)
    {
        QByteArray name = QByteArray::number(qulonglong(node));
        Agnode_t *drawn = agnode(m_drawing.get(), name.data(), 1);
        set(drawn, "shape", "box");
        set(drawn, "label", "");
        set(drawn, "fixedsize", "true");
        set(drawn, "width", inches(m_graph.nodes[node].width()));
        set(drawn, "height", inches(m_graph.nodes[node].height()));
        return drawn;
    }

    void addEdges(std::map<size_t, Agnode_t *> &drawn, bool byLayers)
    {
        std::vector<std::pair<size_t, size_t>> edges;
        for (const auto &edge : m_graph.edges) {
            if (edge.first != edge.second && drawn.contains(edge.first) && std::ranges::find(edges, edge) == edges.end())
                edges.push_back(edge);
        }
        const std::vector<int> ranks = ranksBetween(m_graph, edges);
        for (size_t i = 0; i < edges.size(); ++i) {
            Agedge_t *line = agedge(m_drawing.get(), drawn[edges[i].first], drawn[edges[i].second], nullptr, 1);
            if (byLayers && ranks[i] > 1)
                set(line, "minlen", QByteArray::number(ranks[i]));
        }
    }

    GVC_t *m_context;
    const Graph &m_graph;
    const std::vector<size_t> &m_nodes;
    const char *m_engine;
    std::unique_ptr<Agraph_t, GraphDeleter> m_drawing;
};

QSizeF sizeOf(const Graph &graph, const std::vector<size_t> &nodes, const std::vector<QPointF> &places)
{
    QSizeF size;
    for (size_t i = 0; i < nodes.size(); ++i) {
        const QSizeF node = graph.nodes[nodes[i]];
        size = size.expandedTo({places[i].x() + node.width(), places[i].y() + node.height()});
    }
    return size;
}

Result<std::vector<QPointF>> layout(const Graph &graph, const char *engine)
{
    std::vector<QPointF> result(graph.nodes.size());
    std::vector<std::vector<size_t>> parts = partsOf(graph);
    std::vector<size_t> singles;
    std::erase_if(parts, [&](const std::vector<size_t> &part) {
        if (part.size() == 1)
            singles.push_back(part.front());
        return part.size() == 1;
    });
    // The biggest part first: it sets the width of all.
    std::ranges::stable_sort(parts, std::greater<>(), &std::vector<size_t>::size);

    const std::scoped_lock lock(graphvizMutex());
    agseterr(AGMAX);
    const std::unique_ptr<GVC_t, ContextDeleter> context(gvContext());
    std::vector<std::vector<QPointF>> places;
    std::vector<QSizeF> sizes;
    double area = 0;
    double widest = 0;
    for (const std::vector<size_t> &part : parts) {
        JOINERY_TRY_VALUE(std::vector<QPointF> placed, Part(context.get(), graph, part, engine).layout());
        sizes.push_back(sizeOf(graph, part, placed));
        places.push_back(std::move(placed));
        area += (sizes.back().width() + kCardGapX) * (sizes.back().height() + 2 * kCardGapY);
        widest = std::max(widest, sizes.back().width());
    }
    std::vector<QSizeF> singleSizes;
    for (const size_t node : singles) {
        singleSizes.push_back(graph.nodes[node]);
        area += (graph.nodes[node].width() + kCardGapX) * (graph.nodes[node].height() + kCardGapY);
    }
    const double width = std::max(widest, std::sqrt(area * 1.6));

    double bottom = 0;
    const std::vector<QPointF> corners = packParts(sizes, width);
    for (size_t i = 0; i < parts.size(); ++i) {
        for (size_t k = 0; k < parts[i].size(); ++k)
            result[parts[i][k]] = snapped(corners[i]) + places[i][k];
        bottom = std::max(bottom, corners[i].y() + sizes[i].height() + 2 * kCardGapY);
    }
    const std::vector<QPointF> columns = packColumns(singleSizes, width);
    for (size_t i = 0; i < singles.size(); ++i)
        result[singles[i]] = snapped(columns[i] + QPointF(0, bottom));
    return result;
}

} // namespace

Result<std::vector<QPointF>> layered(const Graph &graph) { return layout(graph, "dot"); }

Result<std::vector<QPointF>> byForce(const Graph &graph) { return layout(graph, "fdp"); }

} // namespace joinery::diagram
