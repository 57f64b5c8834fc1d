// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/flavor.h"

namespace joinery::sql {

/// What a statement is, from its words alone. A function that it calls may still write: only the server knows, which
/// is why read-only connections are enforced there.
struct StatementTraits
{
    enum class Kind {
        Empty,
        Query,       ///< SELECT, VALUES, SHOW, EXPLAIN, ...
        Modification,///< INSERT, UPDATE, DELETE, MERGE, COPY, LOAD, CALL, ...
        Definition,  ///< CREATE, ALTER, DROP, ...
        Transaction, ///< BEGIN, COMMIT, SAVEPOINT, ...
        Session,     ///< SET, USE, PRAGMA, ...
        Other,
    };
    enum class Control { None, Begin, Commit, Rollback, Savepoint, RollbackTo, Release };
    Kind kind = Kind::Empty;
    Control control = Control::None;
    QString verb;             ///< upper case: "SELECT", "INSERT", ...; of WITH ... the main one
    bool returnsRows = false; ///< it may
    bool readOnly = false;    ///< changes neither rows nor schema
    bool withoutWhere = false; ///< UPDATE or DELETE of every row
};

StatementTraits classify(QStringView statement, Flavor flavor);

} // namespace joinery::sql
