// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_ddl.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Identity;
using schema::Table;
using schema::TypeKind;

namespace {

/// Those options of a table that are no storage parameters.
bool isClause(const QString &key)
{
    static const QStringList clauses{
        QStringLiteral("unlogged"), QStringLiteral("partition_by"), QStringLiteral("partition_of"),
        QStringLiteral("partition_bound"), QStringLiteral("inherits"), QStringLiteral("tablespace"),
        QStringLiteral("row_security"), QStringLiteral("force_row_security"), QStringLiteral("replica_identity"),
        QStringLiteral("cluster_on"), QStringLiteral("access_method"), QStringLiteral("foreign_server"), QStringLiteral("foreign_options"), QStringLiteral("of_type"),
        QStringLiteral("comment"), QStringLiteral("parameter_order"), QStringLiteral("column_statistics"), QStringLiteral("without_overlaps")};
    return clauses.contains(key);
}

bool isForeign(const Table &table) { return table.options.contains(QStringLiteral("foreign_server")); }

QString storageParameters(const QMap<QString, QString> &options, const QStringList &clauses = {})
{
    QStringList keys = options.value(QStringLiteral("parameter_order")).split(u',', Qt::SkipEmptyParts);
    keys.append(options.keys());
    keys.removeDuplicates();
    QStringList parts;
    for (const QString &key : std::as_const(keys)) {
        if (!isClause(key) && !clauses.contains(key) && options.contains(key))
            parts << key + u'=' + options.value(key);
    }
    return parts.isEmpty() ? QString() : QString(QLatin1String(" WITH (") + parts.join(QLatin1String(", ")) + u')');
}

} // namespace

std::optional<schema::Name> PostgresqlDdl::ownSequence(const Name &, const Column &column) const
{
    if (!column.identity || column.identity->kind != Identity::Kind::Serial)
        return {};
    if (!column.identity->sequence.isEmpty())
        return column.identity->sequence;
    return {};
}

QString PostgresqlDdl::columnText(const Table &table, const Column &column) const
{
    if (!column.identity || column.computed || column.identity->kind != Identity::Kind::Serial)
        return DdlWriter::columnText(table, column);
    QString type = m_dialect.typeText(column.type);
    const QString notNull = notNullText(column);
    if (const std::optional<Name> sequence = ownSequence(table.name, column))
        return QStringLiteral("%1 %2 DEFAULT nextval(%3::regclass)%4").arg(id(column.name), type, text(id(*sequence)), notNull);
    switch (column.type.kind) {
    case TypeKind::SmallInteger: type = QStringLiteral("smallserial"); break;
    case TypeKind::BigInteger: type = QStringLiteral("bigserial"); break;
    default: type = QStringLiteral("serial"); break;
    }
    return id(column.name) + u' ' + type + notNull;
}

// Version 18 has virtual columns; an older one says that it has not.
QString PostgresqlDdl::computedKind(const schema::Computed &computed) const { return QLatin1String(computed.stored ? " STORED" : " VIRTUAL"); }

QString PostgresqlDdl::notNullText(const Column &column) const
{
    if (column.nullable || column.options.contains(QStringLiteral("not_null_not_valid")))
        return {};
    const QString name = column.options.value(QStringLiteral("not_null_name"));
    return (name.isEmpty() ? QString() : QString(QLatin1String(" CONSTRAINT ") + id(name))) + QLatin1String(" NOT NULL")
        + QLatin1String(column.options.contains(QStringLiteral("not_null_no_inherit")) ? " NO INHERIT" : "");
}

// Since version 18: a NOT NULL that is not checked against the rows there are, and a comment on one.
void PostgresqlDdl::finishNotNull(const Name &table, const Column &column)
{
    const QString name = column.options.value(QStringLiteral("not_null_name"));
    if (!column.nullable && column.options.contains(QStringLiteral("not_null_not_valid")))
        (void)alter(table, QStringLiteral("ADD %1NOT NULL %2%3 NOT VALID")
                               .arg(name.isEmpty() ? QString() : QString(QLatin1String("CONSTRAINT ") + id(name) + u' '), id(column.name),
                                    QLatin1String(column.options.contains(QStringLiteral("not_null_no_inherit")) ? " NO INHERIT" : "")));
    addConstraintComment(table, name, column.options.value(QStringLiteral("not_null_comment")));
}

QString PostgresqlDdl::constraintText(const Constraint &constraint) const
{
    const QString line = DdlWriter::constraintText(constraint);
    // What is said of the index stands in front of when the key is checked.
    const auto key = [&](auto each) -> QString {
        each.deferral = schema::Deferral::NotDeferrable;
        const qsizetype at = DdlWriter::constraintText(each).size();
        each.include.clear();
        const qsizetype columnsEnd = DdlWriter::constraintText(each).size() - 1;
        const QString tablespace = each.options.value(QStringLiteral("tablespace"));
        const bool period = each.options.contains(QStringLiteral("without_overlaps")); // since version 18
        return line.left(columnsEnd) + QLatin1String(period ? " WITHOUT OVERLAPS" : "") + line.sliced(columnsEnd, at - columnsEnd) + storageParameters(each.options)
            + (tablespace.isEmpty() ? QString() : QString(QLatin1String(" USING INDEX TABLESPACE ") + id(tablespace))) + line.mid(at);
    };
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &each) { return key(each); },
        [&](const schema::Unique &each) { return key(each); },
        [&](const schema::ForeignKey &key) -> QString {
            QString text = line;
            // ON DELETE SET NULL (column, ...), since version 15
            const QString columns = key.options.value(QStringLiteral("on_delete_columns"));
            if (!columns.isEmpty())
                text.replace(QLatin1String("ON DELETE ") + actionText(key.onDelete),
                             QLatin1String("ON DELETE ") + actionText(key.onDelete) + QLatin1String(" (") + columns + u')');
            if (key.options.contains(QStringLiteral("period"))) { // the last column of both, since version 18
                for (const QStringList &columns : {key.columns, key.referredColumns}) {
                    if (!columns.isEmpty())
                        text.replace(u'(' + ids(columns) + u')', u'(' + ids(columns.mid(0, columns.size() - 1))
                                         + QLatin1String(columns.size() > 1 ? ", PERIOD " : "PERIOD ") + id(columns.last()) + u')');
                }
            }
            return text + QLatin1String(key.options.contains(QStringLiteral("not_enforced")) ? " NOT ENFORCED" : key.validated ? "" : " NOT VALID");
        },
        [&](const schema::Check &check) -> QString {
            return line + QLatin1String(check.noInherit ? " NO INHERIT" : "")
                + QLatin1String(!check.enforced ? " NOT ENFORCED" : check.validated ? "" : " NOT VALID");
        },
        [&](const schema::Exclusion &) -> QString { return line; },
    }, constraint);
}

QString PostgresqlDdl::indexText(const Name &tableName, const schema::Index &index, bool concurrently) const
{
    QStringList items;
    for (const schema::IndexItem &item : index.items) {
        QString text = item.expression.isEmpty() ? id(item.column) : QString(u'(' + item.expression + u')');
        if (!item.collation.isEmpty())
            text += QLatin1String(" COLLATE ") + collationText(item.collation);
        if (!item.operatorClass.isEmpty())
            text += u' ' + item.operatorClass;
        if (item.descending)
            text += QLatin1String(" DESC");
        if (item.nulls != schema::NullsOrder::Default)
            text += QLatin1String(item.nulls == schema::NullsOrder::First ? " NULLS FIRST" : " NULLS LAST");
        items << text;
    }
    QString sql = QStringLiteral("CREATE %1INDEX %2%3 ON %4 %5(%6)")
                      .arg(QLatin1String(index.unique ? "UNIQUE " : ""), QLatin1String(concurrently ? "CONCURRENTLY " : ""),
                           id(index.name), id(tableName),
                           index.method.isEmpty() ? QString() : QString(QLatin1String("USING ") + index.method + u' '),
                           items.join(QLatin1String(", ")));
    if (!index.include.isEmpty())
        sql += QLatin1String(" INCLUDE (") + ids(index.include) + u')';
    if (index.nullsNotDistinct)
        sql += QLatin1String(" NULLS NOT DISTINCT");
    sql += storageParameters(index.options);
    if (index.options.contains(QStringLiteral("tablespace")))
        sql += QLatin1String(" TABLESPACE ") + id(index.options.value(QStringLiteral("tablespace")));
    if (!index.where.isEmpty())
        sql += QLatin1String(" WHERE ") + index.where;
    return sql;
}

QString PostgresqlDdl::tableOptions(const Table &table) const
{
    QString text;
    if (table.options.contains(QStringLiteral("inherits")))
        text += QLatin1String(" INHERITS (") + table.options.value(QStringLiteral("inherits")) + u')';
    if (table.options.contains(QStringLiteral("partition_by")))
        text += QLatin1String(" PARTITION BY ") + table.options.value(QStringLiteral("partition_by"));
    if (table.options.contains(QStringLiteral("access_method")))
        text += QLatin1String(" USING ") + id(table.options.value(QStringLiteral("access_method")));
    text += storageParameters(table.options);
    if (table.options.contains(QStringLiteral("tablespace")))
        text += QLatin1String(" TABLESPACE ") + id(table.options.value(QStringLiteral("tablespace")));
    if (isForeign(table))
        text += QLatin1String(" SERVER ") + id(table.options.value(QStringLiteral("foreign_server")));
    if (table.options.contains(QStringLiteral("foreign_options")))
        text += QLatin1String(" OPTIONS (") + table.options.value(QStringLiteral("foreign_options")) + u')';
    return text;
}

QString PostgresqlDdl::sequenceOptions(const schema::Sequence &sequence) const
{
    QString text;
    if (!sequence.dataType.isEmpty())
        text += QLatin1String(" AS ") + sequence.dataType;
    schema::Identity options;
    options.start = sequence.start;
    options.increment = sequence.increment;
    options.minimum = sequence.minimum;
    options.maximum = sequence.maximum;
    options.cache = sequence.cache;
    options.cycle = sequence.cycle;
    const QString rest = identityOptions(options);
    return rest.isEmpty() ? text : QString(text + u' ' + rest);
}

std::vector<schema::Unique> PostgresqlDdl::twinKeys(const Table &table)
{
    std::vector<schema::Unique> twins;
    for (size_t i = 0; i < table.uniques.size(); ++i) {
        const schema::Unique &each = table.uniques[i];
        bool twin = !each.name.isEmpty() && table.primaryKey && table.primaryKey->columns == each.columns
            && table.primaryKey->include == each.include && table.primaryKey->deferral == each.deferral && !each.nullsNotDistinct;
        for (size_t before = 0; before < i && !twin; ++before) {
            const schema::Unique &other = table.uniques[before];
            twin = !each.name.isEmpty() && other.columns == each.columns && other.include == each.include
                && other.deferral == each.deferral && other.nullsNotDistinct == each.nullsNotDistinct;
        }
        if (twin)
            twins.push_back(each);
    }
    return twins;
}

QString PostgresqlDdl::createTableText(const Table &table, bool withForeignKeys) const
{
    Table valid = table; // what is not validated is added behind
    std::erase_if(valid.checks, [](const schema::Check &check) { return !check.validated; });
    std::erase_if(valid.foreignKeys, [](const schema::ForeignKey &key) { return !key.validated; });
    // What comes from the parents of INHERITS alone is not declared again.
    const auto inherited = [](const auto &element) { return element.options.contains(QStringLiteral("inherited")); };
    std::erase_if(valid.columns, inherited);
    if (table.options.contains(QStringLiteral("partition_of"))) { // identities are those of the whole, since version 17
        for (Column &column : valid.columns) {
            if (column.identity && column.identity->kind != Identity::Kind::Serial)
                column.identity.reset();
        }
    }
    std::erase_if(valid.checks, inherited);
    const std::vector<schema::Unique> twins = twinKeys(table);
    std::erase_if(valid.uniques, [&](const schema::Unique &each) { return std::ranges::find(twins, each) != twins.end(); });
    QString sql = DdlWriter::createTableText(valid, withForeignKeys);
    if (table.options.contains(QStringLiteral("unlogged")))
        sql.replace(0, 12, QStringLiteral("CREATE UNLOGGED TABLE"));
    if (isForeign(table))
        sql.replace(0, 12, QStringLiteral("CREATE FOREIGN TABLE"));
    return sql;
}

void PostgresqlDdl::addTable(const Table &table, bool withForeignKeys)
{
    for (const Column &column : table.columns) {
        const std::optional<Name> sequence = ownSequence(table.name, column);
        if (!sequence)
            continue;
        schema::Sequence made{.name = *sequence, .start = column.identity->start, .increment = column.identity->increment,
                              .minimum = column.identity->minimum, .maximum = column.identity->maximum,
                              .cache = column.identity->cache, .cycle = column.identity->cycle};
        if (column.type.kind != TypeKind::BigInteger)
            made.dataType = m_dialect.typeText(column.type);
        add(QLatin1String("CREATE SEQUENCE ") + id(*sequence) + sequenceOptions(made));
    }
    add(createTableText(table, withForeignKeys));
    if (table.options.contains(QStringLiteral("of_type")))
        (void)alter(table.name, QLatin1String("OF ") + table.options.value(QStringLiteral("of_type")));
    for (const Column &column : table.columns) {
        const std::optional<Name> sequence = ownSequence(table.name, column);
        if (sequence) {
            add(QStringLiteral("ALTER SEQUENCE %1 OWNED BY %2.%3").arg(id(*sequence), id(table.name), id(column.name)));
        } else if (column.identity && column.identity->kind == Identity::Kind::Serial) {
            const QString options = identityOptions(*column.identity);
            if (!options.isEmpty()) {
                const Name made(table.name.schema, table.name.name + u'_' + column.name + QLatin1String("_seq"));
                add(QLatin1String("ALTER SEQUENCE ") + id(made) + u' ' + options);
            }
        }
        addColumnOptions(table.name, column, {});
        if (column.options.contains(QStringLiteral("inherited")))
            differFromParents(table, column);
        else
            finishNotNull(table.name, column);
    }
    for (const schema::Unique &twin : twinKeys(table))
        (void)alter(table.name, QLatin1String("ADD ") + constraintText(twin));
    for (const schema::Check &check : table.checks) {
        if (!check.validated)
            (void)alter(table.name, QLatin1String("ADD ") + constraintText(check));
    }
    for (const schema::ForeignKey &key : table.foreignKeys) {
        if (!key.validated && withForeignKeys)
            (void)alter(table.name, QLatin1String("ADD ") + constraintText(key));
    }
    const QString rowSecurity = table.options.value(QStringLiteral("row_security"));
    if (!rowSecurity.isEmpty() && rowSecurity != QLatin1String("false")) {
        (void)alter(table.name, QStringLiteral("ENABLE ROW LEVEL SECURITY"));
        if (rowSecurity == QLatin1String("force") || table.options.contains(QStringLiteral("force_row_security")))
            (void)alter(table.name, QStringLiteral("FORCE ROW LEVEL SECURITY"));
    }
    if (table.options.contains(QStringLiteral("replica_identity")))
        (void)alter(table.name, QLatin1String("REPLICA IDENTITY ") + table.options.value(QStringLiteral("replica_identity")));
    addComments(table);
}

// A column of the parents that has a default or a NOT NULL of its own.
void PostgresqlDdl::differFromParents(const Table &table, const Column &column)
{
    const QStringList parents = table.options.value(QStringLiteral("inherits")).split(QLatin1String(", "));
    const Column *theirs = nullptr;
    for (const Table &each : m_before.tables) {
        if (!theirs && parents.contains(id(each.name)))
            theirs = each.column(column.name);
    }
    if (!theirs || column.computed)
        return;
    const QString change = QStringLiteral("ALTER TABLE ONLY %1 ALTER COLUMN %2 ").arg(id(table.name), id(column.name));
    if (column.defaultValue != theirs->defaultValue)
        add(change + (column.defaultValue ? QString(QLatin1String("SET DEFAULT ") + m_dialect.defaultText(*column.defaultValue, column.type)) : QStringLiteral("DROP DEFAULT")));
    if (!column.nullable && theirs->nullable)
        add(change + QLatin1String("SET NOT NULL"));
}

void PostgresqlDdl::addComment(const QString &what, const QString &comment, bool replaces)
{
    if (!comment.isEmpty() || replaces)
        add(QStringLiteral("COMMENT ON %1 IS %2").arg(what, comment.isEmpty() ? QStringLiteral("NULL") : text(comment)));
}

void PostgresqlDdl::addConstraintComment(const Name &table, const QString &name, const QString &comment)
{
    if (!name.isEmpty())
        addComment(QStringLiteral("CONSTRAINT %1 ON %2").arg(id(name), id(table)), comment);
}

void PostgresqlDdl::addColumnOptions(const Name &table, const Column &column, const QMap<QString, QString> &before)
{
    const QString alterColumn = QLatin1String("ALTER COLUMN ") + id(column.name) + u' ';
    for (const auto &[key, value] : column.options.asKeyValueRange()) {
        if (before.value(key) == value)
            continue;
        if (key == QLatin1String("storage") || key == QLatin1String("compression") || key == QLatin1String("statistics"))
            (void)alter(table, alterColumn + QLatin1String("SET ") + key.toUpper() + u' ' + value);
        else if (key == QLatin1String("options"))
            (void)alter(table, alterColumn + QLatin1String("SET (") + value + u')');
        else if (key == QLatin1String("foreign_options") && !before.contains(key))
            add(QStringLiteral("ALTER FOREIGN TABLE %1 %2OPTIONS (%3)").arg(id(table), alterColumn, value));
    }
    for (const QString &key : before.keys()) {
        if (column.options.contains(key))
            continue;
        if (key == QLatin1String("statistics"))
            (void)alter(table, alterColumn + QLatin1String("SET STATISTICS -1"));
        else if (key == QLatin1String("compression"))
            (void)alter(table, alterColumn + QLatin1String("SET COMPRESSION default"));
    }
}

void PostgresqlDdl::addComments(const Table &table)
{
    addComment(QLatin1String(isForeign(table) ? "FOREIGN TABLE " : "TABLE ") + id(table.name), table.comment);
    for (const Column &column : table.columns)
        addComment(QStringLiteral("COLUMN %1.%2").arg(id(table.name), id(column.name)), column.comment);
    if (table.primaryKey)
        addConstraintComment(table.name, table.primaryKey->name, table.primaryKey->options.value(QStringLiteral("comment")));
    for (const schema::Unique &unique : table.uniques)
        addConstraintComment(table.name, unique.name, unique.comment);
    for (const schema::Check &check : table.checks)
        addConstraintComment(table.name, check.name, check.comment);
    for (const schema::Exclusion &exclusion : table.exclusions)
        addConstraintComment(table.name, exclusion.name, exclusion.comment);
    for (const schema::ForeignKey &key : table.foreignKeys)
        addConstraintComment(table.name, key.name, key.comment);
}

void PostgresqlDdl::addIndex(const Name &table, const schema::Index &index, bool concurrently)
{
    DdlWriter::addIndex(table, index, concurrently);
    const QString name = id(Name(table.schema, index.name));
    // One that was stopped half way stays behind and is not valid: it goes before the next try.
    m_steps.back().done = QStringLiteral("SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(%1) AND indisvalid").arg(text(name));
    if (concurrently)
        m_steps.back().undo = QLatin1String("DROP INDEX CONCURRENTLY IF EXISTS ") + name;
    for (const QString &each : index.options.value(QStringLiteral("column_statistics")).split(u',', Qt::SkipEmptyParts))
        add(QStringLiteral("ALTER INDEX %1 ALTER COLUMN %2 SET STATISTICS %3").arg(name, each.section(u'=', 0, 0), each.section(u'=', 1)));
    addComment(QLatin1String("INDEX ") + name, index.comment);
}

void PostgresqlDdl::addView(const schema::View &view)
{
    QString sql = QLatin1String(view.materialized ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ") + id(view.name);
    sql += storageParameters(view.options, {QStringLiteral("check_option"), QStringLiteral("with_no_data")});
    if (view.materialized && view.options.contains(QStringLiteral("tablespace")))
        sql += QLatin1String(" TABLESPACE ") + id(view.options.value(QStringLiteral("tablespace")));
    QString query = view.query.trimmed();
    while (query.endsWith(u';'))
        query.chop(1);
    sql += QLatin1String(" AS\n") + query;
    const QString check = view.options.value(QStringLiteral("check_option"));
    if (!check.isEmpty())
        sql += QLatin1String("\nWITH ") + check.toUpper() + QLatin1String(" CHECK OPTION");
    if (view.options.contains(QStringLiteral("with_no_data")))
        sql += QLatin1String("\nWITH NO DATA");
    add(sql);
    for (const QString &definition : view.indexDefinitions)
        add(definition);
    const QString kind = QLatin1String(view.materialized ? "MATERIALIZED VIEW " : "VIEW ");
    addComment(kind + id(view.name), view.comment);
    for (const Column &column : view.columns)
        addComment(QStringLiteral("COLUMN %1.%2").arg(id(view.name), id(column.name)), column.comment);
}

void PostgresqlDdl::addDefinition(const schema::Definition &definition) { addScript(definition.createSql); }

void PostgresqlDdl::finishTable(const Table &table)
{
    const QString parent = table.options.value(QStringLiteral("partition_of"));
    if (!parent.isEmpty())
        add(QStringLiteral("ALTER TABLE %1 ATTACH PARTITION %2 %3")
                .arg(parent, id(table.name), table.options.value(QStringLiteral("partition_bound"))));
    if (table.options.contains(QStringLiteral("cluster_on")))
        (void)alter(table.name, QLatin1String("CLUSTER ON ") + id(table.options.value(QStringLiteral("cluster_on"))));
    for (const schema::Sequence &sequence : m_before.sequences) {
        if (sequence.ownedByTable == table.name)
            add(QStringLiteral("ALTER SEQUENCE %1 OWNED BY %2.%3").arg(id(sequence.name), id(table.name), id(sequence.ownedByColumn)));
    }
}

} // namespace joinery::dialect
