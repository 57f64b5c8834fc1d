// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/designer/table_target.h"

#include <QAbstractTableModel>

namespace joinery::ui {

/// The constraints of a table: primary key, foreign keys, uniques, checks, exclusions. Names can be edited in place.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Field { Kind, Name, Columns, Rule, FieldCount };

    explicit KeysModel(TableTarget &target, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    const operation::Constraint &constraint(int row) const { return m_constraints[size_t(row)]; }
    Status remove(int row);

Q_SIGNALS:
    void refused(const QString &sentence);

private:
    void reload();
    QString text(const operation::Constraint &constraint, int field) const;

    TableTarget &m_target;
    std::vector<operation::Constraint> m_constraints;
};

} // namespace joinery::ui
