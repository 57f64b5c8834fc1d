// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/statement_text.h"

#include "core/sql/lexer.h"

#include <algorithm>

namespace joinery::dialect::script {

namespace {

const QLatin1String kPublic("public");

bool isPublic(const sql::Token &token, const QString &sql)
{
    const QStringView text = token.in(sql);
    return (token.kind == sql::TokenKind::Word && text.compare(kPublic, Qt::CaseInsensitive) == 0)
        || (token.kind == sql::TokenKind::QuotedName && text == QLatin1String("\"public\""));
}

} // namespace

QString unqualified(const QString &sql)
{
    if (!sql.contains(kPublic, Qt::CaseInsensitive))
        return sql;
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, sql::Flavor::Postgresql);
    QString result;
    qsizetype taken = 0;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const sql::Token &token = tokens[i];
        const bool qualifies = isPublic(token, sql) && tokens[i + 1].is(sql, u'.') && (i == 0 || !tokens[i - 1].is(sql, u'.'));
        if (qualifies) {
            result += sql.mid(taken, token.start - taken);
            taken = tokens[i + 1].end();
            ++i;
            continue;
        }
        const bool name = token.kind == sql::TokenKind::String && token.in(sql).startsWith(QLatin1String("'public."))
            && tokens[i + 1].in(sql) == QLatin1String("::") && i + 2 < tokens.size() && tokens[i + 2].in(sql).startsWith(QLatin1String("reg"));
        if (name) {
            result += sql.mid(taken, token.start + 1 - taken);
            taken = token.start + 1 + kPublic.size() + 1;
        }
    }
    return result + sql.mid(taken);
}

StatementText::StatementText(QString sql) : m_sql(std::move(sql)), m_tokens(sql::significantTokens(m_sql, sql::Flavor::Postgresql))
{
    qsizetype at = 0;
    int bytes = 0;
    for (const sql::Token &token : m_tokens) {
        bytes += int(QStringView(m_sql).mid(at, token.start - at).toUtf8().size());
        at = token.start;
        m_bytes.push_back(bytes);
    }
}

size_t StatementText::tokenAt(int byteLocation) const
{
    return size_t(std::ranges::lower_bound(m_bytes, byteLocation) - m_bytes.begin());
}

bool StatementText::isWord(size_t token, const char *word) const
{
    return token < count() && m_tokens[token].isWord(m_sql, QLatin1String(word));
}

bool StatementText::isSymbol(size_t token, char16_t symbol) const
{
    return token < count() && m_tokens[token].is(m_sql, symbol);
}

size_t StatementText::findWord(std::initializer_list<const char *> words, size_t from, size_t end) const
{
    int depth = 0;
    for (size_t i = from; i < end; ++i) {
        depth += isSymbol(i, u'(') ? 1 : isSymbol(i, u')') ? -1 : 0;
        if (depth == 0 && std::ranges::any_of(words, [&](const char *word) { return isWord(i, word); }))
            return i;
    }
    return end;
}

size_t StatementText::findOpen(size_t from) const
{
    while (from < count() && !isSymbol(from, u'('))
        ++from;
    return from;
}

size_t StatementText::closeOf(size_t open) const
{
    int depth = 0;
    for (size_t i = open; i < count(); ++i) {
        depth += isSymbol(i, u'(') ? 1 : isSymbol(i, u')') ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return count();
}

size_t StatementText::endOfItem(size_t from) const
{
    int depth = 0;
    for (size_t i = from; i < count(); ++i) {
        const bool opens = isSymbol(i, u'(') || isSymbol(i, u'[');
        const bool closes = isSymbol(i, u')') || isSymbol(i, u']');
        if ((depth == 0 && (closes || isSymbol(i, u','))) || isSymbol(i, u';'))
            return i;
        depth += opens ? 1 : closes ? -1 : 0;
    }
    return count();
}

std::vector<std::pair<size_t, size_t>> StatementText::items(size_t open) const
{
    std::vector<std::pair<size_t, size_t>> all;
    const size_t close = closeOf(open);
    for (size_t first = open + 1; first < close;) {
        const size_t end = endOfItem(first);
        all.emplace_back(first, end);
        first = end + 1;
    }
    return all;
}

QString StatementText::numberBehind(size_t key) const
{
    for (size_t i = key + 1; i < std::min(key + 4, count()); ++i) {
        if (m_tokens[i].kind == sql::TokenKind::Number)
            return (m_tokens[i - 1].in(m_sql).endsWith(u'-') ? QStringLiteral("-") : QString()) + m_tokens[i].in(m_sql).toString();
    }
    return {};
}

QString StatementText::text(size_t first, size_t end) const
{
    end = std::min(end, count());
    if (first >= end)
        return {};
    return unqualified(m_sql.mid(m_tokens[first].start, m_tokens[end - 1].end() - m_tokens[first].start));
}

} // namespace joinery::dialect::script
