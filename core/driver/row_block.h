// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QByteArrayView>

#include <cstring>
#include <vector>

namespace joinery::driver {

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

    /// Empties the block and keeps its memory.
    void clear(int columnCount);

    void appendNull() { m_cells.push_back({quint32(m_arena.size()), 0, ValueTag::Null}); }
    void appendBoolean(bool value) { const char byte = value; append(ValueTag::Boolean, &byte, 1); }
    void appendInteger(qint64 value) { append(ValueTag::Integer, &value, sizeof value); }
    void appendUnsigned(quint64 value) { append(ValueTag::Unsigned, &value, sizeof value); }
    void appendReal(double value) { append(ValueTag::Real, &value, sizeof value); }
    void append(ValueTag tag, const void *data, size_t size)
    {
        const char *bytes = static_cast<const char *>(data);
        const size_t at = m_arena.size();
        m_arena.insert(m_arena.end(), bytes, bytes + size);
        m_cells.push_back({quint32(at), quint32(size), tag});
    }
    void append(const Value &value);
    /// A whole row of a block with the same columns.
    void appendRow(const RowBlock &other, int row)
    {
        for (int column = 0; column < m_columns; ++column) {
            const Cell &from = other.cell(row, column);
            append(from.tag, other.m_arena.data() + from.offset, from.length);
        }
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
    Value value(int row, int column) const;

private:
    struct Cell
    {
        quint32 offset;
        quint32 length;
        ValueTag tag;
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
};

} // namespace joinery::driver
