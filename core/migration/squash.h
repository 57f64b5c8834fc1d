// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interop/scratch_database.h"
#include "core/migration/revision_directory.h"

namespace joinery::migration {

/// Several revisions in a row as one, before it is written. It has the id of the last of them: a database that stands there,
/// and whoever reads its version table, sees no difference. The others stay inside of it, and a database that stands at
/// one of them finishes the old way.
struct Squash
{
    Revision revision;
    History history;          ///< with it
    size_t operations = 0;    ///< how many there were before
    QStringList notes;        ///< what was not put together, and why
};

/// The revisions behind `from` (empty: base) up to `to`. They have to follow each other without branches, merges and others that
/// hang on one in the middle: Refused otherwise. That the one has the same effect as the many is proven on the models: Internal
/// where it has not.
Result<Squash> planSquash(const History &history, const QString &from, const QString &to, const QString &message);

/// Writes it in the place of the last file, and removes the others.
Status writeSquash(const RevisionDirectory &directory, const Squash &squash);

/// Makes two databases on the server, one in the old and one in the new way, and compares what came of it. Conflict where they
/// differ, with the operations between them. A URL of a file: in two files in the temporary folder.
Status proveSquash(const History &old, const Squash &squash, const driver::Url &server, const dialect::Dialect &dialect,
                   const interop::Connect &connect, const CancelToken &token = {});

/// The operations of a range with as few as give the same: what was added and dropped again goes, chains of renames and changes
/// become one. What changes rows (SQL of a person's own, values to fill, conversions) stays where it stood.
Result<operation::Operations> condensed(const operation::Operations &operations, const schema::Catalog &before, QStringList *notes = nullptr);

} // namespace joinery::migration
