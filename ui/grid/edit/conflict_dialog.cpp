// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/conflict_dialog.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>

namespace joinery::ui {

using session::RowChange;

ConflictDialog::ConflictDialog(const Content &content, const session::ChangeSet &set, QWidget *parent)
    : QDialog(parent), m_table(content.table), m_choices(content.conflicts, set, content.shape), m_rows(new QListWidget(this)),
      m_form(new ConflictForm(m_choices, content.columns, this)), m_left(new QLabel(this)),
      m_stage(new QPushButton(tr("Keep staged"), this)), m_commit(new QPushButton(tr("Commit to %1").arg(content.connection), this))
{
    setWindowTitle(tr("Changed by somebody else"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 480);
    auto *heading = new QLabel(tr("Somebody else changed %n of your rows of %1 in the meantime", nullptr, int(m_choices.rows().size())).arg(m_table), this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setWordWrap(true);
    auto *note = new QLabel(tr("Nothing was written. Choose what stands; the commit checks once more that the rows are as they are shown here."), this);
    note->setProperty("role", QStringLiteral("dim"));
    note->setWordWrap(true);
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("card"));
    auto *inner = new QHBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    auto *splitter = new QSplitter(frame);
    inner->addWidget(splitter);
    m_rows->setAccessibleName(tr("Rows that somebody else changed"));
    m_rows->setTextElideMode(Qt::ElideRight);
    splitter->addWidget(m_rows);
    splitter->addWidget(m_form);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 620});
    auto *theirs = new QPushButton(tr("All theirs"), this);
    auto *mine = new QPushButton(tr("All mine"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_left->setProperty("role", QStringLiteral("dim"));
    m_stage->setToolTip(tr("Stages what was chosen without writing it"));
    m_commit->setProperty("role", QStringLiteral("primary"));
    for (QPushButton *button : {theirs, mine, cancel, m_stage})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    for (QWidget *widget : {static_cast<QWidget *>(theirs), static_cast<QWidget *>(mine), static_cast<QWidget *>(m_left)})
        buttons->addWidget(widget);
    buttons->addStretch();
    for (QPushButton *button : {cancel, m_stage, m_commit})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addWidget(frame, 1);
    layout->addLayout(buttons);

    for (const ConflictChoices::Row &row : m_choices.rows())
        m_rows->addItem(lineOf(row));
    connect(m_rows, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_form->show(size_t(row));
    });
    connect(m_form, &ConflictForm::chosen, this, &ConflictDialog::fill);
    connect(theirs, &QPushButton::clicked, this, [this] { chooseAll(Side::Theirs); });
    connect(mine, &QPushButton::clicked, this, [this] { chooseAll(Side::Mine); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stage, &QPushButton::clicked, this, [this] {
        Q_EMIT stageAsked();
        accept();
    });
    connect(m_commit, &QPushButton::clicked, this, [this] {
        Q_EMIT commitAsked();
        accept();
    });
    m_rows->setCurrentRow(0);
    fill();
    // Nobody overwrites by a Return too many.
    m_rows->setFocus();
}

QString ConflictDialog::lineOf(const ConflictChoices::Row &row) const
{
    const QString what = row.conflict.isGone() ? tr("Row %1: deleted by them") : row.change.kind == RowChange::Kind::Delete ? tr("Row %1: deleted by you")
                                                                                                                       : tr("Row %1");
    return what.arg(rowText(row.change));
}

void ConflictDialog::chooseAll(Side side)
{
    m_choices.chooseAll(side);
    m_form->show(size_t(qMax(0, m_rows->currentRow())));
    fill();
}

void ConflictDialog::fill()
{
    for (int i = 0; i < m_rows->count(); ++i) {
        const bool done = m_choices.rows()[size_t(i)].left() == 0;
        m_rows->item(i)->setIcon(icon(done ? QStringLiteral("check") : QStringLiteral("question"), done ? QColor() : theme().colors().changed));
        m_rows->item(i)->setToolTip(done ? tr("Chosen") : tr("To be chosen"));
        m_rows->item(i)->setData(Qt::AccessibleDescriptionRole, m_rows->item(i)->toolTip());
    }
    const int left = m_choices.left();
    m_left->setText(left > 0 ? tr("%n choices are left", nullptr, left) : tr("Everything is chosen"));
    m_stage->setEnabled(left == 0);
    m_commit->setEnabled(left == 0);
    m_commit->setDefault(left == 0);
}

} // namespace joinery::ui
