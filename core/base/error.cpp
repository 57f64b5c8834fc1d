// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace joinery {

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Timeout: return QStringLiteral("timeout");
    case ErrorKind::NameResolution: return QStringLiteral("name-resolution");
    case ErrorKind::Network: return QStringLiteral("network");
    case ErrorKind::Tls: return QStringLiteral("tls");
    case ErrorKind::Authentication: return QStringLiteral("authentication");
    case ErrorKind::NoDatabase: return QStringLiteral("no-database");
    case ErrorKind::Permission: return QStringLiteral("permission");
    case ErrorKind::ReadOnly: return QStringLiteral("read-only");
    case ErrorKind::Busy: return QStringLiteral("busy");
    case ErrorKind::Unique: return QStringLiteral("unique");
    case ErrorKind::NotNull: return QStringLiteral("not-null");
    case ErrorKind::ForeignKey: return QStringLiteral("foreign-key");
    case ErrorKind::Check: return QStringLiteral("check");
    case ErrorKind::Data: return QStringLiteral("data");
    case ErrorKind::Syntax: return QStringLiteral("syntax");
    case ErrorKind::Undefined: return QStringLiteral("undefined");
    case ErrorKind::Duplicate: return QStringLiteral("duplicate");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::NotADatabase: return QStringLiteral("not-a-database");
    case ErrorKind::Corrupt: return QStringLiteral("corrupt");
    case ErrorKind::NewerFormat: return QStringLiteral("newer-format");
    case ErrorKind::Io: return QStringLiteral("io");
    case ErrorKind::Unsupported: return QStringLiteral("unsupported");
    case ErrorKind::InvalidInput: return QStringLiteral("invalid-input");
    case ErrorKind::Refused: return QStringLiteral("refused");
    case ErrorKind::Server: return QStringLiteral("server");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

QString damageName(Damage damage)
{
    switch (damage) {
    case Damage::None: return QStringLiteral("none");
    case Damage::Statement: return QStringLiteral("statement");
    case Damage::Transaction: return QStringLiteral("transaction");
    case Damage::Connection: return QStringLiteral("connection");
    case Damage::InDoubt: return QStringLiteral("in-doubt");
    }
    Q_UNREACHABLE();
}

} // namespace joinery
