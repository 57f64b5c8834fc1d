// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quick_pick_model.h"

#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace joinery::ui {

QuickPickModel::QuickPickModel(QList<QuickPick::Entry> entries, QObject *parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
    setPattern({});
}

void QuickPickModel::setPattern(const QString &pattern)
{
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < m_entries.size(); ++i)
        if (std::optional<FuzzyMatch> match = fuzzyMatch(pattern, m_entries.at(i).text))
            m_shown.append({i, match->score, match->positions});
    std::stable_sort(m_shown.begin(), m_shown.end(), [](const Shown &a, const Shown &b) { return a.score > b.score; });
    if (m_shown.size() > kMost)
        m_shown.resize(kMost);
    endResetModel();
}

int QuickPickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant QuickPickModel::data(const QModelIndex &index, int role) const
{
    const QuickPick::Entry &entry = this->entry(index.row());
    if (role == Qt::DisplayRole)
        return entry.text;
    if (role == Qt::AccessibleTextRole) {
        QStringList words{entry.text};
        for (const QString &word : {entry.detail, entry.right})
            if (!word.isEmpty())
                words.append(word);
        return words.join(QStringLiteral(", "));
    }
    return {};
}

} // namespace joinery::ui
