// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <span>

namespace joinery::driver {

/// What the bytes of a value or a cell are.
enum class ValueTag : quint8 {
    Null,
    Boolean,  ///< one byte, 0 or 1
    Integer,  ///< qint64
    Unsigned, ///< quint64
    Real,     ///< double
    Text,     ///< UTF-8 (SQLite text may hold invalid UTF-8: it is kept as it is)
    Bytes,    ///< raw
    Lexical,  ///< the engine's own text form of its type (numeric, date, uuid, json, ...), UTF-8; the column says which
    Default,  ///< parameters only: "use the default", which is none of the others
};

/// One value, exact: a parameter on its way to the server, or a cell taken out of a RowBlock. Nothing passes through
/// double that is not a double.
class Value
{
public:
    Value() = default;
    static Value null() { return {}; }
    static Value useDefault() { return Value(ValueTag::Default, {}); }
    static Value boolean(bool value) { return Value(ValueTag::Boolean, value); }
    static Value integer(qint64 value) { return Value(ValueTag::Integer, value); }
    static Value unsignedInteger(quint64 value) { return Value(ValueTag::Unsigned, qint64(value)); }
    static Value real(double value);
    static Value text(const QString &value) { return Value(ValueTag::Text, value.toUtf8()); }
    static Value utf8(QByteArray value) { return Value(ValueTag::Text, std::move(value)); }
    static Value bytes(QByteArray value) { return Value(ValueTag::Bytes, std::move(value)); }
    static Value lexical(QByteArray value) { return Value(ValueTag::Lexical, std::move(value)); }
    /// The first bytes of a Text, Bytes or Lexical that was not read whole: to be shown, and to be compared with what was
    /// read in the same way. No driver takes it as a parameter.
    static Value part(ValueTag tag, QByteArray bytes, qint64 wholeSize);

    ValueTag tag() const { return m_tag; }
    bool isNull() const { return m_tag == ValueTag::Null; }
    bool isDefault() const { return m_tag == ValueTag::Default; }
    bool toBoolean() const { return m_number != 0; }        ///< Boolean
    qint64 toInteger() const { return m_number; }           ///< Boolean, Integer, Unsigned (as bits)
    quint64 toUnsigned() const { return quint64(m_number); } ///< Unsigned
    double toReal() const;                                  ///< Real
    const QByteArray &data() const { return m_bytes; }      ///< Text, Bytes, Lexical
    bool isPart() const { return m_tag >= ValueTag::Text && m_tag <= ValueTag::Lexical && m_number != 0; }
    qint64 wholeSize() const { return isPart() ? m_number : m_bytes.size(); } ///< in bytes; Text, Bytes, Lexical

    /// The text that a person reads and types: numbers in full, reals in the shortest form that reads back equal,
    /// bytes as \x hex, booleans as true / false; empty for Null and Default. Of a part what there is of it.
    QString toText() const;

    friend bool operator==(const Value &, const Value &);
    friend size_t qHash(const Value &value, size_t seed = 0)
    {
        return qHashMulti(seed, int(value.m_tag), value.m_number, value.m_bytes);
    }

private:
    Value(ValueTag tag, qint64 number) : m_tag(tag), m_number(number) {}
    Value(ValueTag tag, QByteArray bytes) : m_tag(tag), m_bytes(std::move(bytes)) {}

    ValueTag m_tag = ValueTag::Null;
    qint64 m_number = 0; // the bits of a Real, the size of the whole of a part
    QByteArray m_bytes;
};

/// Refuses parameters that were not read whole: they would be written, or compared, as if they were all.
Status refuseParts(std::span<const Value> parameters);

} // namespace joinery::driver
