// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/revision_jobs.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace joinery::ui {

class FindingList;

/// Puts the heads together: shows what every line of work changes and where two of them change the same, and asks for
/// the message of the revision.
class MergeDialog : public QDialog
{
    Q_OBJECT
public:
    MergeDialog(QString projectFolder, migration::HistoryPtr history, QWidget *parent);

Q_SIGNALS:
    void created(const QString &id);

private:
    void show(const migration::Merge &merge);
    void create();
    void fail(const Error &error);

    QString m_folder;
    migration::HistoryPtr m_history;
    std::optional<migration::Merge> m_merge;
    QLineEdit *m_message;
    QHBoxLayout *m_branches;
    FindingList *m_findings;
    QLabel *m_failure;
    QPushButton *m_create;
};

} // namespace joinery::ui
