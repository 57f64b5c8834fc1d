// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"

#include "core/transfer/cell_text.h"

namespace joinery::transfer {

CsvWriter::CsvWriter(QIODevice &device, CsvOptions options) : RowWriter(device), m_options(std::move(options)) {}

Status CsvWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    if (!m_options.header)
        return {};
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            buffer() += m_options.separator;
        append(columns[i].name.toUtf8());
    }
    buffer() += '\n';
    return flushIfLarge();
}

Status CsvWriter::write(const driver::RowBlock &block)
{
    for (int row = 0; row < block.rowCount(); ++row) {
        for (int column = 0; column < block.columnCount(); ++column) {
            if (column > 0)
                buffer() += m_options.separator;
            if (block.isNull(row, column))
                buffer() += m_options.null;
            else
                append(cellText(block, row, column));
        }
        buffer() += '\n';
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

Status CsvWriter::end()
{
    return flush();
}

void CsvWriter::append(const QByteArray &text)
{
    bool quoted = text == m_options.null;
    for (qsizetype i = 0; i < text.size() && !quoted; ++i) {
        const char c = text.at(i);
        quoted = c == m_options.separator || c == '"' || c == '\n' || c == '\r';
    }
    if (!quoted) {
        buffer() += text;
        return;
    }
    buffer() += '"';
    buffer() += QByteArray(text).replace('"', "\"\"");
    buffer() += '"';
}

} // namespace joinery::transfer
