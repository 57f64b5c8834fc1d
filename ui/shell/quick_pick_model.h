// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/quick_pick.h"

#include <QAbstractListModel>

namespace joinery::ui {

/// The entries that match, best first.
class QuickPickModel : public QAbstractListModel
{
    Q_OBJECT
public:
    QuickPickModel(QList<QuickPick::Entry> entries, QObject *parent);

    void setPattern(const QString &pattern);
    const QuickPick::Entry &entry(int row) const { return m_entries.at(m_shown.at(row).index); }
    const QList<int> &positions(int row) const { return m_shown.at(row).positions; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Shown
    {
        int index;
        int score;
        QList<int> positions;
    };
    static constexpr int kMost = 200;
    QList<QuickPick::Entry> m_entries;
    QList<Shown> m_shown;
};

} // namespace joinery::ui
