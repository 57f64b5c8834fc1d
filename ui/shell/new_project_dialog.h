// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace joinery::ui {

/// Name, place, and the database whose tables become the models.
class NewProjectDialog : public QDialog
{
    Q_OBJECT
public:
    NewProjectDialog(const QList<ConnectionItem *> &connections, ConnectionItem *from, QWidget *parent = nullptr);

Q_SIGNALS:
    /// `connectionId` is empty for a project without a database.
    void chosen(const QString &name, const QString &folder, const QString &connectionId, bool baseline);

private:
    void refresh();
    QLineEdit *m_name;
    QLineEdit *m_place;
    QComboBox *m_source;
    QCheckBox *m_baseline;
    QLabel *m_answer;
    QPushButton *m_create;
};

} // namespace joinery::ui
