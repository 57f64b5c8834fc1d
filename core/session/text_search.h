// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_reader.h"

namespace joinery::session {

/// A text that is looked for in one column.
struct TextSearch
{
    QString column;
    QString text;
    bool isRegex = false;   ///< of the engine; what it finds is replaced by Qt's, see replaced()
    bool exactCase = false;
    friend bool operator==(const TextSearch &, const TextSearch &) = default;
};

/// Whether the engine can tell upper and lower case apart and knows regular expressions; without, texts are found in any case.
bool hasRegex(const QString &dialect);

/// The condition of a search with its texts in it, for RowSource::where.
QString searchSql(const dialect::Dialect &dialect, const schema::Table &table, const TextSearch &search);
/// The source with that condition beside its own.
RowSource narrowed(const dialect::Dialect &dialect, const RowSource &source, const TextSearch &search);

/// The next row (or the one before) that holds the text, behind the one with this order, from the start where that is empty;
/// found by the order of the source, without reading what lies between. Errors: Unsupported where its rows cannot be sought.
struct FoundRow
{
    qint64 position = 0; ///< in the source
    std::vector<driver::Value> order;
};
Result<std::optional<FoundRow>> findRow(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                        const TextSearch &search, const std::vector<driver::Value> &from, bool backwards, const CancelToken &token);

/// The first rows that hold the text, and how many there are.
struct MatchingRows
{
    driver::RowBlock rows;
    qint64 all = 0;
};
Result<MatchingRows> matchingRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                  const TextSearch &search, int most, const CancelToken &token);

/// A text with every hit replaced; nothing where it holds none. In a regular expression \1 stands for the first group. A wrong
/// one is an error that says where.
Result<std::optional<QString>> replaced(const QString &text, const TextSearch &search, const QString &with);

} // namespace joinery::session
