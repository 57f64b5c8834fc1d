// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <vector>

namespace joinery::interop {

/// A word of DBML (https://dbml.dbdiagram.io/docs), comments left out.
struct DbmlToken
{
    enum class Kind { Word, Quoted, String, Expression, Symbol, End };
    Kind kind = Kind::End;
    QString text; ///< without quotes and escapes
    int line = 0;

    bool is(const char *symbol) const { return kind == Kind::Symbol && text == QLatin1String(symbol); }
    bool isWord(const char *word) const { return kind == Kind::Word && text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; }
    bool isName() const { return kind == Kind::Word || kind == Kind::Quoted; }
};

/// The last one is an End. InvalidInput with the line where a string or comment is not closed.
Result<std::vector<DbmlToken>> dbmlTokens(const QString &text);

} // namespace joinery::interop
