// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialect/dialect.h"

#include <QJsonObject>

#include <functional>

namespace joinery::session {

/// A condition on one column, as a grid asks for it: values apart from the SQL, which is written for the engine.
struct ColumnFilter
{
    enum class Kind {
        Contains, ///< one text, capitals or not
        Range,    ///< from, to; a NULL end is open
        OneOf,    ///< any of the values; NULL among them stands for rows that have none
        NoneOf,   ///< the others, rows without a value among them unless NULL is one of the values
    };
    QString column;
    Kind kind = Kind::OneOf;
    std::vector<driver::Value> values;
    friend bool operator==(const ColumnFilter &, const ColumnFilter &) = default;
};

/// The condition in SQL; `bind` takes the values in the order of the text and gives their placeholders.
QString filterSql(const dialect::Dialect &dialect, const schema::Type &type, const ColumnFilter &filter,
                  const std::function<QString(const driver::Value &)> &bind);

QJsonObject toJson(const ColumnFilter &filter);
Result<ColumnFilter> columnFilterFromJson(const QJsonObject &json);

} // namespace joinery::session
