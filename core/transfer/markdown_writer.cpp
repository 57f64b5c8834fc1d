// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/markdown_writer.h"

#include "core/schema/type_kinds.h"
#include "core/transfer/cell_text.h"

namespace joinery::transfer {

Status MarkdownWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    buffer() += '|';
    for (const driver::ColumnInfo &column : columns)
        append(column.name.toUtf8());
    buffer() += "\n|";
    for (const driver::ColumnInfo &column : columns)
        buffer() += schema::isNumber(column.type.kind) ? " ---: |" : " --- |";
    buffer() += '\n';
    return flushIfLarge();
}

Status MarkdownWriter::write(const driver::RowBlock &block)
{
    for (int row = 0; row < block.rowCount(); ++row) {
        buffer() += '|';
        for (int column = 0; column < block.columnCount(); ++column)
            append(block.isNull(row, column) ? m_null : cellText(block, row, column));
        buffer() += '\n';
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

void MarkdownWriter::append(const QByteArray &text)
{
    QByteArray &out = buffer();
    out += ' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        switch (c) {
        case '|': out += "\\|"; break;
        case '\\': out += "\\\\"; break;
        case '<': out += "&lt;"; break;
        case '&': out += "&amp;"; break;
        case '*':
        case '_':
        case '`': (out += '\\') += c; break;
        case '\r':
            if (i + 1 < text.size() && text.at(i + 1) == '\n')
                break;
            [[fallthrough]];
        case '\n': out += "<br>"; break;
        default: out += c; break;
        }
    }
    out += " |";
}

} // namespace joinery::transfer
