// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Name;

/// As the server's pg_get_triggerdef.
void ScriptReader::createTrigger(const Node &statement)
{
    // pg_trigger.h
    constexpr int kBefore = 1 << 1, kInsert = 1 << 2, kDelete = 1 << 3, kUpdate = 1 << 4, kTruncate = 1 << 5, kInstead = 1 << 6;
    const Name table = found(statement.plain("relation"));
    const QString trigger = m_dialect.quoteIfNeeded(statement.text("trigname"));
    const int timing = statement.number("timing"), events = statement.number("events");
    QStringList happenings;
    if (events & kInsert)
        happenings.append(QStringLiteral("INSERT"));
    if (events & kDelete)
        happenings.append(QStringLiteral("DELETE"));
    if (events & kUpdate) {
        const QStringList columns = statement.names("columns");
        happenings.append(columns.isEmpty() ? QStringLiteral("UPDATE") : QLatin1String("UPDATE OF ") + quotedAll(columns));
    }
    if (events & kTruncate)
        happenings.append(QStringLiteral("TRUNCATE"));
    QString create = QStringLiteral("CREATE %1TRIGGER %2 %3 %4 ON %5")
                         .arg(statement.flag("isconstraint") ? QStringLiteral("CONSTRAINT ") : QString(), trigger,
                              timing & kBefore ? QStringLiteral("BEFORE") : timing & kInstead ? QStringLiteral("INSTEAD OF") : QStringLiteral("AFTER"),
                              happenings.join(QLatin1String(" OR ")), quoted(table));
    if (statement.has("constrrel"))
        create += QLatin1String(" FROM ") + quoted(found(statement.plain("constrrel")));
    if (statement.flag("isconstraint"))
        create += QStringLiteral(" %1DEFERRABLE INITIALLY %2")
                      .arg(statement.flag("deferrable") ? QString() : QStringLiteral("NOT "),
                           statement.flag("initdeferred") ? QStringLiteral("DEFERRED") : QStringLiteral("IMMEDIATE"));
    if (statement.has("transitionRels")) {
        create += QLatin1String(" REFERENCING");
        for (const bool old : {true, false}) {
            for (const Node &each : statement.list("transitionRels")) {
                if (each.flag("isNew") != old)
                    create += QStringLiteral(" %1 TABLE AS %2").arg(old ? QStringLiteral("OLD") : QStringLiteral("NEW"), m_dialect.quoteIfNeeded(each.text("name")));
            }
        }
    }
    create += statement.flag("row") ? QLatin1String(" FOR EACH ROW") : QLatin1String(" FOR EACH STATEMENT");
    if (statement.has("whenClause"))
        create += QStringLiteral(" WHEN (%1)").arg(withoutParentheses(m_text.inside(m_text.findOpen(m_text.findWord("WHEN", 0)))));
    QStringList values;
    for (const Node &each : statement.list("args"))
        values.append(literal(each.value()));
    const Name function = foundName(statement.names("funcname"));
    create += QStringLiteral(" EXECUTE FUNCTION %1(%2)").arg(quoted(function), values.join(QLatin1String(", ")));
    Definition &made = define(Definition::Kind::Trigger, Name(table.schema, statement.text("trigname")), create,
                              QStringLiteral("DROP TRIGGER %1 ON %2").arg(trigger, quoted(table)));
    made.table = table;
    made.uses = {table, function};
}

void ScriptReader::createRule(const Node &statement)
{
    const Name table = found(statement.plain("relation"));
    const QString rule = m_dialect.quoteIfNeeded(statement.text("rulename"));
    const QString create = QStringLiteral("CREATE RULE %1 %2").arg(rule, m_text.text(m_text.findWord("AS", 0), m_text.count()));
    Definition &made = define(Definition::Kind::Rule, Name(table.schema, statement.text("rulename")), create,
                              QStringLiteral("DROP RULE %1 ON %2").arg(rule, quoted(table)));
    made.table = table;
    made.uses = {table};
    collectUses(statement, made.uses, Name());
}

void ScriptReader::createPolicy(const Node &statement)
{
    const Name table = found(statement.plain("table"));
    const QString on = m_dialect.quoteIfNeeded(statement.text("policy_name")) + QLatin1String(" ON ") + quoted(table);
    QString create = QLatin1String("CREATE POLICY ") + on;
    if (!statement.flag("permissive"))
        create += QLatin1String(" AS RESTRICTIVE");
    const QString command = statement.text("cmd_name");
    if (!command.isEmpty() && command != QLatin1String("all"))
        create += QLatin1String(" FOR ") + command.toUpper();
    QStringList roles;
    for (const Node &role : statement.list("roles")) {
        const QString kind = role.text("roletype");
        if (kind == QLatin1String("ROLESPEC_CSTRING"))
            roles.append(m_dialect.quoteIfNeeded(role.text("rolename")));
        else if (kind != QLatin1String("ROLESPEC_PUBLIC"))
            roles.append(kind.mid(QLatin1String("ROLESPEC_").size()).toUpper());
        if (kind == QLatin1String("ROLESPEC_CURRENT_USER") || kind == QLatin1String("ROLESPEC_SESSION_USER") || kind == QLatin1String("ROLESPEC_CURRENT_ROLE"))
            find("IN212", statement.text("policy_name"), QStringLiteral("Line %1: the policy is for the role that runs the script, which only a server knows.").arg(m_line), Severity::Info);
    }
    roles.sort();
    if (!roles.isEmpty())
        create += QLatin1String(" TO ") + roles.join(QLatin1String(", "));
    if (statement.has("qual"))
        create += QStringLiteral(" USING (%1)").arg(withoutParentheses(m_text.inside(m_text.findOpen(m_text.findWord("USING", 0)))));
    if (statement.has("with_check"))
        create += QStringLiteral(" WITH CHECK (%1)").arg(withoutParentheses(m_text.inside(m_text.findOpen(m_text.findWord("CHECK", 0)))));
    Definition &made = define(Definition::Kind::Policy, Name(table.schema, statement.text("policy_name")), create, QLatin1String("DROP POLICY ") + on);
    made.table = table;
    made.uses = {table};
    collectUses(statement, made.uses, Name());
}

/// As the server's pg_get_statisticsobjdef, which says every schema.
void ScriptReader::createStatistics(const Node &statement)
{
    const std::vector<Node> relations = statement.list("relations");
    const Name table = relations.empty() ? Name() : found(relations.front());
    const QStringList given = statement.names("stat_types");
    QStringList kinds;
    for (const char *kind : {"ndistinct", "dependencies", "mcv"}) {
        if (given.contains(QLatin1String(kind)))
            kinds.append(QLatin1String(kind));
    }
    const QStringList parts = statement.names("defnames");
    if (parts.isEmpty())
        return notKept(table.toString(), QStringLiteral("extended statistics without a name"));
    const Name name = createdName(parts);
    const size_t on = m_text.findWord("ON", 0), from = m_text.findWord("FROM", on);
    const QString create = QStringLiteral("CREATE STATISTICS %1%2 ON %3 FROM %4")
                               .arg(qualified(name), kinds.isEmpty() || kinds.size() == 3 ? QString() : QStringLiteral(" (%1)").arg(kinds.join(QLatin1String(", "))),
                                    m_text.text(on + 1, from), quoted(table));
    Definition &made = define(Definition::Kind::Statistics, name, create, QLatin1String("DROP STATISTICS ") + quoted(name));
    made.table = table;
    made.uses = {table};
}

void ScriptReader::alterStatistics(const Node &statement)
{
    const Name name = foundName(statement.names("defnames"));
    if (Definition *each = definition({Definition::Kind::Statistics}, name))
        each->createSql += QStringLiteral(";\nALTER STATISTICS %1 SET STATISTICS %2").arg(quoted(name), m_text.numberBehind(m_text.findWord("SET", 0) + 1));
    else
        notKept(name.toString(), QStringLiteral("a change of statistics that the script does not make"));
}

} // namespace joinery::dialect::script
