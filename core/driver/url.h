// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace joinery::driver {

/// A database URL with SQLAlchemy's rules: dialect+driver://user:password@host:port/database?key=value
/// (https://docs.sqlalchemy.org/en/20/core/engines.html#database-urls, RFC 1738 percent-encoding). Databases without a
/// driver of their own: odbc://user:password@DSN, odbc://?dsn=NAME, odbc:///?Driver=...&Server=..., an ODBC connection
/// string as it is (odbc:Driver={...};Server=...), and qtsql+PLUGIN://... for a plugin of Qt SQL.
struct Url
{
    QString dialect;    ///< "sqlite", "postgresql", "mysql", "odbc", "qtsql": postgres:// and mariadb:// are folded
    QString scheme;     ///< as written before "://", e.g. "postgresql+psycopg2"
    QString user;
    QString password;
    bool hasPassword = false; ///< an empty password is one too
    QString host;       ///< IPv6 without brackets
    int port = -1;      ///< -1 where none is given
    QString database;   ///< SQLite: the path, empty for memory
    QList<std::pair<QString, QString>> query;

    /// Error kind InvalidInput with a sentence that says what is wrong and how it should look. Nothing in the message
    /// repeats a password.
    static Result<Url> parse(const QString &text);
    static Url sqliteFile(const QString &path, bool readOnly = false);
    /// The name of a data source, or a connection string where there is a "=" in it.
    static Result<Url> odbc(const QString &source);

    QString queryValue(const QString &key) const; ///< the last one, empty where there is none
    /// The reverse of odbc(), without user and password.
    QString odbcSource() const;
    /// The password as "***": for people, logs and files.
    QString toDisplayString() const;
    /// With the password. Only for a child process's environment or a clipboard that was asked for.
    QString toStringWithPassword() const;
    /// Without the password: what is stored.
    QString toStorageString() const;

    friend bool operator==(const Url &, const Url &) = default;
};

} // namespace joinery::driver
