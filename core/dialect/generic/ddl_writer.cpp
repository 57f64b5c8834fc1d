// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/ddl_writer.h"

#include "core/operation/lookup.h"
#include "core/sql/splitter.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Default;
using schema::Deferral;
using schema::ForeignKeyAction;
using schema::Table;

DdlWriter::DdlWriter(const GenericDialect &dialect, const schema::Catalog &before, int serverVersion)
    : m_dialect(dialect), m_before(before), m_serverVersion(serverVersion > 0 ? serverVersion : 9'999'999)
{
}

DdlWriter::~DdlWriter() = default;

Result<SqlSteps> DdlWriter::render(const Operation &operation)
{
    m_steps.clear();
#define JOINERY_WRITE(T) [this](const T &o) { return write(o); },
    JOINERY_TRY(std::visit(Overloaded{JOINERY_OPERATIONS(JOINERY_WRITE)}, operation));
#undef JOINERY_WRITE
    return std::move(m_steps);
}

void DdlWriter::add(const QString &sql, SqlStep::Place place) { m_steps.push_back({.sql = sql, .place = place}); }

void DdlWriter::addScript(const QString &statements)
{
    for (const sql::ScriptStatement &statement : sql::splitScript(statements, sql::flavorOf(m_dialect.name())))
        add(statement.in(statements));
}

Status DdlWriter::unsupported(const QString &what) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("%1 cannot %2.").arg(m_dialect.displayName(), what));
}

QString DdlWriter::id(const Name &name) const
{
    return name.schema.isEmpty() || !can().schemas ? id(name.name) : QString(id(name.schema) + u'.' + id(name.name));
}

QString DdlWriter::ids(const QStringList &identifiers) const
{
    QStringList quoted;
    for (const QString &identifier : identifiers)
        quoted.append(id(identifier));
    return quoted.join(QLatin1String(", "));
}

QString DdlWriter::text(const QString &value) const { return m_dialect.literal(driver::Value::text(value)); }

const Table &DdlWriter::table(const Name &name) const
{
    static const Table none;
    const Table *found = m_before.table(name);
    return found ? *found : none;
}

QString DdlWriter::knownName(const Name &tableName, const Constraint &constraint) const
{
    const std::optional<Constraint> known = find(table(tableName), constraint);
    const QString name = known ? nameOf(*known) : QString();
    return name.isEmpty() ? nameOf(constraint) : name;
}

Status DdlWriter::alter(const Name &table, const QString &action)
{
    add(QStringLiteral("ALTER TABLE %1 %2").arg(id(table), action));
    return {};
}

// --- clauses

QString DdlWriter::actionText(ForeignKeyAction action) const
{
    switch (action) {
    case ForeignKeyAction::NoAction: return QStringLiteral("NO ACTION");
    case ForeignKeyAction::Restrict: return QStringLiteral("RESTRICT");
    case ForeignKeyAction::Cascade: return QStringLiteral("CASCADE");
    case ForeignKeyAction::SetNull: return QStringLiteral("SET NULL");
    case ForeignKeyAction::SetDefault: return QStringLiteral("SET DEFAULT");
    }
    return {};
}

QString DdlWriter::identityOptions(const schema::Identity &identity) const
{
    QStringList parts;
    if (!identity.sequence.isEmpty() && identity.kind != schema::Identity::Kind::Serial)
        parts << QLatin1String("SEQUENCE NAME ") + id(identity.sequence);
    if (identity.start)
        parts << QStringLiteral("START WITH %1").arg(*identity.start);
    if (identity.increment)
        parts << QStringLiteral("INCREMENT BY %1").arg(*identity.increment);
    if (identity.minimum)
        parts << QStringLiteral("MINVALUE %1").arg(*identity.minimum);
    if (identity.maximum)
        parts << QStringLiteral("MAXVALUE %1").arg(*identity.maximum);
    if (identity.cache)
        parts << QStringLiteral("CACHE %1").arg(*identity.cache);
    if (identity.cycle)
        parts << QStringLiteral("CYCLE");
    return parts.join(u' ');
}

QString DdlWriter::columnText(const Table &, const Column &column) const
{
    QString line = id(column.name) + u' ' + m_dialect.typeText(withEnumValues(column.type, m_before));
    if (!column.collation.isEmpty())
        line += QLatin1String(" COLLATE ") + collationText(column.collation);
    if (column.computed)
        line += QStringLiteral(" GENERATED ALWAYS AS (%1)%2").arg(column.computed->expression, computedKind(*column.computed));
    else if (column.identity) {
        const QString options = identityOptions(*column.identity);
        line += QStringLiteral(" GENERATED %1 AS IDENTITY").arg(QLatin1String(
            column.identity->kind == schema::Identity::Kind::Always ? "ALWAYS" : "BY DEFAULT"));
        if (!options.isEmpty())
            line += QLatin1String(" (") + options + u')';
    } else if (column.defaultValue)
        line += QLatin1String(" DEFAULT ") + m_dialect.defaultText(*column.defaultValue, column.type);
    return line + notNullText(column);
}

QString DdlWriter::computedKind(const schema::Computed &computed) const { return QLatin1String(computed.stored ? " STORED" : ""); }
QString DdlWriter::notNullText(const Column &column) const { return QLatin1String(column.nullable ? "" : " NOT NULL"); }

QString DdlWriter::constraintText(const Constraint &constraint) const
{
    const auto named = [&](const QString &name) -> QString {
        return name.isEmpty() ? QString() : QString(QLatin1String("CONSTRAINT ") + id(name) + u' ');
    };
    const auto deferral = [](Deferral deferral) {
        switch (deferral) {
        case Deferral::NotDeferrable: break;
        case Deferral::InitiallyImmediate: return QLatin1String(" DEFERRABLE");
        case Deferral::InitiallyDeferred: return QLatin1String(" DEFERRABLE INITIALLY DEFERRED");
        }
        return QLatin1String();
    };
    const auto include = [&](const QStringList &columns) -> QString {
        return columns.isEmpty() || !can().includeColumns ? QString()
                                                          : QString(QLatin1String(" INCLUDE (") + ids(columns) + u')');
    };
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) -> QString {
            return named(key.name) + QLatin1String("PRIMARY KEY (") + ids(key.columns) + u')' + include(key.include)
                + deferral(key.deferral);
        },
        [&](const schema::Unique &unique) -> QString {
            return named(unique.name) + QLatin1String("UNIQUE ")
                + QLatin1String(unique.nullsNotDistinct ? "NULLS NOT DISTINCT " : "") + u'(' + ids(unique.columns) + u')'
                + include(unique.include) + deferral(unique.deferral);
        },
        [&](const schema::ForeignKey &key) -> QString {
            QString line = named(key.name) + QLatin1String("FOREIGN KEY (") + ids(key.columns)
                + QLatin1String(") REFERENCES ") + id(key.referredTable);
            if (!key.referredColumns.isEmpty())
                line += QLatin1String(" (") + ids(key.referredColumns) + u')';
            if (!key.match.isEmpty())
                line += QLatin1String(" MATCH ") + key.match;
            if (key.onDelete != ForeignKeyAction::NoAction)
                line += QLatin1String(" ON DELETE ") + actionText(key.onDelete);
            if (key.onUpdate != ForeignKeyAction::NoAction)
                line += QLatin1String(" ON UPDATE ") + actionText(key.onUpdate);
            return line + deferral(key.deferral);
        },
        [&](const schema::Check &check) -> QString {
            return named(check.name) + QLatin1String("CHECK (") + check.expression + u')';
        },
        [&](const schema::Exclusion &exclusion) -> QString { return named(exclusion.name) + exclusion.definition; },
    }, constraint);
}

QString DdlWriter::indexText(const Name &tableName, const schema::Index &index, bool) const
{
    QStringList items;
    for (const schema::IndexItem &item : index.items) {
        QString text = item.expression.isEmpty() ? id(item.column) : QString(u'(' + item.expression + u')');
        if (!item.collation.isEmpty())
            text += QLatin1String(" COLLATE ") + collationText(item.collation);
        if (item.descending)
            text += QLatin1String(" DESC");
        items.append(text);
    }
    QString sql = QStringLiteral("CREATE %1INDEX %2 ON %3 (%4)")
                      .arg(QLatin1String(index.unique ? "UNIQUE " : ""), id(index.name), id(tableName),
                           items.join(QLatin1String(", ")));
    if (!index.where.isEmpty() && can().partialIndexes)
        sql += QLatin1String(" WHERE ") + index.where;
    return sql;
}

QString DdlWriter::tableOptions(const Table &) const { return {}; }

QStringList DdlWriter::constraintLines(const Table &table, bool withForeignKeys) const
{
    QStringList lines;
    if (table.primaryKey)
        lines << constraintText(*table.primaryKey);
    for (const schema::Unique &unique : table.uniques)
        lines << constraintText(unique);
    for (const schema::Exclusion &exclusion : table.exclusions)
        lines << constraintText(exclusion);
    for (const schema::Check &check : table.checks)
        lines << constraintText(check);
    if (withForeignKeys) {
        for (const schema::ForeignKey &key : table.foreignKeys)
            lines << constraintText(key);
    }
    return lines;
}

QString DdlWriter::createTableText(const Table &table, bool withForeignKeys) const
{
    QStringList lines;
    for (const Column &column : table.columns)
        lines << columnText(table, column);
    lines << constraintLines(table, withForeignKeys);
    return QStringLiteral("CREATE TABLE %1 (\n    %2\n)").arg(id(table.name), lines.join(QLatin1String(",\n    ")))
        + tableOptions(table);
}

// --- the steps around a table

void DdlWriter::addTable(const Table &table, bool withForeignKeys)
{
    add(createTableText(table, withForeignKeys));
    addComments(table);
}

void DdlWriter::addWholeTable(const Table &table)
{
    addTable(table, true);
    for (const schema::Index &index : table.indexes)
        addIndex(table.name, index);
}

void DdlWriter::addForeignKey(const Name &table, const schema::ForeignKey &key)
{
    add(QStringLiteral("ALTER TABLE %1 ADD %2").arg(id(table), constraintText(key)));
}

void DdlWriter::addComments(const Table &) {}

void DdlWriter::addIndex(const Name &table, const schema::Index &index, bool concurrently)
{
    add(indexText(table, index, concurrently),
        concurrently && can().concurrentIndex ? SqlStep::Place::Outside : SqlStep::Place::InTransaction);
}

void DdlWriter::addView(const schema::View &view)
{
    add(QStringLiteral("CREATE VIEW %1 AS\n%2").arg(id(view.name), view.query));
}

void DdlWriter::addDefinition(const schema::Definition &definition) { addScript(definition.createSql); }
void DdlWriter::finishTable(const Table &) {}

QString DdlWriter::sequenceOptions(const schema::Sequence &) const { return {}; }

} // namespace joinery::dialect
