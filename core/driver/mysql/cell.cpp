// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/cell.h"

#include <mysql.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace joinery::driver::mysql {

namespace {

template <class Number>
Number parsed(const char *text, size_t length)
{
    Number number{};
    std::from_chars(text, text + length, number);
    return number;
}

int appendFraction(char *at, unsigned long microseconds, int decimals)
{
    if (decimals <= 0)
        return 0;
    std::array<char, 16> digits;
    std::snprintf(digits.data(), digits.size(), ".%06lu", microseconds % 1000000);
    std::memcpy(at, digits.data(), size_t(decimals) + 1);
    return decimals + 1;
}

} // namespace

void appendTextCell(RowBlock &block, const Field &field, const char *text, size_t length)
{
    switch (field.form) {
    case FieldForm::Integer: block.appendInteger(parsed<qint64>(text, length)); return;
    case FieldForm::Unsigned: block.appendUnsigned(parsed<quint64>(text, length)); return;
    case FieldForm::Double: block.appendReal(parsed<double>(text, length)); return;
    case FieldForm::Year:
    case FieldForm::Float:
    case FieldForm::Date:
    case FieldForm::Time:
    case FieldForm::DateTime: block.append(ValueTag::Lexical, text, length); return;
    case FieldForm::Bit:
    case FieldForm::Lexical:
    case FieldForm::Text:
    case FieldForm::Bytes: appendRawCell(block, field.form, text, length); return;
    }
}

void appendRawCell(RowBlock &block, FieldForm form, const char *bytes, size_t length)
{
    if (form == FieldForm::Bit) {
        quint64 bits = 0;
        for (size_t i = 0; i < length; ++i)
            bits = bits << 8 | quint8(bytes[i]);
        block.appendUnsigned(bits);
        return;
    }
    const ValueTag tag = form == FieldForm::Bytes ? ValueTag::Bytes : form == FieldForm::Text ? ValueTag::Text : ValueTag::Lexical;
    block.append(tag, bytes, length);
}

void appendTime(RowBlock &block, const Field &field, const st_mysql_time &time)
{
    std::array<char, 64> text;
    int length = 0;
    if (field.form != FieldForm::Time)
        length = std::snprintf(text.data(), text.size(), "%04u-%02u-%02u", time.year, time.month, time.day);
    if (field.form == FieldForm::DateTime)
        text[size_t(length++)] = ' ';
    if (field.form != FieldForm::Date) {
        const unsigned hours = field.form == FieldForm::Time ? time.day * 24 + time.hour : time.hour;
        length += std::snprintf(text.data() + length, text.size() - size_t(length), "%s%02u:%02u:%02u", time.neg ? "-" : "", hours,
                                time.minute, time.second);
        length += appendFraction(text.data() + length, time.second_part, field.decimals);
    }
    block.append(ValueTag::Lexical, text.data(), size_t(length));
}

void appendFloat(RowBlock &block, float number)
{
    std::array<char, 32> text;
    const char *end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    block.append(ValueTag::Lexical, text.data(), size_t(end - text.data()));
}

void appendYear(RowBlock &block, qint64 year)
{
    std::array<char, 24> text;
    const int length = std::snprintf(text.data(), text.size(), "%04lld", static_cast<long long>(year));
    block.append(ValueTag::Lexical, text.data(), size_t(length));
}

} // namespace joinery::driver::mysql
