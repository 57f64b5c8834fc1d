// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"

namespace joinery::dialect {

using schema::Definition;
using schema::Name;

namespace {

/// The name of a thing as it is written while the search_path is its default schema alone.
QString written(const char *schema, const char *name, bool quoted = true)
{
    return QStringLiteral("CASE WHEN %1 = current_schema() THEN '' ELSE quote_ident(%1) || '.' END || %2")
        .arg(QLatin1String(schema), quoted ? QStringLiteral("quote_ident(%1)").arg(QLatin1String(name)) : QLatin1String(name));
}

QString writtenOperator(const char *oid)
{
    return QStringLiteral("(SELECT 'OPERATOR(' || quote_ident(on_.nspname) || '.' || oo.oprname || ')' FROM pg_catalog.pg_operator oo "
                          "JOIN pg_catalog.pg_namespace on_ ON on_.oid = oo.oprnamespace WHERE oo.oid = %1)").arg(QLatin1String(oid));
}

/// Options of foreign data, "host=localhost" each, as OPTIONS has them.
QString foreignOptions(const char *array)
{
    return QStringLiteral("(SELECT ' OPTIONS (' || string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value), ', ') || ')' "
                          "FROM pg_options_to_table(%1))").arg(QLatin1String(array));
}

QString members(const char *table, const char *refclass, const char *oid, const char *depend)
{
    const bool operators = QLatin1String(table) == QLatin1String("pg_amop");
    const QString text = operators
        ? QStringLiteral("'OPERATOR ' || m.amopstrategy || ' ' || m.amopopr::regoperator || CASE WHEN m.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || "
                         "(SELECT quote_ident(sn.nspname) || '.' || quote_ident(sf.opfname) FROM pg_catalog.pg_opfamily sf JOIN pg_catalog.pg_namespace sn "
                         "ON sn.oid = sf.opfnamespace WHERE sf.oid = m.amopsortfamily) ELSE '' END, ', ' ORDER BY m.amopstrategy, m.amopopr")
        : QStringLiteral("'FUNCTION ' || m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', ' || format_type(m.amprocrighttype, NULL) || ') ' || "
                         "m.amproc::regprocedure, ', ' ORDER BY m.amprocnum, m.amproc");
    return QStringLiteral("(SELECT string_agg(%1) FROM pg_catalog.%2 m JOIN pg_catalog.pg_depend md ON md.classid = '%2'::regclass AND md.objid = m.oid "
                          "AND md.refclassid = '%3'::regclass AND md.refobjid = %4 AND md.deptype = '%5')")
        .arg(text, QLatin1String(table), QLatin1String(refclass), QLatin1String(oid), QLatin1String(depend));
}

struct Part
{
    const char *what;       ///< as COMMENT ON and DROP call it
    const char *catalog;
    const char *from;       ///< FROM and WHERE; x is the object, n its schema where it has one
    QString name;           ///< plain; without a schema, NULL
    QString identity;       ///< behind DROP and COMMENT ON
    QString create;
    bool inSchema = true;
};

/// Everything of which a catalogue keeps the statement alone, in the order in which it is created.
std::vector<Part> parts(int version)
{
    const QString collation = written("n.nspname", "x.collname");
    const QString icu = version >= 17 ? QStringLiteral("x.colllocale") : version >= 15 ? QStringLiteral("x.colliculocale") : QStringLiteral("x.collcollate");
    const QString op = written("n.nspname", "x.oprname", false);
    const QString opArguments = QStringLiteral("' (' || CASE WHEN x.oprleft = 0 THEN 'NONE' ELSE format_type(x.oprleft, NULL) END || ', ' || "
                                               "CASE WHEN x.oprright = 0 THEN 'NONE' ELSE format_type(x.oprright, NULL) END || ')'");
    const QString family = written("n.nspname", "x.opfname") + QLatin1String(" || ' USING ' || quote_ident(am.amname)");
    const QString opclass = written("n.nspname", "x.opcname");
    const QString dictionary = written("n.nspname", "x.dictname"), configuration = written("n.nspname", "x.cfgname"), conversion = written("n.nspname", "x.conname");
    const QString castName = QStringLiteral("'(' || format_type(x.castsource, NULL) || ' AS ' || format_type(x.casttarget, NULL) || ')'");
    const QString plain = QStringLiteral("quote_ident(%1)");
    const QString named = QStringLiteral("nullif(%1::oid, 0)::regproc");
    const QString publication = QStringLiteral("quote_ident(x.pubname)");
    // What a publication tells of its tables came with version 15.
    const QString published = version >= 15
        ? QStringLiteral("coalesce(' FOR ' || nullif(concat_ws(', ', (SELECT 'TABLE ' || string_agg('ONLY ' || pr.prrelid::regclass || coalesce(' (' || (SELECT string_agg(quote_ident(pa.attname), ', ' "
                         "ORDER BY pa.attnum) FROM pg_catalog.pg_attribute pa WHERE pa.attrelid = pr.prrelid AND pa.attnum = ANY (pr.prattrs)) || ')', '') || "
                         "coalesce(' WHERE (' || pg_get_expr(pr.prqual, pr.prrelid) || ')', ''), ', ' ORDER BY pr.prrelid::regclass::text COLLATE \"C\") FROM pg_catalog.pg_publication_rel pr WHERE pr.prpubid = x.oid), "
                         "(SELECT 'TABLES IN SCHEMA ' || string_agg(quote_ident(ps.nspname), ', ' ORDER BY ps.nspname) FROM pg_catalog.pg_publication_namespace pn "
                         "JOIN pg_catalog.pg_namespace ps ON ps.oid = pn.pnnspid WHERE pn.pnpubid = x.oid)), ''), '')")
        : QStringLiteral("coalesce(' FOR TABLE ' || (SELECT string_agg('ONLY ' || pr.prrelid::regclass, ', ' ORDER BY pr.prrelid::regclass::text COLLATE \"C\") FROM pg_catalog.pg_publication_rel pr "
                         "WHERE pr.prpubid = x.oid), '')");
    return {
        {"LANGUAGE", "pg_language", "pg_catalog.pg_language x WHERE x.lanispl", QStringLiteral("x.lanname"), plain.arg(QLatin1String("x.lanname")),
         QStringLiteral("'CREATE ' || CASE WHEN x.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(x.lanname) || ' HANDLER ' || x.lanplcallfoid::regproc "
                        "|| coalesce(' INLINE ' || %1, '') || coalesce(' VALIDATOR ' || %2, '')")
             .arg(named.arg(QLatin1String("x.laninline")), named.arg(QLatin1String("x.lanvalidator"))), false},
        {"ACCESS METHOD", "pg_am", "pg_catalog.pg_am x WHERE true", QStringLiteral("x.amname"), plain.arg(QLatin1String("x.amname")),
         QStringLiteral("'CREATE ACCESS METHOD ' || quote_ident(x.amname) || CASE x.amtype WHEN 't' THEN ' TYPE TABLE' ELSE ' TYPE INDEX' END || ' HANDLER ' || x.amhandler"), false},
        {"FOREIGN DATA WRAPPER", "pg_foreign_data_wrapper", "pg_catalog.pg_foreign_data_wrapper x WHERE true", QStringLiteral("x.fdwname"), plain.arg(QLatin1String("x.fdwname")),
         QStringLiteral("'CREATE FOREIGN DATA WRAPPER ' || quote_ident(x.fdwname) || coalesce(' HANDLER ' || %1, '') || coalesce(' VALIDATOR ' || %2, '') || coalesce(%3, '')")
             .arg(named.arg(QLatin1String("x.fdwhandler")), named.arg(QLatin1String("x.fdwvalidator")), foreignOptions("x.fdwoptions")), false},
        {"SERVER", "pg_foreign_server", "pg_catalog.pg_foreign_server x JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = x.srvfdw WHERE true",
         QStringLiteral("x.srvname"), plain.arg(QLatin1String("x.srvname")),
         QStringLiteral("'CREATE SERVER ' || quote_ident(x.srvname) || coalesce(' TYPE ' || quote_literal(x.srvtype), '') || coalesce(' VERSION ' || quote_literal(x.srvversion), '') "
                        "|| ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || coalesce(%1, '')").arg(foreignOptions("x.srvoptions")), false},
        {"COLLATION", "pg_collation", "pg_catalog.pg_collation x JOIN pg_catalog.pg_namespace n ON n.oid = x.collnamespace WHERE true", QStringLiteral("x.collname"), collation,
         QStringLiteral("'CREATE COLLATION ' || %1 || ' (provider = ' || CASE x.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc' END "
                        "|| CASE WHEN NOT x.collisdeterministic THEN ', deterministic = false' ELSE '' END || CASE WHEN x.collprovider IN ('i', 'b') THEN ', locale = ' || quote_literal(%2) "
                        "WHEN x.collcollate = x.collctype THEN ', locale = ' || quote_literal(x.collcollate) "
                        "ELSE ', lc_collate = ' || quote_literal(x.collcollate) || ', lc_ctype = ' || quote_literal(x.collctype) END%3 || ')'")
             .arg(collation, icu, version >= 16 ? QStringLiteral(" || coalesce(', rules = ' || quote_literal(x.collicurules), '')") : QString())},
        {"TEXT SEARCH DICTIONARY", "pg_ts_dict", "pg_catalog.pg_ts_dict x JOIN pg_catalog.pg_namespace n ON n.oid = x.dictnamespace JOIN pg_catalog.pg_ts_template t ON t.oid = x.dicttemplate "
         "JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace WHERE true", QStringLiteral("x.dictname"), dictionary,
         QStringLiteral("'CREATE TEXT SEARCH DICTIONARY ' || %1 || ' (TEMPLATE = ' || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) || coalesce(', ' || x.dictinitoption, '') || ')'")
             .arg(dictionary)},
        {"TEXT SEARCH CONFIGURATION", "pg_ts_config", "pg_catalog.pg_ts_config x JOIN pg_catalog.pg_namespace n ON n.oid = x.cfgnamespace JOIN pg_catalog.pg_ts_parser p ON p.oid = x.cfgparser "
         "JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace WHERE true", QStringLiteral("x.cfgname"), configuration,
         QStringLiteral("'CREATE TEXT SEARCH CONFIGURATION ' || %1 || ' (PARSER = ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')' || "
                        "coalesce((SELECT string_agg(E';\\nALTER TEXT SEARCH CONFIGURATION ' || %1 || ' ADD MAPPING FOR ' || quote_ident(k.alias) || ' WITH ' || k.dicts, '' ORDER BY k.tokid) "
                        "FROM (SELECT tt.tokid, tt.alias, string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dicts FROM pg_catalog.pg_ts_config_map m "
                        "JOIN ts_token_type(x.cfgparser) tt ON tt.tokid = m.maptokentype WHERE m.mapcfg = x.oid GROUP BY tt.tokid, tt.alias) k), '')").arg(configuration)},
        {"OPERATOR", "pg_operator", "pg_catalog.pg_operator x JOIN pg_catalog.pg_namespace n ON n.oid = x.oprnamespace WHERE x.oprcode <> 0", QStringLiteral("x.oprname"), op + QLatin1String(" || ") + opArguments,
         QStringLiteral("'CREATE OPERATOR ' || %1 || ' (' || concat_ws(', ', 'FUNCTION = ' || x.oprcode, CASE WHEN x.oprleft <> 0 THEN 'LEFTARG = ' || format_type(x.oprleft, NULL) END, "
                        "CASE WHEN x.oprright <> 0 THEN 'RIGHTARG = ' || format_type(x.oprright, NULL) END, 'COMMUTATOR = ' || %2, 'NEGATOR = ' || %3, CASE WHEN x.oprcanmerge THEN 'MERGES' END, "
                        "CASE WHEN x.oprcanhash THEN 'HASHES' END, 'RESTRICT = ' || nullif(x.oprrest::oid, 0)::regproc, 'JOIN = ' || nullif(x.oprjoin::oid, 0)::regproc) || ')'")
             .arg(op, writtenOperator("x.oprcom"), writtenOperator("x.oprnegate"))},
        {"OPERATOR FAMILY", "pg_opfamily", "pg_catalog.pg_opfamily x JOIN pg_catalog.pg_namespace n ON n.oid = x.opfnamespace JOIN pg_catalog.pg_am am ON am.oid = x.opfmethod WHERE true",
         QStringLiteral("x.opfname"), family,
         QStringLiteral("'CREATE OPERATOR FAMILY ' || %1 || coalesce(E';\\nALTER OPERATOR FAMILY ' || %1 || ' ADD ' || nullif(concat_ws(', ', %2, %3), ''), '')")
             .arg(family, members("pg_amop", "pg_opfamily", "x.oid", "a"), members("pg_amproc", "pg_opfamily", "x.oid", "a"))},
        {"OPERATOR CLASS", "pg_opclass", "pg_catalog.pg_opclass x JOIN pg_catalog.pg_namespace n ON n.oid = x.opcnamespace JOIN pg_catalog.pg_am am ON am.oid = x.opcmethod "
         "JOIN pg_catalog.pg_opfamily f ON f.oid = x.opcfamily JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace WHERE true",
         QStringLiteral("x.opcname"), opclass + QLatin1String(" || ' USING ' || quote_ident(am.amname)"),
         QStringLiteral("'CREATE OPERATOR CLASS ' || %1 || CASE WHEN x.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE ' || format_type(x.opcintype, NULL) || ' USING ' || quote_ident(am.amname) || "
                        "' FAMILY ' || %2 || ' AS ' || coalesce(nullif(concat_ws(', ', CASE WHEN x.opckeytype <> 0 THEN 'STORAGE ' || format_type(x.opckeytype, NULL) END, %3, %4), ''), "
                        "'STORAGE ' || format_type(x.opcintype, NULL))")
             .arg(opclass, written("fn.nspname", "f.opfname"), members("pg_amop", "pg_opclass", "x.oid", "i"), members("pg_amproc", "pg_opclass", "x.oid", "i"))},
        {"CONVERSION", "pg_conversion", "pg_catalog.pg_conversion x JOIN pg_catalog.pg_namespace n ON n.oid = x.connamespace WHERE true", QStringLiteral("x.conname"), conversion,
         QStringLiteral("'CREATE ' || CASE WHEN x.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || %1 || ' FOR ' || quote_literal(pg_encoding_to_char(x.conforencoding)) || ' TO ' || "
                        "quote_literal(pg_encoding_to_char(x.contoencoding)) || ' FROM ' || x.conproc").arg(conversion)},
        {"CAST", "pg_cast", "pg_catalog.pg_cast x WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_cast'::regclass AND i.objid = x.oid AND i.deptype = 'i')",
         QStringLiteral("format_type(x.castsource, NULL) || ' to ' || format_type(x.casttarget, NULL)"), castName,
         QStringLiteral("'CREATE CAST ' || %1 || CASE x.castmethod WHEN 'i' THEN ' WITH INOUT' WHEN 'b' THEN ' WITHOUT FUNCTION' ELSE ' WITH FUNCTION ' || x.castfunc::regprocedure END || "
                        "CASE x.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END").arg(castName), false},
        {"PUBLICATION", "pg_publication", "pg_catalog.pg_publication x WHERE true", QStringLiteral("x.pubname"), publication,
         QStringLiteral("'CREATE PUBLICATION ' || %1 || CASE WHEN x.puballtables THEN ' FOR ALL TABLES' ELSE %2 END || coalesce(' WITH (' || nullif(concat_ws(', ', CASE WHEN NOT (x.pubinsert AND x.pubupdate AND x.pubdelete AND x.pubtruncate) THEN 'publish = ''' || concat_ws(', ', "
                        "CASE WHEN x.pubinsert THEN 'insert' END, CASE WHEN x.pubupdate THEN 'update' END, CASE WHEN x.pubdelete THEN 'delete' END, CASE WHEN x.pubtruncate THEN 'truncate' END) || '''' END%3), '') || ')', '')")
             .arg(publication, published, version >= 13 ? QStringLiteral(", CASE WHEN x.pubviaroot THEN 'publish_via_partition_root = true' END") : QString()), false},
        {"EVENT TRIGGER", "pg_event_trigger", "pg_catalog.pg_event_trigger x WHERE true", QStringLiteral("x.evtname"), QStringLiteral("quote_ident(x.evtname)"),
         QStringLiteral("'CREATE EVENT TRIGGER ' || quote_ident(x.evtname) || ' ON ' || quote_ident(x.evtevent) || coalesce(E'\\n         WHEN TAG IN (' || (SELECT string_agg(quote_literal(t), ', ') "
                        "FROM unnest(x.evttags) t) || ')', '') || E'\\n   EXECUTE FUNCTION ' || x.evtfoid::regproc || '()' || CASE x.evtenabled WHEN 'O' THEN '' ELSE E';\\nALTER EVENT TRIGGER ' || "
                        "quote_ident(x.evtname) || CASE x.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END END"), false},
    };
}

Definition::Kind kindOf(const QString &what)
{
    if (what.startsWith(QLatin1String("OPERATOR")))
        return Definition::Kind::Operator;
    return what == QLatin1String("EVENT TRIGGER") ? Definition::Kind::Event : Definition::Kind::Other;
}

} // namespace

// Operators, casts, collations and the like: statements are made by the server itself, in one query.
Status PostgresqlInspector::readObjects()
{
    QStringList queries;
    int order = 0;
    for (const Part &part : parts(m_version)) {
        // What belongs to no schema is read with everything only; oids below 16384 are the server's own.
        if (!part.inSchema && !m_options.schemas.isEmpty())
            continue;
        const QString catalog = QLatin1String(part.catalog);
        const QString mine = part.inSchema
            ? ours("x.oid", part.catalog)
            : QStringLiteral("x.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = '%1'::regclass AND e.objid = x.oid AND e.deptype = 'e')").arg(catalog);
        queries << QStringLiteral("SELECT %1 AS part, '%2' AS what, '%3' AS catalog, x.oid::bigint AS oid, ").arg(order++).arg(QLatin1String(part.what), catalog)
                + (part.inSchema ? QStringLiteral("n.nspname::text") : QStringLiteral("NULL::text"))
                + QLatin1String(", (") + part.name + QLatin1String(")::text, (") + part.identity + QLatin1String(")::text, (") + part.create
                + QLatin1String(")::text, obj_description(x.oid, '") + catalog + QLatin1String("') FROM ") + QLatin1String(part.from) + QLatin1String(" AND ") + mine;
    }
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(queries.join(QLatin1String(" UNION ALL ")) + QLatin1String(" ORDER BY part, oid")));
    for (int row = 0; row < rows.count(); ++row) {
        const QString what = rows.text(row, 1), identity = rows.text(row, 6);
        const Name name = rows.isNull(row, 4) ? Name(rows.text(row, 5)) : nameOf(rows.text(row, 4), rows.text(row, 5));
        m_objects.insert({rows.text(row, 2), rows.integer(row, 3)}, m_inspection.catalog.definitions.size());
        define(kindOf(what), name, rows.text(row, 7), QLatin1String("DROP ") + what + u' ' + identity, what + u' ' + identity, rows.text(row, 8));
        // Operators of one name differ by their sides; classes and families by their method.
        m_inspection.catalog.definitions.back().signature = what.toLower() + u' ' + identity;
    }
    return m_objects.isEmpty() ? Status() : readObjectUses();
}

// Who needs one of them, and what they need.
Status PostgresqlInspector::readObjectUses()
{
    QStringList classes;
    for (const auto &[key, position] : m_objects.asKeyValueRange()) {
        if (const QString each = QStringLiteral("'%1'::regclass").arg(key.first); !classes.contains(each))
            classes.append(each);
    }
    const QString sql = QStringLiteral(
        "WITH d AS (SELECT classid, objid, refclassid, refobjid FROM pg_catalog.pg_depend WHERE deptype IN ('n', 'a') AND refobjid >= 16384 AND (classid IN (%1) OR refclassid IN (%1)) "
        "UNION SELECT o.refclassid, o.refobjid, d.refclassid, d.refobjid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_depend o ON o.classid = d.classid AND o.objid = d.objid "
        "AND o.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass, 'pg_publication_rel'::regclass) AND d.refobjid >= 16384 "
        "UNION SELECT 'pg_publication'::regclass, prpubid, 'pg_class'::regclass, prrelid FROM pg_catalog.pg_publication_rel "
        "UNION SELECT 'pg_class'::regclass, ftrelid, 'pg_foreign_server'::regclass, ftserver FROM pg_catalog.pg_foreign_table) "
        "SELECT DISTINCT d.classid::regclass::text, coalesce(f.adrelid, CASE WHEN k.contypid <> 0 THEN k.contypid ELSE k.conrelid END, r.ev_class, i.indrelid, d.objid)::bigint, "
        "d.refclassid::regclass::text, d.refobjid::bigint, coalesce(rpn.nspname, rcn.nspname, rtn.nspname), coalesce(rp.proname, rc.relname, rt.typname), "
        "dtn.nspname, dt.typname FROM d "
        "LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid "
        "LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid "
        "LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid "
        "LEFT JOIN pg_catalog.pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid "
        "LEFT JOIN pg_catalog.pg_proc rp ON d.refclassid = 'pg_proc'::regclass AND rp.oid = d.refobjid LEFT JOIN pg_catalog.pg_namespace rpn ON rpn.oid = rp.pronamespace "
        "LEFT JOIN pg_catalog.pg_class rc ON d.refclassid = 'pg_class'::regclass AND rc.oid = d.refobjid LEFT JOIN pg_catalog.pg_namespace rcn ON rcn.oid = rc.relnamespace "
        "LEFT JOIN pg_catalog.pg_type rt ON d.refclassid = 'pg_type'::regclass AND rt.oid = d.refobjid LEFT JOIN pg_catalog.pg_namespace rtn ON rtn.oid = rt.typnamespace "
        "LEFT JOIN pg_catalog.pg_type dt ON dt.oid = CASE WHEN d.classid = 'pg_type'::regclass THEN d.objid ELSE nullif(k.contypid, 0) END LEFT JOIN pg_catalog.pg_namespace dtn ON dtn.oid = dt.typnamespace "
        "ORDER BY 1, 2, 3, 4").arg(classes.join(QLatin1String(", ")));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    schema::Catalog &catalog = m_inspection.catalog;
    for (int row = 0; row < rows.count(); ++row) {
        Name used = nameOf(rows.text(row, 4), rows.text(row, 5));
        if (const auto at = m_objects.constFind({rows.text(row, 2), rows.integer(row, 3)}); at != m_objects.constEnd())
            used = catalog.definitions[*at].name;
        else if (rows.isNull(row, 5))
            continue;
        const QString kind = rows.text(row, 0);
        const qint64 oid = rows.integer(row, 1);
        std::vector<Name> *uses = nullptr;
        if (const auto at = m_objects.constFind({kind, oid}); at != m_objects.constEnd()) {
            uses = &catalog.definitions[*at].uses;
        } else if (!rows.isNull(row, 7)) {
            const Name type = nameOf(rows.text(row, 6), rows.text(row, 7));
            for (Definition &definition : catalog.definitions) {
                if (definition.name == type && (definition.kind == Definition::Kind::Domain || definition.kind == Definition::Kind::RangeType || definition.kind == Definition::Kind::CompositeType))
                    uses = &definition.uses;
            }
        } else if (kind == QLatin1String("pg_proc") && m_functions.contains(oid)) {
            uses = &catalog.definitions[m_functions.value(oid)].uses;
        } else if (const auto view = m_views.constFind(oid); view != m_views.constEnd()) {
            uses = &catalog.views[*view].uses;
        } else if (schema::Table *table = tableAt(oid)) {
            uses = &table->uses;
        }
        if (uses && std::ranges::find(*uses, used) == uses->end())
            uses->push_back(used);
    }
    return {};
}

// A default of a view's column says what an INSERT through the view fills in.
Status PostgresqlInspector::readViewDefaults()
{
    const QString sql = QStringLiteral("SELECT n.nspname, c.relname, a.attname, pg_get_expr(f.adbin, f.adrelid) FROM pg_catalog.pg_attrdef f JOIN pg_catalog.pg_class c ON c.oid = f.adrelid "
                                       "AND c.relkind = 'v' JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.adnum "
                                       "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE %1 ORDER BY f.oid").arg(ours("c.oid", "pg_class"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name view = nameOf(rows.text(row, 0), rows.text(row, 1));
        const QString column = QStringLiteral("ALTER VIEW %1 ALTER COLUMN %2 ").arg(quoted(view), m_dialect.quoteIfNeeded(rows.text(row, 2)));
        define(Definition::Kind::Other, Name(view.schema, view.name + u'.' + rows.text(row, 2)), column + QLatin1String("SET DEFAULT ") + rows.text(row, 3),
               column + QLatin1String("DROP DEFAULT"), QString(), QString());
        m_inspection.catalog.definitions.back().table = view;
        m_inspection.catalog.definitions.back().uses = {view};
    }
    return {};
}

} // namespace joinery::dialect
