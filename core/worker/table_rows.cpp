// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/table_rows.h"

#include "core/builtin.h"
#include "core/session/change_sql.h"
#include "core/session/column_filter.h"

namespace joinery::worker {

session::RowSource rowSource(const schema::Catalog &catalog, const schema::Name &name, const QString &dialect)
{
    session::RowSource source;
    source.table.name = name;
    if (const schema::Table *table = catalog.table(name)) {
        source.table = *table;
        source.key = session::chooseRowKey(*table, false, dialectNamed(dialect).capabilities());
    } else if (const schema::View *view = catalog.view(name)) {
        source.isView = true;
        source.table.columns = view->columns;
    }
    // Whoever edits a cell of a named enumeration chooses among its values.
    for (schema::Column &column : source.table.columns) {
        const schema::EnumType *named = column.type.kind == schema::TypeKind::Enum ? catalog.enumType(column.type.enumName) : nullptr;
        if (named && column.type.enumValues.isEmpty())
            column.type.enumValues = named->values;
    }
    return source;
}

bool isSeekable(const session::RowSource &source, const QString &dialect)
{
    return source.isSeekable(dialectNamed(dialect).capabilities());
}

QString previewScript(const session::RowSource &source, const std::vector<session::RowChange> &changes, const QString &dialect)
{
    return session::previewScript(dialectNamed(dialect), source, changes);
}

QString changeText(const session::RowSource &source, const session::RowChange &change, const QString &dialect)
{
    return session::changeStatement(dialectNamed(dialect), source, change).text;
}

QString typeText(const schema::Type &type, const QString &dialect) { return dialectNamed(dialect).typeText(type); }

bool isCounted(const session::RowSource &source, const QString &column, const QString &dialect)
{
    return source.table.primaryKey && source.table.primaryKey->columns == QStringList{column}
           && session::isAddressAlias(source.table, {column}, dialectNamed(dialect).capabilities());
}

bool hasLooseTypes(const QString &dialect) { return dialectNamed(dialect).capabilities().looseTypes; }

QString searchCondition(const session::RowSource &source, const QStringList &columns, const QString &text, const QString &dialect)
{
    const dialect::Dialect &engine = dialectNamed(dialect);
    QStringList conditions;
    for (const QString &name : columns) {
        const schema::Column *column = source.table.column(name);
        if (!column)
            continue;
        const session::ColumnFilter contains{name, session::ColumnFilter::Kind::Contains, {driver::Value::text(text)}};
        conditions.append(session::filterSql(engine, column->type, contains, [&](const driver::Value &value) { return engine.literal(value); }));
    }
    return conditions.join(QStringLiteral(" OR "));
}

} // namespace joinery::worker
