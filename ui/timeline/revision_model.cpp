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
        const auto stands = [&](const QString &head) { return rowId(head) == m_lanes.rows.at(row); };
        if (standing.state == Standing::State::Known && std::ranges::any_of(standing.heads, stands))
            here.append(standing);
    }
    return here;
}

QString RevisionModel::rowId(const QString &head) const
{
    if (m_history->graph().contains(head))
        return head;
    const auto inside = [&](const auto &self, const migration::Revision &revision) -> bool {
        return revision.replaces.contains(head)
            || std::ranges::any_of(revision.replaced, [&](const migration::Revision &each) { return each.id != revision.id && self(self, each); });
    };
    for (const migration::Revision &revision : m_history->revisions()) {
        if (inside(inside, revision))
            return revision.id;
    }
    return {};
}

QString RevisionModel::standingText(const Standing &standing)
{
    if (!standing.halfApplied.isEmpty())
        return tr("%1: revision %2 was begun and not finished").arg(standing.name, standing.halfApplied);
    if (standing.isDrifted())
        return tr("%1: %n difference(s) from its revision. Click to see them.", nullptr, *standing.differences).arg(standing.name);
    return standing.differences ? tr("%1: as its revision says").arg(standing.name) : standing.name;
}

QSet<QString> RevisionModel::appliedTo(const Standing &standing) const
{
    if (!m_history)
        return {};
    const migration::RevisionGraph &graph = m_history->graph();
    migration::RevisionGraph::Indexes heads;
    for (const QString &head : standing.heads) {
        if (graph.contains(head)) {
            heads.push_back(graph.indexOf(head));
        } else if (const int squash = graph.indexOf(rowId(head)); squash >= 0) {
            // Inside of it: all that stands below is applied, and it is not.
            const std::vector<int> &below = graph.node(squash).down;
            heads.insert(heads.end(), below.begin(), below.end());
        }
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
            said.append(tr("%1 stands here").arg(standingText(standing)));
        return said.join(QLatin1String(", "));
    }
    default: return {};
    }
}

} // namespace joinery::ui
