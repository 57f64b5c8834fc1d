// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/columns_model.h"

#include "ui/common/theme.h"
#include "ui/undo/model_edits.h"
#include "ui/undo/value_text.h"

namespace joinery::ui {

ColumnsModel::ColumnsModel(TableTarget &target, QObject *parent) : QAbstractTableModel(parent), m_target(target)
{
    connect(&target, &TableTarget::changed, this, &ColumnsModel::reload);
    reload();
}

void ColumnsModel::reload()
{
    std::vector<Uid> rows;
    if (const schema::Table *table = m_target.table()) {
        for (const schema::Column &column : table->columns)
            rows.push_back(column.uid);
    }
    m_refusal.reset();
    if (rows == m_rows) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, FieldCount - 1));
    } else if (rows.size() == m_rows.size() + 1 && std::equal(m_rows.begin(), m_rows.end(), rows.begin())) {
        // Added at the end: what was the place for a new column is the column now, and a new place comes behind it. So the
        // current cell stays the one that was typed into, and Tab goes on in its row.
        beginInsertRows({}, int(m_rows.size()) + 1, int(m_rows.size()) + 1);
        m_rows = std::move(rows);
        endInsertRows();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, FieldCount - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT refused({});
}

int ColumnsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()) + 1; }
int ColumnsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : FieldCount; }

const schema::Column *ColumnsModel::column(int row) const
{
    const schema::Table *table = m_target.table();
    return table && row >= 0 && row < int(m_rows.size()) ? table->column(m_rows[size_t(row)]) : nullptr;
}

QStringList ColumnsModel::suggestions(int field) const
{
    if (field == Type)
        return edits::typeSuggestions(m_target.catalog());
    return field == References ? edits::referenceSuggestions(m_target.catalog()) : QStringList();
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return isNewRow(section) ? QVariant(QStringLiteral("+")) : QVariant(section + 1);
    switch (section) {
    case Name: return tr("Column");
    case Type: return tr("Type");
    case Nullable: return tr("NULL");
    case Key: return tr("Key");
    case Default: return tr("Default");
    case References: return tr("References");
    case Comment: return tr("Comment");
    default: return {};
    }
}

QVariant ColumnsModel::display(const schema::Column &column, int field) const
{
    switch (field) {
    case Name: return column.name;
    case Type: return column.type.toString();
    case Default:
        if (column.computed)
            return QString(QStringLiteral("= ") + column.computed->expression);
        if (column.identity)
            return tr("counted up");
        return edits::defaultText(column.defaultValue);
    case References: return edits::referenceText(m_target.catalog(), *m_target.table(), column.name);
    case Comment: return column.comment;
    default: return {};
    }
}

QVariant ColumnsModel::data(const QModelIndex &index, int role) const
{
    const int field = index.column();
    const bool refusedHere = m_refusal && m_refusal->row == index.row() && m_refusal->field == field;
    if (refusedHere) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return m_refusal->text;
        case Qt::BackgroundRole: return theme().colors().deletedSoft;
        case Qt::ForegroundRole: return theme().colors().deleted;
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
        case ErrorRole: return m_refusal->sentence;
        default: break;
        }
    }
    const schema::Column *shown = column(index.row());
    if (!shown) {
        if (field != Name || !isNewRow(index.row()))
            return {};
        if (role == Qt::DisplayRole)
            return tr("New column");
        return role == Qt::ForegroundRole ? QVariant(theme().colors().dim) : QVariant();
    }
    const schema::Table *table = m_target.table();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return display(*shown, field);
    case Qt::ToolTipRole: {
        const QString text = display(*shown, field).toString();
        return text.isEmpty() ? QVariant() : QVariant(text.toHtmlEscaped());
    }
    case Qt::CheckStateRole:
        if (field == Nullable)
            return shown->nullable ? Qt::Checked : Qt::Unchecked;
        if (field == Key)
            return table->isInPrimaryKey(shown->name) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::AccessibleTextRole:
        if (field == Nullable)
            return shown->nullable ? tr("%1 may be NULL").arg(shown->name) : tr("%1 is not NULL").arg(shown->name);
        if (field == Key)
            return table->isInPrimaryKey(shown->name) ? tr("%1 is in the primary key").arg(shown->name)
                                                      : tr("%1 is not in the primary key").arg(shown->name);
        return display(*shown, field);
    case Qt::FontRole:
        if (field == Type || field == Default)
            return theme().monospaced();
        if (field == Name && table->isInPrimaryKey(shown->name)) {
            QFont bold;
            bold.setWeight(QFont::DemiBold);
            return bold;
        }
        return {};
    case Qt::ForegroundRole:
        return field == Default && (shown->computed || shown->identity) ? QVariant(theme().colors().dim) : QVariant();
    case Qt::DecorationRole:
        if (field != Name)
            return {};
        if (table->isInPrimaryKey(shown->name))
            return icon(QStringLiteral("key"));
        return display(*shown, References).toString().isEmpty() ? icon(QStringLiteral("column"))
                                                                : icon(QStringLiteral("foreign-key"));
    default: return {};
    }
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex &index) const
{
    const schema::Column *shown = column(index.row());
    if (!shown)
        return index.column() == Name && m_target.table()
            ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
            : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Nullable || index.column() == Key)
        return flags | Qt::ItemIsUserCheckable;
    if (index.column() == Default && (shown->computed || shown->identity))
        return flags;
    return flags | Qt::ItemIsEditable;
}

bool ColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole && role != Qt::CheckStateRole)
        return false;
    // What was refused a moment ago is settled or refused anew by this edit.
    const bool wasRefused = m_refusal.has_value();
    m_refusal.reset();
    const Status changed = change(index.row(), index.column(), value);
    if (!changed) {
        m_refusal = {index.row(), index.column(), value.toString(), changed.error().message};
        Q_EMIT dataChanged(index, index);
        Q_EMIT refused(changed.error().message);
        return false;
    }
    if (wasRefused)
        Q_EMIT refused({});
    return true;
}

Status ColumnsModel::alter(const schema::Column &from, const schema::Column &to, const QString &text)
{
    if (from == to)
        return {};
    return m_target.apply({operation::AlterColumn{m_target.table()->name, from, to, {}, {}, {}}}, text);
}

Status ColumnsModel::change(int row, int field, const QVariant &value)
{
    const schema::Table *table = m_target.table();
    if (!table)
        return fail(ErrorKind::Undefined, tr("The table was deleted."));
    const QString text = value.toString().trimmed();
    const schema::Column *shown = column(row);
    if (!shown) {
        if (field != Name || text.isEmpty())
            return {};
        return m_target.apply({operation::AddColumn{table->name,
                                                    edits::newColumn(text, schema::Type::of(schema::TypeKind::Text)), {}, {}}},
                              tr("add column %1").arg(text));
    }
    const schema::Column from = *shown;
    schema::Column to = from;
    switch (field) {
    case Name:
        if (text == from.name)
            return {};
        return m_target.apply({operation::RenameColumn{table->name, from.name, text}},
                              tr("rename column %1 to %2").arg(from.name, text));
    case Type: {
        if (text == from.type.toString())
            return {};
        JOINERY_TRY_VALUE(to.type, edits::parseType(m_target.catalog(), text));
        return alter(from, to, tr("change type of %1").arg(from.name));
    }
    case Nullable:
        to.nullable = value.toInt() == Qt::Checked;
        if (to.nullable && table->isInPrimaryKey(from.name))
            return fail(ErrorKind::InvalidInput, tr("%1 is part of the primary key, which is never NULL.").arg(from.name));
        return alter(from, to, to.nullable ? tr("allow NULL in %1").arg(from.name) : tr("forbid NULL in %1").arg(from.name));
    case Key:
        return m_target.apply(edits::setInPrimaryKey(*table, from.name, value.toInt() == Qt::Checked),
                              tr("change primary key"));
    case Default:
        to.defaultValue = edits::parseDefault(text);
        return alter(from, to, tr("change default of %1").arg(from.name));
    case References: {
        if (text == edits::referenceText(m_target.catalog(), *table, from.name))
            return {};
        if (!edits::referenceOf(*table, from.name)
            && !edits::referenceText(m_target.catalog(), *table, from.name).isEmpty())
            return fail(ErrorKind::InvalidInput,
                        tr("%1 belongs to a foreign key of several columns; change that below.").arg(from.name));
        if (text.isEmpty())
            return m_target.apply(edits::setReference(*table, from.name, {}, {}),
                                  tr("delete foreign key of %1").arg(from.name));
        JOINERY_TRY_VALUE(const edits::Reference reference, edits::parseReference(m_target.catalog(), text));
        return m_target.apply(edits::setReference(*table, from.name, reference.table, reference.column),
                              tr("let %1 refer to %2").arg(from.name, text));
    }
    case Comment:
        to.comment = text;
        return alter(from, to, tr("change comment of %1").arg(from.name));
    default: return {};
    }
}

} // namespace joinery::ui
