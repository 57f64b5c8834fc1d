// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"

namespace joinery::dialect {

using schema::Name;
using schema::Table;

namespace {

/// Options of foreign data, "host=localhost" each, as they stand in OPTIONS (...).
QString foreignOptions(const char *array)
{
    return QStringLiteral("(SELECT string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value), ', ') FROM pg_options_to_table(%1))").arg(QLatin1String(array));
}

} // namespace

Status PostgresqlInspector::readRelations()
{
    const QString sql = QStringLiteral(
        "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples::bigint, c.relrowsecurity, "
        "c.relforcerowsecurity, c.relreplident, array_to_json(c.reloptions), s.spcname, "
        "CASE WHEN a.amname <> 'heap' THEN a.amname END, CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, "
        "CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END, c.relispartition, "
        "(SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid), "
        "d.description, CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, array_to_json(t.reloptions), "
        "CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END, c.relispopulated, "
        "(SELECT i.relname FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid AND x.indisreplident), fs.srvname, %2 "
        "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace LEFT JOIN pg_catalog.pg_am a ON a.oid = c.relam "
        "LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid LEFT JOIN pg_catalog.pg_foreign_server fs ON fs.oid = ft.ftserver "
        "LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0 "
        "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND %1 ORDER BY c.oid")
                            .arg(ours("c.oid", "pg_class"), foreignOptions("ft.ftoptions"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    schema::Catalog &catalog = m_inspection.catalog;
    for (int row = 0; row < rows.count(); ++row) {
        const qint64 oid = rows.integer(row, 0);
        const Name name = nameOf(rows.text(row, 1), rows.text(row, 2));
        const QString kind = rows.text(row, 3);
        QMap<QString, QString> options;
        takeParameters(options, jsonTexts(rows.text(row, 9)));
        if (!rows.isNull(row, 10))
            options.insert(QStringLiteral("tablespace"), rows.text(row, 10));
        if (kind == QLatin1String("v") || kind == QLatin1String("m")) {
            schema::View view;
            view.name = name;
            view.materialized = kind == QLatin1String("m");
            view.query = rows.text(row, 17).trimmed();
            if (view.query.endsWith(u';'))
                view.query.chop(1);
            view.comment = rows.text(row, 16);
            view.options = options;
            if (view.materialized && !rows.flag(row, 20))
                view.options.insert(QStringLiteral("with_no_data"), QStringLiteral("true"));
            m_views.insert(oid, catalog.views.size());
            catalog.views.push_back(std::move(view));
            continue;
        }
        Table table;
        table.name = name;
        table.comment = rows.text(row, 16);
        table.options = options;
        takeParameters(table.options, jsonTexts(rows.text(row, 18)), QStringLiteral("toast."));
        const auto option = [&](const char *key, const QString &value) { table.options.insert(QLatin1String(key), value); };
        if (rows.text(row, 4) == QLatin1String("u"))
            option("unlogged", QStringLiteral("true"));
        if (m_options.estimates && rows.integer(row, 5) >= 0)
            table.estimatedRows = rows.integer(row, 5);
        if (rows.flag(row, 6))
            option("row_security", rows.flag(row, 7) ? QStringLiteral("force") : QStringLiteral("true"));
        else if (rows.flag(row, 7))
            option("force_row_security", QStringLiteral("true"));
        const QString replica = rows.text(row, 8);
        if (kind != QLatin1String("f") && (replica == QLatin1String("f") || replica == QLatin1String("n")))
            option("replica_identity", replica == QLatin1String("f") ? QStringLiteral("FULL") : QStringLiteral("NOTHING"));
        else if (replica == QLatin1String("i") && !rows.isNull(row, 21))
            option("replica_identity", QLatin1String("USING INDEX ") + m_dialect.quoteIfNeeded(rows.text(row, 21)));
        if (!rows.isNull(row, 11))
            option("access_method", rows.text(row, 11));
        if (!rows.isNull(row, 12))
            option("partition_by", rows.text(row, 12));
        if (rows.flag(row, 14)) {
            option("partition_of", rows.text(row, 15));
            option("partition_bound", rows.text(row, 13));
        } else if (!rows.isNull(row, 15)) {
            option("inherits", rows.text(row, 15));
        }
        if (kind == QLatin1String("f")) {
            option("foreign_server", rows.text(row, 22));
            if (!rows.isNull(row, 23))
                option("foreign_options", rows.text(row, 23));
        }
        if (!rows.isNull(row, 19))
            option("of_type", rows.text(row, 19));
        m_tables.insert(oid, catalog.tables.size());
        catalog.tables.push_back(std::move(table));
    }
    return {};
}

/// Columns from `first` on: format_type, typtype, schema and name, the base type of a domain; of arrays the element's.
schema::Type PostgresqlInspector::typeOf(const CatalogRows &rows, int row, int first) const
{
    const QString text = rows.text(row, first);
    const QString kind = rows.text(row, first + 1);
    const bool array = text.endsWith(QLatin1String("[]"));
    if (kind == QLatin1String("e")) {
        schema::Type type = schema::Type::of(schema::TypeKind::Enum);
        type.enumName = nameOf(rows.text(row, first + 2), rows.text(row, first + 3));
        if (!array)
            return type;
        schema::Type list = schema::Type::of(schema::TypeKind::Array);
        list.dimensions = int(std::max<qint64>(1, rows.integer(row, first + 5)));
        list.element.push_back(type);
        return list;
    }
    if (kind == QLatin1String("d") && !array) {
        schema::Type type = m_dialect.parseType(rows.text(row, first + 4));
        type.nativeDialect = m_dialect.name();
        type.nativeText = text;
        return type;
    }
    schema::Type type = m_dialect.parseType(text);
    if (array && type.kind == schema::TypeKind::Array && rows.integer(row, first + 5) > 1)
        type.dimensions = int(rows.integer(row, first + 5));
    return type;
}

Status PostgresqlInspector::readColumns()
{
    const QString sql = QStringLiteral(
        "SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), b.typtype, tn.nspname, b.typname, "
        "CASE WHEN b.typtype = 'd' THEN format_type(b.typbasetype, b.typtypmod) END, a.attndims, a.attnotnull, "
        "pg_get_expr(f.adbin, f.adrelid), a.attidentity, a.attgenerated, CASE WHEN a.attcollation <> t.typcollation THEN %5 END, "
        "d.description, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, %1, "
        "CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, "
        // Some builds of the server keep a stamp of their own there, another for every table: it is nobody's option.
        "(SELECT string_agg(o, ', ') FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%'), a.attislocal, "
        "q.seqrelid, sn.nspname, sc.relname, format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle, "
        "p.refobjsubid IS NOT NULL AND p.deptype = 'a' AND pg_get_expr(f.adbin, f.adrelid) = 'nextval(' || quote_literal(q.seqrelid::regclass::text) || '::regclass)', %3, %6 "
        "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "JOIN pg_catalog.pg_type t ON t.oid = a.atttypid "
        "JOIN pg_catalog.pg_type b ON b.oid = CASE WHEN t.typelem <> 0 AND t.typlen = -1 AND t.typcategory = 'A' THEN t.typelem ELSE t.oid END "
        "JOIN pg_catalog.pg_namespace tn ON tn.oid = b.typnamespace "
        "LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum "
        "LEFT JOIN pg_catalog.pg_depend p ON p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid "
        "AND p.refobjsubid = a.attnum AND p.deptype IN ('a', 'i') AND p.objid IN (SELECT seqrelid FROM pg_catalog.pg_sequence) "
        "LEFT JOIN pg_catalog.pg_sequence q ON q.seqrelid = p.objid LEFT JOIN pg_catalog.pg_class sc ON sc.oid = q.seqrelid "
        "LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace %4"
        "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped AND %2 "
        "ORDER BY a.attrelid, a.attnum")
                            .arg(m_version >= 14 ? QStringLiteral("nullif(a.attcompression, '')") : QStringLiteral("NULL"),
                                 ours("c.oid", "pg_class"),
                                 m_version >= 18 ? QStringLiteral("nn.conname, nn.connoinherit, nn.convalidated, nd.description")
                                                 : QStringLiteral("NULL, NULL, NULL, NULL"),
                                 m_version >= 18 ? QStringLiteral("LEFT JOIN pg_catalog.pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum "
                                                                  "LEFT JOIN pg_catalog.pg_description nd ON nd.objoid = nn.oid AND nd.classoid = 'pg_constraint'::regclass AND nd.objsubid = 0 ")
                                                 : QString(),
                                 keptCollation("a.attcollation"), foreignOptions("a.attfdwoptions"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        schema::Column column;
        column.name = rows.text(row, 1);
        column.type = typeOf(rows, row, 2);
        column.nullable = !rows.flag(row, 8);
        column.collation = rows.text(row, 12);
        column.comment = rows.text(row, 13);
        const qint64 relation = rows.integer(row, 0);
        if (const auto view = m_views.constFind(relation); view != m_views.constEnd()) {
            m_inspection.catalog.views[*view].columns.push_back(std::move(column));
            continue;
        }
        Table *table = tableAt(relation);
        if (!table || (!table->columns.empty() && table->columns.back().name == column.name))
            continue; // a second sequence that the column owns
        if (!rows.isNull(row, 14)) {
            const QChar storage = rows.text(row, 14).at(0);
            column.options.insert(QStringLiteral("storage"),
                                  storage == u'p' ? QStringLiteral("PLAIN") : storage == u'e' ? QStringLiteral("EXTERNAL")
                                      : storage == u'm' ? QStringLiteral("MAIN") : QStringLiteral("EXTENDED"));
        }
        if (!rows.isNull(row, 15))
            column.options.insert(QStringLiteral("compression"), rows.text(row, 15) == QLatin1String("p") ? QStringLiteral("pglz") : QStringLiteral("lz4"));
        if (!rows.isNull(row, 16))
            column.options.insert(QStringLiteral("statistics"), rows.text(row, 16));
        if (!rows.text(row, 17).isEmpty())
            column.options.insert(QStringLiteral("options"), rows.text(row, 17));
        if (!rows.isNull(row, 34))
            column.options.insert(QStringLiteral("foreign_options"), rows.text(row, 34));
        if (!rows.flag(row, 18) && table->options.contains(QStringLiteral("inherits")))
            column.options.insert(QStringLiteral("inherited"), QStringLiteral("true"));
        takeNotNull(*table, column, rows, row);
        if (!rows.text(row, 11).isEmpty())
            column.computed = schema::Computed{withoutParentheses(rows.text(row, 9)), rows.text(row, 11) == QLatin1String("s")};
        else
            takeIdentity(*table, column, rows, row);
        table->columns.push_back(std::move(column));
    }
    return {};
}

// Since version 18 a NOT NULL is a constraint with a name.
void PostgresqlInspector::takeNotNull(const Table &table, schema::Column &column, const CatalogRows &rows, int row)
{
    if (rows.isNull(row, 30))
        return;
    const auto option = [&](const char *key, const QString &value) { column.options.insert(QLatin1String(key), value); };
    const QString name = rows.text(row, 30);
    const bool noted = !rows.text(row, 33).isEmpty();
    if (noted || name != objectName(table.name.name, column.name, QStringLiteral("not_null")))
        option("not_null_name", name);
    if (rows.flag(row, 31))
        option("not_null_no_inherit", QStringLiteral("true"));
    if (!rows.flag(row, 32))
        option("not_null_not_valid", QStringLiteral("true"));
    if (noted)
        option("not_null_comment", rows.text(row, 33));
}

void PostgresqlInspector::takeIdentity(Table &table, schema::Column &column, const CatalogRows &rows, int row)
{
    const QString kind = rows.text(row, 10);
    const QString columnType = m_dialect.typeText(column.type);
    const bool serial = rows.flag(row, 29) && rows.text(row, 22) == columnType && !column.nullable
        && (columnType == QLatin1String("integer") || columnType == QLatin1String("bigint") || columnType == QLatin1String("smallint"));
    if (kind.isEmpty() && !serial) {
        if (!rows.isNull(row, 9))
            column.defaultValue = m_dialect.parseDefault(rows.text(row, 9), column.type);
        return;
    }
    schema::Identity identity;
    identity.kind = serial ? schema::Identity::Kind::Serial
        : kind == QLatin1String("a") ? schema::Identity::Kind::Always : schema::Identity::Kind::ByDefault;
    // What a sequence of this type has by itself is not said.
    const QString type = rows.text(row, 22);
    const qint64 most = type == QLatin1String("smallint") ? 32767 : type == QLatin1String("integer") ? 2147483647
                                                                                                    : std::numeric_limits<qint64>::max();
    const qint64 step = rows.integer(row, 24);
    const qint64 minimum = step > 0 ? 1 : -most - 1;
    const qint64 maximum = step > 0 ? most : -1;
    const auto unless = [&](std::optional<qint64> &field, int at, qint64 usual) {
        if (!rows.isNull(row, at) && rows.integer(row, at) != usual)
            field = rows.integer(row, at);
    };
    unless(identity.increment, 24, 1);
    unless(identity.minimum, 25, minimum);
    unless(identity.maximum, 26, maximum);
    unless(identity.start, 23, step > 0 ? rows.integer(row, 25) : rows.integer(row, 26));
    unless(identity.cache, 27, 1);
    identity.cycle = rows.flag(row, 28);
    const Name sequence = nameOf(rows.text(row, 20), rows.text(row, 21));
    if (sequence != Name(table.name.schema, table.name.name + u'_' + column.name + QLatin1String("_seq")))
        identity.sequence = sequence;
    m_serials.insert(rows.integer(row, 19), rows.integer(row, 0));
    column.identity = identity;
}

} // namespace joinery::dialect
