// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace joinery::dialect {

using schema::Name;
using schema::Table;

namespace {

schema::ForeignKeyAction actionOf(const QString &letter)
{
    switch (letter.isEmpty() ? 'a' : letter.at(0).toLatin1()) {
    case 'r': return schema::ForeignKeyAction::Restrict;
    case 'c': return schema::ForeignKeyAction::Cascade;
    case 'n': return schema::ForeignKeyAction::SetNull;
    case 'd': return schema::ForeignKeyAction::SetDefault;
    default: return schema::ForeignKeyAction::NoAction;
    }
}

QString namesOfKey(const char *relation, const char *key)
{
    return QStringLiteral("(SELECT array_to_json(array_agg(x.attname ORDER BY k.n)) FROM unnest(%2) WITH ORDINALITY k(attnum, n) "
                          "JOIN pg_catalog.pg_attribute x ON x.attrelid = %1 AND x.attnum = k.attnum)")
        .arg(QLatin1String(relation), QLatin1String(key));
}

void takeStorage(QMap<QString, QString> &options, const QString &json, const QString &tablespace)
{
    takeParameters(options, jsonTexts(json));
    if (!tablespace.isEmpty())
        options.insert(QStringLiteral("tablespace"), tablespace);
}

} // namespace

Status PostgresqlInspector::readConstraints()
{
    // A partition's copies of its parent's foreign keys and exclusions come with the parent: a server that attaches a
    // partition finds its own keys there, but no exclusion.
    const QString sql = QStringLiteral(
        "SELECT o.conrelid, o.conname, o.contype, %1, rn.nspname, rc.relname, %2, o.confupdtype, o.confdeltype, o.confmatchtype, "
        "o.condeferrable, o.condeferred, o.convalidated, o.connoinherit, pg_get_expr(o.conbin, o.conrelid), "
        "CASE WHEN o.contype = 'x' THEN pg_get_constraintdef(o.oid) END, d.description, %3, "
        "(SELECT array_to_json(array_agg(x.attname ORDER BY k.n)) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, n) "
        "JOIN pg_catalog.pg_attribute x ON x.attrelid = o.conrelid AND x.attnum = k.attnum WHERE k.n > i.indnkeyatts), "
        "array_to_json(ic.reloptions), s.spcname, %4, o.conislocal, i.indisclustered, %6 "
        "FROM pg_catalog.pg_constraint o JOIN pg_catalog.pg_class c ON c.oid = o.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_class rc ON rc.oid = o.confrelid LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace "
        "LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u') "
        "LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = ic.reltablespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = o.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0 "
        "WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT (o.contype IN ('f', 'x') AND o.conparentid <> 0) AND %5 "
        "ORDER BY o.conrelid, o.contype, o.conname COLLATE \"C\"")
                            .arg(namesOfKey("o.conrelid", "o.conkey"), namesOfKey("o.confrelid", "o.confkey"),
                                 m_version >= 15 ? QStringLiteral("i.indnullsnotdistinct") : QStringLiteral("false"),
                                 m_version >= 15 ? namesOfKey("o.conrelid", "o.confdelsetcols") : QStringLiteral("NULL"),
                                 ours("c.oid", "pg_class"),
                                 m_version >= 18 ? QStringLiteral("o.conenforced, o.conperiod") : QStringLiteral("true, false"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        Table *table = tableAt(rows.integer(row, 0));
        if (!table)
            continue;
        const QString name = rows.text(row, 1);
        const bool enforced = rows.flag(row, 24); // what is not is not validated either
        const bool valid = rows.flag(row, 12) || !enforced;
        const auto takePeriod = [&](QMap<QString, QString> &options, const char *key) {
            if (rows.flag(row, 25))
                options.insert(QLatin1String(key), QStringLiteral("true"));
        };
        const QStringList columns = jsonTexts(rows.text(row, 3));
        const schema::Deferral deferral = !rows.flag(row, 10) ? schema::Deferral::NotDeferrable
            : rows.flag(row, 11) ? schema::Deferral::InitiallyDeferred : schema::Deferral::InitiallyImmediate;
        const QString comment = rows.text(row, 16);
        switch (rows.text(row, 2).at(0).toLatin1()) {
        case 'p': {
            schema::PrimaryKey key{.name = name, .columns = columns, .include = jsonTexts(rows.text(row, 18)), .deferral = deferral};
            takeStorage(key.options, rows.text(row, 19), rows.text(row, 20));
            takePeriod(key.options, "without_overlaps");
            if (!comment.isEmpty())
                key.options.insert(QStringLiteral("comment"), comment);
            table->primaryKey = key;
            break;
        }
        case 'u': {
            schema::Unique unique{.name = name, .columns = columns, .include = jsonTexts(rows.text(row, 18)),
                                  .nullsNotDistinct = rows.flag(row, 17), .deferral = deferral, .comment = comment};
            takeStorage(unique.options, rows.text(row, 19), rows.text(row, 20));
            takePeriod(unique.options, "without_overlaps");
            table->uniques.push_back(unique);
            break;
        }
        case 'f': {
            schema::ForeignKey key{.name = name, .columns = columns, .referredTable = nameOf(rows.text(row, 4), rows.text(row, 5)),
                                   .referredColumns = jsonTexts(rows.text(row, 6)), .onDelete = actionOf(rows.text(row, 8)),
                                   .onUpdate = actionOf(rows.text(row, 7)), .deferral = deferral,
                                   .validated = valid, .comment = comment};
            takePeriod(key.options, "period");
            if (!enforced)
                key.options.insert(QStringLiteral("not_enforced"), QStringLiteral("true"));
            if (rows.text(row, 9) == QLatin1String("f"))
                key.match = QStringLiteral("FULL");
            if (!rows.isNull(row, 21))
                key.options.insert(QStringLiteral("on_delete_columns"), quotedAll(jsonTexts(rows.text(row, 21))));
            table->foreignKeys.push_back(key);
            break;
        }
        case 'c': {
            schema::Check check{.name = name, .expression = withoutParentheses(rows.text(row, 14)), .validated = valid,
                                .enforced = enforced, .noInherit = rows.flag(row, 13), .comment = comment};
            if (!rows.flag(row, 22) && table->options.contains(QStringLiteral("inherits")))
                check.options.insert(QStringLiteral("inherited"), QStringLiteral("true"));
            table->checks.push_back(check);
            break;
        }
        default:
            table->exclusions.push_back({.name = name, .definition = rows.text(row, 15), .comment = comment});
            break;
        }
        if (rows.flag(row, 23))
            table->options.insert(QStringLiteral("cluster_on"), name);
    }
    return {};
}

Status PostgresqlInspector::readIndexes()
{
    // Each item as an object: c column, e expression, k collation, o operator class with its parameters, f flags.
    const QString items = QStringLiteral(
        "(SELECT json_agg(json_build_object('c', x.attname, 'e', CASE WHEN k.attnum = 0 THEN pg_get_indexdef(i.indexrelid, k.n::int, false) END, "
        "'k', CASE WHEN k.coll <> 0 AND k.coll <> coalesce(x.attcollation, bt.typcollation) THEN %1 END, "
        "'o', CASE WHEN NOT oc.opcdefault OR ixa.attoptions IS NOT NULL THEN CASE WHEN pg_opclass_is_visible(oc.oid) THEN quote_ident(oc.opcname) "
        "ELSE quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) END || coalesce(' (' || array_to_string(ixa.attoptions, ', ') || ')', '') END, "
        "'f', k.opt) ORDER BY k.n) FROM ROWS FROM (unnest(i.indkey::int2[]), unnest(i.indcollation::oid[]), unnest(i.indclass::oid[]), unnest(i.indoption::int2[])) "
        "WITH ORDINALITY k(attnum, coll, cls, opt, n) "
        "LEFT JOIN pg_catalog.pg_attribute x ON x.attrelid = i.indrelid AND x.attnum = k.attnum AND k.attnum <> 0 "
        "JOIN pg_catalog.pg_attribute ixa ON ixa.attrelid = i.indexrelid AND ixa.attnum = k.n "
        "JOIN pg_catalog.pg_type bt ON bt.oid = ixa.atttypid "
        "LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = k.cls "
        "LEFT JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace WHERE k.n <= i.indnkeyatts)").arg(keptCollation("k.coll"));
    const QString sql = QStringLiteral(
        "SELECT i.indrelid, ic.relname, i.indisunique, %1, a.amname, pg_get_expr(i.indpred, i.indrelid), %2, "
        "(SELECT array_to_json(array_agg(x.attname ORDER BY k.n)) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, n) "
        "JOIN pg_catalog.pg_attribute x ON x.attrelid = i.indrelid AND x.attnum = k.attnum WHERE k.n > i.indnkeyatts), "
        "array_to_json(ic.reloptions), s.spcname, d.description, i.indisvalid, i.indisclustered, pg_get_indexdef(i.indexrelid), "
        "(SELECT string_agg(x.attnum || '=' || x.attstattarget, ',' ORDER BY x.attnum) FROM pg_catalog.pg_attribute x WHERE x.attrelid = i.indexrelid AND x.attstattarget >= 0) "
        "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid JOIN pg_catalog.pg_class c ON c.oid = i.indrelid "
        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_am a ON a.oid = ic.relam "
        "LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = ic.reltablespace "
        "LEFT JOIN pg_catalog.pg_description d ON d.objoid = ic.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0 "
        "WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x')) "
        "AND %3 ORDER BY i.indrelid, ic.relname COLLATE \"C\"")
                            .arg(items, m_version >= 15 ? QStringLiteral("i.indnullsnotdistinct") : QStringLiteral("false"),
                                 ours("c.oid", "pg_class"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const qint64 relation = rows.integer(row, 0);
        if (const auto view = m_views.constFind(relation); view != m_views.constEnd()) {
            m_inspection.catalog.views[*view].indexDefinitions.push_back(rows.text(row, 13));
            continue;
        }
        Table *table = tableAt(relation);
        if (!table)
            continue;
        schema::Index index;
        index.name = rows.text(row, 1);
        index.unique = rows.flag(row, 2);
        const QJsonArray items = QJsonDocument::fromJson(rows.text(row, 3).toUtf8()).array();
        for (const QJsonValue &value : items) {
            const QJsonObject part = value.toObject();
            schema::IndexItem item;
            item.column = part.value(QLatin1String("c")).toString();
            item.expression = withoutParentheses(part.value(QLatin1String("e")).toString());
            item.collation = part.value(QLatin1String("k")).toString();
            item.operatorClass = part.value(QLatin1String("o")).toString();
            const int flags = part.value(QLatin1String("f")).toInt();
            item.descending = flags & 1;
            if (bool(flags & 1) != bool(flags & 2)) // the usual: NULLS FIRST goes with DESC
                item.nulls = flags & 2 ? schema::NullsOrder::First : schema::NullsOrder::Last;
            index.items.push_back(item);
        }
        if (rows.text(row, 4) != QLatin1String("btree"))
            index.method = rows.text(row, 4);
        index.where = withoutParentheses(rows.text(row, 5));
        index.nullsNotDistinct = rows.flag(row, 6);
        index.include = jsonTexts(rows.text(row, 7));
        takeStorage(index.options, rows.text(row, 8), rows.text(row, 9));
        if (!rows.isNull(row, 14))
            index.options.insert(QStringLiteral("column_statistics"), rows.text(row, 14));
        index.comment = rows.text(row, 10);
        if (!rows.flag(row, 11))
            find(Severity::Warning, "IN203", index.name,
                 table->options.contains(QStringLiteral("partition_by"))
                     ? QStringLiteral("Not every partition has the index (ON ONLY, or a partition's own is not valid); created again, every one gets it.")
                     : QStringLiteral("The index is not valid: a CREATE INDEX CONCURRENTLY failed or is still running."));
        if (rows.flag(row, 12))
            table->options.insert(QStringLiteral("cluster_on"), index.name);
        table->indexes.push_back(std::move(index));
    }
    return {};
}

} // namespace joinery::dialect
