// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/parse_tree.h"

#include <QJsonDocument>

#include <pg_query.h>

namespace joinery::dialect::script {

namespace {

struct Parsed
{
    explicit Parsed(const QByteArray &sql) : result(pg_query_parse(sql.constData())) {}
    ~Parsed() { pg_query_free_parse_result(result); }
    Parsed(const Parsed &) = delete;
    Parsed &operator=(const Parsed &) = delete;
    PgQueryParseResult result;
};

} // namespace

Node Node::wrapped(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return object.isEmpty() ? Node() : Node(object.constBegin().key(), object.constBegin().value().toObject());
}

std::vector<Node> Node::list(const char *field) const
{
    std::vector<Node> nodes;
    const QJsonArray array = m_fields.value(QLatin1String(field)).toArray();
    for (const QJsonValue &value : array)
        nodes.push_back(wrapped(value));
    return nodes;
}

QStringList Node::names(const char *field) const
{
    QStringList all;
    for (const Node &node : list(field))
        all.append(node.value());
    return all;
}

QString Node::value() const
{
    if (is("String"))
        return text("sval");
    if (is("Integer"))
        return QString::number(number("ival"));
    if (is("Float"))
        return text("fval");
    if (is("Boolean"))
        return flag("boolval") ? QStringLiteral("true") : QStringLiteral("false");
    if (is("TypeName"))
        return names("names").value(names("names").size() - 1);
    if (!is("A_Const"))
        return {};
    if (has("sval"))
        return plain("sval").text("sval");
    if (has("fval"))
        return plain("fval").text("fval");
    if (has("boolval"))
        return plain("boolval").flag("boolval") ? QStringLiteral("true") : QStringLiteral("false");
    return has("ival") ? QString::number(plain("ival").number("ival")) : QString();
}

Result<QJsonArray> parseStatements(const QString &sql)
{
    const QByteArray utf8 = sql.toUtf8();
    if (utf8.contains('\0'))
        return fail(ErrorKind::Syntax, QStringLiteral("The statement holds a NUL character."));
    const Parsed parsed(utf8);
    if (const PgQueryError *error = parsed.result.error) {
        Error failure{.kind = ErrorKind::Syntax, .message = QString::fromUtf8(error->message), .statement = sql};
        failure.sqlState = QStringLiteral("42601");
        failure.detail = QStringLiteral("Scripts are read with the syntax of PostgreSQL %1; what is newer needs a server that reads it.")
                             .arg(QLatin1String(PG_MAJORVERSION));
        // The position counts characters from 1.
        qsizetype at = 0;
        for (int character = 1; character < error->cursorpos && at < sql.size(); ++character)
            at += sql.at(at).isHighSurrogate() ? 2 : 1;
        if (error->cursorpos > 0)
            failure.offset = at;
        return fail(std::move(failure));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(parsed.result.parse_tree), &problem);
    if (document.isNull())
        return fail({.kind = ErrorKind::Unsupported,
                     .message = QStringLiteral("The statement is nested too deeply: %1").arg(problem.errorString()), .statement = sql});
    return document.object().value(QLatin1String("stmts")).toArray();
}

Result<Node> parseStatement(const QString &sql)
{
    JOINERY_TRY_VALUE(const QJsonArray statements, parseStatements(sql));
    return Node::wrapped(statements.at(0).toObject().value(QLatin1String("stmt")));
}

} // namespace joinery::dialect::script
