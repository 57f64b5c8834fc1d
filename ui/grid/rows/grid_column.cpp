// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/grid_column.h"

#include "core/worker/table_rows.h"
#include "ui/grid/rows/grid_model.h"

namespace joinery::ui {

using schema::TypeKind;

GridColumn::Look lookOf(const schema::Type &type)
{
    switch (type.kind) {
    case TypeKind::Boolean: return GridColumn::Look::Boolean;
    case TypeKind::SmallInteger:
    case TypeKind::Integer:
    case TypeKind::BigInteger:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Numeric: return GridColumn::Look::Number;
    case TypeKind::Json: return GridColumn::Look::Json;
    case TypeKind::LargeBinary: return GridColumn::Look::Bytes;
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::DateTime:
    case TypeKind::Interval:
    case TypeKind::Uuid:
    case TypeKind::Array: return GridColumn::Look::Fixed;
    case TypeKind::String:
    case TypeKind::Char:
    case TypeKind::Text:
    case TypeKind::Enum:
    case TypeKind::Native: return GridColumn::Look::Text;
    }
    Q_UNREACHABLE();
}

std::vector<GridColumn> gridColumns(const session::RowSource &source, const QString &dialect)
{
    std::vector<GridColumn> columns;
    const schema::Table &table = source.table;
    for (const schema::Column &from : table.columns) {
        GridColumn column;
        column.name = from.name;
        column.type = from.type;
        column.typeText = worker::typeText(from.type, dialect);
        column.look = lookOf(from.type);
        column.isKey = table.isInPrimaryKey(from.name);
        column.nullable = from.nullable && !(column.isKey && source.key.columns.contains(from.name));
        const bool counted = source.key.kind == session::RowKey::Kind::PrimaryKey && worker::isCounted(source, from.name, dialect);
        column.isGiven = from.defaultValue || from.identity || counted;
        column.isGenerated = from.computed || (from.identity && from.identity->kind == schema::Identity::Kind::Always);
        column.comment = from.comment;
        for (const schema::ForeignKey &key : table.foreignKeys) {
            if (key.columns.contains(from.name) && column.refersTo.isEmpty())
                column.refersTo = key.referredTable.toString();
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

QString columnTip(const GridColumn &column)
{
    QStringList lines{column.name + u' ' + column.typeText};
    if (!column.nullable)
        lines.append(GridModel::tr("not null"));
    if (!column.refersTo.isEmpty())
        lines.append(GridModel::tr("refers to %1").arg(column.refersTo));
    if (!column.fixed.isEmpty())
        lines.append(column.fixed);
    if (!column.comment.isEmpty())
        lines.append(column.comment);
    return lines.join(u'\n');
}

} // namespace joinery::ui
