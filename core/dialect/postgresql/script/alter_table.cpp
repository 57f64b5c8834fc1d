// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

#include "core/operation/apply.h"

namespace joinery::dialect::script {

using schema::Column;
using schema::Name;
using schema::Table;

namespace {

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *each) { return word == QLatin1String(each); });
}

/// Empty where it is as it is made.
QString switchOf(const QString &kind)
{
    return kind.startsWith(QLatin1String("AT_Disable")) ? QStringLiteral("DISABLE")
        : kind.contains(QLatin1String("Always")) ? QStringLiteral("ENABLE ALWAYS")
        : kind.contains(QLatin1String("Replica")) ? QStringLiteral("ENABLE REPLICA") : QString();
}

} // namespace

void ScriptReader::alterTable(const Node &statement)
{
    const Node relation = statement.plain("relation");
    const Name name = found(relation);
    const QString object = statement.text("objtype");
    for (const Node &command : statement.list("cmds")) {
        const QString kind = command.text("subtype");
        // Owners are roles of one server; an index of a partition is known by the table that it belongs to.
        if (kind == QLatin1String("AT_ChangeOwner") || (object == QLatin1String("OBJECT_INDEX") && kind == QLatin1String("AT_AttachPartition")))
            continue;
        Table *table = m_inspection.catalog.table(name);
        if (!table) {
            const auto view = std::ranges::find(m_inspection.catalog.views, name, &schema::View::name);
            const bool known = view != m_inspection.catalog.views.end();
            if (known && kind == QLatin1String("AT_SetRelOptions")) {
                takeOptions(view->options, command.child("def").list("items"));
                continue;
            }
            if (object == QLatin1String("OBJECT_INDEX") && alterIndex(name, command))
                continue;
            if (!statement.flag("missing_ok") || known)
                notKept(name.toString(), known ? QStringLiteral("a change of a view (%1)").arg(kind)
                                              : QStringLiteral("%1 of what the script does not make as a table").arg(kind));
            continue;
        }
        if (kind == QLatin1String("AT_AddColumn")) {
            addColumn(*table, command.child("def"));
        } else if (kind == QLatin1String("AT_AddConstraint")) {
            const Node constraint = command.child("def");
            const size_t end = m_text.endOfItem(m_text.tokenAt(constraint.location()));
            addConstraint(*table, constraint, QString(), deferralOf(constraint), end);
            const QString what = constraint.text("contype");
            const bool copied = relation.flag("inh") && what == QLatin1String("CONSTR_CHECK") && !constraint.flag("is_no_inherit");
            for (const Name &child : copied ? childrenOf(name) : std::vector<Name>()) {
                Table *heir = m_inspection.catalog.table(child);
                schema::Check check = table->checks.back();
                if (heir->options.contains(QStringLiteral("inherits")))
                    check.options.insert(QStringLiteral("inherited"), QStringLiteral("true"));
                heir->checks.push_back(std::move(check));
            }
        } else if (isOneOf(kind, {"AT_ColumnDefault", "AT_DropNotNull", "AT_SetNotNull", "AT_SetStatistics", "AT_SetStorage", "AT_SetCompression",
                                  "AT_SetOptions", "AT_AlterColumnGenericOptions", "AT_AlterColumnType", "AT_AddIdentity", "AT_SetIdentity", "AT_DropIdentity", "AT_DropColumn"})) {
            alterColumn(*table, command);
        } else if (kind == QLatin1String("AT_AttachPartition")) {
            attachPartition(*table, command);
        } else if (kind == QLatin1String("AT_AddInherit")) {
            const Name parent = found(command.child("def"));
            QString &list = table->options[QStringLiteral("inherits")];
            list += (list.isEmpty() ? QString() : QStringLiteral(", ")) + quoted(parent);
            m_parents[name].push_back(parent);
            table->uses.push_back(parent);
        } else if (!alterTrigger(*table, command)) {
            alterOptions(*table, command);
        }
    }
}

void ScriptReader::alterColumn(Table &table, const Node &command)
{
    const QString kind = command.text("subtype");
    Column *column = table.column(command.text("name"));
    if (!column) {
        if (!command.flag("missing_ok"))
            notKept(table.name.toString() + u'.' + command.text("name"), QStringLiteral("a change of a column that the script does not make"));
        return;
    }
    const Node definition = command.child("def");
    if (kind == QLatin1String("AT_ColumnDefault")) {
        column->defaultValue.reset();
        if (!definition.isNull()) {
            size_t at = 0; // the one of this column: several may be set in one statement
            for (at = m_text.findWord("DEFAULT", 0); at < m_text.count(); at = m_text.findWord("DEFAULT", at + 1)) {
                const QString before = at >= 2 ? m_text.text(at - 2, at - 1) : QString();
                if (m_text.isWord(at - 1, "SET") && sql::unquotedName(before).compare(column->name, Qt::CaseInsensitive) == 0)
                    break;
            }
            const QString text = m_text.text(at + 1, m_text.endOfItem(at + 1));
            if (text.compare(QLatin1String("null"), Qt::CaseInsensitive) != 0)
                column->defaultValue = m_dialect.parseDefault(text, column->type);
        }
    } else if (kind == QLatin1String("AT_DropNotNull")) {
        column->nullable = true;
    } else if (kind == QLatin1String("AT_SetNotNull")) {
        column->nullable = false;
    } else if (kind == QLatin1String("AT_SetStatistics")) {
        const QString target = m_text.numberBehind(m_text.findWord("STATISTICS", 0));
        if (target.startsWith(u'-'))
            column->options.remove(QStringLiteral("statistics"));
        else
            column->options.insert(QStringLiteral("statistics"), target);
    } else if (kind == QLatin1String("AT_SetStorage")) {
        // What a type has by itself is not kept.
        const bool usual = definition.value().compare(QLatin1String(column->type.kind == schema::TypeKind::Numeric ? "main" : "extended"), Qt::CaseInsensitive) == 0;
        if (usual)
            column->options.remove(QStringLiteral("storage"));
        else
            column->options.insert(QStringLiteral("storage"), definition.value().toUpper());
    } else if (kind == QLatin1String("AT_SetCompression")) {
        column->options.insert(QStringLiteral("compression"), definition.value());
    } else if (kind == QLatin1String("AT_SetOptions")) {
        QStringList parts;
        for (const Node &option : command.child("def").list("items"))
            parts.append(option.text("defname") + u'=' + optionValue(option));
        column->options.insert(QStringLiteral("options"), parts.join(QLatin1String(", ")));
    } else if (kind == QLatin1String("AT_AlterColumnGenericOptions")) {
        column->options.insert(QStringLiteral("foreign_options"), foreignOptions(command.child("def").list("items")));
    } else if (kind == QLatin1String("AT_AlterColumnType")) {
        column->type = typeOf(definition.plain("typeName"));
        column->collation = collationOf(definition.plain("collClause"));
    } else if (kind == QLatin1String("AT_AddIdentity")) {
        column->nullable = false;
        column->identity = schema::Identity{.kind = definition.text("generated_when") == QLatin1String("a") ? schema::Identity::Kind::Always
                                                                                                         : schema::Identity::Kind::ByDefault};
        m_identities.insert(addColumnSequence(table, *column, definition.list("options")).name);
    } else if (kind == QLatin1String("AT_DropIdentity") || kind == QLatin1String("AT_DropColumn")) {
        std::erase_if(m_inspection.catalog.sequences, [&](const schema::Sequence &each) {
            return each.ownedByTable == table.name && each.ownedByColumn == column->name;
        });
        column->identity.reset();
        if (kind == QLatin1String("AT_DropColumn")) {
            const operation::DropColumn drop{table.name, *column, {}};
            if (const auto done = operation::apply(m_inspection.catalog, drop); !done)
                notKept(table.name.toString(), QStringLiteral("DROP COLUMN (%1)").arg(done.error().message));
        }
    } else {
        notKept(table.name.toString() + u'.' + column->name, kind);
    }
}

bool ScriptReader::alterIndex(const Name &name, const Node &command)
{
    for (Table &table : m_inspection.catalog.tables) {
        const auto index = std::ranges::find(table.indexes, name.name, &schema::Index::name);
        if (table.name.schema != name.schema || index == table.indexes.end())
            continue;
        if (command.text("subtype") == QLatin1String("AT_SetRelOptions")) {
            takeOptions(index->options, command.child("def").list("items"));
            return true;
        }
        if (command.text("subtype") != QLatin1String("AT_SetStatistics"))
            return false;
        QString &all = index->options[QStringLiteral("column_statistics")];
        all += (all.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(command.number("num")) + u'='
            + m_text.numberBehind(m_text.findWord("STATISTICS", 0));
        return true;
    }
    return false;
}

bool ScriptReader::alterTrigger(Table &table, const Node &command)
{
    const QString kind = command.text("subtype");
    const bool rule = isOneOf(kind, {"AT_EnableRule", "AT_EnableAlwaysRule", "AT_EnableReplicaRule", "AT_DisableRule"});
    if (!rule && !isOneOf(kind, {"AT_EnableTrig", "AT_EnableAlwaysTrig", "AT_EnableReplicaTrig", "AT_DisableTrig"}))
        return false;
    const Name name(table.name.schema, command.text("name"));
    Definition *each = definition({rule ? Definition::Kind::Rule : Definition::Kind::Trigger}, name, table.name);
    // A partition's copy of a trigger is switched by itself.
    for (std::vector<Name> above = m_parents.value(table.name); !rule && !each && !above.empty(); above = m_parents.value(above.front()))
        each = definition({Definition::Kind::Trigger}, Name(above.front().schema, name.name), above.front());
    if (each && each->table != table.name) {
        each->createSql += QStringLiteral(";\nALTER TABLE %1 %2 TRIGGER %3").arg(quoted(table.name), switchOf(kind).isEmpty() ? QStringLiteral("ENABLE") : switchOf(kind), m_dialect.quoteIfNeeded(name.name));
        return true;
    }
    if (!each) {
        notKept(name.toString(), QStringLiteral("a change of a trigger or rule that the script does not make"));
        return true;
    }
    const QString before = QStringLiteral(";\nALTER TABLE ");
    if (const qsizetype at = each->createSql.indexOf(before); at >= 0)
        each->createSql.truncate(at);
    const QString words = switchOf(kind);
    if (!words.isEmpty())
        each->createSql += QStringLiteral("%1%2 %3 %4 %5").arg(before, quoted(table.name), words, rule ? QStringLiteral("RULE") : QStringLiteral("TRIGGER"),
                                                              m_dialect.quoteIfNeeded(name.name));
    return true;
}

void ScriptReader::alterOptions(Table &table, const Node &command)
{
    const QString kind = command.text("subtype");
    const Node definition = command.child("def");
    const auto set = [&](const char *key, const QString &value) { table.options.insert(QLatin1String(key), value); };
    const bool forced = table.options.contains(QStringLiteral("force_row_security")) || table.options.value(QStringLiteral("row_security")) == QLatin1String("force");
    if (kind == QLatin1String("AT_AddOf")) {
        set("of_type", formatType(definition));
    } else if (kind == QLatin1String("AT_ClusterOn")) {
        set("cluster_on", command.text("name"));
    } else if (kind == QLatin1String("AT_DropCluster")) {
        table.options.remove(QStringLiteral("cluster_on"));
    } else if (kind == QLatin1String("AT_SetRelOptions")) {
        takeOptions(table.options, command.child("def").list("items"));
    } else if (kind == QLatin1String("AT_ResetRelOptions")) {
        for (const Node &option : command.child("def").list("items"))
            table.options.remove(option.text("defname"));
    } else if (kind == QLatin1String("AT_ReplicaIdentity")) {
        const QString type = definition.text("identity_type");
        if (type == QLatin1String("d"))
            table.options.remove(QStringLiteral("replica_identity"));
        else
            set("replica_identity", type == QLatin1String("f") ? QStringLiteral("FULL") : type == QLatin1String("n") ? QStringLiteral("NOTHING")
                                                                  : QLatin1String("USING INDEX ") + m_dialect.quoteIfNeeded(definition.text("name")));
    } else if (kind == QLatin1String("AT_EnableRowSecurity")) {
        table.options.remove(QStringLiteral("force_row_security"));
        set("row_security", forced ? QStringLiteral("force") : QStringLiteral("true"));
    } else if (kind == QLatin1String("AT_DisableRowSecurity")) {
        table.options.remove(QStringLiteral("row_security"));
        if (forced)
            set("force_row_security", QStringLiteral("true"));
    } else if (kind == QLatin1String("AT_ForceRowSecurity")) {
        if (table.options.contains(QStringLiteral("row_security")))
            set("row_security", QStringLiteral("force"));
        else
            set("force_row_security", QStringLiteral("true"));
    } else if (kind == QLatin1String("AT_NoForceRowSecurity")) {
        table.options.remove(QStringLiteral("force_row_security"));
        if (table.options.contains(QStringLiteral("row_security")))
            set("row_security", QStringLiteral("true"));
    } else if (kind == QLatin1String("AT_SetLogged")) {
        table.options.remove(QStringLiteral("unlogged"));
    } else if (kind == QLatin1String("AT_SetUnLogged")) {
        set("unlogged", QStringLiteral("true"));
    } else if (kind == QLatin1String("AT_SetTableSpace")) {
        if (command.text("name") == QLatin1String("pg_default"))
            table.options.remove(QStringLiteral("tablespace"));
        else
            set("tablespace", command.text("name"));
    } else if (kind == QLatin1String("AT_ValidateConstraint")) {
        for (schema::ForeignKey &key : table.foreignKeys)
            key.validated = key.validated || key.name == command.text("name");
        for (schema::Check &check : table.checks)
            check.validated = check.validated || check.name == command.text("name");
    } else if (kind == QLatin1String("AT_DropConstraint")) {
        const QString name = command.text("name");
        const auto named = [&](const auto &each) { return each.name == name; };
        std::erase_if(table.uniques, named);
        std::erase_if(table.foreignKeys, named);
        std::erase_if(table.checks, named);
        std::erase_if(table.exclusions, named);
        if (table.primaryKey && table.primaryKey->name == name)
            table.primaryKey.reset();
    } else {
        notKept(table.name.toString(), kind);
    }
}

void ScriptReader::attachPartition(Table &parent, const Node &command)
{
    const Node partition = command.child("def");
    Table *child = tableOf(partition.plain("name"));
    if (!child)
        return notKept(partition.plain("name").text("relname"), QStringLiteral("a partition that the script does not make"));
    const size_t bound = m_text.findWord({"VALUES", "DEFAULT"}, m_text.findWord("ATTACH", 0), m_text.count());
    child->options.insert(QStringLiteral("partition_of"), quoted(parent.name));
    child->options.insert(QStringLiteral("partition_bound"), partitionBound(m_text.isWord(bound, "VALUES") ? bound - 1 : bound));
    child->uses.push_back(parent.name);
    m_parents[child->name].push_back(parent.name);
    // What the parent has and the partition has not comes with the attachment.
    Table missing = *child;
    takePartition(missing, parent);
    if (!child->primaryKey)
        child->primaryKey = missing.primaryKey;
    for (const schema::Unique &unique : missing.uniques) {
        if (std::ranges::find(child->uniques, unique.columns, &schema::Unique::columns) == child->uniques.end())
            child->uniques.push_back(unique);
    }
    for (const schema::Index &index : missing.indexes) {
        if (std::ranges::find(child->indexes, index.items, &schema::Index::items) == child->indexes.end())
            child->indexes.push_back(index);
    }
}

} // namespace joinery::dialect::script
