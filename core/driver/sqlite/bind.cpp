// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/bind.h"

#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace joinery::driver::sqlite {

int bindValue(sqlite3_stmt *statement, int position, const Value &value, Lifetime lifetime)
{
    const sqlite3_destructor_type destructor = lifetime == Lifetime::OfTheStep ? SQLITE_STATIC : SQLITE_TRANSIENT;
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: return sqlite3_bind_null(statement, position);
    case ValueTag::Boolean:
    case ValueTag::Integer:
    case ValueTag::Unsigned: return sqlite3_bind_int64(statement, position, value.toInteger());
    case ValueTag::Real: return sqlite3_bind_double(statement, position, value.toReal());
    case ValueTag::Text:
    case ValueTag::Lexical:
        return sqlite3_bind_text64(statement, position, value.data().constData(), sqlite3_uint64(value.data().size()),
                                   destructor, SQLITE_UTF8);
    case ValueTag::Bytes:
        return sqlite3_bind_blob64(statement, position, value.data().constData(), sqlite3_uint64(value.data().size()),
                                   destructor);
    }
    Q_UNREACHABLE();
}

Status checkStorableSlowly(const Value &value)
{
    if (value.isDefault())
        return fail(ErrorKind::Data, QStringLiteral("SQLite has no parameter that means \"the default\": the column must be left out."));
    if (value.tag() == ValueTag::Unsigned && value.toUnsigned() > quint64(std::numeric_limits<qint64>::max()))
        return fail(ErrorKind::Data, QStringLiteral("%1 is larger than SQLite's largest integer.").arg(value.toUnsigned()));
    if (value.tag() == ValueTag::Real && std::isnan(value.toReal()))
        return fail(ErrorKind::Data, QStringLiteral("SQLite cannot store NaN: it would become NULL."));
    return {};
}

Value columnValue(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return Value::integer(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: return Value::real(sqlite3_column_double(statement, column));
    case SQLITE_TEXT: {
        const char *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return Value::utf8(QByteArray(text, sqlite3_column_bytes(statement, column)));
    }
    case SQLITE_BLOB: {
        const char *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return Value::bytes(QByteArray(bytes, sqlite3_column_bytes(statement, column)));
    }
    default: return {};
    }
}

} // namespace joinery::driver::sqlite
