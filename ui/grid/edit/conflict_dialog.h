// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/edit/conflict_form.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace joinery::ui {

/// The rows of a commit that somebody else changed or deleted: theirs, mine, before, and a choice for each cell. Nothing is
/// chosen by itself. "Commit" is there once everything is chosen; staged is what was chosen, against the rows as shown.
class ConflictDialog : public QDialog
{
    Q_OBJECT
public:
    struct Content
    {
        QString table;
        QString connection; ///< its name
        std::vector<GridColumn> columns;
        std::vector<session::Conflict> conflicts;
        schema::Table shape;
    };
    ConflictDialog(const Content &content, const session::ChangeSet &set, QWidget *parent);

    const ConflictChoices &choices() const { return m_choices; }

Q_SIGNALS:
    void commitAsked(); ///< with what was chosen
    void stageAsked();  ///< the same, without a commit

private:
    void fill();
    void chooseAll(Side side);
    QString lineOf(const ConflictChoices::Row &row) const;

    QString m_table;
    ConflictChoices m_choices;
    QListWidget *m_rows;
    ConflictForm *m_form;
    QLabel *m_left;
    QPushButton *m_stage, *m_commit;
};

} // namespace joinery::ui
