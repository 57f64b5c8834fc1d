// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/same_meaning.h"

#include <QHash>

namespace joinery::dialect::script {

QString kindOf(const QJsonValue &node)
{
    const QJsonObject object = node.toObject();
    const bool wraps = object.size() == 1 && object.constBegin().key().front().isUpper() && object.constBegin().value().isObject();
    return wraps ? object.constBegin().key() : QString();
}

QJsonObject fieldsOf(const QJsonValue &node)
{
    const QJsonObject object = node.toObject();
    return object.isEmpty() ? QJsonObject() : object.constBegin().value().toObject();
}

QJsonObject wrapped(const QString &kind, const QJsonObject &fields) { return {{kind, fields}}; }

QStringList stringsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts.append(kindOf(each) == QLatin1String("A_Star") ? QStringLiteral("*") : fieldsOf(each).value(QLatin1String("sval")).toString());
    return texts;
}

QString typeNamed(const QJsonObject &typeName)
{
    static const QHash<QString, QString> kNames{
        {QStringLiteral("int4"), QStringLiteral("integer")}, {QStringLiteral("int"), QStringLiteral("integer")}, {QStringLiteral("int8"), QStringLiteral("bigint")},
        {QStringLiteral("int2"), QStringLiteral("smallint")}, {QStringLiteral("float8"), QStringLiteral("double precision")}, {QStringLiteral("float4"), QStringLiteral("real")},
        {QStringLiteral("bool"), QStringLiteral("boolean")}, {QStringLiteral("varchar"), QStringLiteral("character varying")}, {QStringLiteral("bpchar"), QStringLiteral("character")},
        {QStringLiteral("decimal"), QStringLiteral("numeric")}, {QStringLiteral("timestamptz"), QStringLiteral("timestamp with time zone")},
        {QStringLiteral("timestamp"), QStringLiteral("timestamp without time zone")}, {QStringLiteral("timetz"), QStringLiteral("time with time zone")},
        {QStringLiteral("time"), QStringLiteral("time without time zone")}, {QStringLiteral("varbit"), QStringLiteral("bit varying")}};
    QStringList parts = stringsOf(typeName.value(QLatin1String("names")));
    if (parts.size() > 1 && (parts.front() == QLatin1String("pg_catalog") || parts.front() == QLatin1String("public")))
        parts.removeFirst();
    QString name = parts.join(u'.');
    if (parts.size() == 1)
        name = kNames.value(name, name);
    for (qsizetype i = typeName.value(QLatin1String("arrayBounds")).toArray().size(); i > 0; --i)
        name += QLatin1String("[]");
    return name;
}

namespace {

/// A number as it is written, for the tree has no text for those below one.
QString numberAt(const QByteArray &text, int location)
{
    qsizetype at = location;
    QString number;
    if (at < text.size() && (text.at(at) == '-' || text.at(at) == '+')) {
        number = text.at(at) == '-' ? QStringLiteral("-") : QString();
        while (++at < text.size() && (text.at(at) == ' ' || text.at(at) == '\n' || text.at(at) == '\t'))
            ;
    }
    for (; at < text.size(); ++at) {
        const char c = text.at(at);
        const bool exponent = (c == '+' || c == '-') && (number.endsWith(u'e') || number.endsWith(u'E'));
        if (!(QChar::fromLatin1(c).isLetterOrNumber() || c == '.' || exponent))
            break;
        number += QLatin1Char(c);
    }
    return number;
}

QJsonObject literal(const QString &text, const QString &form) { return wrapped(QStringLiteral("Literal"), {{QStringLiteral("text"), text}, {QStringLiteral("form"), form}}); }

/// B'101' and X'ff'.
QJsonObject typedLiteral(const QString &bits)
{
    QJsonObject value = fieldsOf(literal(bits.startsWith(u'b') ? bits.mid(1) : bits, QStringLiteral("text")));
    value.insert(QLatin1String("type"), QStringLiteral("bit"));
    return wrapped(QStringLiteral("Literal"), value);
}

QJsonObject operation(const QString &name, const QJsonValue &left, const QJsonValue &right, const QString &kind = QStringLiteral("AEXPR_OP"))
{
    return wrapped(QStringLiteral("A_Expr"), {{QStringLiteral("kind"), kind}, {QStringLiteral("name"), QJsonArray{wrapped(QStringLiteral("String"), {{QStringLiteral("sval"), name}})}},
                                              {QStringLiteral("lexpr"), left}, {QStringLiteral("rexpr"), right}});
}

QJsonObject boolean(const QString &op, const QJsonArray &arguments)
{
    QJsonArray flat;
    for (const QJsonValue &each : arguments) {
        const QJsonObject inner = fieldsOf(each);
        if (kindOf(each) == QLatin1String("BoolExpr") && op != QLatin1String("NOT_EXPR") && inner.value(QLatin1String("boolop")).toString() == op) {
            for (const QJsonValue &further : inner.value(QLatin1String("args")).toArray())
                flat.append(further);
        } else {
            flat.append(each);
        }
    }
    return wrapped(QStringLiteral("BoolExpr"), {{QStringLiteral("boolop"), op}, {QStringLiteral("args"), flat}});
}

QJsonObject reducedOperation(const QJsonObject &fields)
{
    const QString kind = fields.value(QLatin1String("kind")).toString();
    const QJsonValue left = fields.value(QLatin1String("lexpr")), right = fields.value(QLatin1String("rexpr"));
    const QString name = stringsOf(fields.value(QLatin1String("name"))).value(0);
    if (kind == QLatin1String("AEXPR_IN")) {
        const QJsonArray items = fieldsOf(right).value(QLatin1String("items")).toArray();
        if (items.size() == 1)
            return operation(name, left, items.first());
        return operation(name, left, wrapped(QStringLiteral("A_ArrayExpr"), {{QStringLiteral("elements"), items}}),
                         name == QLatin1String("=") ? QStringLiteral("AEXPR_OP_ANY") : QStringLiteral("AEXPR_OP_ALL"));
    }
    if (kind == QLatin1String("AEXPR_LIKE") || kind == QLatin1String("AEXPR_ILIKE") || kind == QLatin1String("AEXPR_SIMILAR"))
        return operation(name, left, right);
    if (kind == QLatin1String("AEXPR_BETWEEN") || kind == QLatin1String("AEXPR_NOT_BETWEEN")) {
        const QJsonArray bounds = fieldsOf(right).value(QLatin1String("items")).toArray();
        const bool inside = kind == QLatin1String("AEXPR_BETWEEN");
        return boolean(inside ? QStringLiteral("AND_EXPR") : QStringLiteral("OR_EXPR"),
                       {operation(inside ? QStringLiteral(">=") : QStringLiteral("<"), left, bounds.at(0)), operation(inside ? QStringLiteral("<=") : QStringLiteral(">"), left, bounds.at(1))});
    }
    if (kind == QLatin1String("AEXPR_NOT_DISTINCT"))
        return boolean(QStringLiteral("NOT_EXPR"), {operation(name, left, right, QStringLiteral("AEXPR_DISTINCT"))});
    return wrapped(QStringLiteral("A_Expr"), fields);
}

} // namespace

QJsonValue SameMeaning::reduced(const QJsonValue &node, const QByteArray &text) const
{
    if (node.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : node.toArray())
            list.append(reduced(each, text));
        return list;
    }
    if (!node.isObject())
        return node;
    static const QSet<QString> kPlaces{QStringLiteral("location"), QStringLiteral("stmt_location"), QStringLiteral("stmt_len"), QStringLiteral("name_location"),
                                       QStringLiteral("rexpr_list_start"), QStringLiteral("rexpr_list_end"), QStringLiteral("list_start"), QStringLiteral("list_end"),
                                       QStringLiteral("funcformat"), QStringLiteral("row_format"), QStringLiteral("typemod"), QStringLiteral("ctematerialized_default")};
    const QString kind = kindOf(node);
    const QJsonObject whole = kind.isEmpty() ? node.toObject() : fieldsOf(node);
    if (kind == QLatin1String("A_Const")) {
        if (whole.contains(QLatin1String("sval")))
            return literal(whole.value(QLatin1String("sval")).toObject().value(QLatin1String("sval")).toString(), QStringLiteral("text"));
        if (whole.contains(QLatin1String("isnull")))
            return literal(QString(), QStringLiteral("null"));
        if (whole.contains(QLatin1String("boolval")))
            return literal(whole.value(QLatin1String("boolval")).toObject().value(QLatin1String("boolval")).toBool() ? QStringLiteral("true") : QStringLiteral("false"), QStringLiteral("text"));
        if (whole.contains(QLatin1String("bsval")))
            return typedLiteral(whole.value(QLatin1String("bsval")).toObject().value(QLatin1String("bsval")).toString());
        return literal(numberAt(text, whole.value(QLatin1String("location")).toInt()), QStringLiteral("number"));
    }
    QJsonObject fields;
    for (auto it = whole.begin(); it != whole.end(); ++it) {
        if (!kPlaces.contains(it.key()))
            fields.insert(it.key(), reduced(it.value(), text));
    }
    return kind.isEmpty() ? QJsonValue(fields) : QJsonValue(reducedNode(kind, fields, text));
}

QJsonObject SameMeaning::reducedNode(const QString &kind, QJsonObject fields, const QByteArray &text) const
{
    Q_UNUSED(text)
    if (kind == QLatin1String("A_Expr"))
        return reducedOperation(fields);
    if (kind == QLatin1String("BoolExpr"))
        return boolean(fields.value(QLatin1String("boolop")).toString(), fields.value(QLatin1String("args")).toArray());
    if (kind == QLatin1String("TypeCast")) {
        const QJsonValue argument = fields.value(QLatin1String("arg"));
        const QString type = typeNamed(fields.value(QLatin1String("typeName")).toObject());
        if (kindOf(argument) == QLatin1String("Literal")) {
            QJsonObject value = fieldsOf(argument);
            const QString before = value.value(QLatin1String("type")).toString();
            if (before.isEmpty() || before == type || isTextType(type)) { // 'x'::character varying::text
                value.insert(QLatin1String("type"), type);
                const QJsonValue modifiers = fields.value(QLatin1String("typeName")).toObject().value(QLatin1String("typmods"));
                if (!modifiers.isUndefined())
                    value.insert(QLatin1String("modifiers"), modifiers);
                return wrapped(QStringLiteral("Literal"), value);
            }
        }
        // ARRAY['a', 'b']::text[]
        if (kindOf(argument) == QLatin1String("A_ArrayExpr") && type.endsWith(QLatin1String("[]")) && isTextType(type.chopped(2)))
            return argument.toObject();
    }
    if (kind == QLatin1String("FuncCall")) {
        // The system's functions and those of the default schema are found without a schema.
        const QStringList name = stringsOf(fields.value(QLatin1String("funcname")));
        if (name.size() > 1 && (name.front() == QLatin1String("pg_catalog") || name.front() == QLatin1String("public")))
            fields.insert(QLatin1String("funcname"), QJsonArray{wrapped(QStringLiteral("String"), {{QStringLiteral("sval"), name.last()}})});
    }
    if (kind == QLatin1String("SubLink") && fields.value(QLatin1String("subLinkType")).toString() == QLatin1String("ANY_SUBLINK") && stringsOf(fields.value(QLatin1String("operName"))) == QStringList{QStringLiteral("=")})
        fields.remove(QLatin1String("operName"));
    if (kind == QLatin1String("CaseExpr") && !fields.contains(QLatin1String("defresult")))
        fields.insert(QLatin1String("defresult"), literal(QString(), QStringLiteral("null")));
    if (kind == QLatin1String("CreateStatsStmt")) { // columns come before expressions
        QJsonArray columns, expressions;
        for (const QJsonValue &each : fields.value(QLatin1String("exprs")).toArray())
            (fieldsOf(each).contains(QLatin1String("name")) ? columns : expressions).append(each);
        std::vector<QString> names;
        for (const QJsonValue &each : std::as_const(columns))
            names.push_back(fieldsOf(each).value(QLatin1String("name")).toString());
        std::ranges::sort(names);
        QJsonArray sorted;
        for (const QString &name : names)
            sorted.append(name);
        for (const QJsonValue &each : std::as_const(expressions))
            sorted.append(each);
        fields.insert(QLatin1String("exprs"), sorted);
    }
    if (kind == QLatin1String("CreatePublicationStmt")) { // what is so anyway
        std::vector<std::pair<QString, QJsonValue>> published; // in any order
        for (const QJsonValue &each : fields.value(QLatin1String("pubobjects")).toArray())
            published.emplace_back(fieldsOf(each).value(QLatin1String("pubtable")).toObject().value(QLatin1String("relation")).toObject().value(QLatin1String("relname")).toString(), each);
        std::ranges::stable_sort(published, {}, &std::pair<QString, QJsonValue>::first);
        QJsonArray sorted;
        for (const auto &[name, each] : published)
            sorted.append(each);
        if (!sorted.isEmpty())
            fields.insert(QLatin1String("pubobjects"), sorted);
        QJsonArray options;
        for (const QJsonValue &each : fields.value(QLatin1String("options")).toArray()) {
            const QString value = fieldsOf(fieldsOf(each).value(QLatin1String("arg"))).value(QLatin1String("sval")).toString();
            if (value != QLatin1String("insert, update, delete, truncate") && value != QLatin1String("false"))
                options.append(each);
        }
        fields.remove(QLatin1String("options"));
        if (!options.isEmpty())
            fields.insert(QLatin1String("options"), options);
    }
    if (kind == QLatin1String("CreateFdwStmt")) { // NO HANDLER
        QJsonArray functions;
        for (const QJsonValue &each : fields.value(QLatin1String("func_options")).toArray()) {
            if (fieldsOf(each).contains(QLatin1String("arg")))
                functions.append(each);
        }
        fields.remove(QLatin1String("func_options"));
        if (!functions.isEmpty())
            fields.insert(QLatin1String("func_options"), functions);
    }
    if (kind == QLatin1String("RangeVar")) {
        fields.remove(QLatin1String("relpersistence"));
        if (fields.value(QLatin1String("schemaname")).toString() == QLatin1String("public"))
            fields.remove(QLatin1String("schemaname"));
    }
    if (kind == QLatin1String("SortBy") || kind == QLatin1String("IndexElem")) {
        const char *direction = kind == QLatin1String("SortBy") ? "sortby_dir" : "ordering", *nulls = kind == QLatin1String("SortBy") ? "sortby_nulls" : "nulls_ordering";
        const QString way = fields.value(QLatin1String(direction)).toString(), rest = fields.value(QLatin1String(nulls)).toString();
        const bool down = way == QLatin1String("SORTBY_DESC");
        if (way == QLatin1String("SORTBY_ASC"))
            fields.insert(QLatin1String(direction), QStringLiteral("SORTBY_DEFAULT"));
        if (rest == QLatin1String(down ? "SORTBY_NULLS_FIRST" : "SORTBY_NULLS_LAST"))
            fields.insert(QLatin1String(nulls), QStringLiteral("SORTBY_NULLS_DEFAULT"));
    }
    return wrapped(kind, fields);
}

} // namespace joinery::dialect::script
