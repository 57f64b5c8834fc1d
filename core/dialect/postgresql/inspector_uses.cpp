// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"

namespace joinery::dialect {

using schema::Name;

// pg_depend with both ends turned into what a catalogue names: a view's rule into the view, a default or a check into
// its table, a row type into its table, an array type into its element, a multirange into its range. 'r' relation, 'f' function, 't' type, 's' schema.
Status PostgresqlInspector::readUses()
{
    const QString sql = QStringLiteral(
        "WITH types AS (SELECT t.oid, %1 AS base FROM pg_catalog.pg_type t "
        "LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'%2), "
        "ends AS (SELECT DISTINCT "
        "CASE d.classid WHEN 'pg_proc'::regclass THEN 'f' WHEN 'pg_type'::regclass THEN 't' ELSE CASE WHEN k.contypid <> 0 THEN 't' ELSE 'r' END END AS kind, "
        "CASE d.classid WHEN 'pg_rewrite'::regclass THEN r.ev_class WHEN 'pg_attrdef'::regclass THEN f.adrelid "
        "WHEN 'pg_constraint'::regclass THEN CASE WHEN k.contypid <> 0 THEN k.contypid ELSE k.conrelid END ELSE d.objid END AS oid, "
        "CASE d.refclassid WHEN 'pg_class'::regclass THEN 'r' WHEN 'pg_proc'::regclass THEN 'f' ELSE CASE WHEN bt.typrelid <> 0 THEN 'r' ELSE 't' END END AS refkind, "
        "CASE WHEN d.refclassid = 'pg_type'::regclass THEN CASE WHEN bt.typrelid <> 0 THEN bt.typrelid ELSE bt.oid END ELSE d.refobjid END AS refoid "
        "FROM pg_catalog.pg_depend d LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid AND r.rulename = '_RETURN' "
        "LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid "
        "LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid AND k.contype IN ('c', 'x') "
        "LEFT JOIN types ty ON d.refclassid = 'pg_type'::regclass AND ty.oid = d.refobjid LEFT JOIN pg_catalog.pg_type bt ON bt.oid = ty.base "
        "WHERE d.deptype = 'n' AND d.refobjid >= 16384 AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass) "
        "AND (d.classid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass) OR r.oid IS NOT NULL OR f.oid IS NOT NULL OR k.oid IS NOT NULL) "
        "UNION SELECT 'r', i.inhrelid, 'r', i.inhparent FROM pg_catalog.pg_inherits i) "
        "SELECT e.kind, e.oid, coalesce(tn.nspname, ''), coalesce(t.typname, ''), e.refkind, coalesce(rcn.nspname, rpn.nspname, rtn.nspname), "
        "coalesce(rc.relname, rp.proname, rt.typname) FROM ends e "
        "LEFT JOIN pg_catalog.pg_type t ON e.kind = 't' AND t.oid = e.oid LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_class rc ON e.refkind = 'r' AND rc.oid = e.refoid LEFT JOIN pg_catalog.pg_namespace rcn ON rcn.oid = rc.relnamespace "
        "LEFT JOIN pg_catalog.pg_proc rp ON e.refkind = 'f' AND rp.oid = e.refoid LEFT JOIN pg_catalog.pg_namespace rpn ON rpn.oid = rp.pronamespace "
        "LEFT JOIN pg_catalog.pg_type rt ON e.refkind = 't' AND rt.oid = e.refoid LEFT JOIN pg_catalog.pg_namespace rtn ON rtn.oid = rt.typnamespace "
        "WHERE NOT (e.kind = e.refkind AND e.oid = e.refoid) ORDER BY 1, 2, 6, 7")
                            .arg(m_version >= 14 ? QStringLiteral("coalesce(mr.rngtypid, er.rngtypid, e.oid, t.oid)") : QStringLiteral("coalesce(e.oid, t.oid)"),
                                 m_version >= 14 ? QStringLiteral(" LEFT JOIN pg_catalog.pg_range mr ON mr.rngmultitypid = t.oid LEFT JOIN pg_catalog.pg_range er ON er.rngmultitypid = e.oid") : QString());
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    QHash<Name, size_t> types;
    schema::Catalog &catalog = m_inspection.catalog;
    for (size_t i = 0; i < catalog.definitions.size(); ++i) {
        const schema::Definition::Kind kind = catalog.definitions[i].kind;
        if (kind == schema::Definition::Kind::Domain || kind == schema::Definition::Kind::CompositeType || kind == schema::Definition::Kind::RangeType)
            types.insert(catalog.definitions[i].name, i);
    }
    const auto add = [](std::vector<Name> &uses, const Name &self, const Name &used) {
        if (self != used && std::ranges::find(uses, used) == uses.end())
            uses.push_back(used);
    };
    for (int row = 0; row < rows.count(); ++row) {
        const QString kind = rows.text(row, 0);
        const qint64 oid = rows.integer(row, 1);
        const Name used = nameOf(rows.text(row, 5), rows.text(row, 6));
        if (kind == QLatin1String("f")) {
            if (const auto at = m_functions.constFind(oid); at != m_functions.constEnd())
                add(catalog.definitions[*at].uses, Name(), used);
        } else if (kind == QLatin1String("t")) {
            const Name name = nameOf(rows.text(row, 2), rows.text(row, 3));
            if (const auto at = types.constFind(name); at != types.constEnd())
                add(catalog.definitions[*at].uses, name, used);
        } else if (schema::Table *table = tableAt(oid)) {
            add(table->uses, table->name, used);
        } else if (const auto at = m_views.constFind(oid); at != m_views.constEnd()) {
            add(catalog.views[*at].uses, catalog.views[*at].name, used);
        }
    }
    // What lies in a schema of its own needs that first.
    for (schema::Definition &definition : catalog.definitions) {
        if (!definition.name.schema.isEmpty())
            add(definition.uses, Name(), Name(definition.name.schema));
    }
    return {};
}

// What exists, and is not kept: told, so that nobody believes it to be carried over.
Status PostgresqlInspector::readUnknown()
{
    const auto part = [this](const char *what, const char *catalog, const char *alias, const char *name, const char *schema) {
        return QStringLiteral("SELECT '%1', n.nspname, x.%4::text FROM pg_catalog.%2 x JOIN pg_catalog.pg_namespace n ON n.oid = x.%5 WHERE %6")
            .arg(QLatin1String(what), QLatin1String(catalog))
            .replace(QLatin1String("%4"), QLatin1String(name)).replace(QLatin1String("%5"), QLatin1String(schema))
            .replace(QLatin1String("%6"), ours(alias, catalog));
    };
    QStringList parts{part("text search parser", "pg_ts_parser", "x.oid", "prsname", "prsnamespace"),
                      part("text search template", "pg_ts_template", "x.oid", "tmplname", "tmplnamespace")};
    parts.append(QStringLiteral("SELECT 'base type', n.nspname, x.typname FROM pg_catalog.pg_type x JOIN pg_catalog.pg_namespace n ON n.oid = x.typnamespace "
                                "WHERE x.typtype = 'b' AND x.typcategory <> 'A' AND %1").arg(ours("x.oid", "pg_type")));
    // Their options may hold passwords.
    parts.append(QStringLiteral("SELECT 'user mapping', NULL, x.srvname || ' of ' || x.usename FROM pg_catalog.pg_user_mappings x"));
    parts.append(QStringLiteral("SELECT 'subscription', NULL, x.subname FROM pg_catalog.pg_stat_subscription x"));
    parts.append(QStringLiteral("SELECT 'transform', NULL, format_type(x.trftype, NULL) || ' of ' || l.lanname FROM pg_catalog.pg_transform x JOIN pg_catalog.pg_language l ON l.oid = x.trflang "
                                "WHERE x.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_transform'::regclass AND e.objid = x.oid AND e.deptype = 'e')"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(parts.join(QLatin1String(" UNION ALL ")) + QLatin1String(" ORDER BY 1, 2, 3")));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = rows.isNull(row, 1) ? Name(rows.text(row, 2)) : nameOf(rows.text(row, 1), rows.text(row, 2));
        find(Severity::Warning, "IN204", name.toString(), QStringLiteral("This %1 is not kept in the catalogue.").arg(rows.text(row, 0)));
    }
    return {};
}

// A catalogue holds neither owners nor privileges: how many objects have them is said.
Status PostgresqlInspector::readPrivileges()
{
    const QString sql = QStringLiteral(
        "SELECT (SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE %1 AND (c.relacl IS NOT NULL "
        "OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL))) "
        "+ (SELECT count(*) FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE %2 AND p.proacl IS NOT NULL) "
        "+ (SELECT count(*) FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE %3 AND t.typacl IS NOT NULL) "
        "+ (SELECT count(*) FROM pg_catalog.pg_namespace n WHERE %4 AND n.nspacl IS NOT NULL AND n.nspname <> 'public') "
        "+ (SELECT count(*) FROM pg_catalog.pg_default_acl), "
        "(SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND %1 "
        "AND pg_get_userbyid(c.relowner) <> current_user), (SELECT count(*) FROM pg_catalog.pg_seclabel)")
                            .arg(ours("c.oid", "pg_class"), ours("p.oid", "pg_proc"), ours("t.oid", "pg_type"), ours("n.oid", "pg_namespace"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    const auto tell = [&](int column, const char *message) {
        if (rows.integer(0, column) > 0)
            find(Severity::Info, "IN205", QString(), QString::fromLatin1(message).arg(rows.integer(0, column)));
    };
    tell(0, "%1 objects or defaults grant privileges; a catalogue holds none.");
    tell(1, "%1 tables, views and sequences belong to another role than the one that reads; a catalogue holds no owners.");
    tell(2, "%1 security labels are not kept; a catalogue holds none.");
    return {};
}

} // namespace joinery::dialect
