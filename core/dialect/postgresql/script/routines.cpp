// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Name;

namespace {

/// The last option of that name; they stand in any order.
Node option(const std::vector<Node> &options, const char *name)
{
    for (const Node &each : options) {
        if (each.text("defname") == QLatin1String(name))
            return each.child("arg");
    }
    return {};
}

bool isTableArgument(const Node &parameter) { return parameter.text("mode") == QLatin1String("FUNC_PARAM_TABLE"); }

} // namespace

QString ScriptReader::arguments(const Node &statement, bool withDefaults) const
{
    const size_t open = m_text.findOpen(0);
    const std::vector<std::pair<size_t, size_t>> texts = m_text.items(open);
    const std::vector<Node> parameters = statement.list("parameters");
    QStringList all;
    for (size_t i = 0; i < parameters.size(); ++i) {
        const Node &each = parameters[i];
        if (isTableArgument(each))
            continue;
        const QString mode = each.text("mode");
        QString text;
        if (mode == QLatin1String("FUNC_PARAM_OUT"))
            text = QStringLiteral("OUT ");
        else if (mode == QLatin1String("FUNC_PARAM_INOUT"))
            text = QStringLiteral("INOUT ");
        else if (mode == QLatin1String("FUNC_PARAM_VARIADIC"))
            text = QStringLiteral("VARIADIC ");
        else if (statement.flag("is_procedure"))
            text = QStringLiteral("IN ");
        if (each.has("name"))
            text += m_dialect.quoteIfNeeded(each.text("name")) + u' ';
        text += formatType(each.plain("argType"), false);
        if (withDefaults && each.has("defexpr") && i < texts.size()) {
            size_t at = m_text.findWord({"DEFAULT"}, texts[i].first, texts[i].second);
            for (size_t token = texts[i].first; at == texts[i].second && token < texts[i].second; ++token) {
                if (m_text.isSymbol(token, u'='))
                    at = token;
            }
            text += QLatin1String(" DEFAULT ") + m_text.text(at + 1, texts[i].second);
        }
        all.append(text);
    }
    return all.join(QLatin1String(", "));
}

QString ScriptReader::returns(const Node &statement) const
{
    QStringList columns;
    for (const Node &each : statement.list("parameters")) {
        if (isTableArgument(each))
            columns.append(m_dialect.quoteIfNeeded(each.text("name")) + u' ' + formatType(each.plain("argType"), false));
    }
    if (!columns.isEmpty())
        return QStringLiteral("TABLE(%1)").arg(columns.join(QLatin1String(", ")));
    const Node type = statement.plain("returnType");
    if (!type.isNull())
        return (type.flag("setof") ? QStringLiteral("SETOF ") : QString()) + formatType(type, false);
    // What OUT arguments give: one its own type, several a record.
    std::vector<Node> given;
    for (const Node &each : statement.list("parameters")) {
        const QString mode = each.text("mode");
        if (mode == QLatin1String("FUNC_PARAM_OUT") || mode == QLatin1String("FUNC_PARAM_INOUT"))
            given.push_back(each);
    }
    return given.size() == 1 ? formatType(given.front().plain("argType"), false) : QStringLiteral("record");
}

/// The lines between LANGUAGE and the body, as the server's pg_get_functiondef orders them.
QString ScriptReader::routineOptions(const Node &statement, QString &body) const
{
    const std::vector<Node> options = statement.list("options");
    const QString language = option(options, "language").value();
    QString words;
    const QString volatility = option(options, "volatility").value().toUpper();
    if (option(options, "window").flag("boolval"))
        words += QLatin1String(" WINDOW");
    if (volatility == QLatin1String("IMMUTABLE") || volatility == QLatin1String("STABLE"))
        words += u' ' + volatility;
    const QString parallel = option(options, "parallel").value().toUpper();
    if (parallel == QLatin1String("SAFE") || parallel == QLatin1String("RESTRICTED"))
        words += QLatin1String(" PARALLEL ") + parallel;
    if (option(options, "strict").flag("boolval"))
        words += QLatin1String(" STRICT");
    if (option(options, "security").flag("boolval"))
        words += QLatin1String(" SECURITY DEFINER");
    if (option(options, "leakproof").flag("boolval"))
        words += QLatin1String(" LEAKPROOF");
    const bool compiled = language == QLatin1String("c") || language == QLatin1String("internal");
    const QString cost = option(options, "cost").value(), rows = option(options, "rows").value();
    if (!cost.isEmpty() && cost.toDouble() != (compiled ? 1 : 100))
        words += QLatin1String(" COST ") + cost;
    if (!rows.isEmpty() && rows.toDouble() != 1000)
        words += QLatin1String(" ROWS ") + rows;
    if (!words.isEmpty())
        words += u'\n';
    for (const Node &each : options) {
        const Node set = each.text("defname") == QLatin1String("set") ? each.child("arg") : Node();
        if (set.isNull())
            continue;
        QStringList values;
        for (const Node &value : set.list("args"))
            values.append(literal(value.value()));
        words += set.text("kind") == QLatin1String("VAR_SET_CURRENT")
            ? QStringLiteral(" SET %1 FROM CURRENT\n").arg(set.text("name"))
            : QStringLiteral(" SET %1 TO %2\n").arg(m_dialect.quoteIfNeeded(set.text("name")), values.join(QLatin1String(", ")));
    }
    QStringList texts;
    for (const Node &part : option(options, "as").list("items"))
        texts.append(part.value());
    if (texts.isEmpty()) { // BEGIN ATOMIC, or RETURN of one expression
        const size_t atomic = m_text.findWord({"BEGIN", "RETURN"}, m_text.findWord("LANGUAGE", 0), m_text.count());
        body = m_text.text(atomic, m_text.count());
        return words;
    }
    if (compiled) {
        body = QLatin1String("AS ") + (texts.size() > 1 ? literal(texts.first()) + QLatin1String(", ") : QString());
        texts = {texts.last()};
    } else {
        body = QStringLiteral("AS ");
    }
    QString tag = statement.flag("is_procedure") ? QStringLiteral("$procedure") : QStringLiteral("$function");
    while (texts.first().contains(tag))
        tag += u'x';
    tag += u'$';
    body += tag + texts.first() + tag;
    return words;
}

void ScriptReader::createFunction(const Node &statement)
{
    const Name name = createdName(statement.names("funcname"));
    const bool procedure = statement.flag("is_procedure");
    const QString word = procedure ? QStringLiteral("PROCEDURE") : QStringLiteral("FUNCTION");
    QString body;
    const QString options = routineOptions(statement, body);
    QString language = option(statement.list("options"), "language").value();
    if (language.isEmpty())
        language = QStringLiteral("sql");
    QString create = QStringLiteral("CREATE OR REPLACE %1 %2(%3)\n").arg(word, qualified(name), arguments(statement, true));
    if (!procedure)
        create += QStringLiteral(" RETURNS %1\n").arg(returns(statement));
    create += QStringLiteral(" LANGUAGE %1\n").arg(m_dialect.quoteIfNeeded(language)) + options + body;
    const QString signature = arguments(statement, false);
    const Definition::Kind kind = procedure ? Definition::Kind::Procedure : Definition::Kind::Function;
    std::vector<Name> uses;
    collectUses(statement, uses, name);
    for (Definition &each : m_inspection.catalog.definitions) { // OR REPLACE
        if (each.kind == kind && each.name == name && each.signature == signature) {
            each.createSql = create;
            each.uses = uses;
            return;
        }
    }
    Definition &made = define(kind, name, create, QStringLiteral("DROP %1 %2(%3)").arg(word, quoted(name), signature));
    made.signature = signature;
    made.uses = uses;
    for (const Node &each : statement.list("options")) {
        const QString key = each.text("defname");
        if (key == QLatin1String("support") || key == QLatin1String("transform"))
            notKept(name.toString(), QStringLiteral("%1 of a function").arg(key.toUpper()));
    }
}

void ScriptReader::createAggregate(const Node &statement)
{
    static const char *kOrder[] = {"sfunc", "stype", "sspace", "finalfunc", "finalfunc_extra", "finalfunc_modify", "combinefunc", "serialfunc",
                                   "deserialfunc", "initcond", "msfunc", "minvfunc", "mstype", "mfinalfunc", "minitcond", "sortop", "parallel",
                                   "hypothetical"};
    const Name name = createdName(statement.names("defnames"));
    QMap<QString, Node> given;
    std::vector<Name> uses;
    for (const Node &each : statement.list("definition"))
        given.insert(each.text("defname").toLower(), each);
    QStringList parts;
    for (const char *key : kOrder) {
        const auto each = given.constFind(QLatin1String(key));
        if (each == given.constEnd())
            continue;
        const QString word = QString::fromLatin1(key).toUpper();
        const Node value = each->child("arg");
        const bool text = word.endsWith(QLatin1String("INITCOND"));
        if (value.isNull())
            parts.append(word);
        else if (value.is("TypeName") && word.endsWith(QLatin1String("STYPE")))
            parts.append(word + QLatin1String(" = ") + formatType(value, false));
        else if (value.is("TypeName"))
            parts.append(word + QLatin1String(" = ") + quoted(foundName(value.names("names"))));
        else
            parts.append(word + QLatin1String(" = ") + (text ? literal(value.value()) : value.value()));
        if (value.is("TypeName"))
            use(uses, foundName(value.names("names")), name);
        given.remove(QLatin1String(key));
    }
    for (auto rest = given.begin(); rest != given.end(); ++rest)
        notKept(name.toString(), QStringLiteral("%1 of an aggregate").arg(rest.key()));
    QStringList types;
    const std::vector<Node> lists = statement.list("args");
    for (const Node &parameter : lists.empty() ? std::vector<Node>() : lists.front().list("items")) {
        const QString mode = parameter.text("mode") == QLatin1String("FUNC_PARAM_VARIADIC") ? QStringLiteral("VARIADIC ") : QString();
        types.append(mode + (parameter.has("name") ? m_dialect.quoteIfNeeded(parameter.text("name")) + u' ' : QString())
                     + formatType(parameter.plain("argType"), false));
    }
    // Of an ordered set, what is aggregated stands behind what is given once.
    const size_t open = m_text.findOpen(0);
    const bool ordered = m_text.findWord({"ORDER"}, open + 1, m_text.closeOf(open)) < m_text.closeOf(open);
    const int direct = ordered && lists.size() > 1 ? lists.at(1).value().toInt() : -1;
    QString signature = types.join(QLatin1String(", "));
    if (direct >= 0 && direct <= types.size())
        signature = QStringLiteral("%1 ORDER BY %2").arg(types.mid(0, direct).join(QLatin1String(", ")), types.mid(direct).join(QLatin1String(", "))).trimmed();
    const QString what = QStringLiteral("AGGREGATE %1(%2)").arg(quoted(name), signature.isEmpty() ? QStringLiteral("*") : signature);
    Definition &made = define(Definition::Kind::Aggregate, name, QStringLiteral("CREATE %1 (%2)").arg(what, parts.join(QLatin1String(", "))),
                              QLatin1String("DROP ") + what);
    made.signature = signature;
    made.uses = uses;
}

void ScriptReader::createExtension(const Node &statement)
{
    const QString name = statement.text("extname");
    if (name == QLatin1String("plpgsql"))
        return;
    QString schema = m_path.value(0, QStringLiteral("public"));
    for (const Node &each : statement.list("options")) {
        if (each.text("defname") == QLatin1String("schema"))
            schema = each.child("arg").value();
    }
    QString create = QLatin1String("CREATE EXTENSION IF NOT EXISTS ") + m_dialect.quoteIfNeeded(name);
    if (schema != QLatin1String("pg_catalog"))
        create += QLatin1String(" WITH SCHEMA ") + m_dialect.quoteIfNeeded(schema);
    Definition &made = define(Definition::Kind::Extension, Name(name), create, QLatin1String("DROP EXTENSION ") + m_dialect.quoteIfNeeded(name));
    if (schema != QLatin1String("public") && schema != QLatin1String("pg_catalog"))
        made.uses.push_back(Name(schema));
}

void ScriptReader::createNamespace(const Node &statement)
{
    const QString name = statement.text("schemaname");
    if (!statement.list("schemaElts").empty())
        notKept(name, QStringLiteral("what CREATE SCHEMA makes inside of the schema"));
    const bool known = definition({Definition::Kind::SchemaNamespace}, Name(name));
    if (name == QLatin1String("public") || known)
        return;
    const QString quotedName = m_dialect.quoteIfNeeded(name);
    define(Definition::Kind::SchemaNamespace, Name(name), QLatin1String("CREATE SCHEMA ") + quotedName, QLatin1String("DROP SCHEMA ") + quotedName);
}

} // namespace joinery::dialect::script
