// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QByteArrayView>

namespace joinery::driver::mysql {

class Wire;

/// Whether the server reads a backslash in a text as the start of something.
bool escapesWithBackslashes(const Wire &wire);

/// Values as they stand in the text of a statement.
void appendTextLiteral(QByteArray &out, QByteArrayView text, bool backslashes);
void appendBytesLiteral(QByteArray &out, QByteArrayView bytes);
/// What is no number becomes what strict mode refuses.
void appendRealLiteral(QByteArray &out, double number);
void appendLiteral(QByteArray &out, const Value &value, bool backslashes);

} // namespace joinery::driver::mysql
