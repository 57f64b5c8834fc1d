// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/project_session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace joinery::ui {

/// A name, and the table that the new one belongs to, if any.
class NewTableDialog : public QDialog
{
    Q_OBJECT
public:
    NewTableDialog(ProjectSession &project, QWidget *parent);

Q_SIGNALS:
    void created(const joinery::Uid &table);

private:
    void validate();
    void create();

    ProjectSession &m_project;
    QLineEdit *m_name;
    QComboBox *m_owner;
    QLabel *m_error;
    QPushButton *m_create;
};

} // namespace joinery::ui
