// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/row_block.h"

#include <algorithm>

namespace joinery::driver {

namespace {

/// Where a text can be cut so that no character of UTF-8 is cut, at `size` or up to three bytes before.
size_t betweenCharacters(const char *text, size_t size)
{
    for (size_t at = size; at > 0 && size - at < 4; --at) {
        const auto byte = static_cast<unsigned char>(text[at - 1]);
        if (byte < 0x80)
            return at;
        if (byte >= 0xc0) {
            const size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return at - 1 + length <= size ? size : at - 1;
        }
    }
    return size;
}

} // namespace

void RowBlock::clear(int columnCount)
{
    m_columns = columnCount;
    m_arena.clear();
    m_cells.clear();
    m_parts.clear();
}

void RowBlock::appendPart(ValueTag tag, const void *data, size_t size, size_t wholeSize)
{
    const char *bytes = static_cast<const char *>(data);
    const size_t kept = tag == ValueTag::Bytes ? size : betweenCharacters(bytes, size);
    const size_t at = m_arena.size();
    m_arena.insert(m_arena.end(), bytes, bytes + kept);
    m_parts.emplace_back(m_cells.size(), wholeSize);
    m_cells.push_back({quint32(at), quint32(kept), tag, true});
}

size_t RowBlock::wholeSize(int row, int column) const
{
    const Cell &at = cell(row, column);
    return at.isPart ? std::ranges::lower_bound(m_parts, size_t(&at - m_cells.data()), {}, &std::pair<size_t, size_t>::first)->second
                     : at.length;
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
    case ValueTag::Lexical:
        if (value.isPart())
            appendPart(value.tag(), value.data().constData(), size_t(value.data().size()), size_t(value.wholeSize()));
        else
            append(value.tag(), value.data().constData(), size_t(value.data().size()));
        return;
    }
}

Value RowBlock::value(int row, int column) const
{
    if (isPart(row, column))
        return Value::part(tag(row, column), bytes(row, column).toByteArray(), qint64(wholeSize(row, column)));
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
