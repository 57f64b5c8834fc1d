// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/identity.h"

#include <QStringList>

#include <limits>

namespace joinery::session {

using driver::Value;
using driver::ValueTag;

Identity::Identity(std::vector<Value> values)
{
    if (values.empty())
        return;
    m_first = normal(std::move(values.front()));
    for (size_t i = 1; i < values.size(); ++i)
        m_rest.push_back(normal(std::move(values[i])));
}

Value Identity::normal(Value value)
{
    if (value.tag() == ValueTag::Boolean)
        return Value::integer(value.toInteger());
    if (value.tag() == ValueTag::Unsigned && value.toUnsigned() <= quint64(std::numeric_limits<qint64>::max()))
        return Value::integer(value.toInteger());
    if (value.tag() == ValueTag::Lexical)
        return Value::utf8(value.data());
    return value;
}

std::vector<Value> Identity::values() const
{
    std::vector<Value> values{m_first};
    values.insert(values.end(), m_rest.begin(), m_rest.end());
    return values;
}

bool Identity::hasNull() const
{
    for (size_t i = 0; i < size(); ++i) {
        if (at(i).isNull())
            return true;
    }
    return false;
}

size_t Identity::hash() const
{
    // Four numbers side by side stay so, and share what the processor reads; more would make long runs of places, which end
    // nowhere once they are gone.
    const auto number = size_t(m_first.toInteger());
    size_t seed = m_first.tag() == ValueTag::Integer ? (number >> 2) * 0x9E3779B97F4A7C15ull : qHash(m_first);
    seed ^= seed >> 29;
    if (m_first.tag() == ValueTag::Integer)
        seed = seed << 2 | (number & 3);
    for (const Value &value : m_rest)
        seed = qHash(value, seed);
    return seed;
}

QString Identity::toText() const
{
    QStringList texts;
    for (size_t i = 0; i < size(); ++i)
        texts.append(at(i).toText());
    return texts.join(QStringLiteral(", "));
}

bool operator<(const Identity &a, const Identity &b)
{
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const Value &x = a.at(i), &y = b.at(i);
        if (x == y)
            continue;
        if (x.tag() != y.tag())
            return x.tag() < y.tag();
        switch (x.tag()) {
        case ValueTag::Text:
        case ValueTag::Bytes:
        case ValueTag::Lexical: return x.data() < y.data();
        case ValueTag::Real: return x.toReal() < y.toReal();
        case ValueTag::Unsigned: return x.toUnsigned() < y.toUnsigned();
        case ValueTag::Null:
        case ValueTag::Default:
        case ValueTag::Boolean:
        case ValueTag::Integer: return x.toInteger() < y.toInteger();
        }
    }
    return a.size() < b.size();
}

} // namespace joinery::session
