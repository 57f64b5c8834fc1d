// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

#include <QDateTime>

namespace joinery::migration {

/// A finding of the lint that a person lets stand, and why.
struct Allowance
{
    QString code;   ///< "DL102"
    QString object; ///< as the finding names it; empty: all of this code
    QString reason; ///< never empty
    friend bool operator==(const Allowance &, const Allowance &) = default;
};

/// One step in the life of a schema, as a file of migrations/ holds it. The meaning of ids, parents, labels and
/// dependencies is Alembic's.
struct Revision
{
    QString id;                 ///< 12 hexadecimal digits where we made it; no '@', '-', '+', ':'
    QStringList parents;        ///< empty: a base; several: a merge
    QStringList dependsOn;      ///< ids or labels that must be applied before, without being parents
    QStringList labels;         ///< names of the branch that starts here
    QStringList replaces;       ///< ids that a squash put together here; its own is that of the last of them
    std::vector<Revision> replaced; ///< those revisions, for databases that stand between them
    QString message;
    QDateTime created;          ///< UTC
    QString dialect;            ///< whose SQL the expressions in the operations are; empty: any engine's
    operation::Operations operations;
    std::vector<Allowance> allowances;
    friend bool operator==(const Revision &, const Revision &);

    static QString newId();
    /// "<id>_<slug>": words of the message joined by '_', lower case, at most 40 characters.
    QString fileStem() const;
};

} // namespace joinery::migration
