// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/project_session.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace joinery::ui {

/// Which table refers to which, through which column, and what happens when the other row goes.
class ForeignKeyDialog : public QDialog
{
    Q_OBJECT
public:
    ForeignKeyDialog(ProjectSession &project, const Uid &child, const Uid &parentTable, QWidget *parent);

private:
    const schema::Table *tableOf(const QComboBox *choice) const;
    void fillColumns();
    void fillParentColumns();
    void validate();
    void create();
    schema::ForeignKeyAction action(const QComboBox *choice) const;

    ProjectSession &m_project;
    QComboBox *m_child;
    QComboBox *m_column;
    QComboBox *m_parentTable;
    QComboBox *m_parentColumn;
    QComboBox *m_onDelete;
    QComboBox *m_onUpdate;
    QCheckBox *m_index;
    QLabel *m_words;
    QLabel *m_error;
    QPushButton *m_create;
};

} // namespace joinery::ui
