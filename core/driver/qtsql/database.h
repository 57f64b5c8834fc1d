// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/catalog.h"
#include "core/driver/qtsql/connect_text.h"
#include "core/driver/qtsql/odbc_calls.h"
#include "core/driver/qtsql/statement.h"

namespace joinery::driver::qtsql {

/// The QSqlDatabase, on the thread that it belongs to: every function is called there.
class Database
{
public:
    Database();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Status open(ConnectText text);
    const OdbcFacts &facts() const { return m_facts; }
    /// The name of the generic dialect that quotes as this driver does.
    const QString &dialect() const { return m_dialect; }
    /// Whether the driver itself knows that the connection is gone.
    bool isLost() const;

    std::unique_ptr<Statement> newStatement() const;
    std::unique_ptr<Catalog> newCatalog() const;

    /// Unsupported where the driver has no such level.
    Status begin(Isolation isolation);
    Status commit();
    Status rollback();

private:
    Status openOnce();
    void restoreIsolation();
    Error lastError(const QString &sql) const;

    QString m_name; ///< under which Qt SQL knows the connection
    ConnectText m_text;
    OdbcFacts m_facts;
    QString m_dialect;
    OdbcHandle m_dbc = nullptr; ///< ODBC alone
    std::optional<unsigned> m_usualIsolation; ///< to be restored after the transaction
};

} // namespace joinery::driver::qtsql
