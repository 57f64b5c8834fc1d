// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/index_text.h"

#include "core/sql/lexer.h"

namespace joinery::dialect {

using sql::Token;
using sql::TokenKind;

namespace {

bool isWord(const QString &sql, const std::vector<Token> &tokens, size_t at, const char *word)
{
    return at < tokens.size() && tokens[at].isWord(sql, QLatin1String(word));
}

/// One item: the tokens from `first` up to `last`, e.g. lower(name) COLLATE nocase DESC.
schema::IndexItem readItem(const QString &sql, const std::vector<Token> &tokens, size_t first, size_t last)
{
    schema::IndexItem item;
    if (last > first && (isWord(sql, tokens, last - 1, "desc") || isWord(sql, tokens, last - 1, "asc")))
        item.descending = isWord(sql, tokens, --last, "desc");
    if (last >= first + 3 && isWord(sql, tokens, last - 2, "collate")) {
        item.collation = sql::unquotedName(tokens[last - 1].in(sql));
        last -= 2;
    }
    if (last == first + 1 && (tokens[first].isName() || tokens[first].kind == TokenKind::String))
        item.column = sql::unquotedName(tokens[first].in(sql));
    else if (last > first)
        item.expression = sql.mid(tokens[first].start, tokens[last - 1].end() - tokens[first].start);
    return item;
}

} // namespace

std::optional<IndexText> IndexText::parse(const QString &sql)
{
    const std::vector<Token> tokens = sql::significantTokens(sql, sql::Flavor::Sqlite);
    size_t at = 0;
    while (at < tokens.size() && !tokens[at].is(sql, u'('))
        ++at;
    if (at == tokens.size() || !isWord(sql, tokens, 0, "create"))
        return {};
    IndexText index;
    int depth = 0;
    size_t first = at + 1;
    for (; at < tokens.size(); ++at) {
        depth += tokens[at].is(sql, u'(') ? 1 : tokens[at].is(sql, u')') ? -1 : 0;
        const bool ends = depth == 0 || (depth == 1 && tokens[at].is(sql, u','));
        if (!ends)
            continue;
        index.items.push_back(readItem(sql, tokens, first, at));
        if (at > first + 1 && isWord(sql, tokens, at - 1, "asc"))
            index.ascending.append(QString::number(index.items.size()));
        first = at + 1;
        if (depth == 0)
            break;
    }
    if (depth != 0)
        return {};
    if (isWord(sql, tokens, at + 1, "where") && at + 2 < tokens.size())
        index.where = sql.mid(tokens[at + 2].start, tokens.back().end() - tokens[at + 2].start);
    return index;
}

std::optional<ViewText> ViewText::parse(const QString &sql)
{
    const std::vector<Token> tokens = sql::significantTokens(sql, sql::Flavor::Sqlite);
    ViewText view;
    int depth = 0;
    for (size_t at = 0; at < tokens.size(); ++at) {
        depth += tokens[at].is(sql, u'(') ? 1 : tokens[at].is(sql, u')') ? -1 : 0;
        view.namesColumns = view.namesColumns || depth > 0;
        if (depth == 0 && isWord(sql, tokens, at, "as") && at + 1 < tokens.size()) {
            view.query = sql.mid(tokens[at + 1].start, tokens.back().end() - tokens[at + 1].start);
            return view;
        }
    }
    return {};
}

} // namespace joinery::dialect
