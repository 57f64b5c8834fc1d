// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/import_jobs.h"

#include <QComboBox>
#include <QTableWidget>

namespace joinery::ui {

/// Where each column of a file goes: to a column of a table, or to a new one with a name and a type.
class ColumnMap : public QTableWidget
{
    Q_OBJECT
public:
    explicit ColumnMap(QWidget *parent = nullptr);

    /// Into a table that is there: columns of the same name meet.
    void showTable(const worker::ImportPreview &preview, const schema::Table &table, const QString &dialect);
    /// Into one that is made: every column keeps its name, its type is found in the file unless one is given.
    void showNew(const worker::ImportPreview &preview, const QString &dialect);

    std::vector<std::pair<QString, QString>> map() const; ///< as transfer::LoadRequest::map
    QMap<QString, schema::Type> types() const;            ///< those that were given, by the name in the table
    QStringList leftOut() const;                          ///< columns of the file
    QStringList targets() const;                          ///< columns of the table that get something
    /// Two columns that go to one, or a new one without a name; empty where all is well.
    QString mistake() const;

Q_SIGNALS:
    void changed();

private:
    void start(const worker::ImportPreview &preview, const QString &typeHeading);
    QString targetOf(int row) const;
    void setTypeText(int row, const QString &text);

    QStringList m_columns;
    QString m_dialect;
    bool m_isNew = false;
};

} // namespace joinery::ui
