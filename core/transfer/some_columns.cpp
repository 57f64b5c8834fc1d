// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/some_columns.h"

namespace joinery::transfer {

SomeColumns::SomeColumns(QIODevice &device, std::unique_ptr<RowWriter> writer, std::vector<int> columns)
    : RowWriter(device), m_writer(std::move(writer)), m_columns(std::move(columns))
{}

Status SomeColumns::begin(const std::vector<driver::ColumnInfo> &columns)
{
    std::vector<driver::ColumnInfo> some;
    for (const int column : m_columns)
        some.push_back(columns[size_t(column)]);
    return m_writer->begin(some);
}

Status SomeColumns::write(const driver::RowBlock &block)
{
    m_block.clear(int(m_columns.size()));
    for (int row = 0; row < block.rowCount(); ++row) {
        for (const int column : m_columns)
            m_block.appendCell(block, row, column);
    }
    return m_writer->write(m_block);
}

} // namespace joinery::transfer
