// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/sql_text.h"

namespace joinery::schema {

namespace {

/// A list of tokens without the blank ones, so that "the one before" means something.
class Words
{
public:
    Words(const QString &sql, const QString &dialect) : m_tokens(scanSql(sql, dialect)), m_dialect(dialect)
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (!m_tokens[i].isBlank())
                m_words.push_back(i);
        }
    }
    size_t size() const { return m_words.size(); }
    const SqlToken &at(size_t index) const
    {
        static const SqlToken nothing;
        return index < m_words.size() ? m_tokens[m_words[index]] : nothing;
    }
    /// Before the first word there is nothing.
    const SqlToken &before(size_t index, size_t distance = 1) const
    {
        return at(index >= distance ? index - distance : m_words.size());
    }
    bool dotBefore(size_t index) const { return before(index).isSymbol(QLatin1String(".")); }
    bool dotBehind(size_t index) const { return at(index + 1).isSymbol(QLatin1String(".")); }
    bool callBehind(size_t index) const { return at(index + 1).isSymbol(QLatin1String("(")); }
    bool named(size_t index, const QString &name) const { return names(at(index), name, m_dialect); }
    /// Whether the word is the last part of `name`, with the schema before it or none.
    bool named(size_t index, const Name &name) const
    {
        if (!named(index, name.name))
            return false;
        return !dotBefore(index) || (!name.schema.isEmpty() && index >= 2 && named(index - 2, name.schema));
    }
    void replace(size_t index, const QString &name)
    {
        m_tokens[m_words[index]].text = spell(name, m_dialect);
    }
    /// Replaces the qualified name that ends at `index`.
    void replace(size_t index, const Name &from, const Name &to)
    {
        if (dotBefore(index) && from.schema != to.schema && !to.schema.isEmpty())
            replace(index - 2, to.schema);
        replace(index, to.name);
    }
    void setText(size_t index, const QString &text) { m_tokens[m_words[index]].text = text; }
    /// Takes words out, with the blanks before them.
    void remove(size_t first, size_t last)
    {
        for (size_t token = m_words[first - 1] + 1; token <= m_words[last]; ++token)
            m_tokens[token].text.clear();
    }
    QString text() const { return joinTokens(m_tokens); }

private:
    SqlTokens m_tokens;
    std::vector<size_t> m_words;
    QString m_dialect;
};

/// A word that stands for a type, a function or a keyword of a cast, not for a column.
bool isNoColumn(const Words &words, size_t index)
{
    if (words.before(index).isSymbol(QLatin1String("::")))
        return true;
    if (words.before(index).isWord(QLatin1String("as")) || words.before(index).isWord(QLatin1String("collate")))
        return true;
    return words.callBehind(index) && !words.before(index).isWord(QLatin1String("in"))
        && words.at(index).kind == SqlToken::Kind::Word && !words.dotBefore(index);
}

bool isColumn(const Words &words, size_t index, const Name &table, const QString &column)
{
    if (!words.named(index, column) || words.dotBehind(index) || isNoColumn(words, index))
        return false;
    return !words.dotBefore(index) || (index >= 2 && words.named(index - 2, table));
}

/// Calls `found` for every word that names a table in a statement: behind FROM, JOIN, INTO, ... and before a dot.
template <class Found>
void visitTables(const Words &words, Found found)
{
    const auto opensList = [](const SqlToken &token) {
        for (const char *word : {"from", "join", "into", "update", "table", "references", "only", "truncate"}) {
            if (token.isWord(QLatin1String(word)))
                return true;
        }
        return false;
    };
    const auto closesList = [](const SqlToken &token) {
        for (const char *word : {"where", "group", "order", "having", "limit", "union", "except", "intersect", "set",
                                 "values", "select", "on", "using", "returning", "window"}) {
            if (token.isWord(QLatin1String(word)))
                return true;
        }
        return token.isSymbol(QLatin1String(";"));
    };
    std::vector<bool> lists{false}; // by parenthesis: whether a comma is followed by a table
    bool expected = false;
    const bool header = words.at(0).isWord(QLatin1String("create"));
    bool headerOpen = header; // CREATE TRIGGER ... ON table
    for (size_t i = 0; i < words.size(); ++i) {
        const SqlToken &token = words.at(i);
        if (token.isSymbol(QLatin1String("("))) {
            lists.push_back(expected);
            continue;
        }
        if (token.isSymbol(QLatin1String(")"))) {
            if (lists.size() > 1)
                lists.pop_back();
            expected = false;
            continue;
        }
        if (token.isSymbol(QLatin1String(","))) {
            expected = lists.back();
            continue;
        }
        if (opensList(token) && !words.dotBefore(i)) {
            expected = true;
            lists.back() = token.isWord(QLatin1String("from")) || lists.back();
            continue;
        }
        if (headerOpen && token.isWord(QLatin1String("on"))) {
            expected = true;
            headerOpen = false;
            continue;
        }
        if (closesList(token)) {
            expected = false;
            if (!token.isWord(QLatin1String("on")) && !token.isWord(QLatin1String("using")))
                lists.back() = false;
            continue;
        }
        if (!token.isIdentifier()) {
            if (!token.isSymbol(QLatin1String(".")))
                expected = false;
            continue;
        }
        if (token.isWord(QLatin1String("lateral")) || token.isWord(QLatin1String("if"))
            || token.isWord(QLatin1String("not")) || token.isWord(QLatin1String("exists")))
            continue;
        if (expected && words.dotBehind(i))
            continue; // the schema: its table comes
        if (expected || words.dotBehind(i))
            found(i);
        expected = false;
    }
}

} // namespace

bool mentionsColumn(const QString &expression, const QString &column, const QString &dialect)
{
    const Words words(expression, dialect);
    for (size_t i = 0; i < words.size(); ++i) {
        if (words.named(i, column) && !words.dotBehind(i) && !isNoColumn(words, i))
            return true;
    }
    return false;
}

bool mentionsTable(const QString &sql, const Name &table, const QString &dialect)
{
    const Words words(sql, dialect);
    bool mentioned = false;
    visitTables(words, [&](size_t index) { mentioned = mentioned || words.named(index, table); });
    return mentioned;
}

QString renameColumnInExpression(const QString &expression, const Name &table, const QString &from, const QString &to,
                                 const QString &dialect)
{
    Words words(expression, dialect);
    for (size_t i = 0; i < words.size(); ++i) {
        if (isColumn(words, i, table, from))
            words.replace(i, to);
    }
    return words.text();
}

QString renameColumnInTrigger(const QString &sql, const Name &table, const QString &from, const QString &to,
                              const QString &dialect)
{
    Words words(sql, dialect);
    bool inUpdateOf = false;
    for (size_t i = 0; i < words.size(); ++i) {
        const SqlToken &token = words.at(i);
        if (token.isWord(QLatin1String("of")) && words.before(i).isWord(QLatin1String("update")))
            inUpdateOf = true;
        else if (token.isWord(QLatin1String("on")))
            inUpdateOf = false;
        if (!words.named(i, from) || words.dotBehind(i))
            continue;
        const SqlToken &owner = words.before(i, 2);
        const bool ofRow = words.dotBefore(i)
            && (owner.isWord(QLatin1String("new")) || owner.isWord(QLatin1String("old")) || words.named(i - 2, table));
        if (ofRow || (inUpdateOf && !words.dotBefore(i)))
            words.replace(i, to);
    }
    return words.text();
}

QString renameColumnInQuery(const QString &sql, const Name &table, const QString &from, const QString &to,
                            const QString &dialect, const std::function<bool(const Name &)> &hasColumn)
{
    Words words(sql, dialect);
    // The tables of the query by the words that stand for them.
    std::vector<std::pair<QString, Name>> tables;
    bool mentioned = false, ambiguous = false;
    visitTables(words, [&](size_t index) {
        if (words.dotBehind(index))
            return;
        const Name name = words.dotBefore(index) ? Name(words.at(index - 2).identifier(), words.at(index).identifier())
                                                 : Name(words.at(index).identifier());
        const bool own = words.named(index, table);
        size_t alias = index + 1;
        if (words.at(alias).isWord(QLatin1String("as")))
            ++alias;
        const Name meant = own ? table : name;
        tables.emplace_back(words.at(index).identifier(), meant);
        if (words.at(alias).isIdentifier() && !words.dotBehind(alias))
            tables.emplace_back(words.at(alias).identifier(), meant);
        mentioned = mentioned || own;
        ambiguous = ambiguous || (!own && hasColumn(name));
    });
    if (!mentioned)
        return sql;
    const auto isOwn = [&](const SqlToken &owner) {
        return std::ranges::any_of(tables, [&](const auto &entry) {
            return entry.second == table && owner.isIdentifier() && owner.identifier().compare(entry.first, Qt::CaseInsensitive) == 0;
        });
    };
    bool inList = false; // between SELECT and FROM
    for (size_t i = 0; i < words.size(); ++i) {
        if (words.at(i).isWord(QLatin1String("select")))
            inList = true;
        else if (words.at(i).isWord(QLatin1String("from")))
            inList = false;
        if (!words.named(i, from) || words.dotBehind(i) || isNoColumn(words, i))
            continue;
        const bool qualified = words.dotBefore(i);
        if (qualified ? !isOwn(words.before(i, 2)) : ambiguous)
            continue;
        const size_t first = qualified ? i - 2 : i;
        const SqlToken &lead = words.before(first);
        const SqlToken &next = words.at(i + 1);
        const bool item = inList && dialect != QLatin1String("sqlite")
            && (lead.isWord(QLatin1String("select")) || lead.isWord(QLatin1String("distinct")) || lead.isSymbol(QLatin1String(",")));
        words.replace(i, to);
        if (item && (next.isSymbol(QLatin1String(",")) || next.isWord(QLatin1String("from"))))
            words.setText(i, spell(to, dialect) + QLatin1String(" AS ") + spell(from, dialect));
        else if (item && next.isWord(QLatin1String("as")) && words.named(i + 2, to))
            words.remove(i + 1, i + 2);
    }
    return words.text();
}

QString renameTableInSql(const QString &sql, const Name &from, const Name &to, const QString &dialect)
{
    Words words(sql, dialect);
    std::vector<size_t> found;
    visitTables(words, [&](size_t index) {
        if (words.named(index, from))
            found.push_back(index);
    });
    for (const size_t index : found)
        words.replace(index, from, to);
    return words.text();
}

QString renameTableInList(const QString &list, const Name &from, const Name &to, const QString &dialect)
{
    Words words(list, dialect);
    for (size_t i = 0; i < words.size(); ++i) {
        if (!words.dotBehind(i) && words.named(i, from))
            words.replace(i, from, to);
    }
    return words.text();
}

QString renameTypeInExpression(const QString &expression, const Name &from, const Name &to, const QString &dialect)
{
    Words words(expression, dialect);
    for (size_t i = 0; i < words.size(); ++i) {
        if (words.dotBehind(i) || !words.named(i, from))
            continue;
        const SqlToken &lead = words.dotBefore(i) ? words.before(i, 3) : words.before(i);
        if (lead.isSymbol(QLatin1String("::")) || lead.isWord(QLatin1String("as")))
            words.replace(i, from, to);
    }
    return words.text();
}

QString renameLabelInExpression(const QString &expression, const Name &type, const QString &from, const QString &to,
                                const QString &dialect)
{
    const auto literal = [](QString text) -> QString { return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\''; };
    Words words(expression, dialect);
    for (size_t i = 0; i < words.size(); ++i) {
        if (words.at(i).kind != SqlToken::Kind::String || words.at(i).text != literal(from)
            || !words.at(i + 1).isSymbol(QLatin1String("::")))
            continue;
        const size_t name = words.dotBehind(i + 2) ? i + 4 : i + 2;
        if (words.named(name, type.name))
            words.setText(i, literal(to));
    }
    return words.text();
}

} // namespace joinery::schema
