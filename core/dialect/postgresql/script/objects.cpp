// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Name;

namespace {

/// Statements that are kept as they are: what DROP and COMMENT ON call the thing, and where its name stands.
struct ObjectKind
{
    const char *statement, *defined, *what, *comment;
    const char *name;   ///< a list of names, or one word
    bool inSchema, hasMethod;
};

constexpr ObjectKind kObjects[] = {
    {"DefineStmt", "OBJECT_OPERATOR", "OPERATOR", "OBJECT_OPERATOR", "defnames", true, false},
    {"DefineStmt", "OBJECT_COLLATION", "COLLATION", "OBJECT_COLLATION", "defnames", true, false},
    {"DefineStmt", "OBJECT_TSDICTIONARY", "TEXT SEARCH DICTIONARY", "OBJECT_TSDICTIONARY", "defnames", true, false},
    {"DefineStmt", "OBJECT_TSCONFIGURATION", "TEXT SEARCH CONFIGURATION", "OBJECT_TSCONFIGURATION", "defnames", true, false},
    {"CreateOpFamilyStmt", "", "OPERATOR FAMILY", "OBJECT_OPFAMILY", "opfamilyname", true, true},
    {"CreateOpClassStmt", "", "OPERATOR CLASS", "OBJECT_OPCLASS", "opclassname", true, true},
    {"CreateConversionStmt", "", "CONVERSION", "OBJECT_CONVERSION", "conversion_name", true, false},
    {"CreateCastStmt", "", "CAST", "OBJECT_CAST", "", false, false},
    {"CreateEventTrigStmt", "", "EVENT TRIGGER", "OBJECT_EVENT_TRIGGER", "trigname", false, false},
    {"CreateFdwStmt", "", "FOREIGN DATA WRAPPER", "OBJECT_FDW", "fdwname", false, false},
    {"CreateForeignServerStmt", "", "SERVER", "OBJECT_FOREIGN_SERVER", "servername", false, false},
    {"CreatePublicationStmt", "", "PUBLICATION", "OBJECT_PUBLICATION", "pubname", false, false},
    {"CreatePLangStmt", "", "LANGUAGE", "OBJECT_LANGUAGE", "plname", false, false},
    {"CreateAmStmt", "", "ACCESS METHOD", "OBJECT_ACCESS_METHOD", "amname", false, false},
};

} // namespace

QString ScriptReader::writtenOperator(const Name &name) const
{
    return name.schema.isEmpty() ? name.name : QString(m_dialect.quoteIfNeeded(name.schema) + u'.' + name.name);
}

/// The types of an operator's sides, as the server lists them.
QString ScriptReader::sides(const QString &left, const QString &right)
{
    return QStringLiteral(" (%1, %2)").arg(left.isEmpty() ? QStringLiteral("NONE") : left, right.isEmpty() ? QStringLiteral("NONE") : right);
}

bool ScriptReader::createObject(const Node &statement)
{
    for (const ObjectKind &each : kObjects) {
        if (!statement.is(each.statement) || (*each.defined && statement.text("kind") != QLatin1String(each.defined)))
            continue;
        const QString what = QLatin1String(each.what);
        Name name = each.inSchema ? createdName(statement.names(each.name)) : Name(statement.text(each.name));
        QString identity = quoted(name);
        if (what == QLatin1String("OPERATOR")) {
            QString left, right;
            for (const Node &option : statement.list("definition")) {
                const QString key = option.text("defname").toLower();
                if (key == QLatin1String("leftarg") || key == QLatin1String("rightarg"))
                    (key == QLatin1String("leftarg") ? left : right) = formatType(option.child("arg"), false);
            }
            identity = writtenOperator(name) + sides(left, right);
        } else if (what == QLatin1String("CAST")) {
            const QString from = formatType(statement.plain("sourcetype"), false), to = formatType(statement.plain("targettype"), false);
            name = Name(from + QLatin1String(" to ") + to);
            identity = QStringLiteral("(%1 AS %2)").arg(from, to);
        } else if (each.hasMethod) {
            identity += QLatin1String(" USING ") + m_dialect.quoteIfNeeded(statement.text("amname"));
        }
        const bool family = what == QLatin1String("OPERATOR CLASS") && !statement.has("opfamilyname");
        if (family && !object(QLatin1String("operator family ") + identity)) // made with it
            addObject(QStringLiteral("OPERATOR FAMILY"), name, identity, QLatin1String("CREATE OPERATOR FAMILY ") + identity);
        if (what == QLatin1String("COLLATION") && m_text.findWord({"FROM"}, 0, m_text.count()) < m_text.count())
            notKept(name.toString(), QStringLiteral("what a collation copies FROM another one, which only a server knows,"));
        Definition &made = addObject(what, name, identity, m_text.text(0, m_text.count()));
        std::vector<Name> uses;
        collectUses(statement, uses, name);
        made.uses.insert(made.uses.end(), uses.begin(), uses.end());
        return true;
    }
    return changeObject(statement);
}

schema::Definition &ScriptReader::addObject(const QString &what, const Name &name, const QString &identity, const QString &sql)
{
    const Definition::Kind kind = what.startsWith(QLatin1String("OPERATOR")) ? Definition::Kind::Operator
        : what == QLatin1String("EVENT TRIGGER") ? Definition::Kind::Event : Definition::Kind::Other;
    Definition &made = define(kind, name, sql, QStringLiteral("DROP %1 %2").arg(what, identity));
    made.signature = what.toLower() + u' ' + identity;
    return made;
}

schema::Definition *ScriptReader::object(const QString &signature)
{
    const auto at = std::ranges::find(m_inspection.catalog.definitions, signature, &Definition::signature);
    return at == m_inspection.catalog.definitions.end() ? nullptr : &*at;
}

/// ALTER of an object adds a statement to its definition.
bool ScriptReader::changeObject(const Node &statement)
{
    Definition *each = nullptr;
    if (statement.is("AlterTSConfigurationStmt") && statement.text("kind") == QLatin1String("ALTER_TSCONFIG_ADD_MAPPING"))
        each = object(QLatin1String("text search configuration ") + quoted(foundName(statement.names("cfgname"))));
    else if (statement.is("AlterOpFamilyStmt"))
        each = object(QStringLiteral("operator family %1 USING %2").arg(quoted(foundName(statement.names("opfamilyname"))), m_dialect.quoteIfNeeded(statement.text("amname"))));
    else if (statement.is("AlterEventTrigStmt"))
        each = object(QLatin1String("event trigger ") + m_dialect.quoteIfNeeded(statement.text("trigname")));
    else if (statement.is("AlterPublicationStmt") && statement.text("action") == QLatin1String("AP_AddObjects"))
        each = object(QLatin1String("publication ") + m_dialect.quoteIfNeeded(statement.text("pubname")));
    if (!each)
        return false;
    if (statement.is("AlterPublicationStmt")) {
        const qsizetype options = each->createSql.lastIndexOf(QLatin1String(" WITH ("));
        const QString more = m_text.text(m_text.findWord("ADD", 0) + 1, m_text.count());
        each->createSql.insert(options < 0 ? each->createSql.size() : options, (each->createSql.contains(QLatin1String(" FOR ")) ? QLatin1String(", ") : QLatin1String(" FOR ")) + more);
        return true;
    }
    if (statement.text("tgenabled") == QLatin1String("O")) // as it is made
        return true;
    const QString mapping = QStringLiteral(";\nALTER TEXT SEARCH CONFIGURATION ");
    const std::vector<Node> tokens = statement.list("tokentype");
    if (tokens.empty()) {
        each->createSql += QLatin1String(";\n") + m_text.text(0, m_text.count());
        return true;
    }
    // The server tells the mapping of each kind of token by itself.
    QStringList dictionaries;
    for (const Node &list : statement.list("dicts")) {
        const QStringList parts = list.names("items");
        dictionaries.append(parts.value(0) == QLatin1String("pg_catalog") ? parts.last() : quoted(foundName(parts)));
    }
    for (const Node &token : tokens)
        each->createSql += mapping + quoted(each->name) + QStringLiteral(" ADD MAPPING FOR %1 WITH %2").arg(m_dialect.quoteIfNeeded(token.value()), dictionaries.join(QLatin1String(", ")));
    return true;
}

/// The object that COMMENT ON means, and what it is called there.
schema::Definition *ScriptReader::commentedObject(const Node &statement, QString &on)
{
    const QString kind = statement.text("objtype");
    const Node object = statement.child("object");
    for (const ObjectKind &each : kObjects) {
        if (kind != QLatin1String(each.comment))
            continue;
        const QString what = QLatin1String(each.what);
        QString identity;
        if (object.is("ObjectWithArgs")) {
            QStringList types;
            for (const Node &type : object.list("objargs"))
                types.append(type.isNull() ? QString() : formatType(type, false));
            if (kind == QLatin1String("OBJECT_OPERATOR"))
                identity = writtenOperator(foundName(object.names("objname"))) + sides(types.value(0), types.value(1));
        } else if (kind == QLatin1String("OBJECT_CAST")) {
            const std::vector<Node> types = object.list("items");
            identity = QStringLiteral("(%1 AS %2)").arg(formatType(types.at(0), false), formatType(types.at(1), false));
        } else if (each.hasMethod) {
            const QStringList parts = object.names("items");
            identity = quoted(foundName(parts.mid(1))) + QLatin1String(" USING ") + m_dialect.quoteIfNeeded(parts.value(0));
        } else {
            identity = each.inSchema ? quoted(foundName(object.names("items"))) : m_dialect.quoteIfNeeded(object.value());
        }
        on = what + u' ' + identity;
        return this->object(what.toLower() + u' ' + identity);
    }
    return nullptr;
}

/// On a field of a composite type or on a check of a domain: the comment stands with the type.
bool ScriptReader::commentOnPart(const QString &kind, const Node &object, const QString &text)
{
    using Kind = Definition::Kind;
    Definition *owner = nullptr;
    QString on;
    if (kind == QLatin1String("OBJECT_DOMCONSTRAINT")) {
        const std::vector<Node> items = object.list("items");
        const Name domain = items.size() == 2 ? foundName(items[0].names("names")) : Name();
        owner = definition({Kind::Domain}, domain);
        on = QStringLiteral("CONSTRAINT %1 ON DOMAIN %2").arg(m_dialect.quoteIfNeeded(items.back().value()), quoted(domain));
    } else if (kind == QLatin1String("OBJECT_COLUMN")) {
        const QStringList parts = object.names("items");
        const Name type = foundName(parts.first(parts.size() - 1));
        owner = definition({Kind::CompositeType}, type);
        on = QStringLiteral("COLUMN %1.%2").arg(quoted(type), m_dialect.quoteIfNeeded(parts.last()));
    }
    if (owner)
        owner->createSql += QStringLiteral(";\nCOMMENT ON %1 IS %2").arg(on, literal(text));
    return owner;
}

QString ScriptReader::foreignOptions(const std::vector<Node> &options) const
{
    QStringList parts;
    for (const Node &option : options)
        parts.append(m_dialect.quoteIfNeeded(option.text("defname")) + u' ' + literal(option.child("arg").value()));
    return parts.join(QLatin1String(", "));
}

void ScriptReader::createForeignTable(const Node &statement)
{
    const Node base = statement.plain("base");
    createTable(base);
    Table *table = tableOf(base.plain("relation"));
    if (!table)
        return;
    table->options.insert(QStringLiteral("foreign_server"), statement.text("servername"));
    if (const QString options = foreignOptions(statement.list("options")); !options.isEmpty())
        table->options.insert(QStringLiteral("foreign_options"), options);
    use(table->uses, Name(statement.text("servername")), table->name);
}

/// ALTER VIEW ... SET DEFAULT: what an INSERT through the view fills in.
bool ScriptReader::setViewDefault(const Node &statement)
{
    const Name view = found(statement.plain("relation"));
    if (!m_inspection.catalog.view(view))
        return false;
    for (const Node &command : statement.list("cmds")) {
        if (command.text("subtype") != QLatin1String("AT_ColumnDefault"))
            return false;
        const Name name(view.schema, view.name + u'.' + command.text("name"));
        std::erase_if(m_inspection.catalog.definitions, [&](const Definition &each) { return each.kind == Definition::Kind::Other && each.name == name && each.table == view; });
        if (!command.has("def"))
            continue;
        const QString column = QStringLiteral("ALTER VIEW %1 ALTER COLUMN %2 ").arg(quoted(view), m_dialect.quoteIfNeeded(command.text("name")));
        const size_t from = m_text.findWord("DEFAULT", 0) + 1;
        Definition &made = define(Definition::Kind::Other, name, column + QLatin1String("SET DEFAULT ") + m_text.text(from, m_text.endOfItem(from)), column + QLatin1String("DROP DEFAULT"));
        made.table = view;
        made.uses = {view};
    }
    return true;
}

} // namespace joinery::dialect::script
