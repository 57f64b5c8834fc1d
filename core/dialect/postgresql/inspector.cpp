// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"

#include "core/sql/lexer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace joinery::dialect {

using schema::Name;

QStringList jsonTexts(const QString &json)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

void takeParameters(QMap<QString, QString> &options, const QStringList &parameters, const QString &prefix)
{
    QStringList order;
    for (const QString &parameter : parameters) {
        order.append(prefix + parameter.section(u'=', 0, 0));
        options.insert(order.last(), parameter.section(u'=', 1));
    }
    const QString key = QStringLiteral("parameter_order");
    if (!std::ranges::is_sorted(order) || options.contains(key))
        options.insert(key, (options.value(key).split(u',', Qt::SkipEmptyParts) + order).join(u','));
}

namespace {

QString collationNamed(const char *oid, const char *text)
{
    return QStringLiteral("(SELECT %1 FROM pg_catalog.pg_collation zc JOIN pg_catalog.pg_namespace zn ON zn.oid = zc.collnamespace WHERE zc.oid = %2)")
        .arg(QLatin1String(text), QLatin1String(oid));
}

} // namespace

QString writtenCollation(const char *oid)
{
    return collationNamed(oid, "CASE WHEN pg_collation_is_visible(zc.oid) THEN '' ELSE quote_ident(zn.nspname) || '.' END || quote_ident(zc.collname)");
}

QString keptCollation(const char *oid)
{
    // A collation of another encoding is not visible, and neither is one of the same name behind it.
    return collationNamed(oid, "CASE WHEN zn.nspname IN ('pg_catalog', current_schema()) THEN zc.collname::text "
                               "ELSE '\"' || replace(zn.nspname, '\"', '\"\"') || '\".\"' || replace(zc.collname, '\"', '\"\"') || '\"' END");
}

QString withoutParentheses(const QString &expression)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(expression, sql::Flavor::Postgresql);
    if (tokens.size() < 3 || !tokens.front().is(expression, u'('))
        return expression;
    int depth = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        depth += tokens[i].is(expression, u'(') ? 1 : tokens[i].is(expression, u')') ? -1 : 0;
        if (depth == 0)
            return i + 1 == tokens.size() ? expression.mid(tokens.front().end(), tokens.back().start - tokens.front().end())
                                          : expression;
    }
    return expression;
}

Result<CatalogRows> PostgresqlInspector::fetch(const QString &sql)
{
    return CatalogRows::fetch(m_connection, sql, m_token);
}

QString PostgresqlInspector::ours(const char *oid, const char *catalog, const char *schemaColumn) const
{
    QString schemas;
    if (m_options.schemas.isEmpty()) {
        schemas = QStringLiteral("%1 NOT LIKE 'pg\\_%' AND %1 <> 'information_schema'").arg(QLatin1String(schemaColumn));
    } else {
        QStringList names;
        for (const QString &name : m_options.schemas)
            names.append(m_dialect.literal(driver::Value::text(name)));
        schemas = QStringLiteral("%1 IN (%2)").arg(QLatin1String(schemaColumn), names.join(QLatin1String(", ")));
    }
    return QStringLiteral("%1 AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = '%2'::regclass AND "
                          "e.objid = %3 AND e.deptype = 'e')")
        .arg(schemas, QLatin1String(catalog), QLatin1String(oid));
}

Name PostgresqlInspector::nameOf(const QString &schema, const QString &plain) const
{
    return schema == m_defaultSchema ? Name(plain) : Name(schema, plain);
}

QString PostgresqlInspector::quoted(const Name &name) const
{
    return name.schema.isEmpty() ? m_dialect.quoteIfNeeded(name.name)
                                 : QString(m_dialect.quoteIfNeeded(name.schema) + u'.' + m_dialect.quoteIfNeeded(name.name));
}

QString PostgresqlInspector::quotedAll(const QStringList &names) const
{
    QStringList all;
    for (const QString &name : names)
        all.append(m_dialect.quoteIfNeeded(name));
    return all.join(QLatin1String(", "));
}

schema::Table *PostgresqlInspector::tableAt(qint64 oid)
{
    const auto at = m_tables.constFind(oid);
    return at == m_tables.constEnd() ? nullptr : &m_inspection.catalog.tables[*at];
}

void PostgresqlInspector::find(Severity severity, const char *code, const QString &object, const QString &message)
{
    m_inspection.findings.push_back({severity, QString::fromLatin1(code), Uid(), object, message, QString()});
}

void PostgresqlInspector::define(schema::Definition::Kind kind, const Name &name, const QString &createSql,
                                 const QString &dropSql, const QString &commentOn, const QString &comment)
{
    schema::Definition definition;
    definition.kind = kind;
    definition.name = name;
    definition.createSql = createSql;
    definition.dropSql = dropSql;
    definition.comment = comment;
    if (!comment.isEmpty())
        definition.createSql += QLatin1String(";\nCOMMENT ON ") + commentOn + QLatin1String(" IS ")
            + m_dialect.literal(driver::Value::text(comment));
    m_inspection.catalog.definitions.push_back(std::move(definition));
}

void PostgresqlInspector::addComments(const QString &on, const QString &json)
{
    const QJsonObject comments = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = comments.begin(); it != comments.end(); ++it)
        m_inspection.catalog.definitions.back().createSql += QLatin1String(";\nCOMMENT ON ") + QString(on).replace(QLatin1String("%1"), m_dialect.quoteIfNeeded(it.key()))
            + QLatin1String(" IS ") + m_dialect.literal(driver::Value::text(it.value().toString()));
}

Result<Inspection> PostgresqlInspector::read()
{
    m_inspection.catalog.dialect = m_dialect.name();
    m_inspection.catalog.serverVersion = m_connection.server().version;
    JOINERY_TRY_VALUE(const CatalogRows session,
                      fetch(QStringLiteral("SELECT current_setting('search_path'), coalesce(current_schema(), 'public')")));
    const QString path = session.text(0, 0);
    m_defaultSchema = session.text(0, 1);
    const auto setPath = [&](const QString &value) {
        return fetch(QStringLiteral("SELECT set_config('search_path', %1, false)").arg(m_dialect.literal(driver::Value::text(value))));
    };
    JOINERY_TRY(setPath(m_dialect.quote(m_defaultSchema)));
    const Status status = readAll();
    const auto restored = setPath(path); // also after an error, unless it broke the connection or the transaction
    if (!status)
        return fail(status.error());
    JOINERY_TRY(restored);
    return std::move(m_inspection);
}

Status PostgresqlInspector::readAll()
{
    JOINERY_TRY(readNamespaces());
    JOINERY_TRY(readExtensions());
    JOINERY_TRY(readRelations());
    JOINERY_TRY(readColumns());
    JOINERY_TRY(readConstraints());
    JOINERY_TRY(readIndexes());
    JOINERY_TRY(readEnums());
    JOINERY_TRY(readDomains());
    JOINERY_TRY(readComposites());
    JOINERY_TRY(readRanges());
    JOINERY_TRY(readSequences());
    if (m_options.definitions) {
        JOINERY_TRY(readFunctions());
        JOINERY_TRY(readAggregates());
        JOINERY_TRY(readTriggers());
        JOINERY_TRY(readRules());
        JOINERY_TRY(readPolicies());
        JOINERY_TRY(readStatistics());
        JOINERY_TRY(readViewDefaults());
    }
    JOINERY_TRY(readUses());
    if (m_options.definitions)
        JOINERY_TRY(readObjects());
    JOINERY_TRY(readPrivileges());
    return readUnknown();
}

Result<Inspection> PostgresqlDialect::inspect(driver::Connection &connection, const InspectOptions &options,
                                              const CancelToken &token) const
{
    return PostgresqlInspector(*this, connection, options, token).read();
}

Result<std::optional<qint64>> PostgresqlDialect::estimateRows(driver::Connection &connection, const Name &table,
                                                              const CancelToken &token) const
{
    const QString schema = table.schema.isEmpty() ? QStringLiteral("coalesce(current_schema(), 'public')")
                                                  : textLiteral(table.schema.toUtf8());
    // A partitioned table's rows are those of its partitions.
    const QString sql = QStringLiteral(
        "WITH RECURSIVE t AS (SELECT c.oid, c.reltuples, c.relkind FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n "
        "ON n.oid = c.relnamespace WHERE n.nspname = %1 AND c.relname = %2 UNION ALL SELECT c.oid, c.reltuples, c.relkind "
        "FROM t JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid AND t.relkind = 'p' JOIN pg_catalog.pg_class c "
        "ON c.oid = i.inhrelid) SELECT sum(reltuples)::bigint, bool_or(reltuples < 0) FROM t WHERE relkind IN ('r', 'm', 'f')")
                            .arg(schema, textLiteral(table.name.toUtf8()));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(connection, sql, token));
    if (rows.count() == 0 || rows.isNull(0, 0) || rows.flag(0, 1))
        return std::optional<qint64>();
    return rows.optionalInteger(0, 0);
}

} // namespace joinery::dialect
