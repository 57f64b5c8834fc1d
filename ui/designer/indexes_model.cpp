// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/indexes_model.h"

#include "ui/common/theme.h"
#include "ui/undo/model_edits.h"
#include "ui/undo/value_text.h"

namespace joinery::ui {

IndexesModel::IndexesModel(TableTarget &target, QObject *parent) : QAbstractTableModel(parent), m_target(target)
{
    connect(&target, &TableTarget::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

const schema::Index *IndexesModel::indexAt(int row) const
{
    const schema::Table *table = m_target.table();
    return table && row >= 0 && row < int(table->indexes.size()) ? &table->indexes[size_t(row)] : nullptr;
}

QStringList IndexesModel::columnNames() const
{
    QStringList names;
    if (const schema::Table *table = m_target.table()) {
        for (const schema::Column &column : table->columns)
            names.append(column.name);
    }
    return names;
}

int IndexesModel::rowCount(const QModelIndex &parent) const
{
    const schema::Table *table = m_target.table();
    return parent.isValid() || !table ? 0 : int(table->indexes.size()) + 1;
}

int IndexesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : FieldCount; }

QVariant IndexesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Name: return tr("Index");
    case Columns: return tr("Columns");
    case Unique: return tr("Unique");
    case Where: return tr("Only where");
    default: return {};
    }
}

QString IndexesModel::text(const schema::Index &shown, int field) const
{
    switch (field) {
    case Name: return shown.name;
    case Where: return shown.where;
    case Columns: {
        QStringList parts;
        for (const schema::IndexItem &item : shown.items) {
            QString part = item.expression.isEmpty() ? item.column : QString(u'(' + item.expression + u')');
            if (item.descending)
                part += QLatin1String(" DESC");
            parts.append(part);
        }
        return parts.join(QLatin1String(", "));
    }
    default: return {};
    }
}

QVariant IndexesModel::data(const QModelIndex &index, int role) const
{
    const schema::Index *shown = indexAt(index.row());
    if (!shown) {
        if (index.column() != Columns)
            return {};
        if (role == Qt::DisplayRole)
            return tr("New index: name its columns");
        return role == Qt::ForegroundRole ? QVariant(theme().colors().dim) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(*shown, index.column());
    case Qt::ToolTipRole: return text(*shown, index.column()).toHtmlEscaped();
    case Qt::CheckStateRole:
        return index.column() == Unique ? QVariant(shown->unique ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Unique)
            return shown->unique ? tr("%1 is unique").arg(shown->name) : tr("%1 is not unique").arg(shown->name);
        return text(*shown, index.column());
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(icon(QStringLiteral("index"))) : QVariant();
    case Qt::FontRole: return index.column() == Where ? QVariant(theme().monospaced()) : QVariant();
    default: return {};
    }
}

Qt::ItemFlags IndexesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const schema::Index *shown = indexAt(index.row());
    if (!shown)
        return index.column() == Columns ? flags | Qt::ItemIsEditable : flags;
    if (index.column() == Unique)
        return flags | Qt::ItemIsUserCheckable;
    // An index over expressions keeps them: only plain columns can be typed.
    const bool plain = std::ranges::all_of(shown->items, [](const schema::IndexItem &item) {
        return item.expression.isEmpty() && !item.descending && item.operatorClass.isEmpty() && !item.length;
    });
    return index.column() == Columns && !plain ? flags : flags | Qt::ItemIsEditable;
}

bool IndexesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole && role != Qt::CheckStateRole)
        return false;
    const Status changed = change(index.row(), index.column(), value);
    Q_EMIT refused(changed ? QString() : changed.error().message);
    return changed.has_value();
}

Status IndexesModel::change(int row, int field, const QVariant &value)
{
    const schema::Table *table = m_target.table();
    if (!table)
        return {};
    const QString typed = value.toString().trimmed();
    const schema::Index *shown = indexAt(row);
    if (!shown) {
        if (typed.isEmpty())
            return {};
        JOINERY_TRY_VALUE(const QStringList columns, edits::parseColumns(*table, typed));
        return m_target.apply(edits::addIndex(*table, columns, false), tr("add index on %1").arg(typed));
    }
    const schema::Index from = *shown;
    schema::Index to = from;
    switch (field) {
    case Name:
        if (typed == from.name)
            return {};
        if (typed.isEmpty())
            return fail(ErrorKind::InvalidInput, tr("An index needs a name."));
        return m_target.apply({operation::RenameIndex{table->name, from, typed}}, tr("rename index %1").arg(from.name));
    case Columns: {
        if (typed == text(from, Columns))
            return {};
        JOINERY_TRY_VALUE(const QStringList columns, edits::parseColumns(*table, typed));
        to.items.clear();
        for (const QString &column : columns) {
            schema::IndexItem item;
            item.column = column;
            to.items.push_back(std::move(item));
        }
        break;
    }
    case Unique: to.unique = value.toInt() == Qt::Checked; break;
    case Where: to.where = typed; break;
    default: return {};
    }
    if (to == from)
        return {};
    // An index cannot be altered on any engine: it is made anew.
    return m_target.apply({operation::DropIndex{table->name, from}, operation::CreateIndex{table->name, to}},
                          tr("change index %1").arg(from.name));
}

Status IndexesModel::remove(int row)
{
    const schema::Index *shown = indexAt(row);
    if (!shown)
        return {};
    const schema::Index gone = *shown;
    return m_target.apply({operation::DropIndex{m_target.table()->name, gone}}, tr("delete index %1").arg(gone.name));
}

} // namespace joinery::ui
