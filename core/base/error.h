// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <source_location>

namespace joinery {

/// What went wrong, in the words that the interface translates. The server's own words are in Error::message.
enum class ErrorKind {
    Cancelled,       ///< the caller asked for it through a CancelToken
    Timeout,         ///< connect, statement or lock timeout
    NameResolution,  ///< the host is unknown
    Network,         ///< the host does not answer, or the connection was lost
    Tls,             ///< handshake or certificate
    Authentication,  ///< user or password refused
    NoDatabase,      ///< the server is there, the database is not
    Permission,      ///< the user may not, or the file may not be read
    ReadOnly,        ///< a write on a read-only connection
    Busy,            ///< locked by somebody else
    Unique,          ///< constraint kinds, so that the grid can point at the cell
    NotNull,
    ForeignKey,
    Check,
    Data,            ///< a value does not fit: out of range, too long, malformed
    Syntax,          ///< SQL syntax
    Undefined,       ///< no such table, column, function, revision
    Duplicate,       ///< the object exists already
    Conflict,        ///< somebody else changed the row; or a statement hit other than one row
    NotADatabase,    ///< the file is no database
    Corrupt,         ///< the database or a project file is damaged
    NewerFormat,     ///< written by a newer version of Joinery
    Io,              ///< files: missing, disk full, ...
    Unsupported,     ///< the engine or this driver cannot do it
    InvalidInput,    ///< a URL with a typo, a malformed argument
    Refused,         ///< refused for safety, and could be allowed explicitly
    Server,          ///< any other answer of the server
    Internal,        ///< a mistake of ours
};

/// What the error left behind.
enum class Damage {
    None,        ///< nothing happened
    Statement,   ///< this statement had no effect, the transaction goes on
    Transaction, ///< the transaction must be rolled back
    Connection,  ///< the connection is gone, and with it the open transaction
    InDoubt,     ///< a commit was under way: it may or may not have happened
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    Damage damage = Damage::None;
    QString message;       ///< the engine's own words, or a whole sentence of ours
    QString detail;        ///< the engine's further words (DETAIL, HINT), may be empty
    QString sqlState;      ///< five characters, or empty
    int nativeCode = 0;    ///< sqlite3 extended result code, MySQL errno; 0 for none
    QString statement;     ///< the SQL that failed, or empty
    qsizetype offset = -1; ///< UTF-16 offset of the mistake in `statement`, -1 where unknown
    std::source_location where = std::source_location::current();
};

/// "unique", "not-null", ...: the stable word for a kind, as the command line prints it.
QString kindName(ErrorKind kind);
QString damageName(Damage damage);

} // namespace joinery
