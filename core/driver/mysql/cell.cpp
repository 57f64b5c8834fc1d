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

/// A number with at least `width` digits; returns where it ends. Behind a time of each of a million rows, printf is slow.
char *putDigits(char *at, unsigned long number, int width)
{
    std::array<char, 24> digits;
    const char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const auto count = int(end - digits.data());
    for (int i = count; i < width; ++i)
        *at++ = '0';
    std::memcpy(at, digits.data(), size_t(count));
    return at + count;
}

char *putFraction(char *at, unsigned long microseconds, int decimals)
{
    if (decimals <= 0)
        return at;
    *at++ = '.';
    putDigits(at, microseconds % 1000000, 6);
    return at + decimals;
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
    std::array<char, 96> text;
    char *at = text.data();
    if (field.form != FieldForm::Time) {
        at = putDigits(at, time.year, 4);
        *at++ = '-';
        at = putDigits(at, time.month, 2);
        *at++ = '-';
        at = putDigits(at, time.day, 2);
    }
    if (field.form == FieldForm::DateTime)
        *at++ = ' ';
    if (field.form != FieldForm::Date) {
        if (time.neg)
            *at++ = '-';
        at = putDigits(at, field.form == FieldForm::Time ? time.day * 24 + time.hour : time.hour, 2);
        *at++ = ':';
        at = putDigits(at, time.minute, 2);
        *at++ = ':';
        at = putDigits(at, time.second, 2);
        at = putFraction(at, time.second_part, field.decimals);
    }
    block.append(ValueTag::Lexical, text.data(), size_t(at - text.data()));
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
