// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QString>

#include <vector>

namespace joinery::session {

/// A condition, as a tree of values: it knows no table and no SQL. Paths are column names, behind relationships where there are
/// any: "title", "user.username", "posts.tags.name".
struct Expression
{
    enum class Kind { And, Or, Not, Compare, CompareColumns, Like, In, Between, IsNull, Any };
    enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

    Kind kind = Kind::And;
    Comparison comparison = Comparison::Equal;
    QString path;      ///< Any: the relationship
    QString otherPath; ///< CompareColumns
    std::vector<driver::Value> values;
    std::vector<Expression> parts; ///< And, Or: none holds for And, and not for Or; Not, Any: one

    friend Expression operator&&(Expression a, Expression b);
    friend Expression operator||(Expression a, Expression b);
    friend Expression operator!(Expression expression);
};

/// A column in a condition: `column("user.username").like("a%") && column("id") > Value::integer(5)`.
class ColumnRef
{
public:
    explicit ColumnRef(QString path) : m_path(std::move(path)) {}

    /// Equal and not equal to NULL are IS NULL and IS NOT NULL.
    friend Expression operator==(const ColumnRef &column, const driver::Value &value);
    friend Expression operator!=(const ColumnRef &column, const driver::Value &value);
    friend Expression operator<(const ColumnRef &column, const driver::Value &value);
    friend Expression operator<=(const ColumnRef &column, const driver::Value &value);
    friend Expression operator>(const ColumnRef &column, const driver::Value &value);
    friend Expression operator>=(const ColumnRef &column, const driver::Value &value);

    /// With % and _ as the engine has them; whether capitals matter is up to the engine too.
    Expression like(const QString &pattern) const;
    /// The text itself somewhere in it: its % and _ are characters like all others.
    Expression contains(const QString &text) const;
    /// Nothing is in an empty list.
    Expression in(std::vector<driver::Value> values) const;
    Expression between(driver::Value from, driver::Value to) const;
    Expression isNull() const;
    Expression compared(Expression::Comparison comparison, const ColumnRef &other) const;

private:
    Expression compared(Expression::Comparison comparison, const driver::Value &value) const;

    QString m_path;
};

inline ColumnRef column(const QString &path) { return ColumnRef(path); }
/// At least one record of a collection (or the one of a reference) meets the condition, whose paths begin there.
Expression any(const QString &relationship, Expression condition);

} // namespace joinery::session
