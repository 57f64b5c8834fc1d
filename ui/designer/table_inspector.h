// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"
#include "ui/workbench/project_session.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace joinery::ui {

class Workbench;

/// The table, and the column of it, that is selected in a diagram or in the designer. Editable where it belongs to a
/// project; of a live database it only tells.
class TableInspector : public QScrollArea
{
    Q_OBJECT
public:
    explicit TableInspector(Workbench &workbench, QWidget *parent = nullptr);

    /// `column` may be empty. `project` is nullptr for a database.
    void inspect(const schema::CatalogPtr &catalog, const Uid &table, const schema::Name &name, const QString &column,
              ProjectSession *project);
    void showNothing();

private:
    struct Field
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        QLabel *error = nullptr;
    };
    Field addField(QFormLayout *form, bool code, std::function<Status(const QString &)> commit);
    void fill(Field &field, const QString &text);
    const schema::Table *table() const;
    const schema::Column *column() const;
    Status apply(const operation::Operations &operations, const QString &text);
    Status alter(schema::Column to, const QString &text);
    void refresh();
    void updateRelations(const schema::Table &table);
    void updateHints(const schema::Table &table);
    void setTexts();

    Workbench &m_workbench;
    schema::CatalogPtr m_catalog;
    QPointer<ProjectSession> m_project;
    Uid m_table;
    schema::Name m_name;
    QString m_column;

    QLabel *m_nothing;
    QWidget *m_content;
    QLabel *m_title;
    QLabel *m_summary;
    Field m_tableName, m_tableComment;
    QLabel *m_columnSection;
    QWidget *m_columnForm;
    Field m_columnName, m_type, m_default, m_columnComment;
    QLabel *m_nullableLabel;
    QCheckBox *m_nullable;
    QLabel *m_relationSection;
    QVBoxLayout *m_relations;
    QVBoxLayout *m_hints;
};

} // namespace joinery::ui
