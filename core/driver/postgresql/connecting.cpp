// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/connecting.h"

#include "core/driver/postgresql/server_error.h"

#include <libpq-fe.h>

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
        PQconnectStartParams(parameters.keywords(), parameters.values(), 0), &PQfinish);
    if (!connection)
        return fail(ErrorKind::Internal, QStringLiteral("libpq is out of memory."));
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE); // the only way to the SQLSTATE of a refused login

    ConnStatusType last = PQstatus(connection.get());
    PostgresPollingStatusType polling = last == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (polling != PGRES_POLLING_OK) {
        if (polling == PGRES_POLLING_FAILED)
            return fail(connectError(connection.get(), last));
        const bool reading = polling == PGRES_POLLING_READING;
        switch (waitForSocket(PQsocket(connection.get()), reading, !reading, deadline, token)) {
        case Waiting::Ready: break;
        case Waiting::TimedOut: return fail(noAnswer(parameters, last));
        case Waiting::Cancelled: return fail(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
        }
        polling = PQconnectPoll(connection.get());
        if (PQstatus(connection.get()) != CONNECTION_BAD)
            last = PQstatus(connection.get());
    }
    return connection.release();
}

} // namespace joinery::driver::postgresql
