// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/type_inference.h"

#include "core/transfer/decimal_comma.h"

#include <QDate>

#include <algorithm>
#include <charconv>
#include <limits>

namespace joinery::transfer {

using schema::Type;
using schema::TypeKind;

namespace {

constexpr int kMaximalPrecision = 65, kMaximalScale = 30; // what MySQL's DECIMAL has room for

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int digitsAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text.at(end)))
        ++end;
    return int(end - at);
}

int numberAt(QByteArrayView text, qsizetype at, int digits)
{
    int number = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, number);
    return number;
}

// 2024-02-29
bool isDate(QByteArrayView text)
{
    return text.size() == 10 && digitsAt(text, 0) == 4 && text.at(4) == '-' && digitsAt(text, 5) == 2 && text.at(7) == '-' &&
           digitsAt(text, 8) == 2 && QDate::isValid(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2));
}

struct Clock
{
    bool valid = false;
    bool zone = false;
    int fraction = 0;
};

// 23:59:59.123456+02:00, Z
Clock clockOf(QByteArrayView text)
{
    Clock clock;
    if (text.size() < 8 || digitsAt(text, 0) != 2 || text.at(2) != ':' || digitsAt(text, 3) != 2 || text.at(5) != ':' ||
        digitsAt(text, 6) != 2 || numberAt(text, 0, 2) > 23 || numberAt(text, 3, 2) > 59 || numberAt(text, 6, 2) > 59)
        return clock;
    qsizetype at = 8;
    if (at < text.size() && text.at(at) == '.') {
        clock.fraction = digitsAt(text, ++at);
        at += clock.fraction;
        if (clock.fraction == 0 || clock.fraction > 6) // no engine keeps more than microseconds
            return clock;
    }
    const QByteArrayView zone = text.sliced(at);
    clock.zone = !zone.isEmpty();
    const bool offset = zone.size() >= 3 && (zone.front() == '+' || zone.front() == '-') && digitsAt(zone, 1) >= 2;
    const bool wellFormed = offset && (zone.size() == 3 || (zone.size() == 5 && digitsAt(zone, 1) == 4) ||
                                       (zone.size() == 6 && zone.at(3) == ':' && digitsAt(zone, 4) == 2));
    clock.valid = zone.isEmpty() || zone == "Z" || wellFormed;
    return clock;
}

bool isUuid(QByteArrayView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        // Engines give small letters back.
        if (dash ? c != '-' : !isDigit(c) && (c < 'a' || c > 'f'))
            return false;
    }
    return true;
}

} // namespace

void TypeInference::see(const driver::RowBlock &rows)
{
    m_columns.resize(size_t(rows.columnCount()));
    for (int row = 0; row < rows.rowCount(); ++row) {
        for (int column = 0; column < rows.columnCount(); ++column) {
            if (!rows.isNull(row, column))
                see(m_columns[size_t(column)], rows.tag(row, column), rows.bytes(row, column));
        }
    }
}

void TypeInference::see(Column &column, driver::ValueTag tag, QByteArrayView text) const
{
    column.hasValues = true;
    if (tag == driver::ValueTag::Boolean) {
        column = Column{.hasValues = true, .boolean = column.boolean, .integer = false, .decimal = false, .real = false,
                        .date = false, .time = false, .dateTime = false, .uuid = false, .json = column.json};
        return;
    }
    const bool nested = tag == driver::ValueTag::Lexical && (text.startsWith('{') || text.startsWith('['));
    column.json = column.json && nested;
    column.boolean = column.boolean && (text.compare("true", Qt::CaseInsensitive) == 0 || text.compare("false", Qt::CaseInsensitive) == 0);
    const bool mayBeNumber = column.integer || column.decimal || column.real;
    const QByteArray number = m_decimalComma && mayBeNumber ? withPoint(text) : QByteArray();
    // What has a point and no comma is no number there.
    seeNumber(column, !m_decimalComma ? text : number.isNull() ? QByteArrayView("?") : QByteArrayView(number));
    if (column.date || column.time || column.dateTime)
        seeMoment(column, text);
    column.uuid = column.uuid && isUuid(text);
}

void TypeInference::seeNumber(Column &column, QByteArrayView text)
{
    if (!column.integer && !column.decimal && !column.real)
        return;
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const int whole = digitsAt(text, at);
    const bool zero = whole > 0 && text.at(at) == '0';
    at += whole;
    int scale = 0;
    bool wellFormed = whole > 0 && !(zero && whole > 1);
    if (at < text.size() && text.at(at) == '.') {
        scale = digitsAt(text, at + 1);
        wellFormed = wellFormed && scale > 0;
        at += 1 + scale;
    }
    const bool exponent = at < text.size() && (text.at(at) == 'e' || text.at(at) == 'E');
    if (exponent) {
        at += at + 1 < text.size() && (text.at(at + 1) == '+' || text.at(at + 1) == '-') ? 2 : 1;
        const int digits = digitsAt(text, at);
        wellFormed = wellFormed && digits > 0;
        at += digits;
    }
    wellFormed = wellFormed && at == text.size();
    column.real = column.real && wellFormed && text != "-0";
    const bool minusZero = text == "-0";
    column.decimal = column.decimal && wellFormed && !exponent && !minusZero;
    column.wholeDigits = std::max(column.wholeDigits, whole);
    column.scale = std::max(column.scale, scale);
    if (!column.integer)
        return;
    qint64 number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    column.integer = wellFormed && !minusZero && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    column.minimum = std::min(column.minimum, number);
    column.maximum = std::max(column.maximum, number);
}

void TypeInference::seeMoment(Column &column, QByteArrayView text)
{
    column.date = column.date && isDate(text);
    const bool both = text.size() > 11 && (text.at(10) == ' ' || text.at(10) == 'T') && isDate(text.first(10));
    const Clock clock = clockOf(both ? text.sliced(11) : text);
    column.dateTime = column.dateTime && both && clock.valid;
    column.time = column.time && !both && clock.valid && !clock.zone;
    column.fraction = std::max(column.fraction, clock.fraction);
    (clock.zone ? column.someZone : column.someNoZone) = true;
}

Type TypeInference::type(int index) const
{
    if (size_t(index) >= m_columns.size())
        return Type::of(TypeKind::Text);
    const Column &column = m_columns[size_t(index)];
    if (!column.hasValues)
        return Type::of(TypeKind::Text);
    if (column.boolean)
        return Type::of(TypeKind::Boolean);
    if (column.integer) {
        const bool small = column.minimum >= std::numeric_limits<qint32>::min() && column.maximum <= std::numeric_limits<qint32>::max();
        return Type::of(small ? TypeKind::Integer : TypeKind::BigInteger);
    }
    if (column.decimal && column.scale <= kMaximalScale && column.wholeDigits + column.scale <= kMaximalPrecision)
        return Type::numeric(column.wholeDigits + column.scale, column.scale);
    if (column.real && !column.decimal)
        return Type::of(TypeKind::Double);
    if (column.date)
        return Type::of(TypeKind::Date);
    if (column.time || (column.dateTime && column.someZone != column.someNoZone)) {
        Type type = Type::of(column.time ? TypeKind::Time : TypeKind::DateTime);
        type.timezone = column.dateTime && column.someZone;
        if (column.fraction > 0)
            type.precision = 6;
        return type;
    }
    if (column.uuid)
        return Type::of(TypeKind::Uuid);
    return Type::of(column.json ? TypeKind::Json : TypeKind::Text);
}

} // namespace joinery::transfer
