// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/sql_text.h"

namespace joinery::schema {

namespace {

bool isMysql(const QString &dialect) { return dialect == QLatin1String("mysql"); }
bool startsWord(QChar c) { return c.isLetter() || c == u'_' || c.isSurrogate(); }
bool continuesWord(QChar c) { return startsWord(c) || c.isDigit() || c == u'$' || c.isMark(); }

class Scanner
{
public:
    Scanner(QStringView sql, const QString &dialect) : m_sql(sql), m_mysql(isMysql(dialect)), m_postgresql(dialect == QLatin1String("postgresql")) {}

    SqlTokens scan()
    {
        SqlTokens tokens;
        while (m_at < m_sql.size()) {
            const qsizetype start = m_at;
            const SqlToken::Kind kind = step();
            tokens.push_back({kind, m_sql.mid(start, m_at - start).toString()});
        }
        return tokens;
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_sql.size() ? m_sql[m_at + ahead] : QChar(); }

    SqlToken::Kind step()
    {
        const QChar c = peek();
        if (c.isSpace()) {
            while (m_at < m_sql.size() && peek().isSpace())
                ++m_at;
            return SqlToken::Kind::Space;
        }
        if ((c == u'-' && peek(1) == u'-') || (c == u'#' && m_mysql)) {
            const qsizetype end = m_sql.indexOf(u'\n', m_at);
            m_at = end < 0 ? m_sql.size() : end;
            return SqlToken::Kind::Comment;
        }
        if (c == u'/' && peek(1) == u'*') {
            const qsizetype end = m_sql.indexOf(QLatin1String("*/"), m_at + 2);
            m_at = end < 0 ? m_sql.size() : end + 2;
            return SqlToken::Kind::Comment;
        }
        if (c == u'\'')
            return quoted(u'\'', m_mysql, SqlToken::Kind::String);
        if (c == u'"')
            return quoted(u'"', m_mysql, m_mysql ? SqlToken::Kind::String : SqlToken::Kind::QuotedWord);
        if (c == u'`' && !m_postgresql)
            return quoted(u'`', false, SqlToken::Kind::QuotedWord);
        if (c == u'[' && !m_postgresql && !m_mysql) {
            const qsizetype end = m_sql.indexOf(u']', m_at);
            m_at = end < 0 ? m_sql.size() : end + 1;
            return SqlToken::Kind::QuotedWord;
        }
        if ((c == u'e' || c == u'E') && peek(1) == u'\'' && m_postgresql) {
            ++m_at;
            return quoted(u'\'', true, SqlToken::Kind::String);
        }
        if (QStringView(u"xXbBnN").contains(c) && peek(1) == u'\'') {
            ++m_at;
            return quoted(u'\'', m_mysql, SqlToken::Kind::String);
        }
        if (c == u'$' && m_postgresql && dollarQuoted())
            return SqlToken::Kind::String;
        if (startsWord(c)) {
            while (m_at < m_sql.size() && continuesWord(peek()))
                ++m_at;
            return SqlToken::Kind::Word;
        }
        if (c.isDigit() || (c == u'.' && peek(1).isDigit())) {
            while (m_at < m_sql.size() && (peek().isLetterOrNumber() || peek() == u'.' || peek() == u'_'
                                           || (QStringView(u"+-").contains(peek())
                                               && QStringView(u"eE").contains(m_sql[m_at - 1])
                                               && !m_sql.mid(m_at - 2, 2).startsWith(u'x'))))
                ++m_at;
            return SqlToken::Kind::Number;
        }
        m_at += (c == u':' && peek(1) == u':') || (c == u'|' && peek(1) == u'|') ? 2 : 1;
        return SqlToken::Kind::Symbol;
    }

    SqlToken::Kind quoted(QChar quote, bool backslash, SqlToken::Kind kind)
    {
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (backslash && peek() == u'\\') {
                ++m_at;
            } else if (peek() == quote) {
                if (peek(1) != quote)
                    break;
                ++m_at;
            }
        }
        m_at = std::min(m_at + 1, m_sql.size());
        return kind;
    }

    bool dollarQuoted()
    {
        qsizetype end = m_at + 1;
        while (end < m_sql.size() && (m_sql[end].isLetterOrNumber() || m_sql[end] == u'_'))
            ++end;
        if (end >= m_sql.size() || m_sql[end] != u'$')
            return false;
        const QStringView tag = m_sql.mid(m_at, end + 1 - m_at);
        const qsizetype close = m_sql.indexOf(tag, end + 1);
        m_at = close < 0 ? m_sql.size() : close + tag.size();
        return true;
    }

    QStringView m_sql;
    bool m_mysql;
    bool m_postgresql;
    qsizetype m_at = 0;
};

} // namespace

QString SqlToken::identifier() const
{
    if (kind != Kind::QuotedWord)
        return text;
    const QChar quote = text.front() == u'[' ? u']' : text.front();
    QString inner = text.mid(1, text.size() - (text.size() > 1 && text.back() == quote ? 2 : 1));
    return quote == u']' ? inner : inner.replace(QString(2, quote), QString(quote));
}

SqlTokens scanSql(QStringView sql, const QString &dialect)
{
    return Scanner(sql, dialect).scan();
}

QString joinTokens(const SqlTokens &tokens)
{
    QString sql;
    for (const SqlToken &token : tokens)
        sql += token.text;
    return sql;
}

size_t skipBlank(const SqlTokens &tokens, size_t index)
{
    while (index < tokens.size() && tokens[index].isBlank())
        ++index;
    return index;
}

size_t closeOf(const SqlTokens &tokens, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < tokens.size(); ++i) {
        if (tokens[i].isSymbol(QLatin1String("(")))
            ++depth;
        else if (tokens[i].isSymbol(QLatin1String(")")) && --depth == 0)
            return i + 1;
    }
    return tokens.size();
}

bool names(const SqlToken &token, const QString &name, const QString &dialect)
{
    if (!token.isIdentifier())
        return false;
    const bool exact = token.kind == SqlToken::Kind::QuotedWord
        && (dialect == QLatin1String("postgresql") || dialect.isEmpty());
    return token.identifier().compare(name, exact ? Qt::CaseSensitive : Qt::CaseInsensitive) == 0;
}

QString spell(const QString &name, const QString &dialect)
{
    // Only the words that stand in the grammar of expressions need care here; the dialects know the whole list.
    static const QStringList reserved = QStringLiteral(
        "all and any array as asc between both by case cast check collate column constraint create cross current_date "
        "current_time current_timestamp current_user default deferrable delete desc distinct do drop else end except exists "
        "false fetch for foreign from full glob grant group having if ilike in index initially inner insert intersect "
        "into is isnull join key left like limit localtime localtimestamp match natural not notnull null of offset on only "
        "or order outer over partition placing primary range references regexp returning right rows select session_user "
        "set similar some symmetric table then to trigger true union unique update user using values view when where "
        "window with").split(u' ');
    bool plain = !name.isEmpty() && !reserved.contains(name);
    for (qsizetype i = 0; plain && i < name.size(); ++i) {
        const char16_t c = name.at(i).unicode();
        plain = (c >= u'a' && c <= u'z') || c == u'_' || (i > 0 && c >= u'0' && c <= u'9');
    }
    if (plain)
        return name;
    const QChar quote = isMysql(dialect) ? u'`' : u'"';
    return quote + QString(name).replace(quote, QString(2, quote)) + quote;
}

} // namespace joinery::schema
