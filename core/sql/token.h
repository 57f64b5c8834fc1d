// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::sql {

enum class TokenKind {
    Blank,
    Comment,
    Conditional, ///< MySQL's /*! ... */: a comment that the server runs
    Word,        ///< keyword, name, MySQL's @variable
    QuotedName,  ///< "x", `x`, [x]
    String,      ///< 'x', E'x', X'00', $tag$x$tag$; MySQL: "x" too
    Number,
    Parameter,   ///< :name, ?, ?1, $1, SQLite's @name and $name
    Operator,    ///< one operator or one of ( ) [ ] , ; .
    End,
};

/// A piece of SQL text, in UTF-16 offsets.
struct Token
{
    TokenKind kind = TokenKind::End;
    qsizetype start = 0;
    qsizetype length = 0;
    bool closed = true; ///< false: a string, name or comment that the end of the text cut off

    qsizetype end() const { return start + length; }
    QStringView in(QStringView text) const { return text.mid(start, length); }
    bool isSignificant() const { return kind != TokenKind::Blank && kind != TokenKind::Comment; }
    bool isName() const { return kind == TokenKind::Word || kind == TokenKind::QuotedName; }
    bool is(QStringView text, char16_t symbol) const
    {
        return kind == TokenKind::Operator && length == 1 && text.at(start) == symbol;
    }
    bool isWord(QStringView text, QLatin1String word) const
    {
        return kind == TokenKind::Word && in(text).compare(word, Qt::CaseInsensitive) == 0;
    }
};

/// A name without its quotes; words as they are.
QString unquotedName(QStringView token);

} // namespace joinery::sql
