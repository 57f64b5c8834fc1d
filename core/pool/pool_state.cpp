// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pool/pool_state.h"

namespace joinery::pool {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookAtToken{50};

} // namespace

PoolState::PoolState(Connector connector, PoolOptions options)
    : m_connector(std::move(connector)), m_options(std::move(options)), m_readOnly(m_options.readOnly)
{}

Result<PoolEntry> PoolState::takePlace(const CancelToken &token)
{
    const auto deadline = steady_clock::now() + m_options.poolTimeout;
    std::unique_lock lock(m_mutex);
    for (;;) {
        JOINERY_TRY(token.check());
        if (!m_idle.empty()) {
            PoolEntry entry;
            if (m_options.lifo) {
                entry = std::move(m_idle.back());
                m_idle.pop_back();
            } else {
                entry = std::move(m_idle.front());
                m_idle.pop_front();
            }
            return entry;
        }
        if (m_options.maxOverflow < 0 || m_places < m_options.poolSize + m_options.maxOverflow) {
            ++m_places;
            return PoolEntry();
        }
        const auto now = steady_clock::now();
        if (now >= deadline) {
            ++m_counters.timeouts;
            return fail(ErrorKind::Timeout, QStringLiteral("All %1 connections of the pool (%2 kept, %3 overflow) stayed in use for "
                                                           "%4 seconds.").arg(m_places).arg(m_options.poolSize)
                                                .arg(m_options.maxOverflow).arg(double(m_options.poolTimeout.count()) / 1000));
        }
        m_returned.wait_for(lock, std::min<steady_clock::duration>(kLookAtToken, deadline - now));
    }
}

Result<PoolEntry> PoolState::checkOut(const CancelToken &token)
{
    JOINERY_TRY_VALUE(PoolEntry entry, takePlace(token));
    if (entry.connection && !isUsable(entry, token))
        close(std::move(entry));
    if (!entry.connection) {
        auto opened = open(token);
        if (!opened) {
            givePlaceBack();
            return opened;
        }
        entry = *std::move(opened);
    }
    bool readOnly = false;
    {
        const std::scoped_lock lock(m_mutex);
        readOnly = m_readOnly;
    }
    if (entry.connection->isReadOnly() != readOnly) {
        if (Status switched = entry.connection->setReadOnly(readOnly); !switched) {
            close(std::move(entry));
            givePlaceBack();
            return fail(std::move(switched).error());
        }
    }
    return entry;
}

bool PoolState::isUsable(PoolEntry &entry, const CancelToken &token)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!entry.connection->isOpen() || entry.generation != m_generation) {
            ++m_counters.invalidated;
            return false;
        }
        if (m_options.poolRecycle && steady_clock::now() - entry.openedAt >= *m_options.poolRecycle) {
            ++m_counters.recycled;
            return false;
        }
    }
    if (!m_options.prePing || entry.connection->ping(token))
        return true;
    invalidate(); // what one has lost, the others have lost too
    const std::scoped_lock lock(m_mutex);
    ++m_counters.invalidated;
    return false;
}

Result<PoolEntry> PoolState::open(const CancelToken &token)
{
    PoolEntry entry;
    {
        const std::scoped_lock lock(m_mutex);
        entry.generation = m_generation;
    }
    JOINERY_TRY_VALUE(entry.connection, m_connector(token));
    entry.openedAt = steady_clock::now();
    {
        const std::scoped_lock lock(m_mutex);
        ++m_counters.opened;
    }
    if (m_options.prepare) {
        if (Status prepared = m_options.prepare(*entry.connection); !prepared) {
            close(std::move(entry));
            return fail(std::move(prepared).error());
        }
    }
    return entry;
}

void PoolState::checkIn(PoolEntry entry, bool invalid)
{
    driver::Connection &connection = *entry.connection;
    const bool lost = !connection.isOpen();
    bool keep = !lost && !invalid;
    if (keep && connection.transactionState() != driver::TransactionState::Idle)
        keep = connection.rollback().has_value() && connection.transactionState() == driver::TransactionState::Idle;
    (void)connection.takeNotices(); // they were meant for the one who had it
    if (lost)
        invalidate();
    {
        const std::scoped_lock lock(m_mutex);
        if (!keep)
            ++m_counters.invalidated;
        keep = keep && !m_disposed && entry.generation == m_generation && int(m_idle.size()) < m_options.poolSize;
        if (keep)
            m_idle.push_back(std::move(entry));
        else
            --m_places;
    }
    m_returned.notify_one();
    if (!keep)
        close(std::move(entry));
}

void PoolState::invalidate()
{
    const std::scoped_lock lock(m_mutex);
    ++m_generation;
}

void PoolState::dispose(bool forEver)
{
    std::deque<PoolEntry> idle;
    {
        const std::scoped_lock lock(m_mutex);
        ++m_generation;
        m_disposed = forEver;
        idle.swap(m_idle);
        m_places -= int(idle.size());
    }
    m_returned.notify_all();
    for (PoolEntry &entry : idle)
        close(std::move(entry));
}

void PoolState::setReadOnly(bool readOnly)
{
    const std::scoped_lock lock(m_mutex);
    m_readOnly = readOnly;
}

PoolCounters PoolState::counters() const
{
    const std::scoped_lock lock(m_mutex);
    PoolCounters counters = m_counters;
    counters.idle = int(m_idle.size());
    counters.checkedOut = m_places - counters.idle;
    counters.overflow = m_places - m_options.poolSize;
    return counters;
}

void PoolState::givePlaceBack()
{
    {
        const std::scoped_lock lock(m_mutex);
        --m_places;
    }
    m_returned.notify_one();
}

void PoolState::close(PoolEntry entry)
{
    entry.connection.reset();
    const std::scoped_lock lock(m_mutex);
    ++m_counters.closed;
}

} // namespace joinery::pool
