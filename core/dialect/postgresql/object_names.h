// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/constraint.h"

namespace joinery::dialect {

/// The names that a server gives to what a statement leaves unnamed: book_pkey, book_author_id_fkey, book_id_seq1. Both
/// parts are cut, the longer one first, so that the whole fits into the 63 bytes of an identifier.
QString objectName(const QString &table, const QString &column, const QString &label);

/// The columns of a key as such a name holds them: title_isbn.
QString joinedColumns(const QStringList &columns);


} // namespace joinery::dialect
