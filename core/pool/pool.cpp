// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pool/pool.h"

#include "core/pool/pool_state.h"

namespace joinery::pool {

Pool::Pool(Connector connector, PoolOptions options)
    : m_state(std::make_shared<PoolState>(std::move(connector), std::move(options)))
{}

Pool::~Pool() { m_state->dispose(true); }

Result<PooledConnection> Pool::checkOut(const CancelToken &token)
{
    JOINERY_TRY_VALUE(PoolEntry entry, m_state->checkOut(token));
    return PooledConnection(m_state, std::move(entry));
}

void Pool::invalidate() { m_state->invalidate(); }
void Pool::dispose() { m_state->dispose(false); }
void Pool::setReadOnly(bool readOnly) { m_state->setReadOnly(readOnly); }
PoolCounters Pool::counters() const { return m_state->counters(); }

PooledConnection::PooledConnection(std::shared_ptr<PoolState> pool, PoolEntry entry)
    : m_pool(std::move(pool)), m_entry(std::move(entry))
{}

PooledConnection::~PooledConnection() { release(); }

PooledConnection &PooledConnection::operator=(PooledConnection &&other) noexcept
{
    if (this != &other) {
        release();
        m_pool = std::move(other.m_pool);
        m_entry = std::move(other.m_entry);
        m_invalid = other.m_invalid;
    }
    return *this;
}

void PooledConnection::release()
{
    if (m_entry.connection)
        m_pool->checkIn(std::move(m_entry), m_invalid);
}

} // namespace joinery::pool
