// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/token.h"

#include <vector>

namespace joinery::dialect::script {

/// Takes the schema "public" off the names in a piece of SQL, as a server writes them whose search_path it is:
/// public.book is book, 'public.book_id_seq'::regclass is 'book_id_seq'::regclass. Bodies of functions stay.
QString unqualified(const QString &sql);

/// The text behind a parse tree, for the tree tells where its nodes begin and not where they end. Tokens are counted
/// without blanks and comments; `count()` is the end.
class StatementText
{
public:
    explicit StatementText(QString sql);

    const QString &sql() const { return m_sql; }
    size_t count() const { return m_tokens.size(); }
    /// The token at a location of the tree or the next one behind it.
    size_t tokenAt(int byteLocation) const;
    bool isWord(size_t token, const char *word) const;
    bool isSymbol(size_t token, char16_t symbol) const;
    bool isName(size_t token) const { return token < count() && m_tokens[token].isName(); }
    /// The first of these words outside of parentheses in [from, end); `end` where there is none.
    size_t findWord(std::initializer_list<const char *> words, size_t from, size_t end) const;
    size_t findWord(const char *word, size_t from) const { return findWord({word}, from, count()); }
    /// The next opening parenthesis in [from, count()).
    size_t findOpen(size_t from) const;
    /// The parenthesis that closes the one at `open`.
    size_t closeOf(size_t open) const;
    /// The end of what begins at `from`: the next comma or closing parenthesis outside of its own ones.
    size_t endOfItem(size_t from) const;
    /// The items between the parentheses at `open`, as [first, end) each.
    std::vector<std::pair<size_t, size_t>> items(size_t open) const;
    /// The whole number behind a key such as START WITH or fillfactor =; empty where there is none.
    QString numberBehind(size_t key) const;
    /// The text of [first, end), unqualified.
    QString text(size_t first, size_t end) const;
    /// What stands between the parentheses at `open`, unqualified.
    QString inside(size_t open) const { return text(open + 1, closeOf(open)); }

private:
    QString m_sql;
    std::vector<sql::Token> m_tokens;
    std::vector<int> m_bytes; ///< where each token begins in the UTF-8 text
};

} // namespace joinery::dialect::script
