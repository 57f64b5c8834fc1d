// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/ddl_writer.h"

#include "core/operation/lookup.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;

Status DdlWriter::write(const CreateTable &o)
{
    addWholeTable(o.table);
    finishTable(o.table);
    return {};
}

Status DdlWriter::write(const DropTable &o)
{
    add(QLatin1String(o.table.options.contains(QStringLiteral("foreign_server")) ? "DROP FOREIGN TABLE " : "DROP TABLE ") + id(o.table.name));
    return {};
}

Status DdlWriter::write(const RenameTable &o)
{
    if (o.from.schema != o.to.schema)
        return unsupported(QStringLiteral("move a table to another schema"));
    return alter(o.from, QLatin1String("RENAME TO ") + id(o.to.name));
}

Status DdlWriter::write(const AlterTableOptions &) { return unsupported(QStringLiteral("change the options of a table")); }
Status DdlWriter::write(const SetTableComment &) { return {}; } // there is no place for it

Status DdlWriter::write(const AddColumn &o)
{
    return alter(o.table, QLatin1String("ADD COLUMN ") + columnText(table(o.table), o.column));
}

Status DdlWriter::write(const DropColumn &o) { return alter(o.table, QLatin1String("DROP COLUMN ") + id(o.column.name)); }

Status DdlWriter::write(const RenameColumn &o)
{
    return alter(o.table, QStringLiteral("RENAME COLUMN %1 TO %2").arg(id(o.from), id(o.to)));
}

Status DdlWriter::write(const AlterColumn &o)
{
    const QString column = QLatin1String("ALTER COLUMN ") + id(o.to.name) + u' ';
    if (o.from.computed != o.to.computed || o.from.identity != o.to.identity || o.from.collation != o.to.collation)
        return unsupported(QStringLiteral("make a column a generated one, or the reverse"));
    if (m_dialect.typeText(o.from.type) != m_dialect.typeText(o.to.type))
        JOINERY_TRY(alter(o.table, column + QLatin1String("SET DATA TYPE ") + m_dialect.typeText(o.to.type)));
    if (o.from.defaultValue != o.to.defaultValue) {
        JOINERY_TRY(alter(o.table, column
            + (o.to.defaultValue ? QString(QLatin1String("SET DEFAULT ") + m_dialect.defaultText(*o.to.defaultValue, o.to.type))
                                 : QStringLiteral("DROP DEFAULT"))));
    }
    if (o.from.nullable != o.to.nullable)
        JOINERY_TRY(alter(o.table, column + QLatin1String(o.to.nullable ? "DROP NOT NULL" : "SET NOT NULL")));
    return {};
}

Status DdlWriter::write(const AddConstraint &o) { return alter(o.table, QLatin1String("ADD ") + constraintText(o.constraint)); }

Status DdlWriter::write(const DropConstraint &o)
{
    const QString name = knownName(o.table, o.constraint);
    if (name.isEmpty())
        return unsupported(QStringLiteral("drop the %1 of table %2, which has no name")
                               .arg(kindOf(o.constraint), o.table.toString()));
    return alter(o.table, QLatin1String("DROP CONSTRAINT ") + id(name));
}

Status DdlWriter::write(const RenameConstraint &o)
{
    return alter(o.table, QStringLiteral("RENAME CONSTRAINT %1 TO %2").arg(id(knownName(o.table, o.constraint)), id(o.to)));
}

Status DdlWriter::write(const CreateIndex &o)
{
    addIndex(o.table, o.index, o.concurrently);
    return {};
}

Status DdlWriter::write(const DropIndex &o)
{
    add(QLatin1String("DROP INDEX ") + id(Name(o.table.schema, o.index.name)));
    return {};
}

Status DdlWriter::write(const RenameIndex &o)
{
    add(QStringLiteral("ALTER INDEX %1 RENAME TO %2").arg(id(Name(o.table.schema, o.index.name)), id(o.to)));
    return {};
}

// Without named enumerations the columns carry the values: adapt.cpp turns these into changes of columns.
Status DdlWriter::write(const CreateEnum &) { return {}; }
Status DdlWriter::write(const DropEnum &) { return {}; }
Status DdlWriter::write(const RenameEnum &) { return {}; }
Status DdlWriter::write(const AddEnumValue &) { return {}; }
Status DdlWriter::write(const RenameEnumValue &) { return {}; }
Status DdlWriter::write(const RebuildEnum &) { return {}; }

Status DdlWriter::write(const CreateSequence &o)
{
    if (!can().sequences)
        return {};
    add(QLatin1String("CREATE SEQUENCE ") + id(o.sequence.name) + sequenceOptions(o.sequence));
    return {};
}

Status DdlWriter::write(const DropSequence &o)
{
    if (can().sequences)
        add(QLatin1String("DROP SEQUENCE ") + id(o.sequence.name));
    return {};
}

Status DdlWriter::write(const AlterSequence &o)
{
    if (can().sequences)
        add(QLatin1String("ALTER SEQUENCE ") + id(o.from.name) + sequenceOptions(o.to));
    return {};
}

Status DdlWriter::write(const CreateView &o)
{
    addView(o.view);
    return {};
}

Status DdlWriter::write(const DropView &o)
{
    add(QLatin1String(o.view.materialized && can().materializedViews ? "DROP MATERIALIZED VIEW " : "DROP VIEW ")
        + id(o.view.name));
    return {};
}

Status DdlWriter::write(const ReplaceView &o)
{
    JOINERY_TRY(write(DropView{o.from}));
    return write(CreateView{o.to});
}

Status DdlWriter::write(const CreateDefinition &o)
{
    addDefinition(o.definition);
    return {};
}

Status DdlWriter::write(const DropDefinition &o)
{
    addScript(o.definition.dropSql);
    return {};
}

Status DdlWriter::write(const ReplaceDefinition &o)
{
    addScript(o.from.dropSql);
    addDefinition(o.to);
    return {};
}

Status DdlWriter::write(const ExecuteSql &o)
{
    if (!o.dialects.isEmpty() && !o.dialects.contains(m_dialect.name()))
        return {};
    const size_t first = m_steps.size();
    addScript(o.up);
    for (size_t i = first; i < m_steps.size() && o.outsideTransaction; ++i)
        m_steps[i].place = SqlStep::Place::Outside;
    return {};
}

} // namespace joinery::dialect
