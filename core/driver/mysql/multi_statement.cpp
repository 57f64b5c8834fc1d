// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/multi_statement.h"

#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/literal_text.h"
#include "core/driver/mysql/mysql_connection.h"

#include <cmath>

namespace joinery::driver::mysql {

namespace {

constexpr int kMostWaiting = 1000;
constexpr qsizetype kPacketOverhead = 16;

} // namespace

MultiStatement::~MultiStatement()
{
    if (m_allowed && m_connection.isOpen())
        (void)allow(false);
}

Status MultiStatement::allow(bool several)
{
    int failed = 0;
    Wire &wire = m_connection.wire();
    const auto option = several ? MYSQL_OPTION_MULTI_STATEMENTS_ON : MYSQL_OPTION_MULTI_STATEMENTS_OFF;
    wire.drive([&] { return maria().mysql_set_server_option_start(&failed, wire.handle(), option); },
               [&](int came) { return maria().mysql_set_server_option_cont(&failed, wire.handle(), came); }, {});
    if (failed != 0)
        return fail(m_connection.judged(wire.lastError({}), {}));
    m_allowed = several;
    return {};
}

Status MultiStatement::begin(const QString &sql)
{
    JOINERY_TRY(m_connection.admit(sql, m_token));
    if (m_allowed)
        return {};
    JOINERY_TRY_VALUE(const qint64 limit, m_connection.largestPacket());
    m_limit = qsizetype(limit) - kPacketOverhead;
    return allow(true);
}

// A question mark in a quoted name is none.
void MultiStatement::split(const QString &sql)
{
    m_pieces.clear();
    m_sql = sql;
    QByteArray piece;
    char quote = 0;
    for (const char c : sql.toUtf8()) {
        if (quote == 0 && c == '?') {
            m_pieces.append(std::exchange(piece, {}));
            continue;
        }
        if (quote == c)
            quote = 0;
        else if (quote == 0 && (c == '`' || c == '\'' || c == '"'))
            quote = c;
        piece += c;
    }
    m_pieces.append(piece);
}

Status MultiStatement::put(const QString &sql, std::span<const Value> parameters)
{
    if (m_waiting == 0)
        JOINERY_TRY(begin(sql));
    if (sql != m_sql || m_pieces.isEmpty())
        split(sql);
    if (m_pieces.size() - 1 != qsizetype(parameters.size()))
        return fail(ErrorKind::InvalidInput, QStringLiteral("The statement has %1 parameters, %2 were given.")
                                                 .arg(m_pieces.size() - 1).arg(parameters.size()));
    const bool backslashes = escapesWithBackslashes(m_connection.wire());
    QByteArray statement = m_pieces.first();
    for (size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].tag() == ValueTag::Real && !std::isfinite(parameters[i].toReal()))
            return fail(ErrorKind::Data, QStringLiteral("MySQL knows no infinite numbers and no NaN."));
        appendLiteral(statement, parameters[i], backslashes);
        statement += m_pieces.at(qsizetype(i) + 1);
    }
    if (m_waiting > 0 && m_text.size() + statement.size() + 1 > m_limit)
        JOINERY_TRY(send());
    if (m_waiting++ > 0)
        m_text += ';';
    m_text += statement;
    return m_waiting < kMostWaiting ? Status() : send();
}

Status MultiStatement::send()
{
    if (m_waiting == 0)
        return {};
    JOINERY_TRY(m_token.check());
    const QByteArray text = std::exchange(m_text, {});
    m_waiting = 0;
    Wire &wire = m_connection.wire();
    Status done;
    if (!wire.query(text, m_token))
        done = fail(m_connection.judged(wire.lastError({}), m_sql));
    else
        done = readAnswers();
    if (!done)
        m_failed = qint64(m_outcomes.size());
    wire.settle();
    return done;
}

Status MultiStatement::readAnswers()
{
    Wire &wire = m_connection.wire();
    MYSQL *handle = wire.handle();
    for (;;) {
        StatementOutcome outcome;
        if (maria().mysql_field_count(handle) > 0)
            JOINERY_TRY(dropRows());
        outcome.affectedRows = qint64(maria().mysql_affected_rows(handle));
        outcome.insertId = qint64(maria().mysql_insert_id(handle));
        m_outcomes.push_back(std::move(outcome));
        if (!maria().mysql_more_results(handle))
            return {};
        int code = 0;
        wire.drive([&] { return maria().mysql_next_result_start(&code, handle); },
                   [&](int came) { return maria().mysql_next_result_cont(&code, handle, came); }, m_token);
        if (code > 0)
            return fail(m_connection.judged(wire.lastError({}), m_sql));
    }
}

// Statements on rows return none here: what a trigger shows is not theirs.
Status MultiStatement::dropRows()
{
    Wire &wire = m_connection.wire();
    MYSQL_RES *result = maria().mysql_use_result(wire.handle());
    if (!result)
        return fail(m_connection.judged(wire.lastError({}), m_sql));
    MYSQL_ROW row = nullptr;
    do {
        wire.drive([&] { return maria().mysql_fetch_row_start(&row, result); },
                   [&](int came) { return maria().mysql_fetch_row_cont(&row, result, came); }, m_token);
    } while (row);
    maria().mysql_free_result(result);
    return {};
}

} // namespace joinery::driver::mysql
