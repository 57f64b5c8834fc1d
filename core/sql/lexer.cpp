// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/lexer.h"

#include <algorithm>

namespace joinery::sql {

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool startsWord(QChar c) { return c == u'_' || c.unicode() > 127 || (c.toLower() >= u'a' && c.toLower() <= u'z'); }
bool continuesWord(QChar c) { return startsWord(c) || isDigit(c) || c == u'$'; }

// Longest first.
constexpr QLatin1String kOperators[] = {
    QLatin1String("->>"), QLatin1String("#>>"), QLatin1String("<=>"), QLatin1String("!~*"), QLatin1String("~~*"),
    QLatin1String("::"), QLatin1String(":="), QLatin1String("<="), QLatin1String(">="), QLatin1String("<>"),
    QLatin1String("!="), QLatin1String("||"), QLatin1String("&&"), QLatin1String("->"), QLatin1String("=>"),
    QLatin1String("=="), QLatin1String("<<"), QLatin1String(">>"), QLatin1String("#>"), QLatin1String("@>"),
    QLatin1String("<@"), QLatin1String("@@"), QLatin1String("~*"), QLatin1String("!~"), QLatin1String("?|"),
    QLatin1String("?&")};

} // namespace

QString unquotedName(QStringView token)
{
    if (token.size() < 2)
        return token.toString();
    const QChar open = token.front();
    if (open == u'[')
        return token.mid(1, token.size() - (token.endsWith(u']') ? 2 : 1)).toString();
    if (open != u'"' && open != u'`' && open != u'\'')
        return token.toString();
    return token.mid(1, token.size() - (token.endsWith(open) ? 2 : 1)).toString().replace(QString(2, open), QString(open));
}

Token Lexer::take(TokenKind kind, qsizetype length, bool closed)
{
    const Token token{kind, m_at, std::min(length, m_text.size() - m_at), closed};
    m_at += token.length;
    return token;
}

Token Lexer::nextSignificant()
{
    Token token = next();
    while (!token.isSignificant())
        token = next();
    return token;
}

Token Lexer::next()
{
    if (m_at >= m_text.size())
        return {TokenKind::End, m_text.size(), 0, true};
    const QChar c = peek();
    const bool mysql = m_flavor == Flavor::Mysql;
    if (c.isSpace()) {
        qsizetype length = 1;
        while (peek(length).isSpace())
            ++length;
        return take(TokenKind::Blank, length);
    }
    if (startsLineComment()) {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return take(TokenKind::Comment, end < 0 ? m_text.size() - m_at : end - m_at);
    }
    if (c == u'/' && peek(1) == u'*')
        return blockComment();
    if (c == u'\'')
        return quoted(TokenKind::String, 0, u'\'', mysql);
    if (c == u'"')
        return quoted(mysql ? TokenKind::String : TokenKind::QuotedName, 0, u'"', mysql);
    if (c == u'`' && (mysql || m_flavor == Flavor::Sqlite))
        return quoted(TokenKind::QuotedName, 0, u'`', false);
    if (c == u'[' && m_flavor == Flavor::Sqlite)
        return quoted(TokenKind::QuotedName, 0, u']', false);
    if (c == u'$' && m_flavor == Flavor::Postgresql)
        return dollar();
    if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
        return number();
    if (startsWord(c))
        return word();
    if (startsParameter()) {
        qsizetype length = 1;
        while (continuesWord(peek(length)))
            ++length;
        return take(TokenKind::Parameter, length);
    }
    if (c == u'@' && mysql) {
        qsizetype length = 1;
        while (peek(length) == u'@' || peek(length) == u'.' || continuesWord(peek(length)))
            ++length;
        return take(TokenKind::Word, length);
    }
    return operation();
}

bool Lexer::startsLineComment() const
{
    if (m_flavor == Flavor::Mysql && peek() == u'#')
        return true;
    if (peek() != u'-' || peek(1) != u'-')
        return false;
    return m_flavor != Flavor::Mysql || m_at + 2 >= m_text.size() || peek(2).isSpace() || peek(2).unicode() < 32;
}

bool Lexer::startsParameter() const
{
    const QChar c = peek();
    if (c == u'?')
        return m_flavor != Flavor::Postgresql; // there it is an operator of jsonb
    if (c == u':')
        return startsWord(peek(1)) && m_brackets == 0 && (m_at == 0 || m_text.at(m_at - 1) != u':');
    return m_flavor == Flavor::Sqlite && (c == u'@' || c == u'$') && continuesWord(peek(1));
}

Token Lexer::blockComment()
{
    const bool conditional = m_flavor == Flavor::Mysql && (peek(2) == u'!' || (peek(2) == u'M' && peek(3) == u'!'));
    const TokenKind kind = conditional ? TokenKind::Conditional : TokenKind::Comment;
    int depth = 1;
    qsizetype length = 2;
    for (; m_at + length < m_text.size(); ++length) {
        if (peek(length) == u'*' && peek(length + 1) == u'/') {
            length += 2;
            if (--depth == 0)
                return take(kind, length);
            --length;
        } else if (m_flavor == Flavor::Postgresql && peek(length) == u'/' && peek(length + 1) == u'*') {
            ++depth;
            ++length;
        }
    }
    return take(kind, m_text.size() - m_at, false);
}

Token Lexer::quoted(TokenKind kind, qsizetype prefix, QChar close, bool backslashes)
{
    for (qsizetype i = prefix + 1; m_at + i < m_text.size(); ++i) {
        const QChar c = peek(i);
        if (backslashes && c == u'\\') {
            ++i;
        } else if (c == close) {
            if (close == u']' || peek(i + 1) != close)
                return take(kind, i + 1);
            ++i;
        }
    }
    return take(kind, m_text.size() - m_at, false);
}

Token Lexer::dollar()
{
    if (isDigit(peek(1))) {
        qsizetype length = 1;
        while (isDigit(peek(length)))
            ++length;
        return take(TokenKind::Parameter, length);
    }
    qsizetype tag = 1;
    while (peek(tag) != u'$' && continuesWord(peek(tag)))
        ++tag;
    if (peek(tag) != u'$')
        return take(TokenKind::Operator, 1);
    const QStringView delimiter = m_text.mid(m_at, tag + 1);
    const qsizetype end = m_text.indexOf(delimiter, m_at + tag + 1);
    if (end < 0)
        return take(TokenKind::String, m_text.size() - m_at, false);
    return take(TokenKind::String, end + delimiter.size() - m_at);
}

Token Lexer::number()
{
    qsizetype length = 0;
    if (peek() == u'0' && peek(1).toLower() == u'x') {
        length = 2;
        while (continuesWord(peek(length)))
            ++length;
        return take(TokenKind::Number, length);
    }
    while (isDigit(peek(length)))
        ++length;
    if (peek(length) == u'.' && peek(length + 1) != u'.') {
        ++length;
        while (isDigit(peek(length)))
            ++length;
    }
    if (peek(length).toLower() == u'e') {
        const qsizetype sign = peek(length + 1) == u'+' || peek(length + 1) == u'-' ? 1 : 0;
        if (isDigit(peek(length + 1 + sign))) {
            length += 2 + sign;
            while (isDigit(peek(length)))
                ++length;
        }
    }
    return take(TokenKind::Number, length);
}

Token Lexer::word()
{
    const QChar first = peek().toLower();
    if (peek(1) == u'\'') {
        const bool escapes = m_flavor == Flavor::Postgresql && first == u'e';
        if (escapes || first == u'x' || first == u'b' || first == u'n')
            return quoted(TokenKind::String, 1, u'\'', escapes || (m_flavor == Flavor::Mysql && first == u'n'));
    }
    if (m_flavor == Flavor::Postgresql && first == u'u' && peek(1) == u'&' && (peek(2) == u'\'' || peek(2) == u'"'))
        return quoted(peek(2) == u'"' ? TokenKind::QuotedName : TokenKind::String, 2, peek(2), false);
    qsizetype length = 1;
    while (continuesWord(peek(length)))
        ++length;
    return take(TokenKind::Word, length);
}

Token Lexer::operation()
{
    for (const QLatin1String &known : kOperators) {
        if (m_text.mid(m_at, known.size()) == known)
            return take(TokenKind::Operator, known.size());
    }
    m_brackets += peek() == u'[' ? 1 : peek() == u']' && m_brackets > 0 ? -1 : 0;
    return take(TokenKind::Operator, 1);
}

std::vector<Token> significantTokens(QStringView text, Flavor flavor)
{
    std::vector<Token> tokens;
    Lexer lexer(text, flavor);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant())
        tokens.push_back(token);
    return tokens;
}

} // namespace joinery::sql
