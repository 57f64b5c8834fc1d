// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/bound_parameters.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace joinery::driver::postgresql {

namespace {

constexpr quint32 kUntyped = 0, kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kFloat8 = 701, kNumeric = 1700;

quint32 smallestInteger(qint64 value)
{
    if (value >= std::numeric_limits<qint16>::min() && value <= std::numeric_limits<qint16>::max())
        return kInt2;
    return value >= std::numeric_limits<qint32>::min() && value <= std::numeric_limits<qint32>::max() ? kInt4 : kInt8;
}

QByteArray realText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    std::array<char, 40> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr; // the shortest that reads back equal
    return QByteArray(text.data(), end - text.data());
}

} // namespace

Result<BoundParameters> BoundParameters::from(std::span<const Value> values)
{
    BoundParameters bound;
    bound.m_bytes.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const Value &value = values[i];
        switch (value.tag()) {
        case ValueTag::Null: bound.append(kUntyped, {}); break;
        case ValueTag::Boolean: bound.append(kBool, value.toBoolean() ? "t" : "f"); break;
        case ValueTag::Integer: bound.append(smallestInteger(value.toInteger()), QByteArray::number(value.toInteger())); break;
        case ValueTag::Unsigned: bound.append(kNumeric, QByteArray::number(value.toUnsigned())); break;
        case ValueTag::Real: bound.append(kFloat8, realText(value.toReal())); break;
        case ValueTag::Bytes: bound.append(kBytea, value.data(), true); break;
        case ValueTag::Text:
        case ValueTag::Lexical:
            if (value.data().contains('\0'))
                return fail(ErrorKind::Data, QStringLiteral("PostgreSQL's texts cannot hold the character NUL."));
            bound.append(kUntyped, value.data().isNull() ? QByteArray("") : value.data());
            break;
        case ValueTag::Default:
            return fail(ErrorKind::Data, QStringLiteral("PostgreSQL has no parameter that means \"the default\": "
                                                        "write DEFAULT in its place."));
        }
        if (value.isNull())
            bound.m_values.back() = nullptr;
    }
    return bound;
}

void BoundParameters::append(quint32 type, const QByteArray &bytes, bool binary)
{
    m_bytes.push_back(bytes);
    m_types.push_back(type);
    m_values.push_back(m_bytes.back().constData());
    m_lengths.push_back(int(bytes.size()));
    m_formats.push_back(binary ? 1 : 0);
}

} // namespace joinery::driver::postgresql
