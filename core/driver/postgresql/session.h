// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/socket_wait.h"

struct pg_conn;
struct pg_result;

namespace joinery::driver::postgresql {

struct ClearResult
{
    void operator()(pg_result *result) const;
};
using ResultPtr = std::unique_ptr<pg_result, ClearResult>;

/// How a COPY FROM STDIN stands after a piece was sent.
enum class CopyState {
    Going,
    Answered,  ///< the server has something to say before the end: an error, or a notice
    Cancelled, ///< the token said so: the COPY is to be failed
};

/// The wire under a connection: sends, waits without blocking in libpq, cancels, and collects notices. The thread that
/// waits sends the cancellation itself, so that the one who asks for it never waits for a network.
class Session
{
public:
    explicit Session(pg_conn *connection);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    pg_conn *handle() const { return m_connection; }
    bool isOpen() const;

    /// The next result of what was sent; a null pointer where there is none left. Failed results are results too:
    /// only a lost connection is an error here.
    Result<ResultPtr> next(const CancelToken &token);
    /// Reads and drops what is left; `cancelling` asks the server to stop first.
    void finish(bool cancelling);
    /// Sends a statement whose rows are few, and returns its result.
    Result<ResultPtr> ask(const QByteArray &sql, const CancelToken &token = {},
                          std::span<const QByteArray> parameters = {});

    /// Sends what is buffered of a COPY FROM STDIN. A cancellation is not sent to the server unless it stopped reading: a COPY
    /// is failed by the one who feeds it.
    Result<CopyState> flushCopy(const CancelToken &token);

    /// Appends the next row of a COPY TO STDOUT; false at the end or at an error, which the next result tells.
    Result<bool> nextCopyData(QByteArray &buffer, const CancelToken &token);

    /// What is known after the connection broke.
    Error lost(const QString &sql) const;
    std::vector<Notice> takeNotices() { return std::exchange(m_notices, {}); }

private:
    Status flush(const CancelToken &token);
    Waiting wait(bool writing, const CancelToken &token);
    void cancelAtServer();
    bool dropCopyOut();
    bool isReadable() const;

    pg_conn *m_connection;
    std::vector<Notice> m_notices;
    Deadline m_patience;   ///< set once a cancellation was sent: until then the server must have answered
    bool m_lost = false;
};

} // namespace joinery::driver::postgresql
