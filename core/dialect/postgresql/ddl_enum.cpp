// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_ddl.h"

#include "core/operation/rename.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;

std::vector<std::pair<schema::Name, Column>> PostgresqlDdl::columnsOf(const Name &enumName) const
{
    std::vector<std::pair<Name, Column>> columns;
    for (const schema::Table &table : m_before.tables) {
        for (const Column &column : table.columns) {
            // A partition follows its parent.
            if (isOfEnum(column.type, enumName) && !table.options.contains(QStringLiteral("partition_of")))
                columns.emplace_back(table.name, column);
        }
    }
    return columns;
}

Status PostgresqlDdl::write(const CreateEnum &o)
{
    QStringList values;
    for (const QString &value : o.type.values)
        values << text(value);
    add(QStringLiteral("CREATE TYPE %1 AS ENUM (%2)").arg(id(o.type.name), values.join(QLatin1String(", "))));
    addComment(QLatin1String("TYPE ") + id(o.type.name), o.type.comment);
    return {};
}

Status PostgresqlDdl::write(const DropEnum &o)
{
    add(QLatin1String("DROP TYPE ") + id(o.type.name));
    return {};
}

Status PostgresqlDdl::write(const RenameEnum &o)
{
    if (o.from.name != o.to.name)
        add(QStringLiteral("ALTER TYPE %1 RENAME TO %2").arg(id(o.from), id(o.to.name)));
    if (o.from.schema != o.to.schema)
        add(QStringLiteral("ALTER TYPE %1 SET SCHEMA %2")
                .arg(id(Name(o.from.schema, o.to.name)), id(o.to.schema.isEmpty() ? QStringLiteral("public") : o.to.schema)));
    return {};
}

Status PostgresqlDdl::write(const AddEnumValue &o)
{
    QString sql = QStringLiteral("ALTER TYPE %1 ADD VALUE %2").arg(id(o.type), text(o.value));
    if (o.before)
        sql += QLatin1String(" BEFORE ") + text(*o.before);
    // The new value cannot be used in the transaction that adds it; before version 12 there could be none at all.
    add(sql, SqlStep::Place::Outside);
    m_steps.back().done = QStringLiteral("SELECT 1 FROM pg_catalog.pg_enum WHERE enumtypid = %1::regtype AND enumlabel = %2")
                              .arg(text(id(o.type)), text(o.value));
    return {};
}

Status PostgresqlDdl::write(const RenameEnumValue &o)
{
    add(QStringLiteral("ALTER TYPE %1 RENAME VALUE %2 TO %3").arg(id(o.type), text(o.from), text(o.to)));
    return {};
}

// Values cannot be taken away or reordered: a new type takes the place of the old one under its name.
Status PostgresqlDdl::write(const RebuildEnum &o)
{
    if (o.from.values == o.to.values && o.mapping.isEmpty()) {
        JOINERY_TRY(write(RenameEnum{o.from.name, o.to.name}));
        if (o.from.comment != o.to.comment)
            addComment(QLatin1String("TYPE ") + id(o.to.name), o.to.comment, true);
        return {};
    }
    const Name old(o.from.name.schema, o.from.name.name + QLatin1String("_old"));
    JOINERY_TRY(write(RenameEnum{o.from.name, old}));
    JOINERY_TRY(write(CreateEnum{o.to}));
    const QString fresh = id(o.to.name);
    for (const auto &[table, column] : columnsOf(o.from.name)) {
        const QString name = id(column.name);
        const bool isArray = column.type.kind == schema::TypeKind::Array;
        if (isArray && !o.mapping.isEmpty())
            return unsupported(QStringLiteral("replace values inside the arrays of column %1.%2").arg(table.toString(), column.name));
        QString conversion = name + QLatin1String(isArray ? "::text[]::" : "::text::") + fresh + QLatin1String(isArray ? "[]" : "");
        if (!o.mapping.isEmpty()) {
            QString cases;
            for (const auto &[from, to] : o.mapping.asKeyValueRange())
                cases += QStringLiteral(" WHEN %1 THEN %2").arg(text(from), text(to));
            conversion = QStringLiteral("(CASE %1::text%2 ELSE %1::text END)::%3").arg(name, cases, fresh);
        }
        if (column.defaultValue)
            JOINERY_TRY(alter(table, QStringLiteral("ALTER COLUMN %1 DROP DEFAULT").arg(name)));
        JOINERY_TRY(alter(table, QStringLiteral("ALTER COLUMN %1 TYPE %2%3 USING %4")
                                     .arg(name, fresh, QLatin1String(isArray ? "[]" : ""), conversion)));
        if (column.defaultValue) {
            schema::Default value = *column.defaultValue;
            value.text = value.kind == schema::Default::Kind::Literal ? o.mapping.value(value.text, value.text) : value.text;
            JOINERY_TRY(alter(table, QStringLiteral("ALTER COLUMN %1 SET DEFAULT %2").arg(name, m_dialect.defaultText(value, column.type))));
        }
    }
    add(QLatin1String("DROP TYPE ") + id(old));
    return {};
}

} // namespace joinery::dialect
