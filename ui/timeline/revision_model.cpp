// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/revision_model.h"

#include "ui/common/operation_text.h"

#include <QLocale>

namespace joinery::ui {

void RevisionModel::setHistory(migration::HistoryPtr history)
{
    beginResetModel();
    m_history = std::move(history);
    m_lanes = m_history ? layOut(m_history->graph()) : Lanes();
    endResetModel();
}

void RevisionModel::setStandings(const QList<Standing> &standings, const QString &target)
{
    m_standings = standings;
    const auto found = std::ranges::find(standings, target, &Standing::connection);
    m_targetKnown = found != standings.end() && found->state == Standing::State::Known;
    m_applied = m_targetKnown ? appliedTo(*found) : QSet<QString>();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lanes.rows.size());
}

const migration::Revision *RevisionModel::revision(int row) const
{
    return row >= 0 && row < m_lanes.rows.size() ? m_history->revision(m_lanes.rows.at(row)) : nullptr;
}

RevisionModel::Applied RevisionModel::applied(int row) const
{
    if (!m_targetKnown)
        return Applied::Unknown;
    return m_applied.contains(m_lanes.rows.at(row)) ? Applied::Yes : Applied::No;
}

QList<Standing> RevisionModel::standingAt(int row) const
{
    QList<Standing> here;
    for (const Standing &standing : m_standings) {
        if (standing.state == Standing::State::Known && standing.heads.contains(m_lanes.rows.at(row)))
            here.append(standing);
    }
    return here;
}

QSet<QString> RevisionModel::appliedTo(const Standing &standing) const
{
    if (!m_history)
        return {};
    const migration::RevisionGraph &graph = m_history->graph();
    migration::RevisionGraph::Indexes heads;
    for (const QString &head : standing.heads) {
        if (graph.contains(head))
            heads.push_back(graph.indexOf(head));
    }
    const QStringList ids = graph.ids(graph.ancestors(heads, migration::RevisionGraph::Follow::Dependencies));
    return {ids.begin(), ids.end()};
}

int RevisionModel::pendingCount(const Standing &standing) const
{
    if (standing.state != Standing::State::Known)
        return -1;
    return int(m_lanes.rows.size() - appliedTo(standing).size());
}

QString RevisionModel::summary(const migration::Revision &revision)
{
    QStringList words;
    for (const operation::Operation &operation : revision.operations)
        words.append(operationText(operation));
    if (words.isEmpty())
        return revision.parents.size() > 1 ? tr("joins %n branches", nullptr, int(revision.parents.size())) : tr("changes nothing");
    return words.join(QLatin1String("; "));
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    const migration::Revision *revision = this->revision(index.row());
    if (!revision)
        return {};
    switch (role) {
    case Qt::DisplayRole: return revision->message;
    case Qt::ToolTipRole: return summary(*revision);
    case Qt::AccessibleTextRole: {
        QStringList said{revision->message, revision->id, summary(*revision)};
        const Applied state = applied(index.row());
        if (state != Applied::Unknown)
            said.append(state == Applied::Yes ? tr("applied") : tr("pending"));
        for (const Standing &standing : standingAt(index.row()))
            said.append(tr("%1 stands here").arg(standing.name));
        return said.join(QLatin1String(", "));
    }
    default: return {};
    }
}

} // namespace joinery::ui
