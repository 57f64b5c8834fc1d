// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/sql/classify.h"
#include "core/sql/parameters.h"

#include <QMap>
#include <QSet>

namespace joinery::cli {

/// The values of -p, by name: `name=text` is text, `name:=json` a number, true, false or null.
class Parameters
{
public:
    static Result<Parameters> parse(const QStringList &arguments);

    /// A statement as it is sent.
    struct Bound
    {
        sql::BoundStatement statement;
        std::vector<driver::Value> values;
        /// The error with its place in the statement as it was written.
        Error inSource(Error error, const QString &written) const;
    };
    /// Fails where a parameter has no value.
    Result<Bound> bind(const QString &statement, const dialect::Dialect &dialect) const;

    /// Looks through a script, statement by statement, before it runs.
    class Uses
    {
    public:
        /// The parameters outlive it.
        Uses(const Parameters &parameters, sql::Flavor flavor) : m_parameters(parameters), m_flavor(flavor) {}
        /// Fails where a parameter of a query or a modification has no value; definitions may speak of parameters of their own.
        Status see(const QString &statement, const sql::StatementTraits &traits);
        /// Fails where a value belongs to no parameter of the script.
        Status checkAllUsed() const;

    private:
        const Parameters &m_parameters;
        sql::Flavor m_flavor;
        QSet<QString> m_used;
    };

private:
    QMap<QString, driver::Value> m_values;
};

} // namespace joinery::cli
