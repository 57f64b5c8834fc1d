// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parameters.h"

#include <algorithm>

namespace joinery::cli {

namespace {

std::optional<driver::Value> typedValue(const QString &text)
{
    if (text == QLatin1String("null"))
        return driver::Value::null();
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return driver::Value::boolean(text == QLatin1String("true"));
    bool whole = false;
    const qint64 integer = text.toLongLong(&whole);
    if (whole)
        return driver::Value::integer(integer);
    bool number = false;
    const double real = text.toDouble(&number);
    if (number)
        return driver::Value::real(real);
    return std::nullopt;
}

} // namespace

Result<Parameters> Parameters::parse(const QStringList &arguments)
{
    Parameters parameters;
    for (const QString &argument : arguments) {
        const qsizetype sign = argument.indexOf(u'=');
        const bool typed = sign > 0 && argument.at(sign - 1) == u':';
        const QString name = argument.left(typed ? sign - 1 : sign);
        if (sign <= 0 || name.isEmpty())
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no parameter: write name=text or name:=5.").arg(argument));
        const QString text = argument.mid(sign + 1);
        const std::optional<driver::Value> value = typed ? typedValue(text) : driver::Value::text(text);
        if (!value)
            return fail(ErrorKind::InvalidInput,
                        QStringLiteral("\"%1\" is neither a number nor true, false or null. For a text write %2=%1.").arg(text, name));
        parameters.m_values.insert(name, *value);
    }
    return parameters;
}

Result<Parameters::Bound> Parameters::bind(const QString &statement, const dialect::Dialect &dialect) const
{
    Bound bound;
    if (m_values.isEmpty()) {
        bound.statement.sql = statement;
        return bound;
    }
    bound.statement = sql::bindParameters(statement, sql::flavorOf(dialect.name()),
                                          [&dialect](int position) { return dialect.placeholder(position); });
    for (const QString &name : bound.statement.order) {
        const auto value = m_values.constFind(name);
        if (value == m_values.constEnd())
            return fail(ErrorKind::InvalidInput, QStringLiteral("The parameter \"%1\" has no value: give -p %1=...").arg(name));
        bound.values.push_back(*value);
    }
    return bound;
}

Status Parameters::Uses::see(const QString &statement, const sql::StatementTraits &traits)
{
    static const QString kSigns = QStringLiteral(":?@$");
    if (std::ranges::none_of(statement, [](QChar c) { return kSigns.contains(c); }))
        return {};
    using Kind = sql::StatementTraits::Kind;
    const bool mustHaveValues = traits.kind == Kind::Query || traits.kind == Kind::Modification;
    for (const QString &name : sql::parameterNames(statement, m_flavor)) {
        if (mustHaveValues && !m_parameters.m_values.contains(name))
            return fail(ErrorKind::InvalidInput, QStringLiteral("The parameter \"%1\" has no value: give -p %1=...").arg(name));
        m_used.insert(name);
    }
    return {};
}

Status Parameters::Uses::checkAllUsed() const
{
    for (auto value = m_parameters.m_values.constBegin(); value != m_parameters.m_values.constEnd(); ++value) {
        if (!m_used.contains(value.key()))
            return fail(ErrorKind::InvalidInput, QStringLiteral("No statement has a parameter :%1.").arg(value.key()));
    }
    return {};
}

Error Parameters::Bound::inSource(Error error, const QString &written) const
{
    if (error.statement == statement.sql) {
        error.offset = error.offset < 0 ? error.offset : statement.sourceOffset(error.offset);
        error.statement = written;
    }
    return error;
}

} // namespace joinery::cli
