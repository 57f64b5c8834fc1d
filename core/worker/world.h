// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/worker/db_worker.h"

#include <QElapsedTimer>
#include <QHash>

namespace joinery::worker {

/// What lives on a worker's thread and what its jobs work on: the connection, and at most one thing that a job left
/// behind for a later one. Used on that thread alone.
class World
{
public:
    /// Something that outlives its job, e.g. an open cursor. It goes before the connection does, and before any other
    /// job uses the connection.
    class Guest
    {
    public:
        virtual ~Guest();
    };

    struct Listener
    {
        std::function<void(const QString &sql, qint64 microseconds, const QString &failure)> statementRun;
        std::function<void(bool open, bool failed)> transactionChanged;
        std::function<void(const Progress &)> progressed;
    };

    World(Target target, Listener listener);
    ~World();

    const Target &target() const { return m_target; }

    /// The open connection, or a new one where there is none or it was lost. Ends a guest.
    Result<driver::Connection *> connection(const CancelToken &token);
    /// The connection as it stands, for the job that continues with the guest; nullptr where there is none.
    driver::Connection *openConnection() const { return m_connection.get(); }
    /// Of the URL until there is a connection.
    const dialect::Dialect &dialect() const;

    void setGuest(std::unique_ptr<Guest> guest) { m_guest = std::move(guest); }
    Guest *guest() const { return m_guest.get(); }

    /// Whether a table may hold large cells, asked again where a reading begins anew.
    Result<bool> hasLargeCells(driver::Connection &connection, const schema::Name &table, bool anew, const CancelToken &token);

    void progress(const Progress &progress) const { m_listener.progressed(progress); }
    /// Tells a change of the transaction's state; after every job, and by jobs that take long.
    void reportTransaction();

private:
    Target m_target;
    Listener m_listener;
    std::unique_ptr<driver::Connection> m_connection;
    std::unique_ptr<Guest> m_guest;
    driver::TransactionState m_reported = driver::TransactionState::Idle;
    QElapsedTimer m_idle;
    QHash<schema::Name, bool> m_largeCells;
};

} // namespace joinery::worker
