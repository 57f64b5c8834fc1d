// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_error.h"

#include "core/driver/source_position.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace joinery::driver::sqlite {

namespace {

// SQLITE_ERROR stands for everything from a typo to a missing table: only the words tell.
ErrorKind kindOfWords(const QString &message)
{
    if (message.contains(QStringLiteral("syntax error")) || message.startsWith(QStringLiteral("incomplete input"))
        || message.startsWith(QStringLiteral("unrecognized token")))
        return ErrorKind::Syntax;
    if (message.startsWith(QStringLiteral("no such ")))
        return ErrorKind::Undefined;
    if (message.contains(QStringLiteral(" already exists")) || message.startsWith(QStringLiteral("duplicate column name")))
        return ErrorKind::Duplicate;
    return ErrorKind::Server;
}

// "no such table: main.x" comes without a place.
qsizetype offsetOfMissing(const QString &statement, const QString &message)
{
    return offsetOfWord(statement, message.section(QStringLiteral(": "), 1).section(u'.', -1));
}

} // namespace

ErrorKind kindOf(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return ErrorKind::Unique;
    case SQLITE_CONSTRAINT_NOTNULL: return ErrorKind::NotNull;
    case SQLITE_CONSTRAINT_FOREIGNKEY: return ErrorKind::ForeignKey;
    case SQLITE_CONSTRAINT_CHECK: return ErrorKind::Check;
    case SQLITE_CONSTRAINT_DATATYPE: return ErrorKind::Data;
    case SQLITE_CANTOPEN_ISDIR: return ErrorKind::NotADatabase;
    case SQLITE_IOERR_CORRUPTFS: return ErrorKind::Corrupt;
    default: break;
    }
    switch (extendedCode & 0xff) {
    case SQLITE_INTERRUPT: return ErrorKind::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::Busy;
    case SQLITE_READONLY: return ErrorKind::ReadOnly;
    case SQLITE_NOTADB: return ErrorKind::NotADatabase;
    case SQLITE_CORRUPT: return ErrorKind::Corrupt;
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN: return ErrorKind::Io;
    case SQLITE_AUTH:
    case SQLITE_PERM: return ErrorKind::Permission;
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE: return ErrorKind::Data;
    case SQLITE_MISUSE: return ErrorKind::Internal;
    default: return ErrorKind::Server;
    }
}

Error errorOf(sqlite3 *handle, int code, const QByteArray &sql)
{
    Error error;
    const int extended = handle ? sqlite3_extended_errcode(handle) : code;
    error.nativeCode = extended != SQLITE_OK ? extended : code;
    error.kind = kindOf(error.nativeCode);
    error.message = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    if (error.nativeCode == SQLITE_ERROR)
        error.kind = kindOfWords(error.message);
    if (handle && (error.kind == ErrorKind::Io || error.kind == ErrorKind::Permission)) {
        if (const int system = sqlite3_system_errno(handle); system != 0) {
            error.detail = QString::fromLocal8Bit(std::strerror(system));
            if (system == EACCES || system == EPERM)
                error.kind = ErrorKind::Permission;
        }
    }
    error.damage = Damage::Statement;
    if (!sql.isEmpty()) {
        error.statement = QString::fromUtf8(sql);
        if (const int offset = handle ? sqlite3_error_offset(handle) : -1; offset >= 0)
            error.offset = utf16FromBytes(sql, offset);
        else if (error.kind == ErrorKind::Syntax && error.message == u"incomplete input")
            error.offset = error.statement.size();
        else if (error.kind == ErrorKind::Undefined)
            error.offset = offsetOfMissing(error.statement, error.message);
    }
    return error;
}

} // namespace joinery::driver::sqlite
