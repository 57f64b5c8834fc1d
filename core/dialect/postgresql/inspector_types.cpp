// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"

#include <limits>

namespace joinery::dialect {

using schema::Definition;
using schema::Name;

Status PostgresqlInspector::readNamespaces()
{
    const QString sql = QStringLiteral("SELECT n.nspname, d.description FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_description d "
                                       "ON d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass WHERE %1 AND n.nspname <> 'public' "
                                       "ORDER BY n.nspname COLLATE \"C\"")
                            .arg(ours("n.oid", "pg_namespace"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const QString name = m_dialect.quoteIfNeeded(rows.text(row, 0));
        define(Definition::Kind::SchemaNamespace, Name(rows.text(row, 0)), QLatin1String("CREATE SCHEMA ") + name,
               QLatin1String("DROP SCHEMA ") + name, QLatin1String("SCHEMA ") + name, rows.text(row, 1));
    }
    return {};
}

Status PostgresqlInspector::readEnums()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, t.typname, (SELECT array_to_json(array_agg(e.enumlabel ORDER BY e.enumsortorder)) FROM pg_catalog.pg_enum e "
        "WHERE e.enumtypid = t.oid), d.description FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass WHERE t.typtype = 'e' AND %1 ORDER BY t.oid")
                            .arg(ours("t.oid", "pg_type"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row)
        m_inspection.catalog.enums.push_back({.name = nameOf(rows.text(row, 0), rows.text(row, 1)),
                                              .values = jsonTexts(rows.text(row, 2)), .comment = rows.text(row, 3)});
    return {};
}

Status PostgresqlInspector::readDomains()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typcollation <> b.typcollation THEN %3 END, "
        "pg_get_expr(t.typdefaultbin, 0), CASE WHEN t.typnotnull THEN %2 END, (SELECT string_agg(' CONSTRAINT ' || quote_ident(o.conname) || ' ' || "
        "pg_get_constraintdef(o.oid), '' ORDER BY o.conname COLLATE \"C\") FROM pg_catalog.pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c'), "
        "d.description, (SELECT json_object_agg(o.conname, od.description ORDER BY o.conname) FROM pg_catalog.pg_constraint o JOIN pg_catalog.pg_description od ON od.objoid = o.oid "
        "AND od.classoid = 'pg_constraint'::regclass WHERE o.contypid = t.oid) FROM pg_catalog.pg_type t JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_collation co ON co.oid = t.typcollation "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass WHERE t.typtype = 'd' AND %1 ORDER BY t.oid")
                            .arg(ours("t.oid", "pg_type"),
                                 m_version >= 17 ? QStringLiteral("(SELECT o.conname FROM pg_catalog.pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'n')")
                                                 : QStringLiteral("''"), writtenCollation("t.typcollation"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 0), rows.text(row, 1));
        QString create = QLatin1String("CREATE DOMAIN ") + quoted(name) + QLatin1String(" AS ") + rows.text(row, 2);
        if (!rows.isNull(row, 3))
            create += QLatin1String(" COLLATE ") + rows.text(row, 3);
        if (!rows.isNull(row, 4))
            create += QLatin1String(" DEFAULT ") + rows.text(row, 4);
        if (!rows.isNull(row, 5)) { // a constraint with a name since version 17
            const QString notNull = rows.text(row, 5);
            if (!notNull.isEmpty() && notNull != objectName(name.name, QString(), QStringLiteral("not_null")))
                create += QLatin1String(" CONSTRAINT ") + m_dialect.quoteIfNeeded(notNull);
            create += QLatin1String(" NOT NULL");
        }
        create += rows.text(row, 6);
        define(Definition::Kind::Domain, name, create, QLatin1String("DROP DOMAIN ") + quoted(name),
               QLatin1String("DOMAIN ") + quoted(name), rows.text(row, 7));
        addComments(QLatin1String("CONSTRAINT %1 ON DOMAIN ") + quoted(name), rows.text(row, 8));
    }
    return {};
}

Status PostgresqlInspector::readComposites()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, t.typname, (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || "
        "CASE WHEN a.attcollation <> at.typcollation THEN ' COLLATE ' || %2 ELSE '' END, ', ' ORDER BY a.attnum) "
        "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation "
        "WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), d.description, "
        "(SELECT json_object_agg(a.attname, ad.description ORDER BY a.attnum) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_description ad ON ad.objoid = c.oid "
        "AND ad.classoid = 'pg_class'::regclass AND ad.objsubid = a.attnum WHERE a.attrelid = c.oid) "
        "FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass WHERE %1 ORDER BY t.oid")
                            .arg(ours("t.oid", "pg_type"), writtenCollation("a.attcollation"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 0), rows.text(row, 1));
        define(Definition::Kind::CompositeType, name, QStringLiteral("CREATE TYPE %1 AS (%2)").arg(quoted(name), rows.text(row, 2)),
               QLatin1String("DROP TYPE ") + quoted(name), QLatin1String("TYPE ") + quoted(name), rows.text(row, 3));
        addComments(QLatin1String("COLUMN ") + quoted(name) + QLatin1String(".%1"), rows.text(row, 4));
    }
    return {};
}

Status PostgresqlInspector::readRanges()
{
    const QString sql = QStringLiteral(
        "SELECT n.nspname, t.typname, format_type(r.rngsubtype, NULL), CASE WHEN NOT oc.opcdefault THEN quote_ident(oc.opcname) END, "
        "CASE WHEN r.rngcollation <> st.typcollation THEN %3 END, nullif(r.rngcanonical::oid, 0)::regproc::text, "
        "nullif(r.rngsubdiff::oid, 0)::regproc::text, %1, d.description FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid "
        "JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace JOIN pg_catalog.pg_type st ON st.oid = r.rngsubtype "
        "JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc LEFT JOIN pg_catalog.pg_collation co ON co.oid = r.rngcollation "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass WHERE %2 ORDER BY t.oid")
                            .arg(m_version >= 14 ? QStringLiteral("format_type(r.rngmultitypid, NULL)") : QStringLiteral("NULL"),
                                 ours("t.oid", "pg_type"), writtenCollation("r.rngcollation"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 0), rows.text(row, 1));
        QStringList parts{QLatin1String("subtype = ") + rows.text(row, 2)};
        const char *keys[] = {"subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name"};
        for (int i = 0; i < 5; ++i) {
            if (!rows.isNull(row, 3 + i))
                parts.append(QLatin1String(keys[i]) + QLatin1String(" = ") + rows.text(row, 3 + i));
        }
        define(Definition::Kind::RangeType, name,
               QStringLiteral("CREATE TYPE %1 AS RANGE (%2)").arg(quoted(name), parts.join(QLatin1String(", "))),
               QLatin1String("DROP TYPE ") + quoted(name), QLatin1String("TYPE ") + quoted(name), rows.text(row, 8));
    }
    return {};
}

// Those of identity and serial columns are told with their columns.
Status PostgresqlInspector::readSequences()
{
    const QString sql = QStringLiteral(
        "SELECT q.seqrelid, n.nspname, c.relname, format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle, "
        "tn.nspname, tc.relname, a.attname, d.description, c.relpersistence FROM pg_catalog.pg_sequence q JOIN pg_catalog.pg_class c ON c.oid = q.seqrelid "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = q.seqrelid AND p.refclassid = 'pg_class'::regclass AND p.deptype = 'a' "
        "LEFT JOIN pg_catalog.pg_class tc ON tc.oid = p.refobjid LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = tc.relnamespace "
        "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass "
        "WHERE c.relpersistence <> 't' AND %1 ORDER BY q.seqrelid")
                            .arg(ours("c.oid", "pg_class"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        if (m_serials.contains(rows.integer(row, 0)))
            continue;
        schema::Sequence sequence;
        sequence.name = nameOf(rows.text(row, 1), rows.text(row, 2));
        const QString type = rows.text(row, 3);
        if (type != QLatin1String("bigint"))
            sequence.dataType = type;
        const qint64 most = type == QLatin1String("smallint") ? 32767 : type == QLatin1String("integer") ? 2147483647
                                                                                                        : std::numeric_limits<qint64>::max();
        const qint64 step = rows.integer(row, 5);
        const auto unless = [&](std::optional<qint64> &field, int at, qint64 usual) {
            if (rows.integer(row, at) != usual)
                field = rows.integer(row, at);
        };
        unless(sequence.increment, 5, 1);
        unless(sequence.minimum, 6, step > 0 ? 1 : -most - 1);
        unless(sequence.maximum, 7, step > 0 ? most : -1);
        unless(sequence.start, 4, step > 0 ? rows.integer(row, 6) : rows.integer(row, 7));
        unless(sequence.cache, 8, 1);
        sequence.cycle = rows.flag(row, 9);
        if (!rows.isNull(row, 11)) {
            sequence.ownedByTable = nameOf(rows.text(row, 10), rows.text(row, 11));
            sequence.ownedByColumn = rows.text(row, 12);
        }
        sequence.comment = rows.text(row, 13);
        m_inspection.catalog.sequences.push_back(std::move(sequence));
    }
    return {};
}

} // namespace joinery::dialect
