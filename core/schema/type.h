// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace joinery::schema {

/// SQLAlchemy's generic types (https://docs.sqlalchemy.org/en/20/core/type_basics.html); Native is what none of
/// them describes.
enum class TypeKind {
    Boolean, SmallInteger, Integer, BigInteger, Float, Double, Numeric, String, Char, Text, LargeBinary,
    Date, Time, DateTime, Interval, Json, Uuid, Enum, Array, Native,
};

/// A column's type: the generic kind with its parameters, and the text of the engine that it was read from.
struct Type
{
    TypeKind kind = TypeKind::Text;
    std::optional<int> length;    ///< String, Char, LargeBinary: characters (bytes); Text, LargeBinary on MySQL: limit
    std::optional<int> precision; ///< Numeric: digits; Time, DateTime, Interval: fractional digits
    std::optional<int> scale;     ///< Numeric
    bool timezone = false;        ///< Time, DateTime
    bool isUnsigned = false;      ///< MySQL integers and numerics
    bool binary = false;          ///< Json: PostgreSQL's jsonb
    Name enumName;                ///< Enum: the named type (PostgreSQL); empty for an inline enum
    QStringList enumValues;       ///< Enum without a named type (MySQL, or a model without one)
    std::vector<Type> element;    ///< Array: exactly one
    int dimensions = 0;           ///< Array: 1 and more

    /// The engine's own spelling, e.g. {"sqlite", "NVARCHAR(160)"}. A dialect of that name writes it back as it is;
    /// every other dialect writes from the kind. Native has nothing else.
    QString nativeDialect;
    QString nativeText;

    static Type of(TypeKind kind) { Type type; type.kind = kind; return type; }
    static Type string(int length) { Type type = of(TypeKind::String); type.length = length; return type; }
    static Type numeric(int precision, int scale)
    {
        Type type = of(TypeKind::Numeric);
        type.precision = precision;
        type.scale = scale;
        return type;
    }
    static Type native(QString dialect, QString text)
    {
        Type type = of(TypeKind::Native);
        type.nativeDialect = std::move(dialect);
        type.nativeText = std::move(text);
        return type;
    }

    /// "Numeric(8, 2)", "String(120)", "DateTime(timezone)": as SQLAlchemy spells it, for people; Native gives its text.
    QString toString() const;
    /// The reverse of toString, case-insensitive and with SQLAlchemy's synonyms (Unicode, DECIMAL, VARCHAR, ...).
    /// Nothing where the text is none of the generic types.
    static std::optional<Type> fromString(const QString &text);

    friend bool operator==(const Type &, const Type &) = default;
};

} // namespace joinery::schema
