// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/connect_settings.h"
#include "core/driver/socket_wait.h"

struct st_mysql;

namespace joinery::driver::mysql {

/// The wire under a connection: runs libmariadb's calls in their non-blocking form and waits for the socket itself, so
/// that a cancellation is noticed at any moment. KILL QUERY is sent by the thread that waits, over a second connection.
class Wire
{
public:
    explicit Wire(ConnectSettings settings);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    Status connect(const CancelToken &token);
    st_mysql *handle() const { return m_handle; }
    const ConnectSettings &settings() const { return m_settings; }
    bool isOpen() const { return m_open; }
    void setLost() { m_open = false; }

    /// Runs one call of libmariadb: `start` begins it and returns what it waits for, `proceed` goes on with what came.
    template <class Start, class Proceed>
    void drive(Start start, Proceed proceed, const CancelToken &token)
    {
        for (int wanted = start(); wanted != 0;)
            wanted = proceed(wait(wanted, token));
    }

    /// COM_QUERY. The result is to be fetched.
    bool query(const QByteArray &sql, const CancelToken &token);
    /// A statement without rows.
    Status command(const QByteArray &sql, const CancelToken &token = {});
    /// Stops the statement that runs once this time has passed.
    void stopAfter(std::chrono::milliseconds time) { m_stopAt = std::chrono::steady_clock::now() + time; }
    /// Stops the statement that runs, now.
    void killQuery();
    /// To be called when the statement is over: what was sent to stop it must not hit the next one.
    void settle();
    Error lastError(const QString &sql) const;

private:
    int wait(int wanted, const CancelToken &token);

    ConnectSettings m_settings;
    st_mysql *m_handle;
    Deadline m_deadline;      ///< of the connect, or of the answer to a KILL
    Deadline m_stopAt;
    unsigned long m_threadId = 0;
    bool m_connecting = false;
    bool m_gaveUp = false;    ///< the deadline passed, or the connect was cancelled
    bool m_killed = false;
    bool m_open = false;
};

} // namespace joinery::driver::mysql
