// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/completion.h"

#include "core/sql/lexer.h"
#include "core/sql/splitter.h"

namespace joinery::sql {

namespace {

bool isOneOf(QStringView word, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *other) {
        return word.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
    });
}

/// Words that end a table's name: whatever follows them is no alias.
bool isClause(QStringView word)
{
    return isOneOf(word, {"on", "using", "where", "set", "join", "left", "right", "inner", "outer", "full", "cross", "natural",
                          "group", "order", "having", "limit", "offset", "union", "intersect", "except", "values", "select",
                          "returning", "window", "fetch", "for", "default", "indexed", "not", "use", "force", "ignore",
                          "partition", "tablesample", "straight_join", "when", "do", "from", "into", "as", "with", "lateral"});
}

class TableFinder
{
public:
    TableFinder(QStringView text, Flavor flavor, qsizetype caret)
        : m_text(text), m_tokens(significantTokens(text, flavor)), m_caret(caret)
    {
    }

    std::vector<TableReference> find()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            const Token &token = m_tokens[i];
            // extract(year from x) and its like: their FROM names no table.
            if (isSymbol(i, u'('))
                m_ofFunction.push_back(i > 0 && isOneOf(m_tokens[i - 1].in(m_text), {"extract", "substring", "trim", "overlay"}));
            else if (isSymbol(i, u')') && !m_ofFunction.empty())
                m_ofFunction.pop_back();
            if (token.kind != TokenKind::Word || (!m_ofFunction.empty() && m_ofFunction.back()))
                continue;
            const QStringView word = token.in(m_text);
            if (isOneOf(word, {"from", "join", "update", "into", "table", "straight_join"}) && !isOtherMeaning(i))
                readList(i + 1, isOneOf(word, {"from", "update"}));
            else if (isOneOf(word, {"with"}))
                readWith(i + 1);
        }
        return std::move(m_found);
    }

private:
    bool has(size_t i) const { return i < m_tokens.size(); }
    bool isSymbol(size_t i, char16_t symbol) const { return has(i) && m_tokens[i].is(m_text, symbol); }
    bool isWord(size_t i, const char *word) const { return has(i) && m_tokens[i].isWord(m_text, QLatin1String(word)); }

    // FOR UPDATE OF, ON UPDATE CASCADE, IS DISTINCT FROM
    bool isOtherMeaning(size_t i) const
    {
        return i > 0 && isOneOf(m_tokens[i - 1].in(m_text), {"for", "on", "distinct", "key", "before", "after", "or", "do"});
    }

    size_t skipGroup(size_t i) const
    {
        int depth = 0;
        for (; has(i); ++i) {
            depth += isSymbol(i, u'(') ? 1 : isSymbol(i, u')') ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }
        return i;
    }

    void readList(size_t i, bool commas)
    {
        for (;;) {
            while (isWord(i, "only") || isWord(i, "lateral") || isWord(i, "if") || isWord(i, "not") || isWord(i, "exists"))
                ++i;
            i = isSymbol(i, u'(') ? readDerived(i) : readTable(i);
            if (!commas || !isSymbol(i, u','))
                return;
            ++i;
        }
    }

    // (SELECT ...) AS name: its inside is read by the main loop; the name alone is of use.
    size_t readDerived(size_t i)
    {
        const size_t next = skipGroup(i);
        return readAlias(next, TableReference());
    }

    size_t readTable(size_t i)
    {
        if (!has(i) || !m_tokens[i].isName() || (m_tokens[i].kind == TokenKind::Word && isClause(m_tokens[i].in(m_text))))
            return i;
        if (m_tokens[i].start <= m_caret && m_caret <= m_tokens[i].end()) {
            // Still being typed: it names no table yet, but may end in a dot that leads to one.
            if (!isSymbol(i + 1, u'.') || m_tokens[i + 1].start >= m_caret)
                return i + 1;
        }
        QStringList parts{unquotedName(m_tokens[i].in(m_text))};
        ++i;
        while (isSymbol(i, u'.') && has(i + 1) && m_tokens[i + 1].isName()) {
            parts.append(unquotedName(m_tokens[i + 1].in(m_text)));
            i += 2;
        }
        TableReference reference;
        reference.table = schema::Name(parts.size() > 1 ? parts.at(parts.size() - 2) : QString(), parts.last());
        return readAlias(i, reference);
    }

    size_t readAlias(size_t i, TableReference reference)
    {
        if (isWord(i, "as"))
            ++i;
        if (has(i) && m_tokens[i].isName() && !(m_tokens[i].kind == TokenKind::Word && isClause(m_tokens[i].in(m_text))))
            reference.alias = unquotedName(m_tokens[i++].in(m_text));
        const bool known = std::ranges::find(m_found, reference) != m_found.end();
        if (!known && (!reference.table.isEmpty() || !reference.alias.isEmpty()))
            m_found.push_back(reference);
        return i;
    }

    // WITH [RECURSIVE] name [(columns)] AS [NOT MATERIALIZED] (...), ...
    void readWith(size_t i)
    {
        if (isWord(i, "recursive"))
            ++i;
        while (has(i) && m_tokens[i].isName()) {
            TableReference reference;
            reference.alias = unquotedName(m_tokens[i++].in(m_text));
            if (isSymbol(i, u'(')) {
                const size_t end = skipGroup(i);
                for (size_t column = i + 1; column + 1 < end; ++column) {
                    if (m_tokens[column].isName())
                        reference.columns.append(unquotedName(m_tokens[column].in(m_text)));
                }
                i = end;
            }
            if (!isWord(i, "as"))
                return;
            m_found.push_back(reference);
            while (has(i) && !isSymbol(i, u'('))
                ++i;
            i = skipGroup(i);
            if (!isSymbol(i, u','))
                return;
            ++i;
        }
    }

    QStringView m_text;
    std::vector<Token> m_tokens;
    qsizetype m_caret;
    std::vector<bool> m_ofFunction; // for each open parenthesis
    std::vector<TableReference> m_found;
};

} // namespace

const TableReference *CompletionContext::find(const QString &qualifierName) const
{
    for (const TableReference &reference : tables) {
        if (reference.alias.compare(qualifierName, Qt::CaseInsensitive) == 0)
            return &reference;
    }
    for (const TableReference &reference : tables) {
        if (reference.table.name.compare(qualifierName, Qt::CaseInsensitive) == 0)
            return &reference;
    }
    return nullptr;
}

namespace {

/// Whether what follows the tokens is one more item of a FROM list, or of the column list of an INSERT.
CompletionContext::Place placeBehind(QStringView text, const std::vector<Token> &before)
{
    if (before.empty())
        return CompletionContext::Place::Anything;
    if (isOneOf(before.back().in(text), {"from", "join", "into", "update", "table", "only", "straight_join"}))
        return CompletionContext::Place::Table;
    const bool comma = before.back().is(text, u',');
    if (!comma && !before.back().is(text, u'('))
        return CompletionContext::Place::Anything;
    // Back over "a, b.c AS d," to the word or the parenthesis that the list hangs on.
    size_t at = before.size();
    while (at > 0) {
        const Token &token = before[at - 1];
        const bool part = token.kind == TokenKind::QuotedName || token.is(text, u',') || token.is(text, u'.')
            || (token.kind == TokenKind::Word && (!isClause(token.in(text)) || token.isWord(text, QLatin1String("as"))));
        if (!part)
            break;
        --at;
    }
    if (at > 0 && comma && before[at - 1].isWord(text, QLatin1String("from")))
        return CompletionContext::Place::Table;
    if (at == 0 || !before[at - 1].is(text, u'('))
        return CompletionContext::Place::Anything;
    size_t name = at - 1;
    while (name > 0 && (before[name - 1].kind == TokenKind::QuotedName || before[name - 1].is(text, u'.')
                        || (before[name - 1].kind == TokenKind::Word && !isClause(before[name - 1].in(text)))))
        --name;
    return name > 0 && name < at - 1 && before[name - 1].isWord(text, QLatin1String("into")) ? CompletionContext::Place::Column
                                                                                           : CompletionContext::Place::Anything;
}

} // namespace

CompletionContext completionAt(QStringView script, qsizetype caret, Flavor flavor)
{
    CompletionContext context;
    context.replaceStart = caret;
    qsizetype from = 0;
    qsizetype to = script.size();
    for (const ScriptStatement &statement : splitScript(script, flavor)) {
        if (statement.delimiterEnd <= caret && statement.delimiterEnd > statement.end) {
            from = statement.delimiterEnd;
        } else if (statement.start <= caret || from <= statement.start) {
            to = std::max(statement.end, caret);
            break;
        }
    }
    const QStringView text = script.mid(from, to - from);
    const qsizetype at = caret - from;

    std::vector<Token> before;
    Lexer lexer(text, flavor);
    for (Token token = lexer.next(); token.kind != TokenKind::End && token.start < at; token = lexer.next()) {
        const bool inside = token.end() > at || !token.closed || (token.kind == TokenKind::Comment && token.end() == at);
        if (inside && (token.kind == TokenKind::String || token.kind == TokenKind::Comment)) {
            context.place = CompletionContext::Place::Nowhere;
            return context;
        }
        if (token.isSignificant())
            before.push_back(token);
    }
    context.tables = TableFinder(text, flavor, at).find();
    if (!before.empty() && before.back().isName() && before.back().end() >= at) {
        const Token typed = before.back();
        context.prefix = unquotedName(text.mid(typed.start, at - typed.start));
        if (typed.kind == TokenKind::QuotedName && at - typed.start == 1)
            context.prefix.clear();
        context.replaceStart = from + typed.start;
        before.pop_back();
    } else if (!before.empty() && before.back().kind == TokenKind::Number && before.back().end() == at) {
        context.place = CompletionContext::Place::Nowhere;
        return context;
    }
    while (before.size() >= 2 && before.back().is(text, u'.') && before[before.size() - 2].isName()) {
        context.qualifier.prepend(unquotedName(before[before.size() - 2].in(text)));
        before.resize(before.size() - 2);
    }
    context.place = placeBehind(text, before);
    if (context.place == CompletionContext::Place::Anything && !context.qualifier.isEmpty())
        context.place = CompletionContext::Place::Column;
    return context;
}

} // namespace joinery::sql
