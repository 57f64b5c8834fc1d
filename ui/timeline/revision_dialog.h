// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/revision_jobs.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace joinery::ui {

class ChangeList;
class RevisionDetail;

/// A new revision from what the models have more than the last one: asks for its message, shows its operations and
/// their SQL for every engine.
class RevisionDialog : public QDialog
{
    Q_OBJECT
public:
    RevisionDialog(QString projectFolder, migration::HistoryPtr history, compare::Difference difference, QString dialect,
                   QWidget *parent);

Q_SIGNALS:
    void created(const QString &id);

private:
    void create();
    QString m_folder;
    migration::HistoryPtr m_history;
    compare::Difference m_difference;
    QString m_dialect;
    QLineEdit *m_message;
    ChangeList *m_changes;
    RevisionDetail *m_detail;
    QLabel *m_failure;
    QPushButton *m_create;
};

} // namespace joinery::ui
