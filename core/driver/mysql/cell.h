// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/field.h"
#include "core/driver/row_block.h"

struct st_mysql_time;

namespace joinery::driver::mysql {

/// A cell of the text protocol.
void appendTextCell(RowBlock &block, const Field &field, const char *text, size_t length);
/// Bits, texts and bytes come the same way in both protocols.
void appendRawCell(RowBlock &block, FieldForm form, const char *bytes, size_t length);
void appendTime(RowBlock &block, const Field &field, const st_mysql_time &time);
void appendFloat(RowBlock &block, float number);
void appendYear(RowBlock &block, qint64 year);

} // namespace joinery::driver::mysql
