// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/counting_proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace joinery::test {

namespace {

sockaddr_in localAddress(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// Hands on what has come; false at the end.
bool handOn(int from, int to)
{
    char buffer[65536];
    const ssize_t size = read(from, buffer, sizeof buffer);
    for (ssize_t sent = 0; sent < size;) {
        const ssize_t now = write(to, buffer + sent, size_t(size - sent));
        if (now <= 0)
            return false;
        sent += now;
    }
    return size > 0;
}

} // namespace

CountingProxy::CountingProxy(std::uint16_t serverPort) : m_serverPort(serverPort), m_listener(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = localAddress(0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && listen(m_listener, 1) == 0
        && getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0 && pipe(m_stop) == 0) {
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
}

CountingProxy::~CountingProxy()
{
    close(m_stop[1]);
    if (m_thread.joinable())
        m_thread.join();
    close(m_stop[0]);
    close(m_listener);
}

void CountingProxy::serve()
{
    pollfd waiting[] = {{m_listener, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
    if (poll(waiting, 2, -1) <= 0 || (waiting[1].revents != 0))
        return;
    const int client = accept(m_listener, nullptr, nullptr);
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = localAddress(m_serverPort);
    bool open = connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    bool answered = true;
    while (open) {
        pollfd ends[] = {{client, POLLIN, 0}, {server, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
        if (poll(ends, 3, -1) <= 0 || ends[2].revents != 0)
            break;
        if (ends[0].revents != 0) {
            m_trips += answered;
            answered = false;
            if (m_trips == m_cutAt && m_cut == Cut::BeforeServer)
                break;
            open = handOn(client, server);
        }
        if (open && ends[1].revents != 0) {
            answered = true;
            if (m_trips == m_cutAt)
                break;
            open = handOn(server, client);
        }
    }
    close(client);
    close(server);
}

} // namespace joinery::test
