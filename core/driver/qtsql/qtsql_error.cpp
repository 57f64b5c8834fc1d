// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/qtsql_error.h"

#include "core/driver/qtsql/odbc_calls.h"

#include <QRegularExpression>
#include <QSqlError>

namespace joinery::driver::qtsql {

namespace {

// Words for what a state as general as HY000 does not tell.
ErrorKind kindOfWords(const QString &message)
{
    const std::pair<const char *, ErrorKind> words[] = {
        {"unique constraint", ErrorKind::Unique}, {"duplicate", ErrorKind::Unique},
        {"not null constraint", ErrorKind::NotNull}, {"cannot be null", ErrorKind::NotNull},
        {"foreign key constraint", ErrorKind::ForeignKey}, {"check constraint", ErrorKind::Check},
        {"syntax error", ErrorKind::Syntax}, {"error in your sql syntax", ErrorKind::Syntax}, {"incomplete input", ErrorKind::Syntax},
        {"no such ", ErrorKind::Undefined}, {"does not exist", ErrorKind::Undefined}, {"doesn't exist", ErrorKind::Undefined}, {"unknown column", ErrorKind::Undefined},
        {"already exists", ErrorKind::Duplicate}, {"read-only", ErrorKind::ReadOnly}, {"readonly", ErrorKind::ReadOnly},
        {"interrupted", ErrorKind::Cancelled}, {"database is locked", ErrorKind::Busy},
        {"password authentication failed", ErrorKind::Authentication}, {"access denied", ErrorKind::Authentication},
        {"not a database", ErrorKind::NotADatabase}, {"could not translate host name", ErrorKind::NameResolution},
        {"unknown server host", ErrorKind::NameResolution}, {"unknown mysql server host", ErrorKind::NameResolution},
        {"unknown database", ErrorKind::NoDatabase}, {"data source name not found", ErrorKind::InvalidInput},
        {"can't open lib", ErrorKind::Unsupported}, {"connection refused", ErrorKind::Network},
        {"can't connect", ErrorKind::Network}, {"could not connect", ErrorKind::Network},
        {"starting up", ErrorKind::Busy}, {"lock wait timeout", ErrorKind::Busy}, {"lost connection", ErrorKind::Network},
        {"gone away", ErrorKind::Network}, {"server closed the connection", ErrorKind::Network},
        {"connection was killed", ErrorKind::Network},
    };
    for (const auto &[text, kind] : words) {
        if (message.contains(QLatin1String(text), Qt::CaseInsensitive))
            return kind;
    }
    return ErrorKind::Server;
}

ErrorKind kindOfState(const QString &state)
{
    static const std::pair<const char *, ErrorKind> kinds[] = {
        // https://learn.microsoft.com/en-us/sql/odbc/reference/appendixes/appendix-a-odbc-error-codes, and what servers give
        // beyond it; the exact ones first
        {"23502", ErrorKind::NotNull}, {"23503", ErrorKind::ForeignKey}, {"23505", ErrorKind::Unique}, {"23514", ErrorKind::Check},
        {"3D000", ErrorKind::NoDatabase}, {"42501", ErrorKind::Permission}, {"42601", ErrorKind::Syntax},
        {"42P01", ErrorKind::Undefined}, {"42703", ErrorKind::Undefined}, {"42883", ErrorKind::Undefined},
        {"42704", ErrorKind::Undefined}, {"42P07", ErrorKind::Duplicate}, {"42701", ErrorKind::Duplicate},
        {"42710", ErrorKind::Duplicate}, {"55P03", ErrorKind::Busy}, {"57014", ErrorKind::Cancelled}, {"57P03", ErrorKind::Busy},
        {"57P", ErrorKind::Network}, {"53", ErrorKind::Io}, {"0A", ErrorKind::Unsupported}, {"70100", ErrorKind::Cancelled},
        {"IM002", ErrorKind::InvalidInput}, {"IM003", ErrorKind::Unsupported}, {"IM001", ErrorKind::Unsupported},
        {"HYC00", ErrorKind::Unsupported}, {"HYT", ErrorKind::Timeout}, {"HY008", ErrorKind::Cancelled},
        {"28", ErrorKind::Authentication}, {"08", ErrorKind::Network}, {"25006", ErrorKind::ReadOnly},
        {"40", ErrorKind::Conflict}, {"42S01", ErrorKind::Duplicate}, {"42S11", ErrorKind::Duplicate},
        {"42S21", ErrorKind::Duplicate}, {"42S02", ErrorKind::Undefined}, {"42S12", ErrorKind::Undefined},
        {"42S22", ErrorKind::Undefined}, {"42000", ErrorKind::Syntax}, {"22", ErrorKind::Data}, {"21", ErrorKind::Data},
    };
    for (const auto &[prefix, kind] : kinds) {
        if (state.startsWith(QLatin1String(prefix)))
            return kind;
    }
    return ErrorKind::Server;
}

} // namespace

ErrorKind kindOf(const QString &sqlState, const QString &message)
{
    const ErrorKind kind = kindOfState(sqlState);
    const bool general = kind == ErrorKind::Server || kind == ErrorKind::Syntax || (kind == ErrorKind::Network && sqlState == u"08001");
    const ErrorKind said = general ? kindOfWords(message) : kind;
    return said == ErrorKind::Server ? kind : said;
}

Error errorOf(const std::vector<Diagnostic> &said, const QString &sql)
{
    Error error;
    error.damage = Damage::Statement;
    error.statement = sql;
    if (said.empty()) {
        error.kind = ErrorKind::Server;
        error.message = QStringLiteral("The driver said no and gave no reason.");
        return error;
    }
    error.message = said.front().message;
    error.sqlState = said.front().sqlState;
    error.nativeCode = said.front().nativeCode;
    QStringList more;
    for (size_t i = 1; i < said.size(); ++i)
        more.append(said[i].message);
    error.detail = more.join(u'\n');
    error.kind = kindOf(error.sqlState, error.message + u'\n' + error.detail);
    return error;
}

Error errorOf(const QSqlError &error, const QString &sql)
{
    Diagnostic said;
    // QODBC may join several of them with blanks, and writes the states behind.
    static const QRegularExpression states(QStringLiteral(R"(,\s*([0-9A-Z]{5})(;[0-9A-Z]{5})*\s*$)"));
    QString text = error.databaseText();
    if (const auto match = states.match(text); match.hasMatch()) {
        said.sqlState = match.captured(1);
        text.truncate(match.capturedStart());
    }
    static const QRegularExpression vendors(QStringLiteral(R"(\s*(\[[^\]]{1,60}\])+)"));
    said.message = withoutVendors(text).replace(vendors, QStringLiteral(" ")).trimmed();
    if (said.message.isEmpty())
        said.message = error.driverText().trimmed();
    said.nativeCode = error.nativeErrorCode().section(u';', 0, 0).toInt();
    return errorOf(std::vector<Diagnostic>{said}, sql);
}

} // namespace joinery::driver::qtsql
