// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QByteArrayView>

#include <cstring>
#include <limits>
#include <vector>

namespace joinery::driver {

/// Which cells are kept in part: a Text, Bytes or Lexical of more than `whole` bytes keeps its first `part` bytes (texts
/// end between two characters) and its size.
struct CellLimit
{
    size_t whole = std::numeric_limits<size_t>::max();
    size_t part = 0;
};

/// For rows that people look at.
inline constexpr CellLimit kShownCells{256 * 1024, 4 * 1024};

/// A run of rows: one arena of bytes with an offset, a length and a tag for each cell, decoded only when a cell is
/// shown. Rows are filled in order: for each row, columnCount() calls of an append function. A cell is at most 4 GiB,
/// a block too.
class RowBlock
{
public:
    explicit RowBlock(int columnCount = 0) : m_columns(columnCount) {}

    int columnCount() const { return m_columns; }
    int rowCount() const { return m_columns == 0 ? 0 : int(m_cells.size() / size_t(m_columns)); }
    bool isEmpty() const { return m_cells.empty(); }
    /// What it occupies, for cache budgets.
    size_t byteSize() const { return m_arena.capacity() + m_cells.capacity() * sizeof(Cell); }

    /// The bytes of the cells that it holds.
    size_t usedBytes() const { return m_arena.size(); }

    /// Those of the cells of a row.
    size_t bytesOfRow(int row) const
    {
        size_t bytes = 0;
        for (int column = 0; column < m_columns; ++column)
            bytes += cell(row, column).length;
        return bytes;
    }

    /// Empties the block and keeps its memory and its limit.
    void clear(int columnCount);

    /// Holds for the cells that are appended from now on; a driver copies no more of a cell than this asks for.
    void setCellLimit(const CellLimit &limit) { m_limit = limit; }
    const CellLimit &cellLimit() const { return m_limit; }

    void appendNull() { m_cells.push_back({quint32(m_arena.size()), 0, ValueTag::Null}); }
    void appendBoolean(bool value) { const char byte = value; append(ValueTag::Boolean, &byte, 1); }
    void appendInteger(qint64 value) { append(ValueTag::Integer, &value, sizeof value); }
    void appendUnsigned(quint64 value) { append(ValueTag::Unsigned, &value, sizeof value); }
    void appendReal(double value) { append(ValueTag::Real, &value, sizeof value); }
    /// Of a cell above the limit only the part that is kept is looked at.
    void append(ValueTag tag, const void *data, size_t size)
    {
        if (size > m_limit.whole) {
            appendPart(tag, data, m_limit.part, size);
            return;
        }
        const char *bytes = static_cast<const char *>(data);
        const size_t at = m_arena.size();
        m_arena.insert(m_arena.end(), bytes, bytes + size);
        m_cells.push_back({quint32(at), quint32(size), tag});
    }
    void append(const Value &value);
    /// The first `size` bytes of a Text, Bytes or Lexical of `wholeSize`.
    void appendPart(ValueTag tag, const void *data, size_t size, size_t wholeSize);
    /// A cell, or all rows, of a block with the same columns.
    void appendCell(const RowBlock &other, int row, int column)
    {
        const Cell &from = other.cell(row, column);
        if (from.isPart)
            appendPart(from.tag, other.m_arena.data() + from.offset, from.length, other.wholeSize(row, column));
        else
            append(from.tag, other.m_arena.data() + from.offset, from.length);
    }
    void appendRow(const RowBlock &other, int row)
    {
        for (int column = 0; column < m_columns; ++column)
            appendCell(other, row, column);
    }
    void appendRows(const RowBlock &other)
    {
        for (int row = 0; row < other.rowCount(); ++row)
            appendRow(other, row);
    }

    ValueTag tag(int row, int column) const { return cell(row, column).tag; }
    bool isNull(int row, int column) const { return tag(row, column) == ValueTag::Null; }
    /// The bytes of a Text, Bytes or Lexical cell; valid until the block changes.
    QByteArrayView bytes(int row, int column) const
    {
        const Cell &at = cell(row, column);
        return {m_arena.data() + at.offset, qsizetype(at.length)};
    }
    qint64 integer(int row, int column) const { return number<qint64>(row, column); }       ///< Integer
    quint64 unsignedInteger(int row, int column) const { return number<quint64>(row, column); }
    double real(int row, int column) const { return number<double>(row, column); }           ///< Real
    bool boolean(int row, int column) const { return m_arena[cell(row, column).offset] != 0; }
    /// A part where the cell was not kept whole.
    Value value(int row, int column) const;
    bool isPart(int row, int column) const { return cell(row, column).isPart; }
    /// In bytes, of what the cell was before it was cut.
    size_t wholeSize(int row, int column) const;

private:
    struct Cell
    {
        quint32 offset;
        quint32 length;
        ValueTag tag;
        bool isPart = false;
    };
    const Cell &cell(int row, int column) const { return m_cells[size_t(row) * size_t(m_columns) + size_t(column)]; }
    template <class T>
    T number(int row, int column) const
    {
        T value;
        std::memcpy(&value, m_arena.data() + cell(row, column).offset, sizeof value);
        return value;
    }

    int m_columns;
    std::vector<char> m_arena;
    std::vector<Cell> m_cells;
    std::vector<std::pair<size_t, size_t>> m_parts; // which cell is a part of how many bytes, in their order
    CellLimit m_limit;
};

} // namespace joinery::driver
