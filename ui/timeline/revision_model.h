// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/standing.h"

#include <QAbstractListModel>
#include <QSet>

namespace joinery::ui {

/// The revisions of a project as rows, oldest first, with the databases that stand on them. What is applied and what
/// is pending is said for one database at a time: the target.
class RevisionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Applied { Yes, No, Unknown };

    using QAbstractListModel::QAbstractListModel;

    void setHistory(migration::HistoryPtr history);
    void setStandings(const QList<Standing> &standings, const QString &target);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const migration::HistoryPtr &history() const { return m_history; }
    const Lanes &lanes() const { return m_lanes; }
    const migration::Revision *revision(int row) const;
    int rowOf(const QString &id) const { return int(m_lanes.rows.indexOf(id)); }
    Applied applied(int row) const;
    QList<Standing> standingAt(int row) const;
    /// Revisions that the target has not got yet; -1 where nobody knows.
    int pendingCount(const Standing &standing) const;
    /// "create table book, rename column book.writer_id to author_id": what a revision does, in words.
    static QString summary(const migration::Revision &revision);
    /// "shop: 3 differences from its revision": how a database is, beside where it stands.
    static QString standingText(const Standing &standing);

private:
    QSet<QString> appliedTo(const Standing &standing) const;
    /// The head itself, or the squash that it is inside of.
    QString rowId(const QString &head) const;
    migration::HistoryPtr m_history;
    Lanes m_lanes;
    QList<Standing> m_standings;
    bool m_targetKnown = false;
    QSet<QString> m_applied;
};

} // namespace joinery::ui
