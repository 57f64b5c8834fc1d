// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace joinery::test {

/// Stands between a client and a server on 127.0.0.1 and counts round trips: how often the client speaks again after the server
/// has answered. One connection, which it breaks where it is told to.
class CountingProxy
{
public:
    explicit CountingProxy(std::uint16_t serverPort);
    ~CountingProxy();
    CountingProxy(const CountingProxy &) = delete;
    CountingProxy &operator=(const CountingProxy &) = delete;

    std::uint16_t port() const { return m_port; }
    int roundTrips() const { return m_trips; }

    /// Breaks the connection in a round trip, counted from the first: the server does not hear the client any more, or it
    /// does what it was told and its answer is lost.
    enum class Cut { BeforeServer, BeforeAnswer };
    void cutAt(int roundTrip, Cut cut)
    {
        m_cut = cut;
        m_cutAt = roundTrip;
    }

private:
    void serve();

    std::uint16_t m_serverPort;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    int m_stop[2] = {-1, -1}; ///< a pipe: closing it ends the thread
    std::atomic<int> m_trips = 0;
    std::atomic<int> m_cutAt = -1;
    std::atomic<Cut> m_cut = Cut::BeforeServer;
    std::thread m_thread;
};

} // namespace joinery::test
