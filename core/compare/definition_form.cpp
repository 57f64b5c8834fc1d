// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/definition_form.h"

#include "core/compare/normal_form.h"
#include "core/schema/sql_text.h"

namespace joinery::compare {

namespace {

using schema::SqlToken;
using schema::SqlTokens;

bool isOneOf(const SqlToken &token, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *word) { return token.isWord(QLatin1String(word)); });
}

/// Where the condition ends that begins at `from`: behind its parenthesis, or at the word that goes on.
size_t endOfCondition(const SqlTokens &tokens, size_t from, bool open)
{
    if (!open)
        return schema::closeOf(tokens, from);
    int depth = 0;
    for (size_t i = from; i < tokens.size(); ++i) {
        depth += tokens[i].isSymbol(QLatin1String("(")) ? 1 : tokens[i].isSymbol(QLatin1String(")")) ? -1 : 0;
        const bool ends = isOneOf(tokens[i], {"do", "group", "order", "union", "returning", "limit"}) || tokens[i].isSymbol(QLatin1String(";"));
        if (depth < 0 || (depth == 0 && ends))
            return i;
    }
    return tokens.size();
}

} // namespace

QString normalDefinition(const schema::Definition &definition, const QString &dialect)
{
    using Kind = schema::Definition::Kind;
    const bool hasConditions = definition.kind == Kind::Trigger || definition.kind == Kind::Rule || definition.kind == Kind::Policy
        || definition.kind == Kind::Domain;
    // A trigger of the other engines holds its body, whose words are not ours to change.
    if (!hasConditions || dialect != QLatin1String("postgresql"))
        return definition.createSql.simplified();
    const SqlTokens tokens = schema::scanSql(definition.createSql, dialect);
    QString text;
    for (size_t i = 0; i < tokens.size(); ++i) {
        text += tokens[i].kind == SqlToken::Kind::Space ? QStringLiteral(" ") : tokens[i].text;
        const bool where = isOneOf(tokens[i], {"where"});
        const size_t first = schema::skipBlank(tokens, i + 1);
        if (first >= tokens.size() || !(where || (isOneOf(tokens[i], {"when", "check", "using"}) && tokens[first].isSymbol(QLatin1String("(")))))
            continue;
        const size_t end = endOfCondition(tokens, first, where);
        text += u' ' + normalExpression(schema::joinTokens(SqlTokens(tokens.begin() + qptrdiff(first), tokens.begin() + qptrdiff(end))), dialect) + u' ';
        i = end - 1;
    }
    return text.simplified();
}

} // namespace joinery::compare
