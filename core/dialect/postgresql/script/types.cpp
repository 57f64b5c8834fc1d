// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Name;
using schema::Type;
using schema::TypeKind;

namespace {

/// What format_type calls the server's own types; all others are called as they are.
QString builtinName(const QString &name)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("int2"), QStringLiteral("smallint")}, {QStringLiteral("int4"), QStringLiteral("integer")},
        {QStringLiteral("int8"), QStringLiteral("bigint")}, {QStringLiteral("float4"), QStringLiteral("real")},
        {QStringLiteral("float8"), QStringLiteral("double precision")}, {QStringLiteral("bool"), QStringLiteral("boolean")},
        {QStringLiteral("varchar"), QStringLiteral("character varying")}, {QStringLiteral("bpchar"), QStringLiteral("character")},
        {QStringLiteral("varbit"), QStringLiteral("bit varying")}, {QStringLiteral("char"), QStringLiteral("\"char\"")},
        {QStringLiteral("timestamp"), QStringLiteral("timestamp without time zone")},
        {QStringLiteral("timestamptz"), QStringLiteral("timestamp with time zone")},
        {QStringLiteral("time"), QStringLiteral("time without time zone")},
        {QStringLiteral("timetz"), QStringLiteral("time with time zone")}};
    return names.value(name, name);
}

/// The fields of an interval, from the bits of the server's datetime.h.
QString intervalFields(int mask)
{
    constexpr int kMonth = 1 << 1, kYear = 1 << 2, kDay = 1 << 3, kHour = 1 << 10, kMinute = 1 << 11, kSecond = 1 << 12;
    static const QHash<int, QString> fields{
        {kYear, QStringLiteral(" year")}, {kMonth, QStringLiteral(" month")}, {kDay, QStringLiteral(" day")},
        {kHour, QStringLiteral(" hour")}, {kMinute, QStringLiteral(" minute")}, {kSecond, QStringLiteral(" second")},
        {kYear | kMonth, QStringLiteral(" year to month")}, {kDay | kHour, QStringLiteral(" day to hour")},
        {kDay | kHour | kMinute, QStringLiteral(" day to minute")},
        {kDay | kHour | kMinute | kSecond, QStringLiteral(" day to second")},
        {kHour | kMinute, QStringLiteral(" hour to minute")}, {kHour | kMinute | kSecond, QStringLiteral(" hour to second")},
        {kMinute | kSecond, QStringLiteral(" minute to second")}};
    return fields.value(mask);
}

} // namespace

/// The tree has no number below one.
QString ScriptReader::signedValue(const Node &constant) const
{
    const size_t at = m_text.tokenAt(constant.location());
    return constant.is("A_Const") && constant.value() == QLatin1String("0") && m_text.isSymbol(at, u'-') ? m_text.text(at, at + 2) : constant.value();
}

QString ScriptReader::formatType(const Node &typeName, bool withModifiers) const
{
    const QStringList parts = typeName.names("names");
    if (parts.isEmpty())
        return {};
    const bool system = parts.size() > 1 && parts.at(parts.size() - 2) == QLatin1String("pg_catalog");
    const Name own = system ? Name() : foundName(parts);
    const bool known = !system && (parts.size() > 1 || exists(own));
    QStringList modifiers;
    for (const Node &modifier : typeName.list("typmods"))
        modifiers.append(modifier.is("ColumnRef") ? modifier.names("fields").join(u'.') : signedValue(modifier));
    QString text;
    if (known) {
        text = quoted(own);
    } else {
        text = builtinName(parts.last());
        if (text == parts.last() && !system) // what comes with its schema from the parser is a word of the language
            text = m_dialect.quoteIfNeeded(text);
        if (text == QLatin1String("character") && modifiers.isEmpty())
            text = QStringLiteral("bpchar");
    }
    if (!withModifiers) {
        if (text == QLatin1String("bpchar"))
            text = QStringLiteral("character");
    } else if (!known && parts.last() == QLatin1String("interval") && !modifiers.isEmpty()) {
        text += intervalFields(modifiers.first().toInt());
        if (modifiers.size() > 1)
            text += u'(' + modifiers.at(1) + u')';
    } else if (!modifiers.isEmpty()) {
        if (!known && parts.last() == QLatin1String("numeric") && modifiers.size() == 1)
            modifiers.append(QStringLiteral("0"));
        const QString list = u'(' + modifiers.join(u',') + u')';
        const qsizetype blank = !known && parts.last().startsWith(QLatin1String("time")) ? text.indexOf(u' ') : -1;
        text.insert(blank < 0 ? text.size() : blank, list);
    }
    if (typeName.has("arrayBounds"))
        text += QLatin1String("[]");
    return text;
}

Type ScriptReader::typeOf(const Node &typeName) const
{
    const int dimensions = int(typeName.list("arrayBounds").size());
    const Name own = foundName(typeName.names("names"));
    const QString text = formatType(typeName);
    const auto array = [&](Type element) {
        Type type = Type::of(TypeKind::Array);
        type.dimensions = dimensions;
        type.element.push_back(std::move(element));
        return type;
    };
    if (m_inspection.catalog.enumType(own)) {
        Type type = Type::of(TypeKind::Enum);
        type.enumName = own;
        return dimensions > 0 ? array(type) : type;
    }
    if (const auto domain = m_domains.constFind(own); domain != m_domains.constEnd() && dimensions == 0) {
        Type type = m_dialect.parseType(*domain);
        type.nativeDialect = m_dialect.name();
        type.nativeText = text;
        return type;
    }
    Type type = m_dialect.parseType(text);
    if (type.kind == TypeKind::Array && dimensions > 1)
        type.dimensions = dimensions;
    return type;
}

QString ScriptReader::collationOf(const Node &collateClause) const
{
    return keptCollation(collateClause.names("collname"));
}

/// As it stands in a statement.
QString ScriptReader::writtenCollation(const Node &collateClause) const
{
    const QStringList parts = collateClause.names("collname");
    const QString kept = keptCollation(parts);
    return kept.startsWith(u'"') ? quoted(foundName(parts)) : kept.isEmpty() ? kept : m_dialect.quoteIfNeeded(kept);
}

QString ScriptReader::keptCollation(const QStringList &parts) const
{
    const QString name = parts.value(parts.size() - 1);
    if (name == QLatin1String("default"))
        return {};
    const bool system = parts.size() > 1 && parts.at(parts.size() - 2) == QLatin1String("pg_catalog");
    const Name own = foundName(parts);
    return system || own.schema.isEmpty() || !exists(own) ? name : m_dialect.quote(own);
}

void ScriptReader::createEnum(const Node &statement)
{
    m_inspection.catalog.enums.push_back({.name = createdName(statement.names("typeName")), .values = statement.names("vals")});
}

void ScriptReader::createDomain(const Node &statement)
{
    const Name name = createdName(statement.names("domainname"));
    const Node type = statement.plain("typeName");
    QString create = QLatin1String("CREATE DOMAIN ") + quoted(name) + QLatin1String(" AS ") + formatType(type);
    if (const QString collation = writtenCollation(statement.plain("collClause")); !collation.isEmpty())
        create += QLatin1String(" COLLATE ") + collation;
    QMap<QString, QString> checks;
    QString defaultText;
    bool notNull = false;
    const std::vector<Node> constraints = statement.list("constraints");
    std::vector<Name> uses;
    for (size_t i = 0; i < constraints.size(); ++i) {
        const Node &each = constraints[i];
        const size_t end = i + 1 < constraints.size() ? m_text.tokenAt(constraints[i + 1].location()) : m_text.count();
        const QString kind = each.text("contype");
        if (kind == QLatin1String("CONSTR_NOTNULL"))
            notNull = true;
        else if (kind == QLatin1String("CONSTR_DEFAULT"))
            defaultText = m_text.text(m_text.findWord({"DEFAULT"}, m_text.tokenAt(each.location()), end) + 1, end);
        else if (kind == QLatin1String("CONSTR_CHECK")) {
            QString label = each.text("conname");
            for (int pass = 0; label.isEmpty() || checks.contains(label); ++pass)
                label = objectName(name.name, QString(), pass == 0 ? QStringLiteral("check") : QStringLiteral("check%1").arg(pass));
            checks.insert(label, m_text.inside(m_text.findOpen(m_text.findWord({"CHECK"}, m_text.tokenAt(each.location()), end))));
        }
        collectUses(each, uses, name);
    }
    if (!defaultText.isEmpty())
        create += QLatin1String(" DEFAULT ") + defaultText;
    if (notNull)
        create += QLatin1String(" NOT NULL");
    for (auto check = checks.begin(); check != checks.end(); ++check)
        create += QStringLiteral(" CONSTRAINT %1 CHECK (%2)").arg(m_dialect.quoteIfNeeded(check.key()), check.value());
    use(uses, foundName(type.names("names")), name);
    define(Definition::Kind::Domain, name, create, QLatin1String("DROP DOMAIN ") + quoted(name)).uses = uses;
    m_domains.insert(name, formatType(type));
}

void ScriptReader::createComposite(const Node &statement)
{
    const Name name = created(statement.plain("typevar"));
    QStringList columns;
    std::vector<Name> uses;
    for (const Node &column : statement.list("coldeflist")) {
        QString text = m_dialect.quoteIfNeeded(column.text("colname")) + u' ' + formatType(column.plain("typeName"));
        if (const QString collation = writtenCollation(column.plain("collClause")); !collation.isEmpty())
            text += QLatin1String(" COLLATE ") + collation;
        columns.append(text);
        use(uses, foundName(column.plain("typeName").names("names")), name);
    }
    m_composites.insert(name, statement.list("coldeflist"));
    define(Definition::Kind::CompositeType, name, QStringLiteral("CREATE TYPE %1 AS (%2)").arg(quoted(name), columns.join(QLatin1String(", "))),
           QLatin1String("DROP TYPE ") + quoted(name)).uses = uses;
}

void ScriptReader::createRange(const Node &statement)
{
    const Name name = createdName(statement.names("typeName"));
    QMap<QString, QString> given;
    std::vector<Name> uses;
    for (const Node &option : statement.list("params")) {
        const Node value = option.child("arg");
        const QStringList names = value.is("TypeName") ? value.names("names") : QStringList();
        given.insert(option.text("defname"), option.text("defname") == QLatin1String("collation") ? m_dialect.quoteIfNeeded(names.value(names.size() - 1))
                                                 : value.is("TypeName") ? formatType(value) : value.value());
        collectUses(option, uses, name);
    }
    // A server names the multirange by itself.
    if (!given.contains(QStringLiteral("multirange_type_name"))) {
        QString multirange = name.name;
        const qsizetype at = multirange.indexOf(QLatin1String("range"));
        multirange.insert(at < 0 ? multirange.size() : at, at < 0 ? QStringLiteral("_multirange") : QStringLiteral("multi"));
        given.insert(QStringLiteral("multirange_type_name"), quoted(Name(name.schema, multirange)));
    } else {
        given[QStringLiteral("multirange_type_name")] = unqualified(given.value(QStringLiteral("multirange_type_name")));
    }
    QStringList parts;
    for (const char *key : {"subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name"}) {
        if (given.contains(QLatin1String(key)))
            parts.append(QLatin1String(key) + QLatin1String(" = ") + given.value(QLatin1String(key)));
    }
    define(Definition::Kind::RangeType, name, QStringLiteral("CREATE TYPE %1 AS RANGE (%2)").arg(quoted(name), parts.join(QLatin1String(", "))),
           QLatin1String("DROP TYPE ") + quoted(name)).uses = uses;
}

void ScriptReader::alterEnum(const Node &statement)
{
    schema::EnumType *type = m_inspection.catalog.enumType(foundName(statement.names("typeName")));
    if (!type)
        return notKept(statement.names("typeName").join(u'.'), QStringLiteral("a change of a type that the script does not make"));
    const QString old = statement.text("oldVal"), value = statement.text("newVal");
    if (!old.isEmpty()) {
        if (const qsizetype at = type->values.indexOf(old); at >= 0)
            type->values[at] = value;
        return;
    }
    if (type->values.contains(value))
        return;
    const qsizetype neighbour = type->values.indexOf(statement.text("newValNeighbor"));
    type->values.insert(neighbour < 0 ? type->values.size() : neighbour + (statement.flag("newValIsAfter") ? 1 : 0), value);
}

/// A domain is kept as one statement; what changes it later stands behind that.
void ScriptReader::alterDomain(const Node &statement)
{
    Definition *domain = definition({Definition::Kind::Domain}, foundName(statement.names("typeName")));
    if (domain)
        domain->createSql += QLatin1String(";\n") + m_text.text(0, m_text.count());
    else
        notKept(statement.names("typeName").join(u'.'), QStringLiteral("a change of a domain that the script does not make"));
}

} // namespace joinery::dialect::script
