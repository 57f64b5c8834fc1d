// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/navigator_model.h"

#include "ui/common/error_text.h"
#include "ui/navigator/catalog_nodes.h"

#include <QLocale>

namespace joinery::ui {

namespace {

using Kind = NavigatorNode::Kind;

NavigatorNode make(Kind kind, const QString &key, const QString &label)
{
    NavigatorNode node;
    node.kind = kind;
    node.key = key;
    node.label = label;
    return node;
}

} // namespace

QString connectionDetail(const ConnectionItem &connection)
{
    switch (connection.state()) {
    case ConnectionItem::State::Connecting:
        return connection.catalog() ? NavigatorModel::tr("refreshing…") : NavigatorModel::tr("connecting…");
    case ConnectionItem::State::Failed: return NavigatorModel::tr("failed");
    case ConnectionItem::State::Closed:
    case ConnectionItem::State::Open: break;
    }
    return connection.environment() == Environment::None ? QString() : environmentName(connection.environment());
}

NavigatorModel::NavigatorModel(Workbench &workbench, QObject *parent)
    : QAbstractItemModel(parent), m_workbench(workbench), m_root(std::make_unique<NavigatorNode>())
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &NavigatorModel::rebuild);
    connect(&workbench, &Workbench::connectionsChanged, this, [this] {
        followConnections();
        m_later.start();
    });
    connect(&workbench, &Workbench::projectChanged, this, [this] {
        followProject();
        m_later.start();
    });
    followConnections();
    followProject();
    rebuild();
}

NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::followConnections()
{
    const auto later = [this] { m_later.start(); };
    for (ConnectionItem *connection : m_workbench.connections()) {
        disconnect(connection, nullptr, this, nullptr);
        connect(connection, &ConnectionItem::catalogChanged, this, later);
        connect(connection, &ConnectionItem::stateChanged, this, later);
        connect(connection, &ConnectionItem::edited, this, later);
    }
}

void NavigatorModel::followProject()
{
    ProjectSession *project = m_workbench.project();
    if (!project)
        return;
    const auto later = [this] { m_later.start(); };
    connect(&project->document(), &project::Document::changed, this, later);
    connect(&project->document(), &project::Document::wasReset, this, later);
    connect(project, &ProjectSession::queriesChanged, this, later);
}

void NavigatorModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void NavigatorModel::rebuild()
{
    m_later.stop();
    beginResetModel();
    m_root = std::make_unique<NavigatorNode>();
    NavigatorNode &section = m_root->add(make(Kind::Section, QStringLiteral("connections"), tr("CONNECTIONS")));
    for (ConnectionItem *connection : m_workbench.connections())
        addConnection(section, connection);
    if (section.children.empty() && m_filter.isEmpty())
        section.add(make(Kind::Message, QStringLiteral("none"), tr("None yet. Ctrl+Shift+N connects.")));
    addProject(*m_root);
    endResetModel();
}

void NavigatorModel::addConnection(NavigatorNode &section, ConnectionItem *connection) const
{
    NavigatorNode node = make(Kind::Connection, connection->id(), connection->name());
    node.connection = connection;
    node.detail = connectionDetail(*connection);
    node.toolTip = connection->target().url.toDisplayString();
    NavigatorNode &kept = section.add(std::move(node));
    if (connection->state() == ConnectionItem::State::Failed) {
        NavigatorNode message = make(Kind::Message, QStringLiteral("failure"), errorWords(connection->failure()).simplified());
        message.toolTip = errorSentence(connection->failure().kind) + u'\n' + errorWords(connection->failure());
        message.iconName = QStringLiteral("error");
        message.connection = connection;
        kept.toolTip += u'\n' + message.toolTip;
        kept.add(std::move(message));
    }
    if (connection->catalog())
        addCatalogNodes(kept, connection->catalog(), connection, m_filter);
    if (connection->catalog() && kept.children.empty() && m_filter.isEmpty())
        kept.add(make(Kind::Message, QStringLiteral("empty"), tr("No tables yet")));
}

void NavigatorModel::addProject(NavigatorNode &root) const
{
    ProjectSession *project = m_workbench.project();
    if (!project)
        return;
    NavigatorNode &section = root.add(make(Kind::Section, QStringLiteral("project"), tr("PROJECT · %1").arg(project->name())));
    NavigatorNode &models = section.add(make(Kind::Group, QStringLiteral("models"), tr("Models")));
    addModelNodes(models, project->document().snapshot(), m_filter);
    models.detail = QLocale().toString(qlonglong(models.children.size()));
    const auto place = [&](const QString &key, const QString &label, const QString &iconName, Location::Kind kind) {
        NavigatorNode node = make(Kind::Object, key, label);
        node.iconName = iconName;
        Location location;
        location.kind = kind;
        node.location = location;
        section.add(std::move(node));
    };
    place(QStringLiteral("diagram"), tr("Diagram"), QStringLiteral("diagram"), Location::Kind::ProjectDiagram);
    place(QStringLiteral("migrations"), tr("Migrations"), QStringLiteral("timeline"), Location::Kind::Timeline);
    const QStringList names = project->project().queries();
    NavigatorNode &queries = section.add(make(Kind::Group, QStringLiteral("queries"), tr("Queries")));
    queries.iconName = QStringLiteral("code");
    for (const QString &name : names) {
        if (!name.contains(m_filter, Qt::CaseInsensitive))
            continue;
        NavigatorNode node = make(Kind::Object, name, name);
        node.iconName = QStringLiteral("code");
        Location location;
        location.kind = Location::Kind::SavedQuery;
        location.text = name;
        node.location = location;
        queries.add(std::move(node));
    }
    queries.detail = QLocale().toString(qlonglong(names.size()));
}

NavigatorNode *NavigatorModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<NavigatorNode *>(index.internalPointer()) : m_root.get();
}

const NavigatorNode *NavigatorModel::node(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index) : nullptr;
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    const NavigatorNode *above = nodeOf(parent);
    if (column != 0 || row < 0 || size_t(row) >= above->children.size())
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex NavigatorModel::parent(const QModelIndex &index) const
{
    NavigatorNode *above = nodeOf(index)->parent;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row(), 0, above);
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool NavigatorModel::hasChildren(const QModelIndex &parent) const
{
    const NavigatorNode *node = nodeOf(parent);
    const bool closed = node->kind == Kind::Connection && node->connection && !node->connection->catalog() &&
                        node->connection->state() != ConnectionItem::State::Connecting;
    return !node->children.empty() || node->load || closed; // unfolding a closed connection opens it
}

bool NavigatorModel::canFetchMore(const QModelIndex &parent) const
{
    return bool(nodeOf(parent)->load);
}

void NavigatorModel::fetchMore(const QModelIndex &parent)
{
    NavigatorNode *node = nodeOf(parent);
    if (!node->load)
        return;
    NavigatorNode made;
    made.location = node->location;
    made.connection = node->connection;
    std::exchange(node->load, nullptr)(made);
    if (made.children.empty())
        return;
    beginInsertRows(parent, 0, int(made.children.size()) - 1);
    for (auto &child : made.children) {
        child->parent = node;
        node->children.push_back(std::move(child));
    }
    endInsertRows();
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    const NavigatorNode *node = this->node(index);
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole: return node->label;
    case Qt::ToolTipRole: return node->toolTip;
    case Qt::AccessibleTextRole: return node->detail.isEmpty() ? node->label : QString(node->label + QStringLiteral(", ") + node->detail);
    default: return {};
    }
}

} // namespace joinery::ui
