// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/session.h"

#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/server_error.h"

#include <poll.h>

namespace joinery::driver::postgresql {

namespace {

constexpr int kSecondsAfterCancel = 10;

void receiveNotice(void *notices, const PGresult *result)
{
    const auto field = [result](int code) { return QString::fromUtf8(pq().PQresultErrorField(result, code)); };
    Notice notice;
    notice.severity = field(PG_DIAG_SEVERITY_NONLOCALIZED);
    notice.message = field(PG_DIAG_MESSAGE_PRIMARY);
    notice.sqlState = field(PG_DIAG_SQLSTATE);
    if (notice.severity.isEmpty())
        notice.severity = field(PG_DIAG_SEVERITY);
    for (const int code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT}) {
        if (const QString more = field(code); !more.isEmpty())
            notice.message += u'\n' + more;
    }
    static_cast<std::vector<Notice> *>(notices)->push_back(std::move(notice));
}

} // namespace

void ClearResult::operator()(pg_result *result) const { pq().PQclear(result); }

Session::Session(pg_conn *connection) : m_connection(connection)
{
    pq().PQsetnonblocking(m_connection, 1);
    pq().PQsetErrorVerbosity(m_connection, PQERRORS_DEFAULT);
    pq().PQsetNoticeReceiver(m_connection, receiveNotice, &m_notices);
}

Session::~Session() { pq().PQfinish(m_connection); }

bool Session::isOpen() const { return !m_lost && pq().PQstatus(m_connection) == CONNECTION_OK; }

Error Session::lost(const QString &sql) const { return lostConnection(m_connection, sql); }

void Session::cancelAtServer()
{
    m_patience = deadlineIn(kSecondsAfterCancel);
    PGcancel *cancel = pq().PQgetCancel(m_connection);
    char why[256];
    if (cancel)
        pq().PQcancel(cancel, why, sizeof why); // where it fails, the answer is waited for until m_patience ends
    pq().PQfreeCancel(cancel);
}

// Ready, or TimedOut when the server did not answer to a cancellation.
Waiting Session::wait(bool writing, const CancelToken &token)
{
    const CancelToken calm;
    for (;;) {
        const Waiting waited = waitForSocket(pq().PQsocket(m_connection), true, writing, m_patience, m_patience ? calm : token);
        if (waited != Waiting::Cancelled)
            return waited;
        cancelAtServer();
    }
}

Status Session::flush(const CancelToken &token)
{
    for (;;) {
        const int left = pq().PQflush(m_connection);
        if (left == 0)
            return {};
        if (left < 0 || wait(true, token) == Waiting::TimedOut || pq().PQconsumeInput(m_connection) == 0) {
            m_lost = true;
            return fail(lost({}));
        }
    }
}

Result<bool> Session::nextCopyData(QByteArray &buffer, const CancelToken &token)
{
    for (;;) {
        char *row = nullptr;
        const int length = pq().PQgetCopyData(m_connection, &row, 1);
        if (length > 0) {
            buffer.append(row, length);
            pq().PQfreemem(row);
            return true;
        }
        if (length < 0)
            return false;
        if (wait(false, token) == Waiting::TimedOut || pq().PQconsumeInput(m_connection) == 0) {
            m_lost = true;
            return fail(lost({}));
        }
    }
}

bool Session::isReadable() const
{
    pollfd descriptor{pq().PQsocket(m_connection), POLLIN, 0};
    return poll(&descriptor, 1, 0) > 0;
}

Result<CopyState> Session::flushCopy(const CancelToken &token)
{
    const CancelToken calm;
    Deadline stopsReading;
    bool speaks = false;
    for (;;) {
        const int left = pq().PQflush(m_connection);
        if (left == 0)
            break;
        if (token.isCancelled() && !stopsReading)
            stopsReading = deadlineIn(1);
        const Deadline until = m_patience ? m_patience : stopsReading;
        const Waiting waited = left < 0 ? Waiting::Ready
                                        : waitForSocket(pq().PQsocket(m_connection), true, true, until, until ? calm : token);
        if (waited == Waiting::TimedOut && !m_patience) {
            cancelAtServer(); // it waits for a lock
            continue;
        }
        speaks = speaks || isReadable();
        if (left < 0 || waited == Waiting::TimedOut || pq().PQconsumeInput(m_connection) == 0) {
            m_lost = true;
            return fail(lost({}));
        }
    }
    if (token.isCancelled())
        return CopyState::Cancelled;
    return speaks || isReadable() ? CopyState::Answered : CopyState::Going;
}

Result<ResultPtr> Session::next(const CancelToken &token)
{
    JOINERY_TRY(flush(token));
    if (token.isCancelled() && !m_patience && pq().PQisBusy(m_connection))
        cancelAtServer();
    while (pq().PQisBusy(m_connection)) {
        if (wait(false, token) == Waiting::TimedOut) {
            m_lost = true;
            Error error;
            error.kind = ErrorKind::Cancelled;
            error.damage = Damage::Connection;
            error.message = QStringLiteral("The server did not answer to the cancellation; the connection was given up.");
            return fail(std::move(error));
        }
        if (pq().PQconsumeInput(m_connection) == 0) {
            // The server's last words may be complete in the buffer: they come out of PQgetResult below.
            m_lost = true;
            break;
        }
    }
    ResultPtr result(pq().PQgetResult(m_connection));
    if (!result) {
        m_patience.reset();
        if (m_lost)
            return fail(lost({}));
    }
    return result;
}

void Session::finish(bool cancelling)
{
    if (cancelling && isOpen() && pq().PQtransactionStatus(m_connection) == PQTRANS_ACTIVE)
        cancelAtServer();
    for (;;) {
        const auto result = next({});
        if (!result || !*result)
            return;
        const ExecStatusType status = pq().PQresultStatus(result->get());
        if (status == PGRES_COPY_IN || status == PGRES_COPY_BOTH)
            pq().PQputCopyEnd(m_connection, "not supported here");
        if ((status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) && !dropCopyOut())
            return;
    }
}

bool Session::dropCopyOut()
{
    for (QByteArray row;; row.truncate(0)) {
        const Result<bool> more = nextCopyData(row, {});
        if (!more || !*more)
            return more.has_value();
    }
}

Result<ResultPtr> Session::ask(const QByteArray &sql, const CancelToken &token, std::span<const QByteArray> parameters)
{
    std::vector<const char *> values;
    for (const QByteArray &parameter : parameters)
        values.push_back(parameter.constData());
    const QString text = QString::fromUtf8(sql);
    if (pq().PQsendQueryParams(m_connection, sql.constData(), int(values.size()), nullptr, values.data(), nullptr, nullptr, 0) == 0)
        return fail(lost(text));
    ResultPtr last;
    for (;;) {
        JOINERY_TRY_VALUE(ResultPtr result, next(token));
        if (!result)
            break;
        last = std::move(result);
    }
    if (!last)
        return fail(lost(text));
    const ExecStatusType status = pq().PQresultStatus(last.get());
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
        return last;
    Error error = errorOf(last.get(), text);
    if (!isOpen())
        error.damage = Damage::Connection;
    else if (pq().PQtransactionStatus(m_connection) == PQTRANS_INERROR)
        error.damage = Damage::Transaction;
    return fail(std::move(error));
}

} // namespace joinery::driver::postgresql
