// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/odbc_statement.h"

#include "core/driver/qtsql/libodbc.h"
#include "core/driver/qtsql/qtsql_error.h"

#include <deque>

namespace joinery::driver::qtsql {

namespace {

constexpr qsizetype kLongText = 4000;
constexpr qsizetype kLongBytes = 8000;

SQLWCHAR *wide(const QString &text) { return const_cast<SQLWCHAR *>(reinterpret_cast<const SQLWCHAR *>(text.utf16())); }

/// The values of a statement's parameters, kept where ODBC reads them until the statement was executed.
class BoundParameters
{
public:
    SQLRETURN bind(OdbcHandle stmt, int position, const Value &value)
    {
        Slot &slot = m_slots.emplace_back();
        const auto parameter = [&](SQLSMALLINT cType, SQLSMALLINT sqlType, SQLULEN size, void *data, SQLLEN bytes) {
            slot.length = bytes;
            return odbc().SQLBindParameter(stmt, SQLUSMALLINT(position), SQL_PARAM_INPUT, cType, sqlType, std::max<SQLULEN>(1, size), 0,
                                    data, bytes, &slot.length);
        };
        switch (value.tag()) {
        case ValueTag::Null:
        case ValueTag::Default: return parameter(SQL_C_CHAR, SQL_VARCHAR, 1, nullptr, SQL_NULL_DATA);
        case ValueTag::Boolean:
            slot.bit = value.toBoolean() ? 1 : 0;
            return parameter(SQL_C_BIT, SQL_BIT, 1, &slot.bit, sizeof slot.bit);
        case ValueTag::Integer:
        case ValueTag::Unsigned:
            slot.integer = value.toInteger();
            return parameter(value.tag() == ValueTag::Integer ? SQL_C_SBIGINT : SQL_C_UBIGINT, SQL_BIGINT, 20, &slot.integer,
                             sizeof slot.integer);
        case ValueTag::Real:
            slot.real = value.toReal();
            return parameter(SQL_C_DOUBLE, SQL_DOUBLE, 15, &slot.real, sizeof slot.real);
        case ValueTag::Text:
        case ValueTag::Lexical:
            slot.text = QString::fromUtf8(value.data());
            return parameter(SQL_C_WCHAR, slot.text.size() > kLongText ? SQL_WLONGVARCHAR : SQL_WVARCHAR, SQLULEN(slot.text.size()),
                             wide(slot.text), slot.text.size() * 2);
        case ValueTag::Bytes:
            slot.bytes = value.data();
            return parameter(SQL_C_BINARY, slot.bytes.size() > kLongBytes ? SQL_LONGVARBINARY : SQL_VARBINARY,
                             SQLULEN(slot.bytes.size()), slot.bytes.data(), slot.bytes.size());
        }
        Q_UNREACHABLE();
    }

private:
    struct Slot
    {
        SQLLEN length = 0;
        qint64 integer = 0;
        double real = 0;
        SQLCHAR bit = 0;
        QString text;
        QByteArray bytes;
    };
    std::deque<Slot> m_slots; // which does not move what it holds
};

} // namespace

Statement::~Statement() = default;

OdbcStatement::OdbcStatement(OdbcHandle dbc, QString dialect) : m_dbc(dbc), m_dialect(std::move(dialect))
{
}

OdbcStatement::~OdbcStatement()
{
    const std::scoped_lock lock(m_stopping);
    if (m_stmt)
        odbc().SQLFreeHandle(SQL_HANDLE_STMT, std::exchange(m_stmt, nullptr));
}

Status OdbcStatement::allocate()
{
    OdbcHandle stmt = nullptr;
    if (!SQL_SUCCEEDED(odbc().SQLAllocHandle(SQL_HANDLE_STMT, m_dbc, &stmt)))
        return fail(errorOf(connectionDiagnostics(m_dbc), m_sql));
    const std::scoped_lock lock(m_stopping);
    m_stmt = stmt;
    return {};
}

tl::unexpected<Error> OdbcStatement::failed() const { return fail(errorOf(statementDiagnostics(m_stmt), m_sql)); }

Status OdbcStatement::start(const QString &sql, std::span<const Value> parameters)
{
    m_sql = sql;
    JOINERY_TRY(allocate());
    if (parameters.empty())
        return takeResult(odbc().SQLExecDirectW(m_stmt, wide(sql), SQLINTEGER(sql.size())));
    if (!SQL_SUCCEEDED(odbc().SQLPrepareW(m_stmt, wide(sql), SQLINTEGER(sql.size()))))
        return failed();
    BoundParameters bound;
    int position = 0;
    for (const Value &value : parameters) {
        if (!SQL_SUCCEEDED(bound.bind(m_stmt, ++position, value)))
            return failed();
    }
    const Status done = takeResult(odbc().SQLExecute(m_stmt));
    odbc().SQLFreeStmt(m_stmt, SQL_RESET_PARAMS);
    return done;
}

Status OdbcStatement::start(const std::function<int(OdbcHandle)> &call)
{
    JOINERY_TRY(allocate());
    return takeResult(call(m_stmt));
}

// A batch may count the rows of its first statements before it gives any.
Status OdbcStatement::takeResult(int code)
{
    for (;;) {
        if (code == SQL_NO_DATA) { // an UPDATE or DELETE that found nothing
            m_affected = std::max<qint64>(m_affected, 0);
            return {};
        }
        if (!SQL_SUCCEEDED(code))
            return failed();
        m_columns = describeResult(m_stmt, m_dialect);
        if (!m_columns.empty())
            return {};
        SQLLEN rows = -1;
        if (m_affected < 0 && SQL_SUCCEEDED(odbc().SQLRowCount(m_stmt, &rows)))
            m_affected = rows;
        code = odbc().SQLMoreResults(m_stmt);
        if (code == SQL_NO_DATA)
            return {};
    }
}

std::vector<ColumnInfo> OdbcStatement::columns() const
{
    std::vector<ColumnInfo> columns;
    for (const OdbcColumn &column : m_columns)
        columns.push_back(column.info);
    return columns;
}

Result<bool> OdbcStatement::next(RowBlock &block)
{
    const SQLRETURN code = odbc().SQLFetch(m_stmt);
    if (code == SQL_NO_DATA) {
        m_affected = 0;
        return false;
    }
    if (!SQL_SUCCEEDED(code))
        return failed();
    if (Status appended = appendRow(m_stmt, m_columns, block); !appended) {
        Error error = appended.error();
        error.statement = m_sql;
        error.kind = kindOf(error.sqlState, error.message);
        return fail(std::move(error));
    }
    return true;
}

void OdbcStatement::close()
{
    if (m_stmt)
        odbc().SQLFreeStmt(m_stmt, SQL_CLOSE);
}

void OdbcStatement::stop()
{
    const std::scoped_lock lock(m_stopping);
    cancelStatement(m_stmt);
}

} // namespace joinery::driver::qtsql
