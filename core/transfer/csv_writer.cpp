// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"

#include "core/transfer/cell_text.h"

#include <algorithm>

namespace joinery::transfer {

CsvWriter::CsvWriter(QIODevice &device, CsvOptions options) : RowWriter(device), m_options(std::move(options)) {}

Status CsvWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    if (!m_options.header)
        return {};
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            buffer() += m_options.separator;
        const qsizetype from = buffer().size();
        buffer() += columns[i].name.toUtf8();
        quoteIfNeeded(from);
    }
    buffer() += '\n';
    return flushIfLarge();
}

Status CsvWriter::write(const driver::RowBlock &block)
{
    QByteArray &out = buffer();
    for (int row = 0; row < block.rowCount(); ++row) {
        for (int column = 0; column < block.columnCount(); ++column) {
            if (column > 0)
                out += m_options.separator;
            if (block.isNull(row, column)) {
                out += m_options.null;
                continue;
            }
            const qsizetype from = out.size();
            appendCellText(out, block, row, column);
            quoteIfNeeded(from);
        }
        out += '\n';
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

Status CsvWriter::end()
{
    return flush();
}

/// The cell that stands at the end of the buffer.
void CsvWriter::quoteIfNeeded(qsizetype from)
{
    const QByteArrayView cell = QByteArrayView(buffer()).sliced(from);
    const bool needed = cell == m_options.null || std::any_of(cell.begin(), cell.end(), [this](char c) {
        return c == m_options.separator || c == '"' || c == '\n' || c == '\r';
    });
    if (!needed)
        return;
    QByteArray text = cell.toByteArray();
    buffer().truncate(from);
    buffer() += '"';
    buffer() += text.replace('"', "\"\"");
    buffer() += '"';
}

} // namespace joinery::transfer
