// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/url.h"

/// ODBC's connection strings: Driver={PostgreSQL Unicode};Server=host;UID=me
namespace joinery::driver {

/// The pairs in their order; InvalidInput for a brace that is not closed or a part without "=".
Result<QList<std::pair<QString, QString>>> parseConnectionString(const QString &text);
/// Values in braces where they need them.
QString connectionString(const QList<std::pair<QString, QString>> &pairs);
QString quoteConnectionValue(const QString &value);

/// What "odbc:Driver={...};UID=me" means, without the "odbc:". UID and PWD become the URL's user and password.
Result<Url> urlOfConnectionString(const QString &text);
/// Takes UID, PWD and odbc_connect (a whole connection string, as SQLAlchemy's pyodbc has it) out of the query.
Status foldOdbcQuery(Url &url);

} // namespace joinery::driver
