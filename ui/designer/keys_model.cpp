// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/keys_model.h"

#include "core/operation/lookup.h"
#include "ui/common/theme.h"

namespace joinery::ui {

using operation::Overloaded;

namespace {

QString actionText(schema::ForeignKeyAction action)
{
    switch (action) {
    case schema::ForeignKeyAction::NoAction: return {};
    case schema::ForeignKeyAction::Restrict: return KeysModel::tr("restrict");
    case schema::ForeignKeyAction::Cascade: return KeysModel::tr("cascade");
    case schema::ForeignKeyAction::SetNull: return KeysModel::tr("set NULL");
    case schema::ForeignKeyAction::SetDefault: return KeysModel::tr("set default");
    }
    return {};
}

QString ruleOf(const schema::ForeignKey &key)
{
    QString text = QChar(0x2192) + QStringLiteral(" ") + key.referredTable.toString();
    if (!key.referredColumns.isEmpty())
        text += QLatin1String(" (") + key.referredColumns.join(QLatin1String(", ")) + u')';
    if (const QString action = actionText(key.onDelete); !action.isEmpty())
        text += KeysModel::tr(", on delete %1").arg(action);
    if (const QString action = actionText(key.onUpdate); !action.isEmpty())
        text += KeysModel::tr(", on update %1").arg(action);
    return text;
}

} // namespace

KeysModel::KeysModel(TableTarget &target, QObject *parent) : QAbstractTableModel(parent), m_target(target)
{
    connect(&target, &TableTarget::changed, this, &KeysModel::reload);
    reload();
}

void KeysModel::reload()
{
    beginResetModel();
    m_constraints.clear();
    if (const schema::Table *table = m_target.table()) {
        if (table->primaryKey)
            m_constraints.emplace_back(*table->primaryKey);
        m_constraints.insert(m_constraints.end(), table->foreignKeys.begin(), table->foreignKeys.end());
        m_constraints.insert(m_constraints.end(), table->uniques.begin(), table->uniques.end());
        m_constraints.insert(m_constraints.end(), table->checks.begin(), table->checks.end());
        m_constraints.insert(m_constraints.end(), table->exclusions.begin(), table->exclusions.end());
    }
    endResetModel();
}

int KeysModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_constraints.size()); }
int KeysModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : FieldCount; }

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Kind: return tr("Constraint");
    case Name: return tr("Name");
    case Columns: return tr("Columns");
    case Rule: return tr("Rule");
    default: return {};
    }
}

QString KeysModel::text(const operation::Constraint &constraint, int field) const
{
    if (field == Name)
        return operation::nameOf(constraint);
    const QString comma = QStringLiteral(", ");
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) {
            return field == Kind ? tr("Primary key") : field == Columns ? key.columns.join(comma) : QString();
        },
        [&](const schema::ForeignKey &key) {
            return field == Kind ? tr("Foreign key") : field == Columns ? key.columns.join(comma) : ruleOf(key);
        },
        [&](const schema::Unique &unique) {
            return field == Kind ? tr("Unique") : field == Columns ? unique.columns.join(comma) : QString();
        },
        [&](const schema::Check &check) {
            return field == Kind ? tr("Check") : field == Rule ? check.expression : QString();
        },
        [&](const schema::Exclusion &exclusion) {
            return field == Kind ? tr("Exclusion") : field == Rule ? exclusion.definition : QString();
        },
    }, constraint);
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    const operation::Constraint &shown = constraint(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString value = text(shown, index.column());
        return index.column() == Name && value.isEmpty() ? tr("(no name)") : value;
    }
    case Qt::EditRole: return text(shown, index.column());
    case Qt::ToolTipRole: return text(shown, index.column()).toHtmlEscaped();
    case Qt::ForegroundRole:
        return index.column() == Name && text(shown, Name).isEmpty() ? QVariant(theme().colors().dim) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != Kind)
            return {};
        return icon(std::visit(Overloaded{
            [](const schema::PrimaryKey &) { return QStringLiteral("key"); },
            [](const schema::ForeignKey &) { return QStringLiteral("foreign-key"); },
            [](const schema::Unique &) { return QStringLiteral("unique"); },
            [](const schema::Check &) { return QStringLiteral("check"); },
            [](const schema::Exclusion &) { return QStringLiteral("filter"); },
        }, shown));
    default: return {};
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

bool KeysModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const schema::Table *table = m_target.table();
    if (role != Qt::EditRole || index.column() != Name || !table)
        return false;
    const QString name = value.toString().trimmed();
    const QString before = text(constraint(index.row()), Name);
    if (name == before)
        return true;
    const Status renamed = m_target.apply(
        {operation::RenameConstraint{table->name, constraint(index.row()), name}}, tr("rename constraint %1").arg(before));
    Q_EMIT refused(renamed ? QString() : renamed.error().message);
    return renamed.has_value();
}

Status KeysModel::remove(int row)
{
    const schema::Table *table = m_target.table();
    if (!table)
        return {};
    const operation::Constraint gone = constraint(row);
    return m_target.apply({operation::DropConstraint{table->name, gone}},
                          tr("delete %1 %2").arg(text(gone, Kind).toLower(), text(gone, Name)));
}

} // namespace joinery::ui
