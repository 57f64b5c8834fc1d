// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/transfer/row_writer.h"

namespace joinery::transfer {

/// INSERT statements of one engine, of many rows each, every value exact.
class SqlWriter : public RowWriter
{
public:
    /// `leftOut`: columns of the result that are not written, such as generated ones.
    SqlWriter(QIODevice &device, const dialect::Dialect &dialect, schema::Name table, QStringList leftOut = {})
        : RowWriter(device), m_dialect(dialect), m_table(std::move(table)), m_leftOut(std::move(leftOut))
    {}

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override;

private:
    const dialect::Dialect &m_dialect;
    schema::Name m_table;
    QStringList m_leftOut;
    QByteArray m_head;
    std::vector<int> m_columns;
    std::vector<schema::Type> m_types;
    qsizetype m_statement = 0; ///< bytes of the one that is open; 0: none is
};

} // namespace joinery::transfer
