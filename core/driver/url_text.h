// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/url.h"

/// The text side of Url: schemes, percent-encoding, printing.
namespace joinery::driver {

/// "postgresql" for "postgres", "postgresql+psycopg2", ...; empty where the scheme is none that Joinery knows.
QString dialectOfScheme(const QString &scheme);
/// The known scheme that a typo comes closest to; "postgresql" where none is close.
QString nearestScheme(const QString &scheme);
/// A sentence that says that the scheme is not known, and which one may be meant.
QString unknownScheme(const QString &scheme);

/// %XX to UTF-8, everything else as it is (Python's urllib.parse.unquote).
QString unquote(const QString &text);
/// key=value&key=value with "+" for a blank; pairs without a value are left out (Python's parse_qsl).
QList<std::pair<QString, QString>> parseQuery(const QString &text);

/// True for the query keys that carry a secret ("password", "sslpassword", ...).
bool isSecretKey(const QString &key);

enum class PasswordText { Shown, Masked, Left };
QString urlText(const Url &url, PasswordText password);

} // namespace joinery::driver
