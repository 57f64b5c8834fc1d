// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/text_rows.h"

#include "core/driver/mysql/cell.h"
#include "core/driver/mysql/libmariadb.h"

namespace joinery::driver::mysql {

Rows::~Rows() = default;

TextRows::TextRows(Wire &wire, const QString &sql)
    : m_wire(wire), m_sql(sql), m_isBlock(sql.trimmed().startsWith(QStringLiteral("BEGIN NOT ATOMIC"), Qt::CaseInsensitive))
{
}

Result<std::unique_ptr<Rows>> TextRows::start(Wire &wire, const QString &sql, const QString &database, const CancelToken &token)
{
    std::unique_ptr<TextRows> rows(new TextRows(wire, sql));
    if (!wire.query(sql.toUtf8(), token))
        return fail(wire.lastError(sql));
    rows->takeResult(database);
    while (!rows->m_result) {
        JOINERY_TRY_VALUE(const bool more, rows->nextResult(token));
        if (!more)
            break;
        rows->takeResult(database);
    }
    return rows;
}

TextRows::~TextRows()
{
    if (m_result)
        maria().mysql_free_result(m_result);
}

void TextRows::takeResult(const QString &database)
{
    MYSQL *handle = m_wire.handle();
    m_result = maria().mysql_use_result(handle);
    if (!m_result) {
        if (maria().mysql_field_count(handle) == 0) {
            m_affected = std::max<qint64>(0, qint64(maria().mysql_affected_rows(handle)));
            m_insertId = qint64(maria().mysql_insert_id(handle));
        }
        return;
    }
    if (!m_fields.empty()) // one more result of a block
        return;
    const unsigned count = maria().mysql_num_fields(m_result);
    const MYSQL_FIELD *fields = maria().mysql_fetch_fields(m_result);
    for (unsigned i = 0; i < count; ++i)
        m_fields.push_back(describeField(fields[i], database));
}

int TextRows::warningCount() const { return int(maria().mysql_warning_count(m_wire.handle())); }

Result<bool> TextRows::nextResult(const CancelToken &token)
{
    MYSQL *handle = m_wire.handle();
    if (!maria().mysql_more_results(handle))
        return false;
    int code = 0;
    m_wire.drive([&] { return maria().mysql_next_result_start(&code, handle); },
                 [&](int came) { return maria().mysql_next_result_cont(&code, handle, came); }, token);
    if (code > 0)
        return fail(m_wire.lastError(m_sql));
    return code == 0;
}

Result<bool> TextRows::next(RowBlock &block, const CancelToken &token)
{
    if (!m_result)
        return false;
    MYSQL_ROW row = nullptr;
    m_wire.drive([&] { return maria().mysql_fetch_row_start(&row, m_result); },
                 [&](int came) { return maria().mysql_fetch_row_cont(&row, m_result, came); }, token);
    if (!row) {
        if (maria().mysql_errno(m_wire.handle()) != 0)
            return fail(m_wire.lastError(m_sql));
        if (m_isBlock) {
            JOINERY_TRY_VALUE(const bool goesOn, nextOfBlock(token));
            if (goesOn)
                return next(block, token);
        }
        JOINERY_TRY(finish(token));
        return false;
    }
    const unsigned long *lengths = maria().mysql_fetch_lengths(m_result);
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (row[i])
            appendTextCell(block, m_fields[i], row[i], lengths[i]);
        else
            block.appendNull();
    }
    return true;
}

Result<bool> TextRows::nextOfBlock(const CancelToken &token)
{
    maria().mysql_free_result(std::exchange(m_result, nullptr));
    for (;;) {
        JOINERY_TRY_VALUE(const bool more, nextResult(token));
        if (!more)
            return false;
        const unsigned count = maria().mysql_field_count(m_wire.handle());
        if (count == m_fields.size()) {
            takeResult({});
            return m_result != nullptr;
        }
        drop(token); // of another shape
    }
}

// The results behind the first one are read and dropped: the connection is free then.
Status TextRows::finish(const CancelToken &token)
{
    if (m_result)
        maria().mysql_free_result(std::exchange(m_result, nullptr));
    for (;;) {
        JOINERY_TRY_VALUE(const bool more, nextResult(token));
        if (!more)
            return {};
        drop(token);
    }
}

void TextRows::drop(const CancelToken &token)
{
    MYSQL_RES *result = maria().mysql_use_result(m_wire.handle());
    if (!result)
        return;
    MYSQL_ROW row = nullptr;
    do {
        m_wire.drive([&] { return maria().mysql_fetch_row_start(&row, result); },
                     [&](int came) { return maria().mysql_fetch_row_cont(&row, result, came); }, token);
    } while (row);
    maria().mysql_free_result(result);
}

} // namespace joinery::driver::mysql
