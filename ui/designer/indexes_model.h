// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/designer/table_target.h"

#include <QAbstractTableModel>

namespace joinery::ui {

/// The indexes of a table, edited in place. The last row is empty: columns typed there make an index.
class IndexesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Field { Name, Columns, Unique, Where, FieldCount };

    explicit IndexesModel(TableTarget &target, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    const schema::Index *indexAt(int row) const; ///< nullptr for the empty last row
    QStringList columnNames() const;
    Status remove(int row);

Q_SIGNALS:
    void refused(const QString &sentence);

private:
    Status change(int row, int field, const QVariant &value);
    QString text(const schema::Index &shown, int field) const;

    TableTarget &m_target;
};

} // namespace joinery::ui
