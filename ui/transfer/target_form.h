// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transfer/column_map.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace joinery::ui {

/// Where the rows of a file go, and what becomes of those that the table does not take.
class TargetForm : public QWidget
{
    Q_OBJECT
public:
    TargetForm(schema::CatalogPtr catalog, const QString &dialect, QWidget *parent = nullptr);

    void setTable(const schema::Name &name);
    void setFile(const worker::ImportPreview &preview, const QString &path);

    bool makesTable() const { return m_new->isChecked(); }
    schema::Name tableName() const;
    transfer::LoadRequest request() const;
    QString reportPath() const; ///< empty where bad rows end the import
    QString mistake() const;    ///< why it cannot begin; empty where it can

Q_SIGNALS:
    void changed();

private:
    QWidget *buildTarget();
    QWidget *buildChoices();
    void showColumns();
    void showConsequences();
    const schema::Table *table() const;
    QStringList keyOfRows() const; ///< by which rows are found that are there already; empty: there is none

    schema::CatalogPtr m_catalog;
    QString m_dialect;
    std::optional<worker::ImportPreview> m_preview;
    QRadioButton *m_existing;
    QRadioButton *m_new;
    QComboBox *m_tables;
    QLineEdit *m_name;
    ColumnMap *m_columns;
    QLabel *m_consequences;
    QComboBox *m_conflict;
    QComboBox *m_bad;
    QLineEdit *m_report;
    QWidget *m_reportRow;
};

} // namespace joinery::ui
