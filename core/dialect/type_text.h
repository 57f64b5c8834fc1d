// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace joinery::dialect {

/// The text of a type taken apart: "timestamp(6) with time zone[]" is {"timestamp with time zone", {"6"}, 1}.
struct TypeText
{
    QString name;          ///< lower case, single blanks, without what stands in parentheses
    QStringList arguments; ///< as written, string literals with their quotes
    int dimensions = 0;    ///< pairs of brackets at the end

    static TypeText parse(const QString &text);
    std::optional<int> number(int index) const; ///< the argument as a number, nothing where it is none
    /// Takes the word out of the name; true where it was there.
    bool takeWord(const QString &word);
    /// The arguments as values: 'it''s' is it's. Backslash escapes are undone where `backslashes` is set.
    QStringList strings(bool backslashes = false) const;
};

} // namespace joinery::dialect
