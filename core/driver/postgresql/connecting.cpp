// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/connecting.h"

#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/server_error.h"

namespace joinery::driver::postgresql {

namespace {

QString stageOf(ConnStatusType status)
{
    switch (status) {
    case CONNECTION_SSL_STARTUP: return QStringLiteral("TLS handshake");
    case CONNECTION_AWAITING_RESPONSE:
    case CONNECTION_AUTH_OK: return QStringLiteral("login");
    default: return QStringLiteral("network");
    }
}

Error noAnswer(const ConnectParameters &parameters, ConnStatusType status)
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = QStringLiteral("No answer from %1 within %2 seconds.").arg(parameters.place()).arg(parameters.timeoutSeconds());
    error.detail = QStringLiteral("Stage: %1").arg(stageOf(status));
    return error;
}

} // namespace

Result<pg_conn *> connectTo(ConnectParameters parameters, const CancelToken &token)
{
    const Deadline deadline = deadlineIn(parameters.timeoutSeconds());
    JOINERY_TRY(parameters.lookUpHosts(deadline, token));

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        pq().PQconnectStartParams(parameters.keywords(), parameters.values(), 0), pq().PQfinish);
    if (!connection)
        return fail(ErrorKind::Internal, QStringLiteral("libpq is out of memory."));
    pq().PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE); // the only way to the SQLSTATE of a refused login

    ConnStatusType last = pq().PQstatus(connection.get());
    PostgresPollingStatusType polling = last == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (polling != PGRES_POLLING_OK) {
        if (polling == PGRES_POLLING_FAILED)
            return fail(connectError(connection.get(), last));
        const bool reading = polling == PGRES_POLLING_READING;
        switch (waitForSocket(pq().PQsocket(connection.get()), reading, !reading, deadline, token)) {
        case Waiting::Ready: break;
        case Waiting::TimedOut: return fail(noAnswer(parameters, last));
        case Waiting::Cancelled: return fail(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
        }
        polling = pq().PQconnectPoll(connection.get());
        if (pq().PQstatus(connection.get()) != CONNECTION_BAD)
            last = pq().PQstatus(connection.get());
    }
    return connection.release();
}

} // namespace joinery::driver::postgresql
