// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"

#include <charconv>
#include <cstring>

namespace joinery::transfer {

using driver::ValueTag;

namespace {

constexpr size_t kNumberRoom = 32; // the longest double has 24 characters

char *copyHex(char *out, QByteArrayView bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    *out++ = '\\';
    *out++ = 'x';
    for (const char byte : bytes) {
        *out++ = kDigits[quint8(byte) >> 4];
        *out++ = kDigits[byte & 15];
    }
    return out;
}

char *copyBytes(char *out, QByteArrayView bytes)
{
    if (!bytes.isEmpty()) // an empty cell may have no address
        std::memcpy(out, bytes.data(), size_t(bytes.size()));
    return out + bytes.size();
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, CsvOptions options) : RowWriter(device), m_options(std::move(options))
{
    for (const char c : {m_options.separator, '"', '\n', '\r'})
        m_special[quint8(c)] = kQuote;
    for (int c = 0x80; c < 0x100; ++c)
        m_special[size_t(c)] = kNotAscii;
    static constexpr char kOfNumbers[] = "0123456789+-.einfa";
    const auto ofNumbers = [](char c) { return std::strchr(kOfNumbers, c) != nullptr; };
    m_numbersMayNeedQuotes = ofNumbers(m_options.separator) ||
                             (!m_options.null.isEmpty() && std::ranges::all_of(m_options.null, ofNumbers));
}

Status CsvWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    if (!m_options.header)
        return {};
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            buffer() += m_options.separator;
        const QByteArray name = columns[i].name.toUtf8();
        const qsizetype size = buffer().size();
        buffer().resize(size + 2 * name.size() + 2);
        const char *const end = copyText(buffer().data() + size, name);
        buffer().truncate(end - buffer().constData());
    }
    buffer() += '\n';
    return flushIfLarge();
}

Status CsvWriter::write(const driver::RowBlock &block)
{
    QByteArray &out = buffer();
    const int columns = block.columnCount();
    for (int row = 0; row < block.rowCount(); ++row) {
        // Room for the worst: every byte is no UTF-8 and becomes the three of U+FFFD.
        const size_t room = 3 * block.bytesOfRow(row) + size_t(columns) * (kNumberRoom + size_t(m_options.null.size()));
        const qsizetype before = out.size();
        out.resize(before + qsizetype(room));
        char *const begin = out.data();
        char *at = begin + before;
        for (int column = 0; column < columns; ++column) {
            if (column > 0)
                *at++ = m_options.separator;
            at = copyCell(at, block, row, column);
        }
        *at++ = '\n';
        out.truncate(at - begin);
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

Status CsvWriter::end()
{
    return flush();
}

char *CsvWriter::copyCell(char *out, const driver::RowBlock &block, int row, int column) const
{
    switch (block.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default: return copyBytes(out, m_options.null);
    case ValueTag::Boolean: return copyText(out, block.boolean(row, column) ? "true" : "false");
    case ValueTag::Integer: return copyNumber(out, block.integer(row, column));
    case ValueTag::Unsigned: return copyNumber(out, block.unsignedInteger(row, column));
    case ValueTag::Real: return copyNumber(out, block.real(row, column));
    case ValueTag::Text:
    case ValueTag::Lexical: return copyText(out, block.bytes(row, column));
    case ValueTag::Bytes: return copyHex(out, block.bytes(row, column));
    }
    Q_UNREACHABLE();
}

template <class Number>
char *CsvWriter::copyNumber(char *out, Number number) const
{
    char *const end = std::to_chars(out, out + kNumberRoom, number).ptr;
    if (!m_numbersMayNeedQuotes)
        return end;
    const QByteArray text(out, end - out);
    return copyText(out, text);
}

/// Files are UTF-8; what an engine stored as text need not be.
char *CsvWriter::copyText(char *out, QByteArrayView text) const
{
    quint8 found = 0;
    for (const char c : text)
        found |= m_special[quint8(c)];
    if (found == 0 && text != m_options.null)
        return copyBytes(out, text);
    QByteArray valid;
    if ((found & kNotAscii) && !QUtf8StringView(text.data(), text.size()).isValidUtf8()) {
        valid = QString::fromUtf8(text).toUtf8();
        text = valid;
    }
    if (!(found & kQuote) && text != m_options.null)
        return copyBytes(out, text);
    *out++ = '"';
    for (const char c : text) {
        if (c == '"')
            *out++ = c;
        *out++ = c;
    }
    *out++ = '"';
    return out;
}

} // namespace joinery::transfer
