// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/sql/parameters.h"

#include <QMap>

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
    /// Fails where a value belongs to no parameter of the script.
    Status checkUsed(const QString &script, sql::Flavor flavor) const;

private:
    QMap<QString, driver::Value> m_values;
};

} // namespace joinery::cli
