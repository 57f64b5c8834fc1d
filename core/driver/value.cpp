// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/value.h"

#include <QLocale>

#include <bit>

namespace joinery::driver {

Value Value::real(double value) { return Value(ValueTag::Real, std::bit_cast<qint64>(value)); }

Value Value::part(ValueTag tag, QByteArray bytes, qint64 wholeSize)
{
    Value value(tag, std::move(bytes));
    value.m_number = wholeSize;
    return value;
}

double Value::toReal() const { return std::bit_cast<double>(m_number); }

QString Value::toText() const
{
    switch (m_tag) {
    case ValueTag::Null:
    case ValueTag::Default: return {};
    case ValueTag::Boolean: return m_number ? QStringLiteral("true") : QStringLiteral("false");
    case ValueTag::Integer: return QString::number(m_number);
    case ValueTag::Unsigned: return QString::number(toUnsigned());
    case ValueTag::Real: return QString::number(toReal(), 'g', QLocale::FloatingPointShortest);
    case ValueTag::Text:
    case ValueTag::Lexical: return QString::fromUtf8(m_bytes);
    case ValueTag::Bytes: return QStringLiteral("\\x") + QString::fromLatin1(m_bytes.toHex());
    }
    Q_UNREACHABLE();
}

bool operator==(const Value &a, const Value &b)
{
    return a.m_tag == b.m_tag && a.m_number == b.m_number && a.m_bytes == b.m_bytes;
}

Status refuseParts(std::span<const Value> parameters)
{
    for (const Value &value : parameters) {
        if (value.isPart())
            return fail(ErrorKind::Refused, QStringLiteral("Only %1 of the %2 bytes of a value were read: it cannot be sent to the database.")
                                                .arg(value.data().size()).arg(value.wholeSize()));
    }
    return {};
}

} // namespace joinery::driver
