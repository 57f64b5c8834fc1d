// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/world.h"

#include "core/builtin.h"
#include "core/worker/logged_connection.h"

namespace joinery::worker {

namespace {

// A server, or a firewall on the way to it, may drop a connection that nobody uses; after this rest it is asked first.
constexpr qint64 kRestBeforePing = 10'000;

} // namespace

World::Guest::~Guest() = default;

World::World(Target target, Listener listener) : m_target(std::move(target)), m_listener(std::move(listener)) {}

World::~World() = default;

Result<driver::Connection *> World::connection(const CancelToken &token)
{
    m_guest.reset();
    if (m_connection && m_connection->isOpen() && m_idle.isValid() && m_idle.elapsed() > kRestBeforePing
        && m_connection->transactionState() == driver::TransactionState::Idle) {
        if (const Status alive = m_connection->ping(token); !alive) {
            if (alive.error().kind == ErrorKind::Cancelled)
                return fail(alive.error());
            m_connection.reset();
        }
    }
    if (m_connection && !m_connection->isOpen())
        m_connection.reset();
    if (!m_connection) {
        driver::ConnectOptions options;
        options.timeoutSeconds = m_target.connectTimeoutSeconds;
        options.readOnly = m_target.readOnly;
        JOINERY_TRY_VALUE(auto opened, connect(m_target.url, options, token));
        m_connection = std::make_unique<LoggedConnection>(std::move(opened), m_listener.statementRun);
    }
    m_idle.start();
    return m_connection.get();
}

const dialect::Dialect &World::dialect() const
{
    return m_connection ? dialectOf(*m_connection) : dialectOf(m_target.url);
}

void World::reportTransaction()
{
    m_idle.start();
    const auto state = m_connection && m_connection->isOpen() ? m_connection->transactionState()
                                                              : driver::TransactionState::Idle;
    if (std::exchange(m_reported, state) != state)
        m_listener.transactionChanged(state != driver::TransactionState::Idle, state == driver::TransactionState::Failed);
}

Result<bool> World::hasLargeCells(driver::Connection &connection, const schema::Name &table, bool anew, const CancelToken &token)
{
    const auto known = m_largeCells.constFind(table);
    if (known != m_largeCells.cend() && !anew)
        return *known;
    JOINERY_TRY_VALUE(const bool may, dialect().mayHoldLargeCells(connection, table, token));
    m_largeCells.insert(table, may);
    return may;
}

} // namespace joinery::worker
