// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/cell_text.h"

#include "core/driver/number_text.h"

#include <QLocale>
#include <QString>

namespace joinery::transfer {

namespace {

/// Files are UTF-8; what an engine stored as text need not be.
void appendValidUtf8(QByteArray &buffer, QByteArrayView bytes)
{
    if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        buffer.append(bytes);
    else
        buffer.append(QString::fromUtf8(bytes).toUtf8());
}

} // namespace

void appendCellText(QByteArray &buffer, const driver::RowBlock &block, int row, int column)
{
    using driver::ValueTag;
    switch (block.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default:
        return;
    case ValueTag::Boolean:
        buffer.append(block.boolean(row, column) ? "true" : "false");
        return;
    case ValueTag::Integer:
        driver::appendNumber(buffer, block.integer(row, column));
        return;
    case ValueTag::Unsigned:
        driver::appendNumber(buffer, block.unsignedInteger(row, column));
        return;
    case ValueTag::Real:
        buffer.append(QByteArray::number(block.real(row, column), 'g', QLocale::FloatingPointShortest));
        return;
    case ValueTag::Text:
    case ValueTag::Lexical:
        appendValidUtf8(buffer, block.bytes(row, column));
        return;
    case ValueTag::Bytes:
        buffer.append("\\x").append(block.bytes(row, column).toByteArray().toHex());
        return;
    }
}

QByteArray cellText(const driver::RowBlock &block, int row, int column)
{
    QByteArray text;
    appendCellText(text, block, row, column);
    return text;
}

} // namespace joinery::transfer
