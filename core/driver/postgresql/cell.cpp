// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/cell.h"

#include <QByteArray>

#include <charconv>
#include <cstdlib>

namespace joinery::driver::postgresql {

namespace {

// "\x0aff": bytea_output is hex on our connections. Of a cell above the limit only the part is decoded.
void appendBytes(RowBlock &block, const char *text, int length)
{
    const auto size = size_t(std::max(0, length - 2) / 2);
    const size_t kept = size > block.cellLimit().whole ? block.cellLimit().part : size;
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromRawData(text + 2, qsizetype(kept * 2)));
    block.append(ValueTag::Bytes, bytes.constData(), size);
}

} // namespace

void appendCell(RowBlock &block, ValueTag tag, const char *text, int length)
{
    switch (tag) {
    case ValueTag::Boolean: block.appendBoolean(*text == 't'); return;
    case ValueTag::Integer: {
        qint64 number = 0;
        std::from_chars(text, text + length, number);
        block.appendInteger(number);
        return;
    }
    case ValueTag::Real: {
        double number = 0;
        // from_chars takes "Infinity" and "NaN" too; the text is the shortest that reads back equal.
        std::from_chars(text, text + length, number);
        block.appendReal(number);
        return;
    }
    case ValueTag::Bytes: appendBytes(block, text, length); return;
    case ValueTag::Null:
    case ValueTag::Unsigned:
    case ValueTag::Text:
    case ValueTag::Lexical:
    case ValueTag::Default: block.append(tag, text, size_t(length)); return;
    }
}

} // namespace joinery::driver::postgresql
