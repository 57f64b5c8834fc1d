// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/inspector.h"

#include "core/sql/lexer.h"

namespace joinery::dialect {

using schema::Name;
using schema::Table;

Result<CatalogRows> MysqlInspector::fetch(const QString &sql)
{
    return CatalogRows::fetch(m_connection, sql, m_token);
}

QString MysqlInspector::in(const char *column) const
{
    QStringList names;
    for (const QString &name : m_schemas)
        names.append(m_dialect.literal(driver::Value::text(name)));
    return QStringLiteral("%1 IN (%2)").arg(QLatin1String(column), names.join(QLatin1String(", ")));
}

Name MysqlInspector::nameOf(const QString &schema, const QString &plain) const
{
    return schema == m_default ? Name(plain) : Name(schema, plain);
}

Table *MysqlInspector::table(const QString &schema, const QString &plain)
{
    const auto at = m_tables.constFind(nameOf(schema, plain));
    return at == m_tables.constEnd() ? nullptr : &m_inspection.catalog.tables[*at];
}

QString MysqlInspector::unescaped(const QString &text) const
{
    return m_mariaDb ? text : QString(text).replace(QLatin1String("\\'"), QLatin1String("'"));
}

QString MysqlInspector::unqualified(const QString &sql, const QString &schema, std::vector<Name> *uses) const
{
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, sql::Flavor::Mysql);
    QString result;
    qsizetype copied = 0;
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
        const bool qualifier = tokens[i].kind == sql::TokenKind::QuotedName && tokens[i + 1].is(sql, u'.')
            && tokens[i + 2].isName() && sql::unquotedName(tokens[i].in(sql)) == schema
            && (i == 0 || !tokens[i - 1].is(sql, u'.'));
        if (!qualifier)
            continue;
        result += QStringView(sql).mid(copied, tokens[i].start - copied);
        copied = tokens[i + 2].start;
        const Name used = nameOf(schema, sql::unquotedName(tokens[i + 2].in(sql)));
        if (uses && std::ranges::find(*uses, used) == uses->end())
            uses->push_back(used);
    }
    return result + QStringView(sql).mid(copied);
}

void MysqlInspector::find(Severity severity, const char *code, const QString &object, const QString &message)
{
    m_inspection.findings.push_back({severity, QString::fromLatin1(code), Uid(), object, message, QString()});
}

void MysqlInspector::noteDefiner(const QString &object, const QString &definer)
{
    if (definer != m_user)
        find(Severity::Info, "IN301", object, QStringLiteral("It runs with the rights of %1; recreated, it runs with those of the user who does it.").arg(definer));
}

Result<Inspection> MysqlInspector::read()
{
    m_inspection.catalog.dialect = m_dialect.name();
    m_inspection.catalog.serverVersion = m_connection.server().version;
    JOINERY_TRY_VALUE(const CatalogRows session, fetch(QStringLiteral("SELECT database(), current_user(), @@session.sql_mode")));
    m_default = session.text(0, 0);
    m_user = session.text(0, 1);
    m_sqlMode = session.text(0, 2);
    m_schemas = m_options.schemas.isEmpty() ? QStringList{m_default} : m_options.schemas;
    if (m_default.isEmpty() && m_options.schemas.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The connection names no database: say which one is to be read."));
    // Since version 10.10 MariaDB has collations for several character sets, which tables call by the full name.
    const bool fullNames = m_mariaDb && m_connection.server().versionNumber >= 101001;
    JOINERY_TRY_VALUE(const CatalogRows collations, fetch(QStringLiteral("SELECT %1, character_set_name FROM information_schema.collation_character_set_applicability")
                                                              .arg(QLatin1String(fullNames ? "full_collation_name" : "collation_name"))));
    for (int row = 0; row < collations.count(); ++row)
        m_charsetOf.insert(collations.text(row, 0), collations.text(row, 1));
    JOINERY_TRY(readTables());
    JOINERY_TRY(readColumns());
    JOINERY_TRY(readIndexes());
    JOINERY_TRY(readForeignKeys());
    JOINERY_TRY(readChecks());
    JOINERY_TRY(readPartitions());
    JOINERY_TRY(readShownTables());
    noteEngines();
    JOINERY_TRY(readViews());
    if (m_options.definitions) {
        JOINERY_TRY(readSequences());
        JOINERY_TRY(readTriggers());
        JOINERY_TRY(readRoutines());
        JOINERY_TRY(readEvents());
    }
    return std::move(m_inspection);
}

Status MysqlInspector::readTables()
{
    const QString sql = QStringLiteral("SELECT table_schema, table_name, table_type, engine, table_collation, create_options, table_comment, table_rows "
                                       "FROM information_schema.tables WHERE %1 ORDER BY table_schema, table_name").arg(in("table_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    schema::Catalog &catalog = m_inspection.catalog;
    for (int row = 0; row < rows.count(); ++row) {
        const Name name = nameOf(rows.text(row, 0), rows.text(row, 1));
        const QString type = rows.text(row, 2);
        if (type == QLatin1String("VIEW") || type == QLatin1String("SYSTEM VIEW")) {
            m_views.insert(name, catalog.views.size());
            catalog.views.push_back({.name = name});
            continue;
        }
        if (type == QLatin1String("SEQUENCE")) {
            m_sequences.push_back(name);
            continue;
        }
        Table table;
        table.name = name;
        table.comment = rows.text(row, 6);
        if (m_options.estimates)
            table.estimatedRows = rows.optionalInteger(row, 7);
        const auto option = [&](const char *key, const QString &value) { table.options.insert(QLatin1String(key), value); };
        if (!rows.isNull(row, 3))
            option("engine", rows.text(row, 3));
        if (!rows.isNull(row, 4)) {
            option("charset", m_charsetOf.value(rows.text(row, 4)));
            option("collation", rows.text(row, 4));
        }
        if (type == QLatin1String("SYSTEM VERSIONED"))
            option("system_versioning", QStringLiteral("true"));
        // row_format=COMPRESSED key_block_size=8 `ENCRYPTED`=YES partitioned
        for (const QString &part : rows.text(row, 5).split(u' ', Qt::SkipEmptyParts)) {
            const qsizetype equals = part.indexOf(u'=');
            if (equals > 0)
                table.options.insert(part.left(equals).remove(u'`').toLower(), part.mid(equals + 1).remove(u'\'').remove(u'"'));
        }
        m_tables.insert(name, catalog.tables.size());
        catalog.tables.push_back(std::move(table));
    }
    return {};
}

Status MysqlInspector::readColumns()
{
    const QString sql = QStringLiteral("SELECT table_schema, table_name, column_name, column_type, is_nullable, column_default, extra, "
                                       "generation_expression, character_set_name, collation_name, column_comment, %2 FROM information_schema.columns "
                                       "WHERE %1 ORDER BY table_schema, table_name, ordinal_position")
                            .arg(in("table_schema"), m_mariaDb ? QStringLiteral("NULL") : QStringLiteral("srs_id"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        schema::Column column;
        column.name = rows.text(row, 2);
        column.type = m_dialect.parseType(rows.text(row, 3));
        column.nullable = rows.flag(row, 4);
        column.comment = rows.text(row, 10);
        if (const auto view = m_views.constFind(nameOf(rows.text(row, 0), rows.text(row, 1))); view != m_views.constEnd()) {
            m_inspection.catalog.views[*view].columns.push_back(std::move(column));
            continue;
        }
        Table *owner = table(rows.text(row, 0), rows.text(row, 1));
        if (!owner)
            continue;
        if (rows.text(row, 8) != owner->options.value(QStringLiteral("charset")))
            column.charset = rows.text(row, 8);
        if (rows.text(row, 9) != owner->options.value(QStringLiteral("collation")))
            column.collation = rows.text(row, 9);
        if (!rows.isNull(row, 11))
            column.options.insert(QStringLiteral("srid"), rows.text(row, 11));
        const QString extra = rows.text(row, 6);
        if (extra.contains(QLatin1String("INVISIBLE"), Qt::CaseInsensitive))
            column.options.insert(QStringLiteral("invisible"), QStringLiteral("true"));
        if (const qsizetype at = extra.indexOf(QLatin1String("on update "), 0, Qt::CaseInsensitive); at >= 0)
            column.onUpdate = extra.mid(at + 10).section(u' ', 0, 0).remove(u',');
        if (extra.contains(QLatin1String("WITHOUT SYSTEM VERSIONING")))
            column.options.insert(QStringLiteral("without_system_versioning"), QStringLiteral("true"));
        const bool stored = extra.contains(QLatin1String("STORED GENERATED")) || extra.contains(QLatin1String("PERSISTENT"));
        if (m_mariaDb && stored && rows.text(row, 7).startsWith(QLatin1String("ROW "))) // START or END of its time
            column.options.insert(QStringLiteral("row"), rows.text(row, 7).mid(4));
        else if (stored || extra.contains(QLatin1String("VIRTUAL")))
            column.computed = schema::Computed{unescaped(rows.text(row, 7)), stored};
        else if (extra.contains(QLatin1String("auto_increment")))
            column.identity = schema::Identity{.kind = schema::Identity::Kind::Auto};
        else
            takeDefault(column, rows, row);
        owner->columns.push_back(std::move(column));
    }
    return {};
}

// MariaDB gives the default as SQL, MySQL as a bare value that EXTRA calls an expression where it is one.
void MysqlInspector::takeDefault(schema::Column &column, const CatalogRows &rows, int row) const
{
    if (rows.isNull(row, 5))
        return;
    const QString text = rows.text(row, 5);
    if (!m_mariaDb) {
        const bool expression = rows.text(row, 6).contains(QLatin1String("DEFAULT_GENERATED"))
            || text.startsWith(QLatin1String("CURRENT_TIMESTAMP"), Qt::CaseInsensitive) || text.startsWith(QLatin1String("b'"))
            || text.startsWith(QLatin1String("0x"));
        column.defaultValue = schema::Default{expression ? schema::Default::Kind::Expression : schema::Default::Kind::Literal,
                                              expression ? unescaped(text) : text};
        if (!expression && column.type.kind == schema::TypeKind::Boolean)
            column.defaultValue = m_dialect.parseDefault(text, column.type);
    } else if (text != QLatin1String("NULL")) {
        column.defaultValue = m_dialect.parseDefault(text, column.type);
    }
}

Status MysqlInspector::readIndexes()
{
    const QString sql = QStringLiteral("SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type, index_comment, %2, %3 "
                                       "FROM information_schema.statistics WHERE %1 ORDER BY table_schema, table_name, index_name, seq_in_index")
                            .arg(in("table_schema"), m_mariaDb ? QStringLiteral("ignored") : QStringLiteral("CASE is_visible WHEN 'NO' THEN 'YES' ELSE 'NO' END"),
                                 m_mariaDb ? QStringLiteral("NULL") : QStringLiteral("expression"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    schema::Index index;
    Table *owner = nullptr;
    for (int row = 0; row < rows.count(); ++row) {
        Table *next = table(rows.text(row, 0), rows.text(row, 1));
        if (next != owner || rows.text(row, 2) != index.name) {
            if (owner)
                closeIndex(*owner, std::move(index));
            owner = next;
            index = schema::Index();
            index.name = rows.text(row, 2);
            index.unique = !rows.flag(row, 3);
            index.comment = rows.text(row, 8);
            const QString type = rows.text(row, 7);
            const QString engine = owner ? owner->options.value(QStringLiteral("engine")) : QString();
            if (type != (engine == QLatin1String("MEMORY") ? QLatin1String("HASH") : QLatin1String("BTREE")))
                index.method = type;
            if (rows.flag(row, 9))
                index.options.insert(m_mariaDb ? QStringLiteral("ignored") : QStringLiteral("visible"), m_mariaDb ? QStringLiteral("true") : QStringLiteral("false"));
        }
        schema::IndexItem item;
        item.column = rows.text(row, 4);
        item.expression = unescaped(rows.text(row, 10));
        item.descending = rows.text(row, 5) == QLatin1String("D");
        // A spatial or full-text index shows lengths of its own.
        if (!rows.isNull(row, 6) && index.method != QLatin1String("SPATIAL") && index.method != QLatin1String("FULLTEXT"))
            item.length = int(rows.integer(row, 6));
        index.items.push_back(item);
    }
    if (owner)
        closeIndex(*owner, std::move(index));
    return {};
}

// A unique constraint is a unique index to the server; where nothing else is said about it, it is told as a constraint.
void MysqlInspector::closeIndex(Table &table, schema::Index &&index) const
{
    QStringList columns;
    bool plain = index.method.isEmpty() && index.comment.isEmpty() && index.options.isEmpty();
    for (const schema::IndexItem &item : index.items) {
        columns.append(item.column);
        plain = plain && item.expression.isEmpty() && !item.length && !item.descending;
    }
    if (index.name == QLatin1String("PRIMARY")) {
        schema::PrimaryKey key{.columns = columns};
        if (!index.comment.isEmpty())
            key.options.insert(QStringLiteral("comment"), index.comment);
        if (!index.method.isEmpty())
            key.options.insert(QStringLiteral("using"), index.method);
        QStringList parts;
        bool more = false;
        for (const schema::IndexItem &item : index.items) {
            parts.append(m_dialect.quote(item.column) + (item.length ? QStringLiteral("(%1)").arg(*item.length) : QString())
                         + QLatin1String(item.descending ? " DESC" : ""));
            more = more || item.length || item.descending;
        }
        if (more)
            key.options.insert(QStringLiteral("columns"), parts.join(QLatin1String(", ")));
        table.primaryKey = key;
    } else if (index.unique && plain) {
        table.uniques.push_back({.name = index.name, .columns = columns});
    } else {
        table.indexes.push_back(std::move(index));
    }
}

Status MysqlInspector::readForeignKeys()
{
    const QString sql = QStringLiteral("SELECT k.table_schema, k.table_name, k.constraint_name, k.column_name, k.referenced_table_schema, k.referenced_table_name, "
                                       "k.referenced_column_name, r.update_rule, r.delete_rule FROM information_schema.key_column_usage k "
                                       "JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema "
                                       "AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name "
                                       "WHERE %1 AND %2 AND k.referenced_table_name IS NOT NULL ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position")
                            .arg(in("k.table_schema"), in("r.constraint_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    // InnoDB has one action for "nothing said". MariaDB calls it RESTRICT and shows a NO ACTION that was spelt out;
    // MySQL calls it NO ACTION and shows a RESTRICT.
    const auto action = [&](const QString &rule) {
        if (rule == QLatin1String("CASCADE"))
            return schema::ForeignKeyAction::Cascade;
        if (rule == QLatin1String("SET NULL"))
            return schema::ForeignKeyAction::SetNull;
        if (rule == QLatin1String("SET DEFAULT"))
            return schema::ForeignKeyAction::SetDefault;
        return rule == QLatin1String("RESTRICT") && !m_mariaDb ? schema::ForeignKeyAction::Restrict : schema::ForeignKeyAction::NoAction;
    };
    Table *owner = nullptr;
    for (int row = 0; row < rows.count(); ++row) {
        Table *next = table(rows.text(row, 0), rows.text(row, 1));
        if (!next)
            continue;
        if (next != owner || next->foreignKeys.back().name != rows.text(row, 2)) {
            owner = next;
            schema::ForeignKey key;
            key.name = rows.text(row, 2);
            key.referredTable = nameOf(rows.text(row, 4), rows.text(row, 5));
            key.onUpdate = action(rows.text(row, 7));
            key.onDelete = action(rows.text(row, 8));
            if (m_mariaDb && rows.text(row, 7) == QLatin1String("NO ACTION"))
                key.options.insert(QStringLiteral("on_update"), QStringLiteral("NO ACTION"));
            if (m_mariaDb && rows.text(row, 8) == QLatin1String("NO ACTION"))
                key.options.insert(QStringLiteral("on_delete"), QStringLiteral("NO ACTION"));
            owner->foreignKeys.push_back(std::move(key));
        }
        owner->foreignKeys.back().columns.append(rows.text(row, 3));
        owner->foreignKeys.back().referredColumns.append(rows.text(row, 6));
    }
    return {};
}

Status MysqlInspector::readChecks()
{
    const QString sql = m_mariaDb
        ? QStringLiteral("SELECT constraint_schema, table_name, constraint_name, check_clause, level, 'YES' FROM information_schema.check_constraints "
                         "WHERE %1 ORDER BY constraint_schema, table_name, constraint_name").arg(in("constraint_schema"))
        : QStringLiteral("SELECT c.constraint_schema, t.table_name, c.constraint_name, c.check_clause, 'Table', t.enforced FROM information_schema.check_constraints c "
                         "JOIN information_schema.table_constraints t ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name "
                         "AND t.constraint_type = 'CHECK' WHERE %1 ORDER BY 1, 2, 3").arg(in("c.constraint_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        Table *owner = table(rows.text(row, 0), rows.text(row, 1));
        if (!owner)
            continue;
        schema::Check check;
        check.expression = unescaped(rows.text(row, 3));
        if (check.expression.startsWith(u'(') && check.expression.endsWith(u')') && !m_mariaDb)
            check.expression = check.expression.mid(1, check.expression.size() - 2); // MySQL always writes the outer ones
        check.enforced = rows.flag(row, 5);
        if (rows.text(row, 4) == QLatin1String("Column"))
            foldJson(*owner, rows.text(row, 2), check.expression, std::move(check));
        else {
            check.name = rows.text(row, 2);
            owner->checks.push_back(std::move(check));
        }
    }
    return {};
}

// MariaDB's JSON is longtext in utf8mb4_bin with a check of its own.
void MysqlInspector::foldJson(Table &table, const QString &columnName, const QString &clause, schema::Check &&check) const
{
    schema::Column *column = table.column(columnName);
    const bool json = column && column->type.nativeText == QLatin1String("longtext")
        && clause == QLatin1String("json_valid(") + m_dialect.quote(columnName) + u')'
        && (column->collation.isEmpty() ? table.options.value(QStringLiteral("collation")) : column->collation) == QLatin1String("utf8mb4_bin");
    if (json) {
        column->type = schema::Type::of(schema::TypeKind::Json);
        column->charset.clear();
        column->collation.clear();
        return;
    }
    check.options.insert(QStringLiteral("column"), columnName);
    table.checks.push_back(std::move(check));
}

Status MysqlInspector::readPartitions()
{
    const QString sql = QStringLiteral("SELECT table_schema, table_name, partition_name, partition_method, partition_expression, partition_description, "
                                       "subpartition_method, subpartition_expression, subpartition_name, partition_comment FROM information_schema.partitions "
                                       "WHERE %1 AND partition_name IS NOT NULL ORDER BY table_schema, table_name, partition_ordinal_position, subpartition_ordinal_position")
                            .arg(in("table_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count();) {
        const int first = row;
        Table *owner = table(rows.text(row, 0), rows.text(row, 1));
        QStringList parts;
        bool usualNames = true, whole = true;
        int subpartitions = 0, subpartition = 0;
        for (; row < rows.count() && rows.text(row, 0) == rows.text(first, 0) && rows.text(row, 1) == rows.text(first, 1); ++row) {
            subpartitions += rows.text(row, 2) == rows.text(first, 2) && !rows.isNull(row, 8);
            subpartition = row > first && rows.text(row, 2) == rows.text(row - 1, 2) ? subpartition + 1 : 0;
            whole = whole && (rows.isNull(row, 8) || rows.text(row, 8) == QStringLiteral("%1sp%2").arg(rows.text(row, 2)).arg(subpartition));
            if (row > first && rows.text(row, 2) == rows.text(row - 1, 2))
                continue; // one more subpartition
            usualNames = usualNames && rows.text(row, 2) == QStringLiteral("p%1").arg(parts.size()) && rows.text(row, 9).isEmpty();
            QString part = QLatin1String("PARTITION ") + m_dialect.quote(rows.text(row, 2));
            const QString method = rows.text(row, 3);
            if (method.startsWith(QLatin1String("RANGE")))
                part += QLatin1String(" VALUES LESS THAN ") + (rows.text(row, 5) == QLatin1String("MAXVALUE") ? rows.text(row, 5) : QString(u'(' + rows.text(row, 5) + u')'));
            else if (method.startsWith(QLatin1String("LIST")))
                part += rows.text(row, 5) == QLatin1String("DEFAULT") ? QStringLiteral(" DEFAULT") : QString(QLatin1String(" VALUES IN (") + rows.text(row, 5) + u')');
            if (!rows.text(row, 9).isEmpty())
                part += QLatin1String(" COMMENT = ") + m_dialect.literal(driver::Value::text(rows.text(row, 9)));
            parts.append(part);
        }
        if (!owner)
            continue;
        const QString method = rows.text(first, 3);
        QString text = method + QLatin1String(" (") + unescaped(rows.text(first, 4)) + u')';
        if (subpartitions > 0)
            text += QStringLiteral(" SUBPARTITION BY %1 (%2) SUBPARTITIONS %3").arg(rows.text(first, 6), rows.text(first, 7)).arg(subpartitions);
        const bool counted = !method.startsWith(QLatin1String("RANGE")) && !method.startsWith(QLatin1String("LIST"));
        text += counted && usualNames ? QStringLiteral(" PARTITIONS %1").arg(parts.size()) : QString(QLatin1String(" (") + parts.join(QLatin1String(", ")) + u')');
        owner->options.insert(QStringLiteral("partition_by"), text);
        if (!whole || method == QLatin1String("SYSTEM_TIME"))
            m_shownPartitions.insert(owner->name);
    }
    return {};
}

Result<Inspection> MysqlDialect::inspect(driver::Connection &connection, const InspectOptions &options, const CancelToken &token) const
{
    return MysqlInspector(*this, connection, options, token).read();
}

Result<std::optional<qint64>> MysqlDialect::estimateRows(driver::Connection &connection, const Name &table, const CancelToken &token) const
{
    const QString schema = table.schema.isEmpty() ? QStringLiteral("database()") : textLiteral(table.schema.toUtf8());
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(connection, QStringLiteral("SELECT table_rows FROM information_schema.tables WHERE table_schema = %1 AND table_name = %2")
                                                                     .arg(schema, textLiteral(table.name.toUtf8())), token));
    return rows.count() == 0 ? std::optional<qint64>() : rows.optionalInteger(0, 0);
}

} // namespace joinery::dialect
