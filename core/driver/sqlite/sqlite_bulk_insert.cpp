// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_bulk_insert.h"

#include "core/driver/bulk_text.h"
#include "core/driver/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace joinery::driver::sqlite {

namespace {

constexpr int kRowsBetweenLooks = 256;

} // namespace

SqliteBulkInsert::SqliteBulkInsert(SqliteConnection &connection, const BulkTarget &target, const CancelToken &token)
    : m_connection(connection), m_sql(insertWithMarks(target).toUtf8()), m_token(token)
{
}

SqliteBulkInsert::~SqliteBulkInsert() { sqlite3_finalize(m_statement); }

Status SqliteBulkInsert::prepare()
{
    m_watch = m_connection.interruption().watch(m_token);
    const int code = sqlite3_prepare_v3(m_connection.handle(), m_sql.constData(), int(m_sql.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        return fail(m_connection.errorAfter(code, m_sql));
    return {};
}

// The bytes stay where they are until the step: nothing is copied.
int SqliteBulkInsert::bind(const RowBlock &rows, int row)
{
    for (int column = 0; column < rows.columnCount(); ++column) {
        const int position = column + 1;
        int code = SQLITE_OK;
        switch (rows.tag(row, column)) {
        case ValueTag::Null:
        case ValueTag::Default: code = sqlite3_bind_null(m_statement, position); break;
        case ValueTag::Boolean: code = sqlite3_bind_int64(m_statement, position, rows.boolean(row, column)); break;
        case ValueTag::Integer: code = sqlite3_bind_int64(m_statement, position, rows.integer(row, column)); break;
        case ValueTag::Unsigned:
            if (rows.unsignedInteger(row, column) > quint64(std::numeric_limits<qint64>::max()))
                return SQLITE_MISMATCH;
            code = sqlite3_bind_int64(m_statement, position, rows.integer(row, column));
            break;
        case ValueTag::Real:
            if (std::isnan(rows.real(row, column))) // it would become NULL
                return SQLITE_MISMATCH;
            code = sqlite3_bind_double(m_statement, position, rows.real(row, column));
            break;
        case ValueTag::Text:
        case ValueTag::Lexical: {
            const QByteArrayView text = rows.bytes(row, column);
            code = sqlite3_bind_text64(m_statement, position, text.data(), sqlite3_uint64(text.size()), SQLITE_STATIC, SQLITE_UTF8);
            break;
        }
        case ValueTag::Bytes: {
            const QByteArrayView bytes = rows.bytes(row, column);
            code = bytes.isEmpty() ? sqlite3_bind_zeroblob(m_statement, position, 0)
                                   : sqlite3_bind_blob64(m_statement, position, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
            break;
        }
        }
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

Status SqliteBulkInsert::write(const RowBlock &rows, int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        if (row % kRowsBetweenLooks == 0)
            JOINERY_TRY(m_token.check());
        const int bound = bind(rows, row);
        if (bound == SQLITE_MISMATCH)
            return fail(ErrorKind::Data, QStringLiteral("A number that SQLite cannot store: NaN, or one beyond 64 bits with a sign."));
        const int code = bound == SQLITE_OK ? sqlite3_step(m_statement) : bound;
        if (code != SQLITE_DONE && code != SQLITE_ROW) {
            Error error = withoutStatement(m_connection.errorAfter(code, m_sql));
            sqlite3_reset(m_statement);
            return fail(std::move(error));
        }
        sqlite3_reset(m_statement);
        ++m_row;
    }
    return {};
}

} // namespace joinery::driver::sqlite
