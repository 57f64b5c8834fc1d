// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/cell.h"

#include <QByteArray>

#include <charconv>
#include <cstdlib>

namespace joinery::driver::postgresql {

namespace {

// "\x0aff": bytea_output is hex on our connections.
void appendBytes(RowBlock &block, const char *text, int length)
{
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromRawData(text + 2, std::max(0, length - 2)));
    block.append(ValueTag::Bytes, bytes.constData(), size_t(bytes.size()));
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
