// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"

namespace joinery::dialect {

using schema::Definition;
using schema::Name;

Status PostgresqlInspector::readExtensions()
{
    const QString sql = QStringLiteral("SELECT x.extname, n.nspname, nullif(obj_description(x.oid, 'pg_extension'), a.comment) FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n "
                                       "ON n.oid = x.extnamespace LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = x.extname WHERE x.extname <> 'plpgsql' ORDER BY x.oid");
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const QString name = m_dialect.quoteIfNeeded(rows.text(row, 0));
        const QString schema = rows.text(row, 1);
        QString create = QLatin1String("CREATE EXTENSION IF NOT EXISTS ") + name;
        if (schema != QLatin1String("pg_catalog"))
            create += QLatin1String(" WITH SCHEMA ") + m_dialect.quoteIfNeeded(schema);
        define(Definition::Kind::Extension, Name(rows.text(row, 0)), create, QLatin1String("DROP EXTENSION ") + name, QString(), QString());
        if (!rows.isNull(row, 2))
            find(Severity::Info, "IN206", rows.text(row, 0), QStringLiteral("The comment on the extension is another one than it brings, and is not kept: %1").arg(rows.text(row, 2)));
        if (schema != m_defaultSchema && schema != QLatin1String("pg_catalog") && schema != QLatin1String("public"))
            m_inspection.catalog.definitions.back().uses.push_back(Name(schema));
    }
    return {};
}

Status PostgresqlInspector::readFunctions()
{
    const QString sql = QStringLiteral(
        "SELECT p.oid, n.nspname, p.proname, p.prokind, pg_get_function_identity_arguments(p.oid), pg_get_functiondef(p.oid), d.description "
        "FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass "
        "WHERE p.prokind <> 'a' AND %1 AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_proc'::regclass "
        "AND i.objid = p.oid AND i.deptype = 'i') ORDER BY p.oid")
                            .arg(ours("p.oid", "pg_proc"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const bool procedure = rows.text(row, 3) == QLatin1String("p");
        const Name name = nameOf(rows.text(row, 1), rows.text(row, 2));
        const QString what = QLatin1String(procedure ? "PROCEDURE " : "FUNCTION ") + quoted(name) + u'(' + rows.text(row, 4) + u')';
        m_functions.insert(rows.integer(row, 0), m_inspection.catalog.definitions.size());
        define(procedure ? Definition::Kind::Procedure : Definition::Kind::Function, name, rows.text(row, 5).trimmed(),
               QLatin1String("DROP ") + what, what, rows.text(row, 6));
        m_inspection.catalog.definitions.back().signature = rows.text(row, 4);
    }
    return {};
}

Status PostgresqlInspector::readAggregates()
{
    const QString sql = QStringLiteral(
        "SELECT p.oid, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), concat_ws(', ', 'SFUNC = ' || g.aggtransfn::oid::regproc, "
        "'STYPE = ' || format_type(g.aggtranstype, NULL), CASE WHEN g.aggtransspace > 0 THEN 'SSPACE = ' || g.aggtransspace END, "
        "'FINALFUNC = ' || nullif(g.aggfinalfn::oid, 0)::regproc, CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END, "
        "CASE WHEN g.aggfinalfn <> 0 AND g.aggfinalmodify = 's' THEN 'FINALFUNC_MODIFY = SHAREABLE' WHEN g.aggfinalfn <> 0 AND g.aggfinalmodify = 'w' "
        "AND g.aggkind = 'n' THEN 'FINALFUNC_MODIFY = READ_WRITE' END, 'COMBINEFUNC = ' || nullif(g.aggcombinefn::oid, 0)::regproc, "
        "'SERIALFUNC = ' || nullif(g.aggserialfn::oid, 0)::regproc, 'DESERIALFUNC = ' || nullif(g.aggdeserialfn::oid, 0)::regproc, "
        "'INITCOND = ' || quote_literal(g.agginitval), 'MSFUNC = ' || nullif(g.aggmtransfn::oid, 0)::regproc, 'MINVFUNC = ' || nullif(g.aggminvtransfn::oid, 0)::regproc, "
        "CASE WHEN g.aggmtransfn <> 0 THEN 'MSTYPE = ' || format_type(g.aggmtranstype, NULL) END, 'MFINALFUNC = ' || nullif(g.aggmfinalfn::oid, 0)::regproc, "
        "'MINITCOND = ' || quote_literal(g.aggminitval), 'SORTOP = OPERATOR(' || (SELECT quote_ident(sn.nspname) || '.' || so.oprname FROM pg_catalog.pg_operator so "
        "JOIN pg_catalog.pg_namespace sn ON sn.oid = so.oprnamespace WHERE so.oid = g.aggsortop) || ')', "
        "CASE p.proparallel WHEN 's' THEN 'PARALLEL = safe' WHEN 'r' THEN 'PARALLEL = restricted' END, CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END), d.description "
        "FROM pg_catalog.pg_aggregate g JOIN pg_catalog.pg_proc p ON p.oid = g.aggfnoid JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass WHERE %1 ORDER BY p.oid")
                            .arg(ours("p.oid", "pg_proc"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 1), rows.text(row, 2));
        const QString arguments = rows.text(row, 3).isEmpty() ? QStringLiteral("*") : rows.text(row, 3);
        const QString what = QLatin1String("AGGREGATE ") + quoted(name) + u'(' + arguments + u')';
        m_functions.insert(rows.integer(row, 0), m_inspection.catalog.definitions.size());
        define(Definition::Kind::Aggregate, name, QLatin1String("CREATE ") + what + QLatin1String(" (") + rows.text(row, 4) + u')',
               QLatin1String("DROP ") + what, what, rows.text(row, 5));
        m_inspection.catalog.definitions.back().signature = rows.text(row, 3);
    }
    return {};
}

Status PostgresqlInspector::readTriggers()
{
    // Partitions have copies of their parent's row triggers, which come with the parent.
    const QString sql = QStringLiteral(
        "SELECT n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid, true), t.tgenabled, d.description, pn.nspname, p.proname, %3 "
        "FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_trigger'::regclass "
        "WHERE NOT t.tgisinternal AND %1 AND %2 ORDER BY t.oid")
                            .arg(m_version >= 13 ? QStringLiteral("t.tgparentid = 0")
                                                 : QStringLiteral("NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend x WHERE x.classid = 'pg_trigger'::regclass "
                                                                  "AND x.objid = t.oid AND x.refclassid = 'pg_trigger'::regclass AND x.deptype IN ('P', 'S', 'I'))"),
                                 ours("c.oid", "pg_class"),
                                 // A copy may be switched off, or on, by itself.
                                 m_version >= 13 ? QStringLiteral("(WITH RECURSIVE k AS (SELECT x.oid, x.tgrelid, x.tgenabled FROM pg_catalog.pg_trigger x WHERE x.tgparentid = t.oid "
                                                                  "UNION ALL SELECT x.oid, x.tgrelid, x.tgenabled FROM pg_catalog.pg_trigger x JOIN k ON x.tgparentid = k.oid) "
                                                                  "SELECT string_agg(E';\\nALTER TABLE ' || k.tgrelid::regclass || CASE k.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' "
                                                                  "WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE' END || ' TRIGGER ' || quote_ident(t.tgname), '' ORDER BY k.tgrelid) FROM k WHERE k.tgenabled <> t.tgenabled)")
                                                 : QStringLiteral("NULL"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name table = nameOf(rows.text(row, 0), rows.text(row, 1));
        const QString trigger = m_dialect.quoteIfNeeded(rows.text(row, 2));
        const QString on = trigger + QLatin1String(" ON ") + quoted(table);
        QString create = rows.text(row, 3);
        const QChar enabled = rows.text(row, 4).at(0);
        if (enabled != u'O')
            create += QStringLiteral(";\nALTER TABLE %1 %2 TRIGGER %3")
                          .arg(quoted(table), enabled == u'D' ? QStringLiteral("DISABLE") : enabled == u'R' ? QStringLiteral("ENABLE REPLICA")
                                                                                                          : QStringLiteral("ENABLE ALWAYS"), trigger);
        create += rows.text(row, 8);
        define(Definition::Kind::Trigger, Name(table.schema, rows.text(row, 2)), create, QLatin1String("DROP TRIGGER ") + on,
               QLatin1String("TRIGGER ") + on, rows.text(row, 5));
        Definition &definition = m_inspection.catalog.definitions.back();
        definition.table = table;
        definition.uses = {table, nameOf(rows.text(row, 6), rows.text(row, 7))};
    }
    return {};
}

Status PostgresqlInspector::readRules()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, c.relname, r.rulename, pg_get_ruledef(r.oid, true), r.ev_enabled, d.description FROM pg_catalog.pg_rewrite r "
        "JOIN pg_catalog.pg_class c ON c.oid = r.ev_class JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = r.oid AND d.classoid = 'pg_rewrite'::regclass "
        "WHERE r.rulename <> '_RETURN' AND %1 ORDER BY r.oid").arg(ours("c.oid", "pg_class"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name table = nameOf(rows.text(row, 0), rows.text(row, 1));
        const QString rule = m_dialect.quoteIfNeeded(rows.text(row, 2));
        QString create = rows.text(row, 3).trimmed();
        while (create.endsWith(u';'))
            create.chop(1);
        if (rows.text(row, 4) != QLatin1String("O"))
            create += QStringLiteral(";\nALTER TABLE %1 %2 RULE %3").arg(quoted(table), rows.text(row, 4) == QLatin1String("D")
                                                                             ? QStringLiteral("DISABLE") : rows.text(row, 4) == QLatin1String("R")
                                                                             ? QStringLiteral("ENABLE REPLICA") : QStringLiteral("ENABLE ALWAYS"), rule);
        define(Definition::Kind::Rule, Name(table.schema, rows.text(row, 2)), create,
               QStringLiteral("DROP RULE %1 ON %2").arg(rule, quoted(table)),
               QStringLiteral("RULE %1 ON %2").arg(rule, quoted(table)), rows.text(row, 5));
        m_inspection.catalog.definitions.back().table = table;
        m_inspection.catalog.definitions.back().uses = {table};
    }
    return {};
}

Status PostgresqlInspector::readPolicies()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, c.relname, p.polname, p.polpermissive, p.polcmd, CASE WHEN p.polroles <> '{0}' THEN (SELECT string_agg(quote_ident(r.rolname), ', ' "
        "ORDER BY r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)) END, pg_get_expr(p.polqual, p.polrelid), "
        "pg_get_expr(p.polwithcheck, p.polrelid), d.description FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass "
        "WHERE %1 ORDER BY p.oid").arg(ours("c.oid", "pg_class"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name table = nameOf(rows.text(row, 0), rows.text(row, 1));
        const QString on = m_dialect.quoteIfNeeded(rows.text(row, 2)) + QLatin1String(" ON ") + quoted(table);
        QString create = QLatin1String("CREATE POLICY ") + on;
        if (!rows.flag(row, 3))
            create += QLatin1String(" AS RESTRICTIVE");
        switch (rows.text(row, 4).at(0).toLatin1()) {
        case 'r': create += QLatin1String(" FOR SELECT"); break;
        case 'a': create += QLatin1String(" FOR INSERT"); break;
        case 'w': create += QLatin1String(" FOR UPDATE"); break;
        case 'd': create += QLatin1String(" FOR DELETE"); break;
        default: break;
        }
        if (!rows.isNull(row, 5))
            create += QLatin1String(" TO ") + rows.text(row, 5);
        if (!rows.isNull(row, 6))
            create += QLatin1String(" USING (") + withoutParentheses(rows.text(row, 6)) + u')';
        if (!rows.isNull(row, 7))
            create += QLatin1String(" WITH CHECK (") + withoutParentheses(rows.text(row, 7)) + u')';
        define(Definition::Kind::Policy, Name(table.schema, rows.text(row, 2)), create, QLatin1String("DROP POLICY ") + on,
               QLatin1String("POLICY ") + on, rows.text(row, 8));
        m_inspection.catalog.definitions.back().table = table;
        m_inspection.catalog.definitions.back().uses = {table};
    }
    return {};
}

Status PostgresqlInspector::readStatistics()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, s.stxname, pg_get_statisticsobjdef(s.oid), tn.nspname, c.relname, d.description, s.stxstattarget FROM pg_catalog.pg_statistic_ext s "
        "JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid JOIN pg_catalog.pg_namespace tn ON tn.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = s.oid AND d.classoid = 'pg_statistic_ext'::regclass WHERE %1 ORDER BY s.oid")
                            .arg(ours("s.oid", "pg_statistic_ext"));
    // The statistics target came with version 13.
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(m_version >= 13 ? sql : QString(sql).replace(QLatin1String("s.stxstattarget"), QLatin1String("NULL"))));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 0), rows.text(row, 1));
        const Name table = nameOf(rows.text(row, 3), rows.text(row, 4));
        QString create = rows.text(row, 2);
        if (rows.optionalInteger(row, 6).value_or(-1) >= 0)
            create += QStringLiteral(";\nALTER STATISTICS %1 SET STATISTICS %2").arg(quoted(name), rows.text(row, 6));
        define(Definition::Kind::Statistics, name, create, QLatin1String("DROP STATISTICS ") + quoted(name),
               QLatin1String("STATISTICS ") + quoted(name), rows.text(row, 5));
        m_inspection.catalog.definitions.back().table = table;
        m_inspection.catalog.definitions.back().uses = {table};
    }
    return {};
}

} // namespace joinery::dialect
