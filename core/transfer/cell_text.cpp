// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/cell_text.h"

#include <QtCore/qstringconverter.h>

namespace joinery::transfer {

namespace {

/// Files are UTF-8; what an engine stored as text need not be.
QByteArray validUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return decoder.hasError() ? text.toUtf8() : bytes.toByteArray();
}

} // namespace

QByteArray cellText(const driver::RowBlock &block, int row, int column)
{
    using driver::ValueTag;
    switch (block.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default:
        return {};
    case ValueTag::Boolean:
        return block.boolean(row, column) ? "true" : "false";
    case ValueTag::Integer:
        return QByteArray::number(block.integer(row, column));
    case ValueTag::Unsigned:
        return QByteArray::number(block.unsignedInteger(row, column));
    case ValueTag::Real:
        return block.value(row, column).toText().toUtf8();
    case ValueTag::Text:
    case ValueTag::Lexical:
        return validUtf8(block.bytes(row, column));
    case ValueTag::Bytes:
        return "\\x" + block.bytes(row, column).toByteArray().toHex();
    }
    return {};
}

} // namespace joinery::transfer
