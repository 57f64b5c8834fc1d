// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/name.h"
#include "core/session/change_set.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace joinery::ui {

/// Staged edits of one table on disk, in the application's data folder, so that they outlive a crash. Holds values of
/// rows and no passwords. The file goes when nothing is staged.
class EditJournal : public QObject
{
    Q_OBJECT
public:
    /// `tab`: what tells a tab from another one of the same table, whose edits are its own; may be empty.
    EditJournal(const QString &connectionId, const schema::Name &table, const QString &tab, QObject *parent);
    ~EditJournal() override;

    struct Kept
    {
        QDateTime when;
        bool wasCommitting = false; ///< a commit of them was under way: it may have happened
        std::vector<session::RowChange> changes;
    };
    /// What an earlier run left; nothing where there is none. A file that cannot be read is an error and stays.
    Result<std::optional<Kept>> read() const;
    /// Written a moment later, together with what else changes in that moment.
    void keep(const std::vector<session::RowChange> &changes);
    /// Says on disk, now, that a commit of what is kept begins, or that it failed.
    void setCommitting(bool committing);
    /// Writes what waits, now.
    void flush();
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void failed(const joinery::Error &error);

private:
    QString m_path;
    std::vector<session::RowChange> m_waiting;
    bool m_committing = false;
    QTimer m_timer;
};

} // namespace joinery::ui
