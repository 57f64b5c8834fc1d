// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/same_meaning.h"

namespace joinery::dialect::script {

namespace {

QJsonObject target(const QJsonValue &node) { return fieldsOf(node); }

bool isStar(const QJsonObject &target)
{
    const QJsonValue value = target.value(QLatin1String("val"));
    return kindOf(value) == QLatin1String("ColumnRef") && stringsOf(fieldsOf(value).value(QLatin1String("fields"))).endsWith(QStringLiteral("*"));
}

/// SELECT * FROM (query) name(columns): how a script's view with names in front of AS is kept.
bool isRenamed(const QJsonObject &select)
{
    const QJsonArray from = select.value(QLatin1String("fromClause")).toArray(), targets = select.value(QLatin1String("targetList")).toArray();
    return from.size() == 1 && targets.size() == 1 && isStar(target(targets.at(0))) && kindOf(from.at(0)) == QLatin1String("RangeSubselect") && !select.contains(QLatin1String("whereClause"))
        && !fieldsOf(from.at(0)).value(QLatin1String("alias")).toObject().value(QLatin1String("colnames")).toArray().isEmpty();
}

} // namespace

// How the server calls a column that nobody named (FigureColname in its parse_target.c).
QString SameMeaning::figuredName(const QJsonValue &node)
{
    const QString kind = kindOf(node);
    const QJsonObject fields = fieldsOf(node);
    const auto lastOf = [&](const char *key) { return stringsOf(fields.value(QLatin1String(key))).value(stringsOf(fields.value(QLatin1String(key))).size() - 1); };
    if (kind == QLatin1String("ColumnRef"))
        return lastOf("fields");
    if (kind == QLatin1String("FuncCall"))
        return lastOf("funcname");
    if (kind == QLatin1String("A_Indirection")) {
        const QString field = lastOf("indirection");
        return field.isEmpty() || field == QLatin1String("*") ? figuredName(fields.value(QLatin1String("arg"))) : field;
    }
    if (kind == QLatin1String("CollateClause"))
        return figuredName(fields.value(QLatin1String("arg")));
    if (kind == QLatin1String("TypeCast")) {
        const QString inner = figuredName(fields.value(QLatin1String("arg")));
        return inner.isEmpty() ? stringsOf(fields.value(QLatin1String("typeName")).toObject().value(QLatin1String("names"))).value(
                                     stringsOf(fields.value(QLatin1String("typeName")).toObject().value(QLatin1String("names"))).size() - 1)
                               : inner;
    }
    if (kind == QLatin1String("Literal")) {
        const QString type = fields.value(QLatin1String("type")).toString();
        static const QMap<QString, QString> kShort{{QStringLiteral("integer"), QStringLiteral("int4")}, {QStringLiteral("bigint"), QStringLiteral("int8")}, {QStringLiteral("smallint"), QStringLiteral("int2")},
                                                   {QStringLiteral("character varying"), QStringLiteral("varchar")}, {QStringLiteral("character"), QStringLiteral("bpchar")},
                                                   {QStringLiteral("boolean"), QStringLiteral("bool")}, {QStringLiteral("double precision"), QStringLiteral("float8")},
                                                   {QStringLiteral("timestamp with time zone"), QStringLiteral("timestamptz")}, {QStringLiteral("timestamp without time zone"), QStringLiteral("timestamp")}};
        return kShort.value(type, type);
    }
    if (kind == QLatin1String("CaseExpr")) {
        const QString inner = figuredName(fields.value(QLatin1String("defresult")));
        return inner.isEmpty() ? QStringLiteral("case") : inner;
    }
    if (kind == QLatin1String("SubLink")) {
        const QString what = fields.value(QLatin1String("subLinkType")).toString();
        if (what == QLatin1String("EXISTS_SUBLINK"))
            return QStringLiteral("exists");
        if (what == QLatin1String("ARRAY_SUBLINK"))
            return QStringLiteral("array");
        const QJsonArray targets = fieldsOf(fields.value(QLatin1String("subselect"))).value(QLatin1String("targetList")).toArray();
        if (what != QLatin1String("EXPR_SUBLINK") || targets.isEmpty())
            return {};
        const QString name = target(targets.at(0)).value(QLatin1String("name")).toString();
        return name.isEmpty() ? figuredName(target(targets.at(0)).value(QLatin1String("val"))) : name;
    }
    if (kind == QLatin1String("MinMaxExpr"))
        return fields.value(QLatin1String("op")).toString() == QLatin1String("IS_LEAST") ? QStringLiteral("least") : QStringLiteral("greatest");
    if (kind == QLatin1String("SQLValueFunction"))
        return fields.value(QLatin1String("op")).toString().mid(7).toLower().remove(QStringLiteral("_n"));
    static const QMap<QString, QString> kNames{{QStringLiteral("CoalesceExpr"), QStringLiteral("coalesce")}, {QStringLiteral("A_ArrayExpr"), QStringLiteral("array")},
                                               {QStringLiteral("RowExpr"), QStringLiteral("row")}, {QStringLiteral("GroupingFunc"), QStringLiteral("grouping")}};
    if (kind == QLatin1String("A_Expr") && fields.value(QLatin1String("kind")).toString() == QLatin1String("AEXPR_NULLIF"))
        return QStringLiteral("nullif");
    return kNames.value(kind);
}

qsizetype SameMeaning::starWidth(const QJsonObject &star, const QJsonObject &select) const
{
    const QStringList parts = stringsOf(fieldsOf(star.value(QLatin1String("val"))).value(QLatin1String("fields")));
    if (parts.size() < 2)
        return -1;
    qsizetype width = -1;
    const auto look = [&](const QJsonValue &item, const auto &again) -> void {
        if (kindOf(item) == QLatin1String("JoinExpr")) {
            again(fieldsOf(item).value(QLatin1String("larg")), again);
            again(fieldsOf(item).value(QLatin1String("rarg")), again);
        } else if (kindOf(item) == QLatin1String("RangeVar")) {
            const QJsonObject fields = fieldsOf(item);
            const QString name = fields.value(QLatin1String("relname")).toString(), alias = fields.value(QLatin1String("alias")).toObject().value(QLatin1String("aliasname")).toString();
            if ((alias.isEmpty() ? name : alias) != parts.at(parts.size() - 2))
                return;
            const schema::Name full(fields.value(QLatin1String("schemaname")).toString(), name);
            if (const schema::Table *table = m_catalog.table(full))
                width = qsizetype(table->columns.size());
            else if (const schema::View *view = m_catalog.view(full))
                width = qsizetype(view->columns.size());
        }
    };
    for (const QJsonValue &item : select.value(QLatin1String("fromClause")).toArray())
        look(item, look);
    return width;
}

bool SameMeaning::sameTargets(const QJsonArray &server, const QJsonArray &written, const QJsonArray &names)
{
    const auto stars = std::ranges::count_if(written, [](const QJsonValue &each) { return isStar(target(each)); });
    qsizetype at = 0;
    for (const QJsonValue &each : written) {
        const QJsonObject mine = target(each);
        if (isStar(mine) && !(at < server.size() && isStar(target(server.at(at))))) {
            const qsizetype known = mine.value(QLatin1String("width")).toInteger(-1);
            const qsizetype width = stars == 1 ? server.size() - (written.size() - 1) : known;
            if (width < 0 || at + width > server.size())
                return false;
            for (qsizetype end = at + width; at < end; ++at) {
                if (kindOf(target(server.at(at)).value(QLatin1String("val"))) != QLatin1String("ColumnRef"))
                    return false;
            }
            continue;
        }
        if (at >= server.size())
            return false;
        const QJsonObject theirs = target(server.at(at));
        const auto nameOf = [](const QJsonObject &target) {
            const QString name = target.value(QLatin1String("name")).toString();
            const QString figured = name.isEmpty() ? figuredName(target.value(QLatin1String("val"))) : name;
            return figured.isEmpty() ? QStringLiteral("?column?") : figured;
        };
        const QString wanted = at < names.size() ? fieldsOf(names.at(at)).value(QLatin1String("sval")).toString() : nameOf(mine);
        // What the server names, it names in full; a name that it leaves out follows from the value.
        if (nameOf(theirs) != wanted && theirs.contains(QLatin1String("name")))
            return false;
        if (!same(theirs.value(QLatin1String("val")), mine.value(QLatin1String("val"))))
            return false;
        ++at;
    }
    return at == server.size();
}

bool SameMeaning::sameOrder(const QJsonValue &server, const QJsonValue &written, const QJsonObject &serverSelect, const QJsonObject &writtenSelect)
{
    if (kindOf(server) == QLatin1String("SortBy") && kindOf(written) == QLatin1String("SortBy")) {
        return sameFields(fieldsOf(server), fieldsOf(written), {QStringLiteral("node")})
            && sameOrder(fieldsOf(server).value(QLatin1String("node")), fieldsOf(written).value(QLatin1String("node")), serverSelect, writtenSelect);
    }
    if (same(server, written))
        return true;
    // By position, or by the name of a column of the result.
    const QJsonArray theirs = serverSelect.value(QLatin1String("targetList")).toArray(), mine = writtenSelect.value(QLatin1String("targetList")).toArray();
    if (kindOf(written) == QLatin1String("Literal")) {
        const int position = fieldsOf(written).value(QLatin1String("text")).toString().toInt();
        return position >= 1 && position <= theirs.size() && same(server, target(theirs.at(position - 1)).value(QLatin1String("val")));
    }
    if (kindOf(written) != QLatin1String("ColumnRef"))
        return false;
    const QString name = stringsOf(fieldsOf(written).value(QLatin1String("fields"))).value(0);
    for (const QJsonValue &each : mine) {
        if (target(each).value(QLatin1String("name")).toString() == name && same(server, target(each).value(QLatin1String("val"))))
            return true;
    }
    return false;
}

bool SameMeaning::sameAlias(const QJsonObject &server, const QJsonObject &written, const QString &ownName)
{
    const QString alias = server.value(QLatin1String("aliasname")).toString(), other = written.value(QLatin1String("aliasname")).toString();
    // The server gives a table that is there twice a number.
    const bool numbered = other.isEmpty() && alias.startsWith(ownName + u'_') && std::ranges::all_of(alias.mid(ownName.size() + 1), [](QChar c) { return c.isDigit(); });
    if (!numbered && alias != other && !(other.isEmpty() && (alias == ownName || alias.isEmpty())) && !(alias.isEmpty() && other == ownName))
        return false;
    const QJsonValue names = written.value(QLatin1String("colnames"));
    return names.toArray().isEmpty() || same(server.value(QLatin1String("colnames")), names);
}

bool SameMeaning::sameSelect(QJsonObject server, QJsonObject written)
{
    QJsonArray names;
    if (isRenamed(written) && !isRenamed(server)) {
        const QJsonObject inner = fieldsOf(written.value(QLatin1String("fromClause")).toArray().at(0));
        names = inner.value(QLatin1String("alias")).toObject().value(QLatin1String("colnames")).toArray();
        written = fieldsOf(inner.value(QLatin1String("subquery")));
    }
    QJsonArray targets;
    for (const QJsonValue &each : written.value(QLatin1String("targetList")).toArray()) {
        QJsonObject one = target(each);
        if (isStar(one))
            one.insert(QLatin1String("width"), double(starWidth(one, written)));
        targets.append(wrapped(QStringLiteral("ResTarget"), one));
    }
    if (!sameTargets(server.value(QLatin1String("targetList")).toArray(), targets, names))
        return false;
    for (const char *key : {"sortClause", "groupClause"}) {
        const QJsonArray theirs = server.value(QLatin1String(key)).toArray(), mine = written.value(QLatin1String(key)).toArray();
        if (theirs.size() != mine.size())
            return false;
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            if (!sameOrder(theirs.at(i), mine.at(i), server, written))
                return false;
        }
    }
    // Both arms of a UNION are plain objects, and the names in front of the view hold for the first.
    if (!names.isEmpty() && written.contains(QLatin1String("larg"))) {
        QJsonObject arm = written.value(QLatin1String("larg")).toObject();
        if (!sameTargets(server.value(QLatin1String("larg")).toObject().value(QLatin1String("targetList")).toArray(), arm.value(QLatin1String("targetList")).toArray(), names))
            return false;
        arm.insert(QLatin1String("targetList"), server.value(QLatin1String("larg")).toObject().value(QLatin1String("targetList")));
        written.insert(QLatin1String("larg"), arm);
    }
    return sameFields(server, written, {QStringLiteral("targetList"), QStringLiteral("sortClause"), QStringLiteral("groupClause")});
}

} // namespace joinery::dialect::script
