// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adapt.h"

#include "core/schema/sql_text.h"

#include <QHash>

namespace joinery::dialect {

using schema::SqlToken;
using schema::SqlTokens;

namespace {

bool isMysql(const QString &dialect) { return dialect == QLatin1String("mysql"); }
bool isSqlite(const QString &dialect) { return dialect == QLatin1String("sqlite"); }
bool isPostgresql(const QString &dialect) { return dialect == QLatin1String("postgresql"); }

/// Whole expressions that the engines spell differently: the moment, the day, a random identifier.
std::optional<QString> wholeExpression(const QString &expression, const QString &to)
{
    enum class Meaning { Moment, Day, TimeOfDay, Identifier };
    static const QHash<QString, Meaning> meanings{
        {QStringLiteral("now()"), Meaning::Moment}, {QStringLiteral("current_timestamp"), Meaning::Moment},
        {QStringLiteral("current_timestamp()"), Meaning::Moment}, {QStringLiteral("localtimestamp"), Meaning::Moment},
        {QStringLiteral("datetime('now')"), Meaning::Moment}, {QStringLiteral("transaction_timestamp()"), Meaning::Moment},
        {QStringLiteral("current_date"), Meaning::Day}, {QStringLiteral("curdate()"), Meaning::Day},
        {QStringLiteral("current_date()"), Meaning::Day}, {QStringLiteral("date('now')"), Meaning::Day},
        {QStringLiteral("('now'::text)::date"), Meaning::Day}, {QStringLiteral("current_time"), Meaning::TimeOfDay},
        {QStringLiteral("curtime()"), Meaning::TimeOfDay}, {QStringLiteral("time('now')"), Meaning::TimeOfDay},
        {QStringLiteral("gen_random_uuid()"), Meaning::Identifier}, {QStringLiteral("uuid_generate_v4()"), Meaning::Identifier},
        {QStringLiteral("uuid()"), Meaning::Identifier}};
    QString text = expression.toLower().remove(u' ');
    while (text.startsWith(u'(') && text.endsWith(u')') && text.size() > 2 && text.indexOf(u')') == text.size() - 1)
        text = text.mid(1, text.size() - 2);
    if (text.startsWith(u'(') && text.endsWith(QLatin1String("())")))
        text = text.mid(1, text.size() - 2);
    const auto found = meanings.constFind(text);
    if (found == meanings.constEnd())
        return {};
    switch (*found) {
    case Meaning::Moment: return QStringLiteral("CURRENT_TIMESTAMP");
    case Meaning::Day: return isMysql(to) ? QStringLiteral("curdate()") : QStringLiteral("CURRENT_DATE");
    case Meaning::TimeOfDay: return isMysql(to) ? QStringLiteral("curtime()") : QStringLiteral("CURRENT_TIME");
    case Meaning::Identifier:
        if (isPostgresql(to))
            return QStringLiteral("gen_random_uuid()");
        return isMysql(to) ? QStringLiteral("uuid()") : QStringLiteral("lower(hex(randomblob(16)))");
    }
    return {};
}

/// Takes the blanks out but for one between words.
SqlTokens compact(const SqlTokens &tokens)
{
    SqlTokens result;
    for (const SqlToken &token : tokens) {
        if (token.kind == SqlToken::Kind::Comment)
            continue;
        if (token.kind == SqlToken::Kind::Space) {
            if (!result.empty() && result.back().kind != SqlToken::Kind::Space)
                result.push_back({SqlToken::Kind::Space, QStringLiteral(" ")});
            continue;
        }
        result.push_back(token);
    }
    return result;
}

/// Drops PostgreSQL's casts: x::character varying(20)[].
SqlTokens withoutCasts(const SqlTokens &tokens)
{
    static const QStringList more{QStringLiteral("varying"), QStringLiteral("precision"), QStringLiteral("without"),
                                  QStringLiteral("with"), QStringLiteral("time"), QStringLiteral("zone")};
    SqlTokens result;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].isSymbol(QLatin1String("::"))) {
            result.push_back(tokens[i]);
            continue;
        }
        size_t end = schema::skipBlank(tokens, i + 1) + 1;
        while (end < tokens.size()) {
            const size_t next = schema::skipBlank(tokens, end);
            if (next >= tokens.size())
                break;
            if (tokens[next].kind == SqlToken::Kind::Word && more.contains(tokens[next].text.toLower()))
                end = next + 1;
            else if (tokens[next].isSymbol(QLatin1String("(")))
                end = schema::closeOf(tokens, next);
            else if (tokens[next].isSymbol(QLatin1String("[")) || tokens[next].isSymbol(QLatin1String("]")))
                end = next + 1;
            else if (tokens[next].isSymbol(QLatin1String(".")))
                end = next + 2;
            else
                break;
        }
        i = end - 1;
    }
    return result;
}

/// (x) around a single word, number or string says nothing.
SqlTokens withoutIdleParentheses(SqlTokens tokens)
{
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
        const bool call = i > 0 && (tokens[i - 1].isIdentifier() || tokens[i - 1].isSymbol(QLatin1String("]")));
        if (!call && tokens[i].isSymbol(QLatin1String("(")) && tokens[i + 2].isSymbol(QLatin1String(")"))
            && tokens[i + 1].kind != SqlToken::Kind::Symbol && !tokens[i + 1].isBlank()) {
            tokens.erase(tokens.begin() + std::ptrdiff_t(i + 2));
            tokens.erase(tokens.begin() + std::ptrdiff_t(i));
            i = size_t(-1);
        }
    }
    return tokens;
}

/// "= ANY ((ARRAY['a', 'b']))" to "IN ('a', 'b')": how PostgreSQL keeps an IN.
SqlTokens withIn(const SqlTokens &tokens)
{
    SqlTokens result;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const size_t any = schema::skipBlank(tokens, i + 1);
        if (!tokens[i].isSymbol(QLatin1String("=")) || any >= tokens.size() || !tokens[any].isWord(QLatin1String("any"))) {
            result.push_back(tokens[i]);
            continue;
        }
        const size_t open = schema::skipBlank(tokens, any + 1);
        const size_t close = schema::closeOf(tokens, open);
        result.push_back({SqlToken::Kind::Word, QStringLiteral("IN")});
        result.push_back({SqlToken::Kind::Space, QStringLiteral(" ")});
        result.push_back({SqlToken::Kind::Symbol, QStringLiteral("(")});
        for (size_t j = open; j < close; ++j) {
            const SqlToken &token = tokens[j];
            const bool wrapping = token.isSymbol(QLatin1String("(")) || token.isSymbol(QLatin1String(")"))
                || token.isSymbol(QLatin1String("[")) || token.isSymbol(QLatin1String("]")) || token.isWord(QLatin1String("array"));
            if (!wrapping)
                result.push_back(token);
        }
        result.push_back({SqlToken::Kind::Symbol, QStringLiteral(")")});
        i = close - 1;
    }
    return result;
}

/// Words that stand for operators and constants everywhere.
bool isGrammar(const QString &word)
{
    static const QStringList words = QStringLiteral(
        "and or not in is null like between case when then else end true false as cast select from where join left inner "
        "outer right on group by order having limit distinct union all exists asc desc cross using with offset except "
        "intersect escape current_timestamp current_date current_time interval over partition values any some").split(u' ');
    return words.contains(word.toLower());
}

} // namespace

std::optional<QString> translateExpression(const QString &expression, const QString &from, const Dialect &to)
{
    const QString target = to.name();
    if (from == target)
        return expression;
    if (from.isEmpty()) { // nobody's own: standard SQL, in which only the quotes differ, and what everybody has by another name
        const QString function = expression.left(expression.indexOf(u'(')).trimmed();
        if (expression.contains(u'(') && !to.functions().contains(function, Qt::CaseInsensitive)) {
            if (const std::optional<QString> whole = wholeExpression(expression, target))
                return whole;
        }
        SqlTokens plain = schema::scanSql(expression, from);
        for (SqlToken &token : plain) {
            if (token.kind == SqlToken::Kind::QuotedWord)
                token.text = to.quoteIfNeeded(token.identifier());
        }
        return schema::joinTokens(plain);
    }
    if (const std::optional<QString> whole = wholeExpression(expression, target))
        return whole;
    SqlTokens tokens = compact(schema::scanSql(expression, from));
    if (isPostgresql(from))
        tokens = withIn(withoutIdleParentheses(withoutCasts(tokens)));
    const QStringList functions = to.functions();
    QString result;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const SqlToken &token = tokens[i];
        switch (token.kind) {
        case SqlToken::Kind::QuotedWord:
            result += to.quoteIfNeeded(token.identifier());
            break;
        case SqlToken::Kind::Word: {
            if (isMysql(from) && token.text.startsWith(u'_') && i + 1 < tokens.size() && tokens[i + 1].kind == SqlToken::Kind::String)
                break; // _utf8mb4'x'
            const size_t next = schema::skipBlank(tokens, i + 1);
            const bool call = next < tokens.size() && tokens[next].isSymbol(QLatin1String("("));
            if (call && !isGrammar(token.text)) {
                QString function = token.text.toLower();
                if (function == QLatin1String("char_length") && isSqlite(target))
                    function = QStringLiteral("length");
                if (function == QLatin1String("length") && isMysql(target))
                    function = QStringLiteral("char_length");
                if (!functions.contains(function, Qt::CaseInsensitive))
                    return {};
                result += function;
            } else {
                result += isGrammar(token.text) ? token.text : to.quoteIfNeeded(token.text);
            }
            break;
        }
        case SqlToken::Kind::Symbol:
            if (token.text == QLatin1String("||") && isMysql(target))
                return {}; // OR there
            if (token.text == QLatin1String("~") || token.text == QLatin1String("[") || token.text == QLatin1String("::"))
                return {};
            result += token.text;
            break;
        case SqlToken::Kind::String:
            if (isMysql(from) && token.text.startsWith(u'"'))
                result += u'\'' + token.text.mid(1, token.text.size() - 2).replace(u'\'', QLatin1String("''")) + u'\'';
            else if (!token.text.startsWith(u'\''))
                return {};
            else
                result += token.text;
            break;
        default:
            result += token.text;
            break;
        }
    }
    return result.trimmed();
}

} // namespace joinery::dialect
