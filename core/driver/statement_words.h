// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The little that a driver must know of a statement before it is sent.
namespace joinery::driver {

/// The first word in capitals; blanks, comments and opening brackets before it are passed by.
QString firstWord(const QString &sql);
/// COMMIT and its synonyms: what is in doubt when no answer comes.
bool isCommit(const QString &sql);
/// ROLLBACK of the whole transaction, not of a savepoint.
bool isRollback(const QString &sql);
/// True for what only reads unless a function in it writes.
bool isReading(const QString &sql);
/// True where the statement would switch off the read-only mode of a session. Errs on the safe side: the words may
/// stand in a text literal.
bool liftsReadOnly(const QString &sql);

} // namespace joinery::driver
