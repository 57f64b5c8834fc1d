// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Column;
using schema::Deferral;
using schema::Name;
using schema::Table;

namespace {

/// The constraint first, then the words behind it that say when it is checked.
Deferral deferralBehind(const std::vector<Node> &constraints, size_t at)
{
    Deferral deferral = Deferral::NotDeferrable;
    for (size_t i = at + 1; i < constraints.size(); ++i) {
        const QString kind = constraints[i].text("contype");
        if (kind == QLatin1String("CONSTR_ATTR_DEFERRABLE"))
            deferral = Deferral::InitiallyImmediate;
        else if (kind == QLatin1String("CONSTR_ATTR_DEFERRED"))
            deferral = Deferral::InitiallyDeferred;
        else if (!kind.startsWith(QLatin1String("CONSTR_ATTR_")))
            break;
    }
    return deferral;
}

} // namespace

/// The tree has no number below one: those are read from the text.
QString ScriptReader::optionValue(const Node &option) const
{
    const Node argument = option.child("arg");
    if (argument.is("Integer") && !argument.has("ival"))
        return m_text.numberBehind(m_text.tokenAt(option.location()));
    return argument.value();
}

void ScriptReader::takeOptions(Options &options, const std::vector<Node> &list) const
{
    QStringList parameters;
    for (const Node &option : list) {
        const QString space = option.text("defnamespace");
        const QString key = space.isEmpty() ? option.text("defname") : QString(space + u'.' + option.text("defname"));
        parameters.append(key + u'=' + (option.child("arg").isNull() ? QStringLiteral("true") : optionValue(option)));
    }
    takeParameters(options, parameters);
}

void ScriptReader::createTable(const Node &statement)
{
    const Node relation = statement.plain("relation");
    if (relation.text("relpersistence") == QLatin1String("t"))
        return notKept(relation.text("relname"), QStringLiteral("a temporary table, which is gone with its session,"));
    Table table;
    table.name = created(relation);
    if (m_inspection.catalog.table(table.name) && statement.flag("if_not_exists"))
        return;
    if (relation.text("relpersistence") == QLatin1String("u"))
        table.options.insert(QStringLiteral("unlogged"), QStringLiteral("true"));
    takeOptions(table.options, statement.list("options"));
    if (statement.has("tablespacename") && statement.text("tablespacename") != QLatin1String("pg_default"))
        table.options.insert(QStringLiteral("tablespace"), statement.text("tablespacename"));
    if (statement.has("accessMethod") && statement.text("accessMethod") != QLatin1String("heap"))
        table.options.insert(QStringLiteral("access_method"), statement.text("accessMethod"));
    if (statement.has("ofTypename")) {
        const Node type = statement.plain("ofTypename");
        table.options.insert(QStringLiteral("of_type"), formatType(type));
        for (const Node &field : m_composites.value(foundName(type.names("names"))))
            table.columns.push_back({.name = field.text("colname"), .type = typeOf(field.plain("typeName")), .collation = collationOf(field.plain("collClause"))});
        if (table.columns.empty())
            notKept(table.name.toString(), QStringLiteral("OF a composite type that the script does not make"));
    }

    const std::vector<Node> elements = statement.list("tableElts"), parents = statement.list("inhRelations");
    const bool partition = statement.has("partbound");
    if (!partition)
        takeParents(table, parents);
    for (size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].is("ColumnDef") && !partition)
            addColumn(table, elements[i]);
        else if (elements[i].is("TableLikeClause"))
            takeLike(table, elements[i]);
    }
    // The names that a server chooses depend on this order.
    for (const bool keys : {false, true}) {
        for (const Node &element : elements) {
            const QString kind = element.is("Constraint") ? element.text("contype") : QString();
            if (!kind.isEmpty() && keys == (kind != QLatin1String("CONSTR_CHECK")))
                addConstraint(table, element, QString(), deferralOf(element), m_text.endOfItem(m_text.tokenAt(element.location())));
        }
    }
    if (statement.has("partspec"))
        table.options.insert(QStringLiteral("partition_by"), partitionKey(statement.plain("partspec")));
    collectUses(Node(QStringLiteral("CreateStmt"), {{QStringLiteral("tableElts"), statement.fields().value(QLatin1String("tableElts"))}}), table.uses, table.name);
    std::erase_if(table.uses, [&](const Name &used) { return m_inspection.catalog.table(used) || m_inspection.catalog.enumType(used); });
    m_inspection.catalog.tables.push_back(std::move(table));
    Table &made = m_inspection.catalog.tables.back();
    if (partition) {
        const Name parent = found(parents.front());
        made.options.insert(QStringLiteral("partition_of"), quoted(parent));
        const size_t bound = m_text.findWord({"VALUES", "DEFAULT"}, m_text.findWord("PARTITION", 0), m_text.count());
        made.options.insert(QStringLiteral("partition_bound"), partitionBound(m_text.isWord(bound, "VALUES") ? bound - 1 : bound));
        made.uses.push_back(parent);
        m_parents[made.name].push_back(parent);
        if (const Table *whole = m_inspection.catalog.table(parent)) {
            const Table copied = *whole;
            takePartition(made, copied);
            for (const Node &element : elements) {
                if (element.is("ColumnDef") && made.column(element.text("colname")))
                    addColumn(made, element);
            }
        }
    } else {
        for (const Node &parent : parents) {
            made.uses.push_back(found(parent));
            m_parents[made.name].push_back(found(parent));
        }
    }
}

void ScriptReader::takeParents(Table &table, const std::vector<Node> &parents)
{
    QStringList names;
    for (const Node &each : parents) {
        const Name name = found(each);
        names.append(quoted(name));
        const Table *parent = m_inspection.catalog.table(name);
        if (!parent)
            continue;
        for (Column column : parent->columns) {
            if (table.column(column.name))
                continue;
            column.options.remove(QStringLiteral("statistics"));
            column.options.remove(QStringLiteral("options"));
            column.options.insert(QStringLiteral("inherited"), QStringLiteral("true"));
            column.comment.clear();
            if (column.identity) { // a counter stays with the parent, but for a serial's default
                column.defaultValue.reset();
                column.identity.reset();
            }
            table.columns.push_back(std::move(column));
        }
        for (schema::Check check : parent->checks) {
            if (check.noInherit)
                continue;
            check.options.insert(QStringLiteral("inherited"), QStringLiteral("true"));
            check.comment.clear();
            table.checks.push_back(std::move(check));
        }
    }
    if (!names.isEmpty())
        table.options.insert(QStringLiteral("inherits"), names.join(QLatin1String(", ")));
}

void ScriptReader::takeLike(Table &table, const Node &clause)
{
    const Table *model = tableOf(clause.plain("relation"));
    if (!model)
        return notKept(table.name.toString(), QStringLiteral("LIKE a table that the script does not make"));
    constexpr int kDefaults = 1 << 4, kGenerated = 1 << 3, kIdentity = 1 << 5;
    const int including = clause.number("options");
    for (Column column : model->columns) {
        if (!(including & kDefaults))
            column.defaultValue.reset();
        if (!(including & kGenerated))
            column.computed.reset();
        column.identity.reset();
        column.comment.clear();
        column.options.clear();
        table.columns.push_back(std::move(column));
    }
    if (including & ~(kDefaults | kGenerated))
        notKept(table.name.toString(), including & kIdentity ? QStringLiteral("LIKE ... INCLUDING more than DEFAULTS and GENERATED")
                                                             : QStringLiteral("LIKE ... INCLUDING constraints, indexes and the like"));
}

/// A new partition has what its parent has; its keys and indexes get names of their own.
void ScriptReader::takePartition(Table &table, const Table &parent)
{
    table.columns = parent.columns;
    for (Column &column : table.columns) {
        column.comment.clear();
        if (column.identity)
            column.identity.reset();
    }
    for (schema::Check check : parent.checks) {
        check.comment.clear();
        if (std::ranges::find(table.checks, check.name, &schema::Check::name) == table.checks.end())
            table.checks.push_back(std::move(check));
    }
    if (parent.primaryKey) {
        table.primaryKey = parent.primaryKey;
        table.primaryKey->name = freeRelationName(table.name, QString(), QStringLiteral("pkey"));
    }
    for (schema::Unique unique : parent.uniques) {
        unique.name = freeRelationName(table.name, joinedColumns(unique.columns), QStringLiteral("key"));
        unique.comment.clear();
        table.uniques.push_back(std::move(unique));
    }
    for (schema::Index index : parent.indexes) {
        index.name = freeRelationName(table.name, joinedColumns(labelsOf(index) + index.include), QStringLiteral("idx"));
        index.comment.clear();
        table.indexes.push_back(std::move(index));
    }
}

QString ScriptReader::partitionKey(const Node &specification) const
{
    const size_t open = m_text.findOpen(m_text.tokenAt(specification.location()));
    const std::vector<std::pair<size_t, size_t>> texts = m_text.items(open);
    const std::vector<Node> elements = specification.list("partParams");
    QStringList items;
    for (size_t i = 0; i < elements.size() && i < texts.size(); ++i)
        items.append(m_text.text(texts[i].first, texts[i].second));
    QString strategy = specification.text("strategy").toUpper();
    strategy.remove(QLatin1String("PARTITION_STRATEGY_"));
    return QStringLiteral("%1 (%2)").arg(strategy, items.join(QLatin1String(", ")));
}

QString ScriptReader::partitionBound(size_t from) const
{
    const size_t end = m_text.findWord({"PARTITION", "USING", "TABLESPACE"}, from, m_text.count());
    if (m_text.isWord(from, "DEFAULT"))
        return QStringLiteral("DEFAULT");
    // FOR VALUES WITH ( ends in a list of its own; WITH ( behind that would be storage.
    QString bound;
    for (size_t i = from; i < end; ++i) {
        const bool closer = m_text.isSymbol(i, u')') || m_text.isSymbol(i, u',');
        const bool behindOpen = i > from && m_text.isSymbol(i - 1, u'(');
        const bool tight = m_text.text(i, i + 1) == QLatin1String("::") || (i > from && m_text.text(i - 1, i) == QLatin1String("::"));
        if (i > from && !closer && !behindOpen && !tight)
            bound += u' ';
        bound += m_text.text(i, i + 1);
        if (m_text.isSymbol(i, u')') && i + 1 < end && m_text.isWord(i + 1, "WITH"))
            break;
    }
    return bound;
}

std::vector<Name> ScriptReader::childrenOf(const Name &table) const
{
    std::vector<Name> children;
    for (const Table &each : m_inspection.catalog.tables) {
        const std::vector<Name> parents = m_parents.value(each.name);
        if (std::ranges::find(parents, table) != parents.end())
            children.push_back(each.name);
    }
    return children;
}

void ScriptReader::addSerial(Table &table, Column &column)
{
    const schema::Sequence &sequence = addColumnSequence(table, column, {});
    column.nullable = false;
    column.defaultValue = schema::Default{schema::Default::Kind::Expression,
                                          QStringLiteral("nextval(%1::regclass)").arg(literal(quoted(sequence.name)))};
}

void ScriptReader::addColumn(Table &table, const Node &definition)
{
    static const QHash<QString, schema::TypeKind> kSerials{
        {QStringLiteral("serial"), schema::TypeKind::Integer}, {QStringLiteral("serial4"), schema::TypeKind::Integer},
        {QStringLiteral("bigserial"), schema::TypeKind::BigInteger}, {QStringLiteral("serial8"), schema::TypeKind::BigInteger},
        {QStringLiteral("smallserial"), schema::TypeKind::SmallInteger}, {QStringLiteral("serial2"), schema::TypeKind::SmallInteger}};
    const Node type = definition.plain("typeName");
    Column column;
    column.name = definition.text("colname");
    const auto serial = type.names("names").size() == 1 ? kSerials.constFind(type.names("names").first()) : kSerials.constEnd();
    const Column *typed = definition.has("typeName") ? nullptr : table.column(column.name); // in a partition, or a table OF a type
    if (typed)
        column = *typed;
    else
        column.type = serial != kSerials.constEnd() ? schema::Type::of(*serial) : typeOf(type);
    if (!typed)
        column.collation = collationOf(definition.plain("collClause"));
    if (const QString options = foreignOptions(definition.list("fdwoptions")); !options.isEmpty())
        column.options.insert(QStringLiteral("foreign_options"), options);
    if (definition.has("compression") && definition.text("compression") != QLatin1String("default"))
        column.options.insert(QStringLiteral("compression"), definition.text("compression"));
    if (serial != kSerials.constEnd())
        addSerial(table, column);
    // A child may say again what it inherits: then the column is its own as well.
    const size_t end = m_text.endOfItem(m_text.tokenAt(definition.location()));
    const qsizetype known = table.columnIndex(column.name);
    const size_t at = known < 0 ? table.columns.size() : size_t(known);
    if (known < 0)
        table.columns.push_back(column);
    else
        table.columns[at] = column;
    addColumnConstraints(table, definition, column, end);
    table.columns[at] = std::move(column);
}

void ScriptReader::addColumnConstraints(Table &table, const Node &definition, Column &column, size_t end)
{
    const std::vector<Node> constraints = definition.list("constraints");
    const size_t collate = definition.has("collClause") ? m_text.tokenAt(definition.plain("collClause").location()) : end;
    for (size_t i = 0; i < constraints.size(); ++i) {
        const Node &each = constraints[i];
        const size_t start = m_text.tokenAt(each.location());
        size_t next = i + 1 < constraints.size() ? m_text.tokenAt(constraints[i + 1].location()) : end;
        if (collate > start)
            next = std::min(next, collate);
        const QString kind = each.text("contype");
        if (kind == QLatin1String("CONSTR_NOTNULL")) {
            column.nullable = false;
        } else if (kind == QLatin1String("CONSTR_DEFAULT")) {
            const QString text = m_text.text(m_text.findWord({"DEFAULT"}, start, next) + 1, next);
            if (text.compare(QLatin1String("null"), Qt::CaseInsensitive) != 0)
                column.defaultValue = m_dialect.parseDefault(text, column.type);
        } else if (kind == QLatin1String("CONSTR_GENERATED")) {
            const size_t open = m_text.findOpen(m_text.findWord({"AS"}, start, next));
            column.computed = schema::Computed{withoutParentheses(m_text.inside(open)), true};
        } else if (kind == QLatin1String("CONSTR_IDENTITY")) {
            column.nullable = false;
            column.identity = schema::Identity{.kind = each.text("generated_when") == QLatin1String("a") ? schema::Identity::Kind::Always
                                                                                                      : schema::Identity::Kind::ByDefault};
            m_identities.insert(addColumnSequence(table, column, each.list("options")).name);
        } else if (kind == QLatin1String("CONSTR_PRIMARY")) {
            column.nullable = false;
            addConstraint(table, each, column.name, deferralBehind(constraints, i), next);
        } else if (kind != QLatin1String("CONSTR_NULL") && !kind.startsWith(QLatin1String("CONSTR_ATTR_"))) {
            addConstraint(table, each, column.name, deferralBehind(constraints, i), next);
        }
    }
}

void ScriptReader::finishTables()
{
    schema::Catalog &catalog = m_inspection.catalog;
    for (Table &table : catalog.tables) {
        for (schema::ForeignKey &key : table.foreignKeys) {
            const Table *referred = catalog.table(key.referredTable);
            if (key.referredColumns.isEmpty() && referred && referred->primaryKey)
                key.referredColumns = referred->primaryKey->columns;
        }
        std::ranges::sort(table.uniques, {}, &schema::Unique::name);
        std::ranges::sort(table.foreignKeys, {}, &schema::ForeignKey::name);
        std::ranges::sort(table.checks, {}, &schema::Check::name);
        std::ranges::sort(table.exclusions, {}, &schema::Exclusion::name);
        std::ranges::sort(table.indexes, {}, &schema::Index::name);
    }
    // What lies in a schema of its own needs that first.
    for (Definition &each : catalog.definitions) {
        if (!each.name.schema.isEmpty() && std::ranges::find(each.uses, Name(each.name.schema)) == each.uses.end())
            each.uses.push_back(Name(each.name.schema));
    }
}

} // namespace joinery::dialect::script
