// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/row_block.h"

namespace joinery::driver {

void RowBlock::clear(int columnCount)
{
    m_columns = columnCount;
    m_arena.clear();
    m_cells.clear();
}

void RowBlock::append(const Value &value)
{
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: appendNull(); return;
    case ValueTag::Boolean: appendBoolean(value.toBoolean()); return;
    case ValueTag::Integer: appendInteger(value.toInteger()); return;
    case ValueTag::Unsigned: appendUnsigned(value.toUnsigned()); return;
    case ValueTag::Real: appendReal(value.toReal()); return;
    case ValueTag::Text:
    case ValueTag::Bytes:
    case ValueTag::Lexical: append(value.tag(), value.data().constData(), size_t(value.data().size())); return;
    }
}

Value RowBlock::value(int row, int column) const
{
    switch (tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default: return Value::null();
    case ValueTag::Boolean: return Value::boolean(boolean(row, column));
    case ValueTag::Integer: return Value::integer(integer(row, column));
    case ValueTag::Unsigned: return Value::unsignedInteger(unsignedInteger(row, column));
    case ValueTag::Real: return Value::real(real(row, column));
    case ValueTag::Text: return Value::utf8(bytes(row, column).toByteArray());
    case ValueTag::Bytes: return Value::bytes(bytes(row, column).toByteArray());
    case ValueTag::Lexical: return Value::lexical(bytes(row, column).toByteArray());
    }
    Q_UNREACHABLE();
}

} // namespace joinery::driver
