// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

namespace joinery::ui {

/// What was opened last: connections by id, projects by folder. Newest first.
class RecentList : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Connection, Project };
    struct Entry
    {
        Kind kind = Kind::Connection;
        QString key;
        QDateTime when; ///< UTC
    };

    explicit RecentList(QString file, Clock clock = systemClock(), QObject *parent = nullptr);

    const QList<Entry> &entries() const { return m_entries; }
    void touch(Kind kind, const QString &key);
    void forget(Kind kind, const QString &key);
    /// "now", "5 min", "3 h", "yesterday", "Tuesday", "12 Mar": how long ago in few letters.
    QString ago(const QDateTime &when) const;

Q_SIGNALS:
    void changed();

private:
    void save() const;
    static constexpr int kMost = 12;
    QString m_file;
    Clock m_clock;
    QList<Entry> m_entries;
};

} // namespace joinery::ui
