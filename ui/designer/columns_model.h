// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/designer/table_target.h"

#include <QAbstractTableModel>

namespace joinery::ui {

/// The columns of a table, edited in place: every change is an operation of the project. The last row is empty: a name
/// typed there adds a column. A cell whose text was refused keeps it with the reason until it is edited again.
class ColumnsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Field { Name, Type, Nullable, Key, Default, References, Comment, FieldCount };
    enum Roles { ErrorRole = Qt::UserRole + 1 };

    explicit ColumnsModel(TableTarget &target, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    const schema::Column *column(int row) const; ///< nullptr for the empty last row
    bool isNewRow(int row) const { return row == rowCount() - 1; }
    QStringList suggestions(int field) const;

Q_SIGNALS:
    /// A sentence, or nothing when the last one is settled.
    void refused(const QString &sentence);

private:
    struct Refusal
    {
        int row;
        int field;
        QString text;
        QString sentence;
    };
    Status change(int row, int field, const QVariant &value);
    Status alter(const schema::Column &from, const schema::Column &to, const QString &text);
    QVariant display(const schema::Column &column, int field) const;
    void reload();

    TableTarget &m_target;
    std::vector<Uid> m_rows;
    std::optional<Refusal> m_refusal;
};

} // namespace joinery::ui
