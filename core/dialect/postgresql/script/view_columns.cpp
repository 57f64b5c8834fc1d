// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Column;
using schema::Name;
using schema::Type;
using schema::TypeKind;

namespace {

Type known(TypeKind kind) { return Type::of(kind); }
/// Of which nobody but a server knows the type.
Type unknown() { return Type::native(QStringLiteral("postgresql"), QStringLiteral("unknown")); }
bool isKnown(const Type &type) { return !(type == unknown()); }

Type unlessNull(const Type &first, const Type &second) { return isKnown(first) ? first : second; }

/// What a function of the server gives, where that does not hang on the types of its arguments in ways of its own.
Type resultOf(const QString &function, const Type &argument)
{
    static const QHash<QString, TypeKind> kResults = [] {
        QHash<QString, TypeKind> all;
        for (const char *each : {"lower", "upper", "initcap", "trim", "btrim", "ltrim", "rtrim", "concat", "concat_ws", "replace", "string_agg", "to_char", "substring", "substr", "left", "right",
                                 "repeat", "reverse", "format", "md5", "quote_ident", "quote_literal", "translate", "lpad", "rpad", "split_part", "regexp_replace", "array_to_string"})
            all.insert(QLatin1String(each), TypeKind::Text);
        for (const char *each : {"length", "char_length", "octet_length", "position", "strpos", "array_length", "cardinality", "jsonb_array_length"})
            all.insert(QLatin1String(each), TypeKind::Integer);
        for (const char *each : {"count", "row_number", "rank", "dense_rank", "regr_count"})
            all.insert(QLatin1String(each), TypeKind::BigInteger);
        for (const char *each : {"bool_and", "bool_or", "every", "starts_with"})
            all.insert(QLatin1String(each), TypeKind::Boolean);
        for (const char *each : {"random", "percent_rank", "cume_dist", "date_part"})
            all.insert(QLatin1String(each), TypeKind::Double);
        all.insert(QStringLiteral("extract"), TypeKind::Numeric);
        all.insert(QStringLiteral("age"), TypeKind::Interval);
        all.insert(QStringLiteral("gen_random_uuid"), TypeKind::Uuid);
        return all;
    }();
    if (const auto at = kResults.constFind(function); at != kResults.constEnd())
        return known(*at);
    if (function == QLatin1String("now") || function == QLatin1String("clock_timestamp") || function == QLatin1String("transaction_timestamp")) {
        Type moment = known(TypeKind::DateTime);
        moment.timezone = true;
        return moment;
    }
    if (function == QLatin1String("min") || function == QLatin1String("max") || function == QLatin1String("abs") || function == QLatin1String("first_value") || function == QLatin1String("last_value")
        || function == QLatin1String("lag") || function == QLatin1String("lead"))
        return argument;
    const bool whole = argument.kind == TypeKind::SmallInteger || argument.kind == TypeKind::Integer;
    if (function == QLatin1String("sum") && isKnown(argument))
        return whole ? known(TypeKind::BigInteger) : argument.kind == TypeKind::BigInteger || argument.kind == TypeKind::Numeric ? known(TypeKind::Numeric) : argument;
    if (function == QLatin1String("avg") && isKnown(argument))
        return whole || argument.kind == TypeKind::BigInteger || argument.kind == TypeKind::Numeric ? known(TypeKind::Numeric) : argument.kind == TypeKind::Interval ? argument : known(TypeKind::Double);
    return unknown();
}

} // namespace

/// Tables, views, queries and functions of a FROM, by the names that they have there.
void ScriptReader::collectSources(const Node &item, const Sources &queries, Sources &sources) const
{
    const QString alias = item.plain("alias").text("aliasname");
    const QStringList names = item.plain("alias").names("colnames");
    std::vector<Column> columns;
    QString plain = alias;
    if (item.is("JoinExpr")) {
        collectSources(item.child("larg"), queries, sources);
        collectSources(item.child("rarg"), queries, sources);
        return;
    }
    if (item.is("RangeVar")) {
        plain = plain.isEmpty() ? item.text("relname") : plain;
        const auto query = std::ranges::find(queries, item.text("relname"), &Source::first);
        if (query != queries.end() && !item.has("schemaname"))
            columns = query->second;
        else if (const schema::Table *table = m_inspection.catalog.table(found(item)))
            columns = table->columns;
        else if (const schema::View *view = m_inspection.catalog.view(found(item)))
            columns = view->columns;
    } else if (item.is("RangeSubselect")) {
        columns = columnsOf(item.child("subquery"), queries);
    } else if (item.is("RangeFunction")) { // one column, called as the function is
        Column column;
        column.type = unknown();
        const std::vector<Node> functions = item.list("functions");
        const Node call = functions.empty() || functions.front().list("items").empty() ? Node() : functions.front().list("items").front();
        column.name = plain.isEmpty() ? figuredName(call) : plain;
        plain = column.name;
        columns.push_back(column);
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (size_t(i) >= columns.size())
            columns.push_back({.type = unknown()});
        columns[size_t(i)].name = names.at(i);
    }
    sources.emplace_back(plain, std::move(columns));
}

std::vector<Column> ScriptReader::columnsOf(const Node &query, Sources queries) const
{
    Node select = query;
    for (const Node &each : query.plain("withClause").list("ctes")) {
        const QStringList names = each.names("aliascolnames");
        std::vector<Column> columns = columnsOf(each.child("ctequery"), queries);
        for (qsizetype i = 0; i < names.size() && size_t(i) < columns.size(); ++i)
            columns[size_t(i)].name = names.at(i);
        queries.emplace(queries.begin(), each.text("ctename"), std::move(columns));
    }
    while (select.has("larg")) // of a UNION, the first query names and types
        select = select.plain("larg");
    Sources sources;
    for (const Node &item : select.list("fromClause"))
        collectSources(item, queries, sources);
    std::vector<Column> columns;
    const auto add = [&](const QString &name, const Type &type) { columns.push_back({.name = name, .type = type}); };
    const std::vector<Node> rows = select.list("valuesLists");
    if (!rows.empty()) {
        for (const Node &value : rows.front().list("items"))
            add(QStringLiteral("column%1").arg(columns.size() + 1), expressionType(value, sources));
    }
    for (const Node &target : select.list("targetList")) {
        const Node value = target.child("val");
        const std::vector<Node> fields = value.is("ColumnRef") ? value.list("fields") : std::vector<Node>();
        if (!fields.empty() && fields.back().is("A_Star")) {
            const QString owner = fields.size() > 1 ? fields[fields.size() - 2].value() : QString();
            QStringList shared; // a column of USING is there once
            for (const Node &item : select.list("fromClause"))
                shared += item.names("usingClause");
            for (const auto &[name, list] : sources) {
                for (const Column &column : list) {
                    const bool twice = shared.contains(column.name) && std::ranges::find(columns, column.name, &Column::name) != columns.end();
                    if ((owner.isEmpty() || owner == name) && !(owner.isEmpty() && twice))
                        add(column.name, column.type);
                }
            }
            continue;
        }
        QString name = target.text("name");
        if (name.isEmpty() && (name = figuredName(value)) == QLatin1String("expr"))
            name = QStringLiteral("?column?");
        add(name, expressionType(value, sources));
    }
    return columns;
}

Type ScriptReader::expressionType(const Node &node, const Sources &sources) const
{
    if (node.is("ColumnRef")) {
        const QStringList parts = node.names("fields");
        for (const auto &[name, list] : sources) {
            const auto column = std::ranges::find(list, parts.value(parts.size() - 1), &Column::name);
            if (column != list.end() && (parts.size() < 2 || parts.at(parts.size() - 2) == name))
                return column->type;
        }
        return unknown();
    }
    if (node.is("TypeCast"))
        return typeOf(node.plain("typeName"));
    if (node.is("A_Const"))
        return node.has("sval") ? known(TypeKind::Text) : node.has("fval") ? known(TypeKind::Numeric) : node.has("boolval") ? known(TypeKind::Boolean) : node.has("ival") ? known(TypeKind::Integer) : unknown();
    if (node.is("BoolExpr") || node.is("NullTest") || node.is("BooleanTest") || (node.is("SubLink") && node.text("subLinkType") == QLatin1String("EXISTS_SUBLINK")))
        return known(TypeKind::Boolean);
    if (node.is("SubLink") && node.text("subLinkType") == QLatin1String("EXPR_SUBLINK")) {
        const std::vector<Column> columns = columnsOf(node.child("subselect"), sources);
        return columns.size() == 1 ? columns.front().type : unknown();
    }
    if (node.is("CollateClause"))
        return expressionType(node.child("arg"), sources);
    if (node.is("CoalesceExpr") || node.is("MinMaxExpr")) {
        Type type = unknown();
        for (const Node &each : node.list("args"))
            type = unlessNull(type, expressionType(each, sources));
        return type;
    }
    if (node.is("CaseExpr")) {
        Type type = unknown();
        for (const Node &each : node.list("args"))
            type = unlessNull(type, expressionType(each.child("result"), sources));
        return unlessNull(type, expressionType(node.child("defresult"), sources));
    }
    if (node.is("FuncCall")) {
        const std::vector<Node> arguments = node.list("args");
        const QString name = node.names("funcname").value(node.names("funcname").size() - 1);
        return resultOf(name, arguments.empty() ? unknown() : expressionType(arguments.front(), sources));
    }
    if (!node.is("A_Expr"))
        return unknown();
    static const QStringList kComparisons{QStringLiteral("="), QStringLiteral("<>"), QStringLiteral("<"), QStringLiteral(">"), QStringLiteral("<="), QStringLiteral(">="), QStringLiteral("~~"),
                                          QStringLiteral("!~~"), QStringLiteral("~~*"), QStringLiteral("~"), QStringLiteral("~*"), QStringLiteral("@>"), QStringLiteral("<@"), QStringLiteral("&&"), QStringLiteral("?")};
    const QString name = node.names("name").value(0), kind = node.text("kind");
    if (kind == QLatin1String("AEXPR_NULLIF"))
        return expressionType(node.child("lexpr"), sources);
    if (kComparisons.contains(name) || kind.contains(QLatin1String("DISTINCT")) || kind.contains(QLatin1String("BETWEEN")))
        return known(TypeKind::Boolean);
    if (name == QLatin1String("->>") || name == QLatin1String("#>>"))
        return known(TypeKind::Text);
    const Type left = expressionType(node.child("lexpr"), sources), right = expressionType(node.child("rexpr"), sources);
    if (name == QLatin1String("||") && (left.kind == TypeKind::Text || left.kind == TypeKind::String || right.kind == TypeKind::Text || right.kind == TypeKind::String))
        return known(TypeKind::Text);
    if (name == QLatin1String("->"))
        return left;
    const bool alike = isKnown(left) && left.kind == right.kind && left.nativeText == right.nativeText;
    Type result = alike ? left : unknown();
    if (result.kind == TypeKind::Numeric) // its own number of places
        result = known(TypeKind::Numeric);
    return result.kind == TypeKind::Date || result.kind == TypeKind::DateTime ? unknown() : result;
}

/// Names always; of types what follows from tables, casts, literals and well-known functions. The rest is said.
void ScriptReader::takeViewColumns(schema::View &view, const Node &query, const QStringList &names)
{
    view.columns = columnsOf(query, {});
    for (qsizetype i = 0; i < names.size() && size_t(i) < view.columns.size(); ++i)
        view.columns[size_t(i)].name = names.at(i);
    QStringList unknown;
    for (Column &column : view.columns) {
        column = {.name = column.name, .type = column.type};
        if (!isKnown(column.type))
            unknown.append(column.name);
    }
    if (!unknown.isEmpty())
        find("IN216", view.name.toString(), QStringLiteral("Line %1: only a server knows the type of %2.").arg(m_line).arg(unknown.join(QLatin1String(", "))), Severity::Info);
}

} // namespace joinery::dialect::script
