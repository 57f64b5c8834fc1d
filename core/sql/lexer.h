// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/flavor.h"
#include "core/sql/token.h"

#include <vector>

namespace joinery::sql {

/// Cuts SQL into tokens by the rules of an engine. Every character belongs to exactly one token, and nothing is an
/// error: what makes no sense is an Operator, what is not closed says so.
class Lexer
{
public:
    /// `text` must outlive the lexer.
    Lexer(QStringView text, Flavor flavor, qsizetype from = 0) : m_text(text), m_flavor(flavor), m_at(from) {}

    Token next();
    /// The next one that is neither blank nor comment.
    Token nextSignificant();
    qsizetype position() const { return m_at; }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }
    Token take(TokenKind kind, qsizetype length, bool closed = true);
    Token blockComment();
    Token quoted(TokenKind kind, qsizetype prefix, QChar close, bool backslashes);
    Token number();
    Token word();
    Token operation();
    Token dollar();
    bool startsLineComment() const;
    bool startsParameter() const;

    QStringView m_text;
    Flavor m_flavor;
    qsizetype m_at;
    int m_brackets = 0; // PostgreSQL: a colon inside of them is a slice
};

/// Only what means something: no blanks, no comments, no End.
std::vector<Token> significantTokens(QStringView text, Flavor flavor);

} // namespace joinery::sql
