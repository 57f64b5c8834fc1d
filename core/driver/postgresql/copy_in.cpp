// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/copy_in.h"

#include "core/driver/bulk_text.h"
#include "core/driver/number_text.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/postgresql_connection.h"
#include "core/driver/postgresql/server_error.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace joinery::driver::postgresql {

namespace {

constexpr qsizetype kPiece = 1 << 16;

// What the text format of COPY writes behind a backslash; 0: the character itself.
constexpr std::array<char, 256> kEscapes = [] {
    std::array<char, 256> escapes{};
    escapes['\\'] = '\\';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    return escapes;
}();

void appendText(QByteArray &out, QByteArrayView text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    const char *copied = at;
    for (; at != end; ++at) {
        const char escape = kEscapes[quint8(*at)];
        if (escape == 0)
            continue;
        out.append(copied, at - copied);
        out += '\\';
        out += escape;
        copied = at + 1;
    }
    out.append(copied, end - copied);
}

void appendReal(QByteArray &out, double number)
{
    if (std::isnan(number))
        out += "NaN";
    else if (std::isinf(number))
        out += number > 0 ? "Infinity" : "-Infinity";
    else
        appendNumber(out, number);
}

} // namespace

CopyIn::CopyIn(PostgresqlConnection &connection, const BulkTarget &target, const CancelToken &token)
    : m_connection(connection), m_token(token),
      m_sql(QStringLiteral("COPY %1 %2FROM STDIN").arg(target.table, target.columns.isEmpty() ? QString()
                                : QStringLiteral("(%1) ").arg(target.columns.join(QStringLiteral(", ")))).toUtf8()),
      m_tableName(target.tableName)
{}

CopyIn::~CopyIn()
{
    if (m_copying)
        (void)end("given up");
    if (m_started)
        m_connection.bulkDone();
}

Status CopyIn::start()
{
    m_started = true;
    Session &session = m_connection.session();
    if (pq().PQsendQuery(session.handle(), m_sql.constData()) == 0)
        return fail(judged(session.lost(sql())));
    auto result = session.next(m_token);
    if (!result)
        return fail(judged(result.error()));
    if (pq().PQresultStatus(result->get()) != PGRES_COPY_IN) {
        Error error = errorOf(result->get(), sql());
        session.finish(false);
        return fail(judged(std::move(error)));
    }
    m_copying = true;
    m_firstRow = m_rows;
    return {};
}

Status CopyIn::write(const RowBlock &rows, int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        appendRow(rows, row);
        ++m_rows;
        if (m_buffer.size() >= kPiece)
            JOINERY_TRY(send());
    }
    return {};
}

void CopyIn::appendRow(const RowBlock &rows, int row)
{
    for (int column = 0; column < rows.columnCount(); ++column) {
        if (column > 0)
            m_buffer += '\t';
        switch (rows.tag(row, column)) {
        case ValueTag::Null:
        case ValueTag::Default: m_buffer += "\\N"; break;
        case ValueTag::Boolean: m_buffer += rows.boolean(row, column) ? 't' : 'f'; break;
        case ValueTag::Integer: appendNumber(m_buffer, rows.integer(row, column)); break;
        case ValueTag::Unsigned: appendNumber(m_buffer, rows.unsignedInteger(row, column)); break;
        case ValueTag::Real: appendReal(m_buffer, rows.real(row, column)); break;
        case ValueTag::Text:
        case ValueTag::Lexical: appendText(m_buffer, rows.bytes(row, column)); break;
        case ValueTag::Bytes: m_buffer += "\\\\x" + rows.bytes(row, column).toByteArray().toHex(); break;
        }
    }
    m_buffer += '\n';
}

Status CopyIn::send()
{
    if (const Status wanted = m_token.check(); !wanted) {
        (void)end("cancelled");
        return wanted;
    }
    Session &session = m_connection.session();
    const bool sent = pq().PQputCopyData(session.handle(), m_buffer.constData(), int(m_buffer.size())) == 1;
    m_buffer.truncate(0);
    if (!sent)
        return fail(judged(session.lost(sql())));
    JOINERY_TRY_VALUE(const CopyState state, session.flushCopy(m_token));
    switch (state) {
    case CopyState::Going: return {};
    case CopyState::Cancelled:
        (void)end("cancelled");
        return m_token.check();
    case CopyState::Answered: break;
    }
    // The server speaks before the end: mostly because a row failed. A mere notice costs a new COPY.
    JOINERY_TRY(end(nullptr));
    return start();
}

// The end of the rows, or with a reason their failure; then the server's answer.
Status CopyIn::end(const char *giveUp)
{
    m_copying = false;
    Session &session = m_connection.session();
    if (pq().PQputCopyEnd(session.handle(), giveUp) != 1)
        return fail(judged(session.lost(sql())));
    Status status;
    for (;;) {
        auto result = session.next(giveUp ? CancelToken() : m_token);
        if (!result)
            return fail(judged(result.error()));
        if (!*result)
            return status;
        if (pq().PQresultStatus(result->get()) == PGRES_COMMAND_OK || !status)
            continue;
        Error error = errorOf(result->get(), sql());
        m_failedRow = rowIn(error.detail);
        status = fail(judged(std::move(error)));
    }
}

Status CopyIn::finish()
{
    if (!m_buffer.isEmpty())
        JOINERY_TRY(send());
    return end(nullptr);
}

Error CopyIn::judged(Error error)
{
    error = withoutStatement(std::move(error));
    if (!m_connection.isOpen())
        error.damage = Damage::Connection;
    else
        error.damage = m_connection.transactionState() == TransactionState::Failed ? Damage::Transaction : Damage::Statement;
    return error;
}

// "COPY book, line 7, column price: ...", the words in the language of the server.
qint64 CopyIn::rowIn(const QString &context) const
{
    const QString before = QStringLiteral("COPY ") + m_tableName + QStringLiteral(", ");
    static const QRegularExpression number(QStringLiteral(R"(^[^0-9\n]*([0-9]+))"));
    const qsizetype at = context.indexOf(before);
    if (at < 0)
        return -1;
    const auto match = number.match(context.mid(at + before.size()));
    return match.hasMatch() ? m_firstRow + match.captured(1).toLongLong() - 1 : -1;
}

} // namespace joinery::driver::postgresql
