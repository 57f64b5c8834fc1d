// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"
#include "core/session/inverse.h"

#include <QDateTime>

namespace joinery::session {

/// A commit that happened, as a list shows it.
struct CommitNote
{
    QString id;
    QDateTime when; ///< UTC
    schema::Name table;
    int updates = 0, inserts = 0, deletes = 0;
    int inverse = 0;       ///< rows that its inverse touches
    QMap<Inverse::Loss, int> losses;
    QString undoes;        ///< the commit that this one took back, may be empty
    bool isUndone = false;
    friend bool operator==(const CommitNote &, const CommitNote &) = default;
};

/// A commit with what takes it back.
struct KeptCommit
{
    CommitNote note;
    QStringList columns; ///< of the table at that time, and what told its rows apart
    QStringList key;
    std::vector<RowChange> changes;
};

/// Whether the inverse fits the table as it is now.
enum class Fit { Fits, TableGone, TableAltered };
Fit fitOf(const KeptCommit &commit, const RowSource &source);

/// The last commits of one connection in a folder of its own, a file each, for the user alone. Files of unknown size: not on
/// the thread of the window.
class CommitHistory
{
public:
    static constexpr int kMost = 50;

    explicit CommitHistory(QString folder) : m_folder(std::move(folder)) {}

    /// Keeps a commit, forgets what is older than the last kMost, and gives its id. `undoes`: the commit that it took back.
    Result<QString> add(const RowSource &source, const std::vector<RowChange> &changes, const CommitReport &report,
                        const QString &undoes = {});
    /// The youngest first. What cannot be read is left out.
    std::vector<CommitNote> list() const;
    Result<KeptCommit> read(const QString &id) const;

private:
    void forget();
    Status markUndone(const QString &id);
    QString path(const QString &id) const;

    QString m_folder;
};

} // namespace joinery::session
