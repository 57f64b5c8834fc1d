// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/same_meaning.h"

#include "core/dialect/postgresql/script/parse_tree.h"

namespace joinery::dialect::script {

namespace {

/// What is written as its type without anything said of it: integer in 1, unknown in 'x'.
QString literalType(const QJsonObject &literal)
{
    const QString type = literal.value(QLatin1String("type")).toString();
    if (!type.isEmpty() || literal.value(QLatin1String("form")).toString() != QLatin1String("number"))
        return type;
    const QString text = literal.value(QLatin1String("text")).toString();
    return text.contains(u'.') || text.contains(u'e', Qt::CaseInsensitive) ? QStringLiteral("numeric") : QStringLiteral("integer");
}

} // namespace

bool isTextType(const QString &type)
{
    return type == QLatin1String("text") || type == QLatin1String("character varying") || type == QLatin1String("character") || type == QLatin1String("name") || type == QLatin1String("citext");
}

bool isNumberType(const QString &type)
{
    static const QSet<QString> kNumbers{QStringLiteral("smallint"), QStringLiteral("integer"), QStringLiteral("bigint"), QStringLiteral("numeric"), QStringLiteral("real"),
                                        QStringLiteral("double precision")};
    return kNumbers.contains(type);
}

SameMeaning::SameMeaning(const schema::Catalog &catalog, const schema::Table *table) : m_catalog(catalog)
{
    if (table)
        learnTable(table->columns);
}

bool SameMeaning::parse(const QString &sql, Side &side)
{
    side.text = sql.toUtf8();
    side.trees = {};
    const Result<QJsonArray> trees = parseStatements(sql);
    if (!trees)
        return false;
    side.trees = *trees;
    return true;
}

bool SameMeaning::statements(const QString &server, const QString &written)
{
    if (!parse(server, m_server) || !parse(written, m_written))
        return false;
    learnColumns(m_server.trees);
    const QJsonArray mine = reduced(m_server.trees, m_server.text).toArray();
    QJsonArray theirs = reduced(m_written.trees, m_written.text).toArray();
    if (mine.size() != theirs.size() || mine.isEmpty() || !same(mine.first(), theirs.first()))
        return false;
    // What follows, comments and switches, stands in any order.
    for (qsizetype i = 1; i < mine.size(); ++i) {
        qsizetype at = 1;
        while (at < theirs.size() && !same(mine.at(i), theirs.at(at)))
            ++at;
        if (at == theirs.size())
            return false;
        theirs.removeAt(at);
    }
    return true;
}

bool SameMeaning::bounds(const QString &server, const QString &written)
{
    m_anyType = true;
    const QString before = QStringLiteral("CREATE TABLE t PARTITION OF w ");
    return statements(before + server, before + written);
}

bool SameMeaning::expressions(const QString &server, const QString &written, const QString &type)
{
    const QString select = type.isEmpty() ? QStringLiteral("SELECT (%1)") : QStringLiteral("SELECT CAST((%1) AS %2)");
    const auto asked = [&](const QString &text) { return type.isEmpty() ? select.arg(text) : select.arg(text, type); };
    return statements(asked(server), asked(written));
}

void SameMeaning::learnTable(const std::vector<schema::Column> &columns)
{
    for (const schema::Column &column : columns) {
        QString type = column.type.nativeText;
        switch (column.type.kind) {
        case schema::TypeKind::SmallInteger: type = QStringLiteral("smallint"); break;
        case schema::TypeKind::Integer: type = QStringLiteral("integer"); break;
        case schema::TypeKind::BigInteger: type = QStringLiteral("bigint"); break;
        case schema::TypeKind::Numeric: type = QStringLiteral("numeric"); break;
        case schema::TypeKind::Float:
        case schema::TypeKind::Double: type = QStringLiteral("double precision"); break;
        case schema::TypeKind::String: type = QStringLiteral("character varying"); break;
        case schema::TypeKind::Text: type = type.isEmpty() ? QStringLiteral("text") : type; break;
        case schema::TypeKind::Boolean: type = QStringLiteral("boolean"); break;
        case schema::TypeKind::Date: type = QStringLiteral("date"); break;
        case schema::TypeKind::DateTime: type = column.type.timezone ? QStringLiteral("timestamp with time zone") : QStringLiteral("timestamp without time zone"); break;
        default: break;
        }
        const auto known = m_columns.constFind(column.name);
        m_columns.insert(column.name, known == m_columns.constEnd() || *known == type ? type : QString());
    }
}

void SameMeaning::learnColumns(const QJsonValue &tree)
{
    if (tree.isArray()) {
        for (const QJsonValue &each : tree.toArray())
            learnColumns(each);
    } else if (tree.isObject()) {
        if (kindOf(tree) == QLatin1String("RangeVar")) {
            const schema::Name name(fieldsOf(tree).value(QLatin1String("schemaname")).toString(), fieldsOf(tree).value(QLatin1String("relname")).toString());
            if (const schema::Table *table = m_catalog.table(name))
                learnTable(table->columns);
            else if (const schema::View *view = m_catalog.view(name))
                learnTable(view->columns);
        }
        const QJsonObject object = tree.toObject();
        for (const QJsonValue &each : object)
            learnColumns(each);
    }
}

QString SameMeaning::typeOf(const QJsonValue &node) const
{
    const QString kind = kindOf(node);
    const QJsonObject fields = fieldsOf(node);
    if (kind == QLatin1String("Literal"))
        return literalType(fields);
    if (kind == QLatin1String("TypeCast"))
        return typeNamed(fields.value(QLatin1String("typeName")).toObject());
    if (kind == QLatin1String("ColumnRef"))
        return m_columns.value(stringsOf(fields.value(QLatin1String("fields"))).value(stringsOf(fields.value(QLatin1String("fields"))).size() - 1));
    return {};
}

/// The server casts what it compares or computes to one type: to that of the other side, where it is known.
bool SameMeaning::sameWithCast(const QJsonObject &server, const QJsonValue &written, const QString &sibling)
{
    const QString type = typeNamed(server.value(QLatin1String("typeName")).toObject());
    const QJsonValue argument = server.value(QLatin1String("arg"));
    const QString known = typeOf(argument);
    if (isTextType(type) && (known.isEmpty() || isTextType(known) || !isNumberType(known)))
        return same(argument, written);
    if (type.endsWith(QLatin1String("[]")) && isTextType(type.chopped(2)))
        return same(argument, written);
    // Nothing is put in between two whole numbers: there a cast was meant.
    const bool wanted = sibling.isEmpty() ? known != QLatin1String("text") : sibling == type;
    const bool implicit = isNumberType(type) ? known.isEmpty() || isNumberType(known) : type.startsWith(QLatin1String("timestamp")) || type == QLatin1String("interval") || type == QLatin1String("regclass");
    return wanted && implicit && same(argument, written);
}

bool SameMeaning::same(const QJsonValue &server, const QJsonValue &written)
{
    if (server.isArray() || written.isArray())
        return sameList(server.toArray(), written.toArray());
    if (!server.isObject() || !written.isObject())
        return server == written;
    const QString kind = kindOf(server), other = kindOf(written);
    if (kind != other) {
        if (kind == QLatin1String("TypeCast"))
            return sameWithCast(fieldsOf(server), written, {});
        // A cast to what the value is anyway is not kept.
        if (other == QLatin1String("TypeCast") && typeOf(written) == typeOf(server) && !typeOf(server).isEmpty())
            return same(server, fieldsOf(written).value(QLatin1String("arg")));
        return false;
    }
    if (kind.isEmpty()) {
        const bool select = server.toObject().contains(QLatin1String("limitOption")) || written.toObject().contains(QLatin1String("limitOption"));
        return select ? sameSelect(server.toObject(), written.toObject()) : sameFields(server.toObject(), written.toObject());
    }
    return sameNode(kind, fieldsOf(server), fieldsOf(written));
}

bool SameMeaning::sameNode(const QString &kind, const QJsonObject &server, const QJsonObject &written)
{
    if (kind == QLatin1String("Literal")) {
        const QString type = server.value(QLatin1String("type")).toString(), other = written.value(QLatin1String("type")).toString();
        if (!type.isEmpty() && !other.isEmpty() && type != other && !(isTextType(type) && isTextType(other)))
            return false;
        if (server.value(QLatin1String("form")) == QLatin1String("null") || written.value(QLatin1String("form")) == QLatin1String("null"))
            return server.value(QLatin1String("form")) == written.value(QLatin1String("form"));
        if (written.contains(QLatin1String("modifiers")) && !same(server.value(QLatin1String("modifiers")), written.value(QLatin1String("modifiers"))))
            return false;
        const QString left = server.value(QLatin1String("text")).toString(), right = written.value(QLatin1String("text")).toString();
        const QString known = type.isEmpty() ? other : type;
        if (m_anyType && known.isEmpty() && (sameLiteral(left, right, QStringLiteral("timestamp with time zone")) || sameLiteral(left, right, QStringLiteral("numeric"))))
            return true;
        return sameLiteral(left, right, known.isEmpty() ? literalType(server) : known);
    }
    if (kind == QLatin1String("ColumnRef")) {
        const QStringList full = stringsOf(server.value(QLatin1String("fields"))), part = stringsOf(written.value(QLatin1String("fields")));
        return !full.isEmpty() && part.size() <= full.size() && full.mid(full.size() - part.size()) == part;
    }
    if (kind == QLatin1String("TypeCast")) {
        const QJsonObject type = server.value(QLatin1String("typeName")).toObject(), other = written.value(QLatin1String("typeName")).toObject();
        if (typeNamed(type) == typeNamed(other) && same(type.value(QLatin1String("typmods")), other.value(QLatin1String("typmods"))) && same(server.value(QLatin1String("arg")), written.value(QLatin1String("arg"))))
            return true;
        return sameWithCast(server, wrapped(kind, written), {});
    }
    if (kind == QLatin1String("A_Expr")) {
        if (!sameFields(server, written, {QStringLiteral("lexpr"), QStringLiteral("rexpr")}))
            return false;
        const auto operand = [&](const char *mine, const char *others) {
            const QJsonValue left = server.value(QLatin1String(mine)), right = written.value(QLatin1String(mine));
            if (kindOf(left) == QLatin1String("TypeCast") && kindOf(right) != QLatin1String("TypeCast")) {
                // What the other side is by itself, for a cast that was meant brings one there too.
                const QString sibling = typeOf(written.value(QLatin1String(others)));
                return sameWithCast(fieldsOf(left), right, sibling.isEmpty() ? typeOf(server.value(QLatin1String(others))) : sibling);
            }
            return same(left, right);
        };
        return operand("lexpr", "rexpr") && operand("rexpr", "lexpr");
    }
    if (kind == QLatin1String("TypeName"))
        return typeNamed(server) == typeNamed(written) && same(server.value(QLatin1String("typmods")), written.value(QLatin1String("typmods")));
    if (kind == QLatin1String("SelectStmt"))
        return sameSelect(server, written);
    if (kind == QLatin1String("RangeVar") || kind == QLatin1String("RangeFunction") || kind == QLatin1String("RangeSubselect")) {
        QString own = written.value(QLatin1String("relname")).toString();
        if (kind == QLatin1String("RangeFunction")) // FROM unnest(a) is called unnest
            own = figuredName(written.value(QLatin1String("functions")).toArray().at(0).toObject().value(QLatin1String("List")).toObject().value(QLatin1String("items")).toArray().at(0));
        return sameFields(server, written, {QStringLiteral("alias"), QStringLiteral("schemaname")})
            && (!written.contains(QLatin1String("schemaname")) || !server.contains(QLatin1String("schemaname")) || server.value(QLatin1String("schemaname")) == written.value(QLatin1String("schemaname")))
            && sameAlias(server.value(QLatin1String("alias")).toObject(), written.value(QLatin1String("alias")).toObject(), own);
    }
    if (kind == QLatin1String("FuncCall")) { // with the schema of it on the server's side alone
        const QStringList full = stringsOf(server.value(QLatin1String("funcname"))), part = stringsOf(written.value(QLatin1String("funcname")));
        return full.mid(full.size() - std::min(full.size(), part.size())) == part && sameFields(server, written, {QStringLiteral("funcname")});
    }
    return sameObject(kind, server, written);
}

// Nodes of statements that are kept whole.
bool SameMeaning::sameObject(const QString &kind, const QJsonObject &server, const QJsonObject &written)
{
    if (kind == QLatin1String("CreateOpClassStmt")) // the family that comes with a class is not written
        return sameFields(server, written, written.contains(QLatin1String("opfamilyname")) ? QStringList() : QStringList{QStringLiteral("opfamilyname")});
    if (kind == QLatin1String("CreateOpClassItem")) {
        QStringList except{QStringLiteral("name")};
        if (!written.contains(QLatin1String("class_args")))
            except.append(QStringLiteral("class_args"));
        const QJsonObject name = server.value(QLatin1String("name")).toObject(), other = written.value(QLatin1String("name")).toObject();
        return sameFields(server, written, except) && same(name.value(QLatin1String("objname")), other.value(QLatin1String("objname")))
            && (!other.contains(QLatin1String("objargs")) || same(name.value(QLatin1String("objargs")), other.value(QLatin1String("objargs"))));
    }
    if (kind == QLatin1String("DefElem") && server.value(QLatin1String("defname")) != written.value(QLatin1String("defname"))) {
        const QStringList names{server.value(QLatin1String("defname")).toString(), written.value(QLatin1String("defname")).toString()};
        return names.contains(QStringLiteral("function")) && names.contains(QStringLiteral("procedure")) && same(server.value(QLatin1String("arg")), written.value(QLatin1String("arg")));
    }
    if (kind == QLatin1String("DefElem")) {
        const QJsonValue mine = server.value(QLatin1String("arg")), theirs = written.value(QLatin1String("arg"));
        if (mine.isUndefined() != theirs.isUndefined()) // a switch alone is on
            return stringsOf(QJsonArray{mine.isUndefined() ? theirs : mine}).value(0) == QLatin1String("true");
        // A parser, a template or a function with its schema on the one side alone.
        const auto value = [](const QJsonValue &argument) { // fillfactor = 70 is fillfactor = '70'
            const QJsonObject fields = fieldsOf(argument);
            return fields.contains(QLatin1String("ival")) ? QString::number(fields.value(QLatin1String("ival")).toInt()) : fields.value(QLatin1String(fields.contains(QLatin1String("fval")) ? "fval" : "sval")).toString();
        };
        if (!value(mine).isEmpty() && value(mine) == value(theirs))
            return true;
        const auto names = [](const QJsonValue &value) { return kindOf(value) == QLatin1String("String") ? stringsOf(QJsonArray{value}) : stringsOf(fieldsOf(value).value(QLatin1String(kindOf(value) == QLatin1String("TypeName") ? "names" : "items"))); };
        const QStringList full = names(mine), part = names(theirs);
        return same(mine, theirs) || (!part.isEmpty() && full.size() > part.size() && full.mid(full.size() - part.size()) == part);
    }
    if (kind == QLatin1String("InsertStmt")) // the server names the columns
        return sameFields(server, written, written.contains(QLatin1String("cols")) ? QStringList() : QStringList{QStringLiteral("cols")});
    if (kind == QLatin1String("IndexElem")) {
        // An operator class that the type has anyway is not told, and neither is a collation that the column has.
        static const QSet<QString> kUsual{QStringLiteral("range_ops"), QStringLiteral("multirange_ops"), QStringLiteral("text_ops"), QStringLiteral("int4_ops"), QStringLiteral("int8_ops"),
                                          QStringLiteral("int2_ops"), QStringLiteral("numeric_ops"), QStringLiteral("date_ops"), QStringLiteral("timestamp_ops"), QStringLiteral("timestamptz_ops"),
                                          QStringLiteral("array_ops"), QStringLiteral("jsonb_ops"), QStringLiteral("tsvector_ops"), QStringLiteral("bool_ops"), QStringLiteral("uuid_ops")};
        const QStringList theirs = stringsOf(written.value(QLatin1String("opclass")));
        const bool usual = !server.contains(QLatin1String("opclass")) && !theirs.isEmpty() && (kUsual.contains(theirs.last()) || theirs.last().startsWith(QLatin1String("gist_")));
        return sameFields(server, written, usual ? QStringList{QStringLiteral("opclass")} : QStringList());
    }
    if (kind == QLatin1String("PublicationObjSpec")) {
        QJsonObject mine = server, theirs = written;
        for (QJsonObject *each : {&mine, &theirs}) { // a table without heirs is ONLY itself
            QJsonObject table = each->value(QLatin1String("pubtable")).toObject(), relation = table.value(QLatin1String("relation")).toObject();
            relation.remove(QLatin1String("inh"));
            relation.remove(QLatin1String("relpersistence"));
            table.insert(QLatin1String("relation"), relation);
            each->insert(QLatin1String("pubtable"), table);
        }
        return sameFields(mine, theirs);
    }

    return sameFields(server, written);
}

bool SameMeaning::sameFields(const QJsonObject &server, const QJsonObject &written, const QStringList &except)
{
    QStringList keys = server.keys() + written.keys();
    keys.removeDuplicates();
    return std::ranges::all_of(keys, [&](const QString &key) { return except.contains(key) || same(server.value(key), written.value(key)); });
}

bool SameMeaning::sameList(const QJsonArray &server, const QJsonArray &written)
{
    // An operator that another one names as its commutator or negator says so too.
    const auto returned = [](const QJsonValue &each) {
        const QString name = fieldsOf(each).value(QLatin1String("defname")).toString();
        return kindOf(each) == QLatin1String("DefElem") && (name == QLatin1String("commutator") || name == QLatin1String("negator"));
    };
    if (server.size() > written.size() && std::ranges::any_of(server, returned)) {
        QJsonArray rest;
        for (const QJsonValue &each : server) {
            const QJsonValue name = fieldsOf(each).value(QLatin1String("defname"));
            if (!returned(each) || std::ranges::any_of(written, [&](const QJsonValue &other) { return fieldsOf(other).value(QLatin1String("defname")) == name; }))
                rest.append(each);
        }
        return rest.size() == written.size() && sameList(rest, written);
    }
    if (server.size() != written.size())
        return false;
    // Options such as those of an operator stand in any order.
    if (!server.isEmpty() && kindOf(server.first()) == QLatin1String("DefElem")) {
        return std::ranges::all_of(server, [&](const QJsonValue &each) {
            return std::ranges::any_of(written, [&](const QJsonValue &other) { return same(each, other); });
        });
    }
    for (qsizetype i = 0; i < server.size(); ++i) {
        if (!same(server.at(i), written.at(i)))
            return false;
    }
    return true;
}

} // namespace joinery::dialect::script
