// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/query/expression.h"

#include "core/session/like_pattern.h"

namespace joinery::session {

using driver::Value;

namespace {

// One flat list instead of a tower of pairs.
Expression joined(Expression::Kind kind, Expression a, Expression b)
{
    Expression both;
    both.kind = kind;
    for (Expression *part : {&a, &b}) {
        if (part->kind == kind)
            both.parts.insert(both.parts.end(), std::make_move_iterator(part->parts.begin()), std::make_move_iterator(part->parts.end()));
        else
            both.parts.push_back(std::move(*part));
    }
    return both;
}

Expression on(const QString &path, Expression::Kind kind, std::vector<Value> values = {})
{
    Expression expression;
    expression.kind = kind;
    expression.path = path;
    expression.values = std::move(values);
    return expression;
}

} // namespace

Expression operator&&(Expression a, Expression b) { return joined(Expression::Kind::And, std::move(a), std::move(b)); }
Expression operator||(Expression a, Expression b) { return joined(Expression::Kind::Or, std::move(a), std::move(b)); }

Expression operator!(Expression expression)
{
    Expression negated;
    negated.kind = Expression::Kind::Not;
    negated.parts.push_back(std::move(expression));
    return negated;
}

Expression ColumnRef::compared(Expression::Comparison comparison, const Value &value) const
{
    Expression expression = on(m_path, Expression::Kind::Compare, {value});
    expression.comparison = comparison;
    return expression;
}

Expression ColumnRef::compared(Expression::Comparison comparison, const ColumnRef &other) const
{
    Expression expression = on(m_path, Expression::Kind::CompareColumns);
    expression.comparison = comparison;
    expression.otherPath = other.m_path;
    return expression;
}

Expression operator==(const ColumnRef &column, const Value &value)
{
    return value.isNull() ? column.isNull() : column.compared(Expression::Comparison::Equal, value);
}

Expression operator!=(const ColumnRef &column, const Value &value)
{
    return value.isNull() ? !column.isNull() : column.compared(Expression::Comparison::NotEqual, value);
}

Expression operator<(const ColumnRef &column, const Value &value) { return column.compared(Expression::Comparison::Less, value); }
Expression operator<=(const ColumnRef &column, const Value &value) { return column.compared(Expression::Comparison::LessOrEqual, value); }
Expression operator>(const ColumnRef &column, const Value &value) { return column.compared(Expression::Comparison::Greater, value); }
Expression operator>=(const ColumnRef &column, const Value &value) { return column.compared(Expression::Comparison::GreaterOrEqual, value); }

Expression ColumnRef::like(const QString &pattern) const { return on(m_path, Expression::Kind::Like, {Value::text(pattern)}); }

Expression ColumnRef::contains(const QString &text) const
{
    Expression expression = like(containsPattern(text));
    expression.values.push_back(Value::text(kLikeEscape));
    return expression;
}

Expression ColumnRef::in(std::vector<Value> values) const { return on(m_path, Expression::Kind::In, std::move(values)); }
Expression ColumnRef::between(Value from, Value to) const { return on(m_path, Expression::Kind::Between, {std::move(from), std::move(to)}); }
Expression ColumnRef::isNull() const { return on(m_path, Expression::Kind::IsNull); }

Expression any(const QString &relationship, Expression condition)
{
    Expression expression = on(relationship, Expression::Kind::Any);
    expression.parts.push_back(std::move(condition));
    return expression;
}

} // namespace joinery::session
