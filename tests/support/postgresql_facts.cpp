// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgresql_facts.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace joinery::test {

// Rows of the catalogues go through to_jsonb, so that columns which came with a later version need no name here. Numbers of
// objects and of pages differ by nature; so does what a partition says of where its columns and constraints come from, which
// depends on whether it was attached.
Result<QStringList> postgresqlFacts(driver::Connection &connection)
{
    static const char *const sql = R"(
WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'),
of_extensions AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
rel AS (SELECT c.*, c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM ours)
    AND NOT EXISTS (SELECT 1 FROM of_extensions e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid))
SELECT concat_ws(' ', 'relation', name, relkind, relpersistence, relrowsecurity, relforcerowsecurity, relreplident, reloptions::text,
    (SELECT amname FROM pg_am WHERE oid = relam), pg_get_expr(relpartbound, oid), CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END,
    CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END, (SELECT t.reloptions::text FROM pg_class t WHERE t.oid = reltoastrelid),
    (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = oid)) FROM rel WHERE relkind <> 'i'
UNION ALL SELECT concat_ws(' ', 'column', rel.name, a.attnum - (SELECT count(*) FROM pg_attribute d WHERE d.attrelid = a.attrelid AND d.attnum BETWEEN 1 AND a.attnum AND d.attisdropped),
    a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(f.adbin, f.adrelid), 'identity ' || a.attidentity::text,
    'generated ' || a.attgenerated::text, (SELECT collname FROM pg_collation WHERE oid = a.attcollation), a.attstorage, to_jsonb(a)->>'attcompression',
    nullif(a.attstattarget, -1), CASE WHEN NOT rel.relispartition THEN a.attislocal || ' ' || a.attinhcount END, (SELECT string_agg(o, ',') FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%'))
    FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef f ON f.adrelid = rel.oid AND f.adnum = a.attnum
UNION ALL SELECT concat_ws(' ', 'constraint', coalesce(rel.name, k.contypid::regtype::text), k.conname, k.contype, pg_get_constraintdef(k.oid),
    CASE WHEN NOT rel.relispartition THEN k.conislocal || ' ' || k.coninhcount END)
    FROM pg_constraint k LEFT JOIN rel ON rel.oid = k.conrelid WHERE k.contype <> 't' AND (rel.oid IS NOT NULL OR k.contypid <> 0 AND k.connamespace IN (SELECT oid FROM ours))
UNION ALL SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), i.indisclustered, i.indisreplident, rel.reloptions::text) FROM pg_index i JOIN rel ON rel.oid = i.indexrelid
UNION ALL SELECT concat_ws(' ', 'sequence', rel.name, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
    (SELECT refobjid::regclass || '.' || refobjsubid || deptype::text FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = seqrelid AND d.deptype IN ('a', 'i') LIMIT 1))
    FROM pg_sequence JOIN rel ON rel.oid = seqrelid
UNION ALL SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid)) FROM pg_proc p WHERE p.prokind <> 'a' AND p.pronamespace IN (SELECT oid FROM ours)
    AND NOT EXISTS (SELECT 1 FROM of_extensions e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
UNION ALL SELECT concat_ws(' ', 'aggregate', p.oid::regprocedure, (to_jsonb(g) - 'aggfnoid')::text) FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid WHERE p.pronamespace IN (SELECT oid FROM ours)
    AND g.aggtransfn::oid < 16384
UNION ALL SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t JOIN rel ON rel.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL SELECT concat_ws(' ', 'rule', pg_get_ruledef(r.oid), r.ev_enabled) FROM pg_rewrite r JOIN rel ON rel.oid = r.ev_class
UNION ALL SELECT concat_ws(' ', 'policy', p.schemaname, p.tablename, p.policyname, p.permissive, p.roles::text, p.cmd, p.qual, p.with_check) FROM pg_policies p
UNION ALL SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid), nullif((to_jsonb(s)->>'stxstattarget')::int, -1)) FROM pg_statistic_ext s
UNION ALL SELECT concat_ws(' ', 'type', t.oid::regtype, t.typtype, t.typbasetype::regtype, t.typtypmod, t.typnotnull, pg_get_expr(t.typdefaultbin, 0),
    (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), (SELECT collname FROM pg_collation WHERE oid = t.typcollation),
    (SELECT concat_ws(' ', rngsubtype::regtype, rngsubdiff, (SELECT opcname FROM pg_opclass WHERE oid = rngsubopc)) FROM pg_range WHERE rngtypid = t.oid))
    FROM pg_type t WHERE t.typnamespace IN (SELECT oid FROM ours) AND NOT EXISTS (SELECT 1 FROM of_extensions e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
UNION ALL SELECT concat_ws(' ', 'extension', extname, extnamespace::regnamespace) FROM pg_extension
UNION ALL SELECT concat_ws(' ', 'comment', (pg_identify_object(classoid, objoid, objsubid)).type, (pg_identify_object(classoid, objoid, objsubid)).identity, description)
    FROM pg_description d WHERE d.objoid >= 16384 AND NOT EXISTS (SELECT 1 FROM of_extensions e WHERE e.classid = d.classoid AND e.objid = d.objoid)
    AND d.classoid <> 'pg_extension'::regclass
ORDER BY 1)";
    // Names are written with their schemas, whatever a script left behind.
    JOINERY_TRY(connection.run(QStringLiteral("SET search_path = pg_catalog")));
    JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(QString::fromUtf8(sql)));
    JOINERY_TRY(connection.run(QStringLiteral("RESET search_path")));
    QStringList facts;
    for (int row = 0; row < rows.rowCount(); ++row)
        facts.append(rows.value(row, 0).toText());
    facts.sort();
    return facts;
}

int pgDumpVersion()
{
    QProcess process;
    process.start(QStringLiteral("pg_dump"), {QStringLiteral("--version")});
    if (!process.waitForFinished(60000))
        return 0;
    static const QRegularExpression number(QStringLiteral("\\) (\\d+)"));
    return number.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt();
}

QString differenceOf(const QStringList &left, const QStringList &right)
{
    QStringList onlyLeft, onlyRight;
    std::ranges::set_difference(left, right, std::back_inserter(onlyLeft));
    std::ranges::set_difference(right, left, std::back_inserter(onlyRight));
    QString text;
    for (const QString &each : onlyLeft)
        text += QLatin1String("- ") + each + u'\n';
    for (const QString &each : onlyRight)
        text += QLatin1String("+ ") + each + u'\n';
    return text;
}

} // namespace joinery::test
