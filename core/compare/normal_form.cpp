// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/normal_form.h"

#include "core/schema/sql_text.h"

#include <QSet>

#include <algorithm>

namespace joinery::compare {

namespace {

using schema::SqlToken;

struct Operator
{
    QString text;   ///< in normal spelling
    int precedence; ///< higher binds closer
    int length;     ///< tokens
};

/// Reads an expression by precedence and writes it with a parenthesis for every operation.
class Parser
{
public:
    Parser(const QString &sql, QString dialect) : m_dialect(std::move(dialect))
    {
        for (const SqlToken &token : schema::scanSql(sql, m_dialect)) {
            if (!token.isBlank())
                m_tokens.push_back(token);
        }
        joinSymbols();
    }

    QString normal()
    {
        QString text = expression(0);
        if (m_failed || m_at != m_tokens.size()) {
            QStringList words;
            for (const SqlToken &token : m_tokens)
                words.append(word(token));
            return words.join(u' ');
        }
        return text;
    }

private:
    /// `<`, `=` and the like come as single characters.
    void joinSymbols()
    {
        static const QSet<QString> kDouble = {
            QStringLiteral("<="), QStringLiteral(">="), QStringLiteral("<>"), QStringLiteral("!="), QStringLiteral("||"),
            QStringLiteral("::"), QStringLiteral("=="), QStringLiteral("~~"), QStringLiteral("!~"), QStringLiteral("->"),
            QStringLiteral("->>"), QStringLiteral("~~*"), QStringLiteral("!~~"), QStringLiteral("!~~*"), QStringLiteral("~*"),
            QStringLiteral("@>"), QStringLiteral("<@"), QStringLiteral("&&"), QStringLiteral("<<"), QStringLiteral(">>")};
        std::vector<SqlToken> joined;
        for (const SqlToken &token : m_tokens) {
            if (!joined.empty() && token.kind == SqlToken::Kind::Symbol && joined.back().kind == SqlToken::Kind::Symbol
                && kDouble.contains(QString(joined.back().text + token.text)))
                joined.back().text += token.text;
            else
                joined.push_back(token);
        }
        m_tokens = std::move(joined);
    }

    bool atEnd() const { return m_at >= m_tokens.size(); }
    bool isWord(const char *text, size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].isWord(QLatin1String(text));
    }
    bool isSymbol(const char *text, size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].isSymbol(QLatin1String(text));
    }
    bool take(const char *symbol)
    {
        if (!isSymbol(symbol))
            return false;
        ++m_at;
        return true;
    }

    /// A word as every spelling of it.
    QString word(const SqlToken &token) const
    {
        if (token.kind == SqlToken::Kind::Word)
            return token.text.toLower();
        if (token.kind == SqlToken::Kind::QuotedWord) {
            const QString name = token.identifier();
            const bool plain = std::ranges::all_of(name, [](QChar c) {
                return c.isLower() || c.isDigit() || c == u'_' || c.unicode() > 127;
            });
            const bool folded = m_dialect != QLatin1String("postgresql");
            return plain ? name : folded ? name.toLower() : QString(u'"' + name + u'"');
        }
        return token.text;
    }

    std::optional<Operator> infix() const
    {
        if (atEnd())
            return std::nullopt;
        const SqlToken &token = m_tokens[m_at];
        if (token.kind == SqlToken::Kind::Word) {
            if (isWord("or"))
                return Operator{QStringLiteral("or"), 1, 1};
            if (isWord("and"))
                return Operator{QStringLiteral("and"), 2, 1};
            const bool negated = isWord("not");
            const size_t ahead = negated ? 1 : 0;
            const QString prefix = negated ? QStringLiteral("not ") : QString();
            for (const char *each : {"like", "ilike", "in", "between", "similar", "regexp", "rlike", "glob", "match"}) {
                if (isWord(each, ahead))
                    return Operator{prefix + QLatin1String(each), 4, int(ahead) + 1};
            }
            if (isWord("is")) {
                const bool isNot = isWord("not", 1);
                const size_t distinct = isNot ? 2 : 1;
                if (isWord("distinct", distinct) && isWord("from", distinct + 1))
                    return Operator{isNot ? QStringLiteral("is not distinct from") : QStringLiteral("is distinct from"), 4, int(distinct) + 2};
                return Operator{isNot ? QStringLiteral("is not") : QStringLiteral("is"), 4, isNot ? 2 : 1};
            }
            if (isWord("collate"))
                return Operator{QStringLiteral("collate"), 9, 1};
            return std::nullopt;
        }
        if (token.kind != SqlToken::Kind::Symbol)
            return std::nullopt;
        static const QHash<QString, std::pair<QString, int>> kSymbols = [] {
            QHash<QString, std::pair<QString, int>> all;
            for (const char *each : {"<", ">", "<=", ">="})
                all.insert(QLatin1String(each), {QLatin1String(each), 4});
            all.insert(QStringLiteral("="), {QStringLiteral("="), 4});
            all.insert(QStringLiteral("=="), {QStringLiteral("="), 4});
            all.insert(QStringLiteral("<>"), {QStringLiteral("<>"), 4});
            all.insert(QStringLiteral("!="), {QStringLiteral("<>"), 4});
            all.insert(QStringLiteral("~~"), {QStringLiteral("like"), 4});
            all.insert(QStringLiteral("!~~"), {QStringLiteral("not like"), 4});
            all.insert(QStringLiteral("~~*"), {QStringLiteral("ilike"), 4});
            for (const char *each : {"||", "->", "->>", "@>", "<@", "&&", "~", "~*", "!~", "&", "|", "#", "<<", ">>"})
                all.insert(QLatin1String(each), {QLatin1String(each), 5});
            for (const char *each : {"+", "-"})
                all.insert(QLatin1String(each), {QLatin1String(each), 6});
            for (const char *each : {"*", "/", "%"})
                all.insert(QLatin1String(each), {QLatin1String(each), 7});
            return all;
        }();
        const auto found = kSymbols.constFind(token.text);
        if (found == kSymbols.constEnd())
            return std::nullopt;
        return Operator{found->first, found->second, 1};
    }

    QString expression(int minimum)
    {
        QString left;
        if (isWord("not")) {
            ++m_at;
            left = QStringLiteral("(not %1)").arg(expression(3));
        } else {
            left = operand();
        }
        while (!m_failed) {
            const std::optional<Operator> next = infix();
            if (!next || next->precedence < minimum)
                return left;
            m_at += size_t(next->length);
            if (next->text.endsWith(QLatin1String("between"))) {
                const QString low = expression(5);
                if (!isWord("and"))
                    return failed();
                ++m_at;
                left = QStringLiteral("(%1 %2 %3 and %4)").arg(left, next->text, low, expression(5));
            } else if (next->text.endsWith(QLatin1String("in"))) {
                if (!isSymbol("("))
                    return failed();
                left = QStringLiteral("(%1 %2 %3)").arg(left, next->text, list());
            } else if (next->text == QLatin1String("=") && isWord("any") && isSymbol("(", 1)) {
                left = anyOf(left);
            } else {
                QString right = expression(next->precedence + 1);
                left = u'(' + left + u' ' + next->text + u' ' + right + u')';
            }
        }
        return left;
    }

    /// `= ANY (ARRAY[a, b])`, however it is cast, is IN (a, b).
    QString anyOf(const QString &left)
    {
        ++m_at;
        const size_t start = m_at;
        const QString inner = list();
        static const QString kArray = QStringLiteral("(array[");
        if (inner.startsWith(kArray) && inner.endsWith(QLatin1String("])")))
            return QStringLiteral("(%1 in (%2))").arg(left, inner.mid(kArray.size()).chopped(2));
        m_at = start;
        return QStringLiteral("(%1 = any%2)").arg(left, list());
    }

    QString failed()
    {
        m_failed = true;
        return {};
    }

    QString operand()
    {
        if (atEnd())
            return failed();
        QString text;
        if (take("(")) {
            QStringList parts{expression(0)};
            while (!m_failed && take(","))
                parts.append(expression(0));
            if (!take(")"))
                return failed();
            text = parts.size() == 1 ? parts.front() : QString(u'(' + parts.join(u',') + u')');
        } else if (isSymbol("-") || isSymbol("+") || isSymbol("~")) {
            const QString sign = m_tokens[m_at++].text;
            const QString value = expression(8);
            text = sign == QLatin1String("+") ? value : QString(sign + value);
        } else if (m_tokens[m_at].kind == SqlToken::Kind::Symbol) {
            return failed();
        } else {
            text = primary();
        }
        return suffixes(text);
    }

    QString primary()
    {
        const SqlToken &token = m_tokens[m_at++];
        if (token.kind == SqlToken::Kind::String || token.kind == SqlToken::Kind::Number)
            return token.text;
        if (token.isWord(QLatin1String("case")))
            return caseExpression();
        if (token.isWord(QLatin1String("cast")) && isSymbol("("))
            return cast();
        if (token.isWord(QLatin1String("array")) && take("[")) {
            QStringList items;
            while (!m_failed && !isSymbol("]")) {
                items.append(expression(0));
                if (!take(","))
                    break;
            }
            return take("]") ? QStringLiteral("array[%1]").arg(items.join(u',')) : failed();
        }
        QString name = word(token);
        while (isSymbol(".") && m_at + 1 < m_tokens.size()) {
            name += u'.' + word(m_tokens[m_at + 1]);
            m_at += 2;
        }
        if (isSymbol("("))
            return call(name);
        // DATE '2020-01-01', INTERVAL '1 day': a type before a text.
        if (!atEnd() && m_tokens[m_at].kind == SqlToken::Kind::String && token.kind == SqlToken::Kind::Word)
            return name + u' ' + m_tokens[m_at++].text;
        return currentTime(name);
    }

    static QString currentTime(const QString &name)
    {
        static const QSet<QString> kNow = {QStringLiteral("now"), QStringLiteral("current_timestamp"),
                                           QStringLiteral("transaction_timestamp"), QStringLiteral("localtimestamp")};
        if (name == QLatin1String("localtimestamp"))
            return name;
        return kNow.contains(name) && name != QLatin1String("now") ? QStringLiteral("now()") : name;
    }

    QString call(const QString &name)
    {
        QString arguments = list();
        static const QSet<QString> kNow = {QStringLiteral("now"), QStringLiteral("current_timestamp"),
                                           QStringLiteral("transaction_timestamp")};
        if (kNow.contains(name) && arguments == QLatin1String("()"))
            return QStringLiteral("now()");
        if ((name == QLatin1String("current_date") || name == QLatin1String("curdate")) && arguments == QLatin1String("()"))
            return QStringLiteral("current_date");
        return name + arguments;
    }

    /// "(a,b)" from here on; words such as DISTINCT or a subquery are kept as they come.
    QString list()
    {
        if (!take("("))
            return failed();
        QStringList items;
        while (!m_failed && !isSymbol(")")) {
            if (isSymbol("*")) {
                ++m_at;
                items.append(QStringLiteral("*"));
            } else {
                items.append(expression(0));
            }
            if (!take(","))
                break;
        }
        return take(")") ? QString(u'(' + items.join(u',') + u')') : failed();
    }

    QString caseExpression()
    {
        QStringList words{QStringLiteral("case")};
        while (!m_failed && !atEnd() && !isWord("end")) {
            if (isWord("when") || isWord("then") || isWord("else"))
                words.append(m_tokens[m_at++].text.toLower());
            else
                words.append(expression(0));
        }
        if (atEnd())
            return failed();
        ++m_at;
        words.append(QStringLiteral("end"));
        return words.join(u' ');
    }

    QString cast()
    {
        ++m_at;
        const QString value = expression(0);
        if (!isWord("as"))
            return failed();
        ++m_at;
        const QString type = typeName();
        if (!take(")"))
            return failed();
        return typed(value, type);
    }

    /// A type after `::` or AS: words, and what stands in parentheses or brackets behind them.
    QString typeName()
    {
        static const QSet<QString> kFurther = {QStringLiteral("varying"), QStringLiteral("precision"), QStringLiteral("with"),
                                               QStringLiteral("without"), QStringLiteral("time"), QStringLiteral("zone")};
        QStringList words;
        while (!atEnd() && m_tokens[m_at].isIdentifier() && (words.isEmpty() || kFurther.contains(word(m_tokens[m_at])))) {
            words.append(word(m_tokens[m_at++]));
            while (isSymbol(".") && m_at + 1 < m_tokens.size()) {
                words.last() += u'.' + word(m_tokens[m_at + 1]);
                m_at += 2;
            }
            if (isSymbol("("))
                words.last() += list();
        }
        while (take("[")) {
            while (!atEnd() && !isSymbol("]"))
                ++m_at;
            if (!take("]"))
                return failed();
            words.append(QStringLiteral("[]"));
        }
        return words.isEmpty() ? failed() : words.join(u' ');
    }

    /// Servers write casts to types that the value has anyway. To tell those from the meant ones takes the types of all
    /// operands, so casts of texts, numbers and columns between the kinds of text and number do not count.
    static QString typed(const QString &value, const QString &type)
    {
        static const QSet<QString> kPlain = {
            QStringLiteral("text"), QStringLiteral("character varying"), QStringLiteral("varchar"), QStringLiteral("bpchar"),
            QStringLiteral("character"), QStringLiteral("char"), QStringLiteral("integer"), QStringLiteral("int"),
            QStringLiteral("bigint"), QStringLiteral("smallint"), QStringLiteral("numeric"), QStringLiteral("decimal"),
            QStringLiteral("double precision"), QStringLiteral("real"), QStringLiteral("date"), QStringLiteral("boolean"),
            QStringLiteral("timestamp without time zone"), QStringLiteral("timestamp with time zone"),
            QStringLiteral("time without time zone"), QStringLiteral("interval"), QStringLiteral("jsonb"), QStringLiteral("json"),
            QStringLiteral("text []"), QStringLiteral("character varying []")};
        const QString name = type.section(u'(', 0, 0);
        const bool literal = value.startsWith(u'\'') || (!value.isEmpty() && value.front().isDigit()) || value == QLatin1String("null")
            || value.startsWith(QLatin1String("array["));
        const bool ofText = name == QLatin1String("text") || name.startsWith(QLatin1String("text ["));
        if (ofText || (literal && (kPlain.contains(name) || !name.contains(u' '))))
            return value;
        return QStringLiteral("cast(%1 as %2)").arg(value, type);
    }

    QString suffixes(QString text)
    {
        while (!m_failed) {
            if (take("::")) {
                text = typed(text, typeName());
            } else if (take("[")) {
                const QString index = expression(0);
                if (!take("]"))
                    return failed();
                text += u'[' + index + u']';
            } else if (isWord("at") && isWord("time", 1) && isWord("zone", 2)) {
                m_at += 3;
                text = QStringLiteral("(%1 at time zone %2)").arg(text, operand());
            } else {
                return text;
            }
        }
        return text;
    }

    QString m_dialect;
    std::vector<SqlToken> m_tokens;
    size_t m_at = 0;
    bool m_failed = false;
};

} // namespace

QString normalExpression(const QString &sql, const QString &dialect)
{
    return sql.isEmpty() ? sql : Parser(sql, dialect).normal();
}

} // namespace joinery::compare
