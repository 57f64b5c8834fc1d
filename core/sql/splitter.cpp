// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/splitter.h"

#include "core/sql/lexer.h"

#include <QStringList>

namespace joinery::sql {

namespace {

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *other) { return word == QLatin1String(other); });
}

/// Knows from the words of a statement whether a semicolon ends it.
class Body
{
public:
    explicit Body(Flavor flavor) : m_flavor(flavor) {}

    void reset() { *this = Body(m_flavor); }
    /// `word`: upper case, or the operator's character.
    void see(const QString &word)
    {
        if (m_head.size() < 16)
            m_head.append(word);
        switch (m_flavor) {
        case Flavor::Sqlite:
            seeSqlite(word);
            break;
        case Flavor::Postgresql:
            seePostgresql(word);
            break;
        case Flavor::Mysql:
            seeMysql(word);
            break;
        case Flavor::Generic:
            break;
        }
        m_previous = word;
    }
    bool endsAtSemicolon() const { return m_flavor == Flavor::Sqlite ? !m_trigger || m_endSeen : m_depth == 0 && m_parentheses <= 0; }
    bool readsCopyData() const
    {
        return m_flavor == Flavor::Postgresql && m_head.value(0) == QLatin1String("COPY") && m_fromStdin;
    }

private:
    // The rule of sqlite3_complete: a trigger ends with "; END ;".
    void seeSqlite(const QString &word)
    {
        if (word == QLatin1String("TRIGGER") && m_head.value(0) == QLatin1String("CREATE") && m_head.size() <= 3)
            m_trigger = true;
        m_endSeen = m_trigger && word == QLatin1String("END") && m_previous == QLatin1String(";");
    }

    void seePostgresql(const QString &word)
    {
        m_fromStdin = m_fromStdin || (word == QLatin1String("STDIN") && m_previous == QLatin1String("FROM"));
        // As psql does: the actions of a rule stand in parentheses.
        m_parentheses += word == QLatin1String("(") ? 1 : word == QLatin1String(")") ? -1 : 0;
        if (word == QLatin1String("ATOMIC") && m_previous == QLatin1String("BEGIN"))
            ++m_depth;
        else if (m_depth > 0 && word == QLatin1String("CASE"))
            ++m_depth;
        else if (m_depth > 0 && word == QLatin1String("END"))
            --m_depth;
    }

    void seeMysql(const QString &word)
    {
        if (!m_trigger) {
            const bool creates = m_head.value(0) == QLatin1String("CREATE")
                && isOneOf(word, {"TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"});
            m_trigger = creates || (word == QLatin1String("NOT") && m_head.size() == 2 && m_previous == QLatin1String("BEGIN"));
            m_depth = m_trigger && !creates ? 1 : 0;
            return;
        }
        if (m_previous == QLatin1String("END") && isOneOf(word, {"IF", "CASE", "LOOP", "WHILE", "REPEAT"}))
            return;
        const bool beginsStatement = isOneOf(m_previous, {";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", ":"});
        if (word == QLatin1String("BEGIN") || word == QLatin1String("CASE"))
            ++m_depth;
        else if (beginsStatement && isOneOf(word, {"IF", "LOOP", "WHILE", "REPEAT"}))
            ++m_depth;
        else if (word == QLatin1String("END") && m_depth > 0)
            --m_depth;
    }

    Flavor m_flavor;
    QStringList m_head;
    QString m_previous;
    bool m_trigger = false; // SQLite: in a trigger; MySQL: in something with a body
    bool m_endSeen = false;
    bool m_fromStdin = false;
    int m_parentheses = 0;
    int m_depth = 0;
};

class Splitter
{
public:
    Splitter(QStringView script, Flavor flavor) : m_script(script), m_flavor(flavor), m_body(flavor) {}

    ScriptPart split(const QString &delimiter, bool last)
    {
        m_delimiter = delimiter;
        m_isLast = last;
        qsizetype at = 0;
        while (at < m_script.size() && !m_dataOpen) {
            at = step(at);
            // What the end of the part touches may read differently with more behind it.
            if (m_start < 0 && !m_dataOpen && at < m_script.size())
                keep(at);
        }
        if (last) {
            finish(m_last);
            keep(m_script.size());
        }
        m_part.statements.assign(m_statements.begin(), m_statements.begin() + qsizetype(m_certain));
        return std::move(m_part);
    }

private:
    qsizetype step(qsizetype at)
    {
        if (m_delimiter != QLatin1String(";") && m_script.mid(at).startsWith(m_delimiter)) {
            finish(at + m_delimiter.size());
            return at + m_delimiter.size();
        }
        if (m_start < 0 && m_flavor == Flavor::Postgresql && (at == 0 || m_script.at(at - 1) == u'\n') && m_script.at(at) == u'\\') {
            if (const qsizetype behind = skipRestriction(at); behind > at)
                return behind;
        }
        Lexer lexer(m_script, m_flavor, at);
        const Token token = lexer.next();
        if (!token.isSignificant())
            return token.end();
        if (m_start < 0 && m_flavor == Flavor::Mysql && token.isWord(m_script, QLatin1String("delimiter")))
            return readDelimiter(token);
        if (token.is(m_script, u';') && m_delimiter == QLatin1String(";") && m_body.endsAtSemicolon()) {
            const bool data = m_body.readsCopyData() && m_start >= 0;
            finish(token.end());
            return data ? readCopyData(token.end()) : token.end();
        }
        // A delimiter such as $$ or // may begin inside of what the lexer takes for one token.
        qsizetype end = token.end();
        if (m_delimiter != QLatin1String(";") && (token.kind == TokenKind::Operator || token.kind == TokenKind::Word)) {
            const qsizetype inside = token.in(m_script).indexOf(m_delimiter);
            end = inside > 0 ? token.start + inside : end;
        }
        if (m_start < 0)
            m_start = token.start;
        m_last = end;
        if (token.kind == TokenKind::Word || token.kind == TokenKind::Operator)
            m_body.see(m_script.mid(token.start, end - token.start).toString().toUpper());
        else
            m_body.see(QStringLiteral("x"));
        return end;
    }

    /// A dump's "\\restrict token" speaks to psql alone, and says that no other of its commands follows.
    qsizetype skipRestriction(qsizetype at)
    {
        const qsizetype end = m_script.indexOf(u'\n', at);
        const QStringView line = m_script.mid(at, end < 0 ? -1 : end - at);
        const bool restricts = line.startsWith(QLatin1String("\\restrict ")) || line.startsWith(QLatin1String("\\unrestrict "));
        return restricts && (end >= 0 || m_isLast) ? at + line.size() : at;
    }

    void finish(qsizetype behind)
    {
        if (m_start >= 0)
            m_statements.push_back({m_start, m_last, behind, 0, 0});
        m_start = -1;
        m_body.reset();
    }

    void keep(qsizetype at)
    {
        m_part.consumed = at;
        m_part.delimiter = m_delimiter;
        m_certain = m_statements.size();
    }

    qsizetype readDelimiter(const Token &token)
    {
        qsizetype end = m_script.indexOf(u'\n', token.end());
        end = end < 0 ? m_script.size() : end;
        const QString wanted = m_script.mid(token.end(), end - token.end()).trimmed().toString().section(u' ', 0, 0);
        if (!wanted.isEmpty())
            m_delimiter = wanted;
        return end;
    }

    qsizetype readCopyData(qsizetype at)
    {
        qsizetype line = m_script.indexOf(u'\n', at);
        if (line < 0) {
            m_dataOpen = !m_isLast;
            return at;
        }
        const qsizetype begin = ++line;
        while (line < m_script.size()) {
            qsizetype next = m_script.indexOf(u'\n', line);
            next = next < 0 ? m_script.size() : next;
            if (m_script.mid(line, next - line).trimmed() == QLatin1String("\\.")) {
                m_statements.back().dataStart = begin;
                m_statements.back().dataEnd = line;
                return next;
            }
            line = next + 1;
        }
        m_dataOpen = !m_isLast;
        if (m_dataOpen) {
            m_part.openData = m_statements.back();
            m_part.openData->dataStart = begin;
            m_part.openData->dataEnd = m_script.size();
        }
        return at; // no end: then it was no data
    }

    QStringView m_script;
    Flavor m_flavor;
    Body m_body;
    QString m_delimiter = QStringLiteral(";");
    qsizetype m_start = -1;
    qsizetype m_last = 0;
    std::vector<ScriptStatement> m_statements;
    ScriptPart m_part;
    size_t m_certain = 0;     ///< of m_statements
    bool m_isLast = true;
    bool m_dataOpen = false;  ///< the lines of a COPY go on behind this part
};

} // namespace

std::vector<ScriptStatement> splitScript(QStringView script, Flavor flavor)
{
    return Splitter(script, flavor).split(QStringLiteral(";"), true).statements;
}

ScriptPart splitPart(QStringView part, Flavor flavor, const QString &delimiter, bool last)
{
    ScriptPart result = Splitter(part, flavor).split(delimiter, last);
    if (result.delimiter.isEmpty())
        result.delimiter = delimiter;
    return result;
}

std::optional<ScriptStatement> statementAt(const std::vector<ScriptStatement> &statements, qsizetype caret)
{
    for (const ScriptStatement &statement : statements) {
        // Right behind the delimiter still belongs to the statement: that is where one stands after typing it.
        if (caret <= statement.delimiterEnd)
            return statement;
    }
    return statements.empty() ? std::nullopt : std::optional(statements.back());
}

} // namespace joinery::sql
