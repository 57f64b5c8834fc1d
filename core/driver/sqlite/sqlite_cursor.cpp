// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_cursor.h"

#include "core/driver/source_position.h"
#include "core/driver/sqlite/bind.h"
#include "core/driver/sqlite/declared_type.h"
#include "core/driver/sqlite/sqlite_connection.h"

#include <sqlite3.h>

namespace joinery::driver::sqlite {

namespace {

constexpr size_t kBlockBytes = 1 << 20;

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

} // namespace

SqliteCursor::~SqliteCursor()
{
    finish();
    sqlite3_finalize(m_statement);
}

Status SqliteCursor::prepare()
{
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v3(m_connection.handle(), m_sql.constData(), int(m_sql.size() + 1), 0, &m_statement, &tail);
    if (code != SQLITE_OK)
        return fail(m_connection.errorAfter(code, m_sql));
    const qsizetype used = tail - m_sql.constData();
    sqlite3_stmt *second = nullptr;
    const int tailCode = sqlite3_prepare_v3(m_connection.handle(), tail, int(m_sql.size() - used + 1), 0, &second, nullptr);
    sqlite3_finalize(second);
    if (second || tailCode != SQLITE_OK) {
        Error error;
        error.kind = ErrorKind::Syntax;
        error.message = QStringLiteral("There is more than one statement: they are run one by one.");
        error.statement = QString::fromUtf8(m_sql);
        error.offset = utf16FromBytes(m_sql, used);
        return fail(std::move(error));
    }
    return {};
}

Status SqliteCursor::bind(std::span<const Value> parameters)
{
    const int wanted = m_statement ? sqlite3_bind_parameter_count(m_statement) : 0;
    if (wanted != int(parameters.size()))
        return fail(ErrorKind::InvalidInput, QStringLiteral("The statement has %1 parameters, %2 were given.")
                                                 .arg(wanted).arg(parameters.size()));
    for (int i = 0; i < wanted; ++i) {
        JOINERY_TRY(checkStorable(parameters[size_t(i)]));
        if (const int code = bindValue(m_statement, i + 1, parameters[size_t(i)], Lifetime::OfTheCall); code != SQLITE_OK)
            return fail(m_connection.errorAfter(code, m_sql));
    }
    return {};
}

Status SqliteCursor::start(std::span<const Value> parameters, const CancelToken &token)
{
    m_watch = m_connection.interruption().watch(token); // before prepare: reading the schema may wait for a lock
    JOINERY_TRY(prepare());
    JOINERY_TRY(bind(parameters));
    if (!m_statement) { // nothing but blanks and comments
        m_done = true;
        m_affected = 0;
        return {};
    }
    m_changesBefore = sqlite3_total_changes64(m_connection.handle());
    describeColumns();
    return step();
}

Status SqliteCursor::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return {};
    sqlite3 *handle = m_connection.handle();
    if (code != SQLITE_DONE) {
        Error error = m_connection.errorAfter(code, m_sql);
        finish();
        return fail(std::move(error));
    }
    const bool wrote = sqlite3_total_changes64(handle) != m_changesBefore;
    m_affected = wrote ? sqlite3_changes64(handle) : 0;
    m_insertId = wrote ? sqlite3_last_insert_rowid(handle) : 0;
    finish();
    return {};
}

// Ends the statement, not the cursor: locks are given back, columns() stays.
void SqliteCursor::finish()
{
    m_watch.reset();
    sqlite3_reset(m_statement);
    m_connection.cursorDone(*this);
    m_done = true;
}

void SqliteCursor::describeColumns()
{
    const int count = sqlite3_column_count(m_statement);
    m_columns.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        ColumnInfo column;
        column.name = text(sqlite3_column_name(m_statement, i));
        column.nativeType = text(sqlite3_column_decltype(m_statement, i));
        column.type = declaredType(column.nativeType);
        if (const char *table = sqlite3_column_table_name(m_statement, i)) {
            const QString database = text(sqlite3_column_database_name(m_statement, i));
            column.originTable = schema::Name(database == u"main" ? QString() : database, text(table));
            column.originColumn = text(sqlite3_column_origin_name(m_statement, i));
        }
        m_columns.push_back(std::move(column));
    }
}

void SqliteCursor::appendRow(RowBlock &block) const
{
    for (int i = 0; i < int(m_columns.size()); ++i) {
        switch (sqlite3_column_type(m_statement, i)) {
        case SQLITE_INTEGER: block.appendInteger(sqlite3_column_int64(m_statement, i)); break;
        case SQLITE_FLOAT: block.appendReal(sqlite3_column_double(m_statement, i)); break;
        case SQLITE_TEXT: {
            const unsigned char *bytes = sqlite3_column_text(m_statement, i);
            block.append(ValueTag::Text, bytes, size_t(sqlite3_column_bytes(m_statement, i)));
            break;
        }
        case SQLITE_BLOB: {
            const void *bytes = sqlite3_column_blob(m_statement, i);
            block.append(ValueTag::Bytes, bytes, size_t(sqlite3_column_bytes(m_statement, i)));
            break;
        }
        default: block.appendNull(); break;
        }
    }
}

Status SqliteCursor::read(RowBlock &block, int maximumRows)
{
    block.clear(int(m_columns.size()));
    for (int rows = 0; !m_done && rows < maximumRows && block.usedBytes() < kBlockBytes; ++rows) {
        appendRow(block);
        JOINERY_TRY(step());
    }
    return {};
}

} // namespace joinery::driver::sqlite
