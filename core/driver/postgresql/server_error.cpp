// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/server_error.h"

#include "core/driver/postgresql/libpq.h"
#include "core/driver/source_position.h"

#include <QRegularExpression>

namespace joinery::driver::postgresql {

namespace {

QString field(const pg_result *result, int code) { return QString::fromUtf8(pq().PQresultErrorField(result, code)); }

QString joined(const QString &a, const QString &b) { return a.isEmpty() ? b : b.isEmpty() ? a : QString(a + u'\n' + b); }

// "FATAL:  28P01: words" with LOCATION lines behind it: what PQERRORS_VERBOSE makes of it.
struct Verbose
{
    QString text;
    QString sqlState;
};

Verbose takeVerboseApart(const QString &message)
{
    static const QRegularExpression state(QStringLiteral(R"(((?:FATAL|ERROR|PANIC|[A-Z]{4,}):\s+)([0-9A-Z]{5}): )"));
    static const QRegularExpression location(QStringLiteral(R"(\n?LOCATION: [^\n]*)"));
    Verbose verbose{message.trimmed(), {}};
    if (const auto match = state.match(verbose.text); match.hasMatch()) {
        verbose.sqlState = match.captured(2);
        verbose.text.replace(state, QStringLiteral("\\1"));
    }
    verbose.text.remove(location);
    return verbose;
}

} // namespace

ErrorKind kindOfState(const QString &sqlState)
{
    static const std::pair<const char *, ErrorKind> kinds[] = {
        // exact codes first, then classes: https://www.postgresql.org/docs/current/errcodes-appendix.html
        {"23502", ErrorKind::NotNull}, {"23503", ErrorKind::ForeignKey}, {"23505", ErrorKind::Unique},
        {"23514", ErrorKind::Check}, {"23P01", ErrorKind::Unique}, {"23001", ErrorKind::ForeignKey},
        {"25006", ErrorKind::ReadOnly}, {"28", ErrorKind::Authentication}, {"3D000", ErrorKind::NoDatabase},
        {"40001", ErrorKind::Conflict}, {"40P01", ErrorKind::Conflict},
        {"42501", ErrorKind::Permission}, {"42601", ErrorKind::Syntax}, {"42P01", ErrorKind::Undefined},
        {"42703", ErrorKind::Undefined}, {"42883", ErrorKind::Undefined}, {"42704", ErrorKind::Undefined},
        {"3F000", ErrorKind::Undefined}, {"42P02", ErrorKind::Undefined}, {"26000", ErrorKind::Undefined},
        {"42P07", ErrorKind::Duplicate}, {"42701", ErrorKind::Duplicate}, {"42710", ErrorKind::Duplicate},
        {"42P06", ErrorKind::Duplicate}, {"42P04", ErrorKind::Duplicate}, {"42723", ErrorKind::Duplicate},
        {"42804", ErrorKind::Data}, {"22", ErrorKind::Data}, {"21", ErrorKind::Data},
        {"55P03", ErrorKind::Busy}, {"55006", ErrorKind::Busy}, {"57014", ErrorKind::Cancelled},
        {"57P03", ErrorKind::Busy}, {"57P", ErrorKind::Network}, {"08", ErrorKind::Network},
        {"53", ErrorKind::Io}, {"58", ErrorKind::Io}, {"0A", ErrorKind::Unsupported}, {"42", ErrorKind::Syntax},
        {"XX001", ErrorKind::Corrupt}, {"XX002", ErrorKind::Corrupt},
    };
    for (const auto &[prefix, kind] : kinds) {
        if (sqlState.startsWith(QLatin1String(prefix)))
            return sqlState == u"53300" ? ErrorKind::Busy : kind;
    }
    return ErrorKind::Server;
}

Error errorOf(const pg_result *result, const QString &sql)
{
    Error error;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    error.kind = kindOfState(error.sqlState);
    error.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(pq().PQresultErrorMessage(result)).trimmed();
    error.detail = joined(joined(field(result, PG_DIAG_MESSAGE_DETAIL), field(result, PG_DIAG_MESSAGE_HINT)),
                          field(result, PG_DIAG_CONTEXT));
    // A limit of the server, and no wish of the caller's.
    if (error.sqlState == u"57014" && error.message.contains(QStringLiteral("timeout")))
        error.kind = ErrorKind::Timeout;
    error.statement = sql;
    if (const int position = field(result, PG_DIAG_STATEMENT_POSITION).toInt(); position > 0)
        error.offset = utf16FromCharacters(sql, position - 1);
    error.damage = Damage::Statement;
    return error;
}

Error lostConnection(const pg_conn *connection, const QString &sql)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.damage = Damage::Connection;
    const Verbose verbose = takeVerboseApart(QString::fromUtf8(pq().PQerrorMessage(connection)));
    error.message = verbose.text.isEmpty() ? QStringLiteral("The connection to the server was lost.") : verbose.text;
    error.sqlState = verbose.sqlState;
    error.statement = sql;
    return error;
}

Error connectError(const pg_conn *connection, int lastStatus)
{
    const Verbose verbose = takeVerboseApart(QString::fromUtf8(pq().PQerrorMessage(connection)));
    Error error;
    error.message = verbose.text;
    error.sqlState = verbose.sqlState;
    error.damage = Damage::None;
    const auto says = [&](const char *words) { return verbose.text.contains(QLatin1String(words), Qt::CaseInsensitive); };
    if (!verbose.sqlState.isEmpty())
        error.kind = kindOfState(verbose.sqlState);
    else if (says("could not translate host name"))
        error.kind = ErrorKind::NameResolution;
    else if (says("password") || says("authentication"))
        error.kind = ErrorKind::Authentication;
    else if (lastStatus == CONNECTION_SSL_STARTUP || says("SSL") || says("certificate"))
        error.kind = ErrorKind::Tls;
    else if (says("Connection refused") || lastStatus != CONNECTION_BAD)
        error.kind = ErrorKind::Network;
    else
        error.kind = ErrorKind::InvalidInput; // libpq refused the parameters before it tried
    return error;
}

} // namespace joinery::driver::postgresql
