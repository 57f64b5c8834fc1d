// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::transfer {

/// Passes some columns of a result on to another writer, in an order of its own.
class SomeColumns : public RowWriter
{
public:
    /// `columns` are positions in the result. `device` is the one of `writer`.
    SomeColumns(QIODevice &device, std::unique_ptr<RowWriter> writer, std::vector<int> columns);

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override { return m_writer->end(); }
    driver::CellLimit cellLimit() const override { return m_writer->cellLimit(); }

private:
    std::unique_ptr<RowWriter> m_writer;
    std::vector<int> m_columns;
    driver::RowBlock m_block;
};

} // namespace joinery::transfer
