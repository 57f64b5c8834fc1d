// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <QHash>
#include <QSet>

#include <chrono>

struct pg_result;

namespace joinery::driver::postgresql {

class Session;

/// What the numbers in a result's description mean: types by OID and modifier, tables and columns by OID and position.
/// What PostgreSQL brings itself is known here; everything else is asked for once and kept for a while. Asking needs a
/// free connection: prefetch() comes between the description of a statement and its execution.
class TypeCatalog
{
public:
    /// Asks for what the description mentions and is not known yet. True where something was sent, which makes the
    /// server forget the unnamed prepared statement.
    Result<bool> prefetch(const pg_result *description, Session &session, const CancelToken &token);
    std::vector<ColumnInfo> describe(const pg_result *result) const;
    /// After DDL, where names may have changed.
    void forget();

private:
    using TypeKey = std::pair<quint32, int>;    // OID, modifier
    using ColumnKey = std::pair<quint32, int>;  // table, position
    struct Origin
    {
        schema::Name table;
        QString column;
    };
    Status askForTypes(const QSet<TypeKey> &keys, Session &session, const CancelToken &token);
    Status askForColumns(const QSet<ColumnKey> &keys, Session &session, const CancelToken &token);

    QHash<TypeKey, schema::Type> m_types;
    QHash<ColumnKey, Origin> m_columns;
    std::chrono::steady_clock::time_point m_since;
};

} // namespace joinery::driver::postgresql
