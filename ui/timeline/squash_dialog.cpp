// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/squash_dialog.h"

#include "ui/common/theme.h"
#include "ui/timeline/change_list.h"
#include "ui/timeline/dialog_parts.h"

#include <QFormLayout>
#include <QScrollArea>

namespace joinery::ui {

SquashDialog::SquashDialog(QString projectFolder, migration::HistoryPtr history, QString last, worker::DbWorker *worker, const QString &database, QWidget *parent)
    : QDialog(parent), m_folder(std::move(projectFolder)), m_history(std::move(history)), m_last(std::move(last)), m_worker(worker),
      m_from(new QComboBox(this)), m_message(new QLineEdit(this)), m_summary(new QLabel(this)), m_changes(new ChangeList),
      m_prove(new QCheckBox(this)), m_create(new QPushButton(tr("Squash"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Squash up to %1").arg(m_last));
    resize(760, 560);
    auto *heading = new QLabel(windowTitle(), this);
    heading->setProperty("role", QStringLiteral("heading"));
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setWordWrap(true);
    const Colors &colors = theme().colors();
    m_notes = note(colors.changed, colors.changedSoft, this);
    m_failure = note(colors.deleted, colors.deletedSoft, this);
    m_from->setAccessibleName(tr("The first revision of the range"));
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_message->setAccessibleName(tr("Message of the revision"));
    m_message->setText(m_history->revision(m_last) ? m_history->revision(m_last)->message : QString());
    m_prove->setText(tr("Prove it first on two scratch databases beside %1").arg(database));
    m_prove->setVisible(m_worker);
    m_prove->setChecked(m_worker);
    m_create->setProperty("role", QStringLiteral("primary"));
    m_create->setDefault(true);
    m_create->setEnabled(false);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("Message"), m_message);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What the revision would do"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->addWidget(m_changes);
    column->addStretch();
    area->setWidget(inside);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_prove, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_create);
    auto *layout = dialogLayout(this);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(area, 1);
    layout->addWidget(m_notes);
    layout->addWidget(m_failure);
    layout->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &SquashDialog::run);
    connect(m_message, &QLineEdit::textChanged, this, [this](const QString &text) { m_create->setEnabled(m_squash && !text.trimmed().isEmpty()); });
    fillStarts();
    connect(m_from, &QComboBox::currentIndexChanged, this, &SquashDialog::plan);
    plan();
}

/// Every revision below the last from which there is a row up to it.
void SquashDialog::fillStarts()
{
    const migration::Revision *revision = m_history->revision(m_last);
    while (revision && revision->parents.size() == 1) {
        const migration::Revision *below = m_history->revision(revision->parents.front());
        if (!below)
            break;
        m_from->insertItem(0, QString(below->id + QLatin1String("  ") + below->message), below->parents.value(0));
        if (below->parents.size() > 1)
            break;
        revision = below;
    }
    m_from->setCurrentIndex(0);
}

void SquashDialog::plan()
{
    const quint64 generation = ++m_generation;
    m_squash.reset();
    m_create->setEnabled(false);
    m_summary->setText(tr("Working out what will happen…"));
    worker::planSquash(m_history, m_from->currentData().toString(), m_last, {}, this, [this, generation](Result<migration::Squash> squash) {
        if (generation != m_generation)
            return;
        if (squash)
            show(*squash);
        else
            fail(squash.error());
    });
}

void SquashDialog::show(const migration::Squash &squash)
{
    m_squash = squash;
    m_failure->hide();
    m_summary->setText(tr("%1 revisions with %2 operations become one with %3. It keeps the id %4: databases that stand there see no difference, "
                          "and one that stands between them finishes the old way.")
                           .arg(squash.revision.replaces.size()).arg(squash.operations).arg(squash.revision.operations.size()).arg(squash.revision.id));
    m_changes->show(squash.revision.operations);
    m_notes->setText(squash.notes.join(u'\n'));
    m_notes->setVisible(!squash.notes.isEmpty());
    m_create->setEnabled(!m_message->text().trimmed().isEmpty());
}

void SquashDialog::run()
{
    m_create->setEnabled(false);
    m_failure->hide();
    m_squash->revision.message = m_message->text().trimmed();
    if (!m_prove->isChecked()) {
        write();
        return;
    }
    m_summary->setText(tr("Making both databases and comparing them…"));
    worker::proveSquash(*m_worker, m_history, *m_squash, this, [this](Status proven) {
        if (proven)
            write();
        else
            fail(proven.error());
    });
}

void SquashDialog::write()
{
    worker::writeSquash(m_folder, *m_squash, this, [this](Status written) {
        if (!written) {
            fail(written.error());
            return;
        }
        Q_EMIT created(m_squash->revision.id);
        accept();
    });
}

void SquashDialog::fail(const Error &error)
{
    m_failure->setText(wholeText(error));
    m_failure->show();
    m_summary->clear();
    if (!m_squash)
        m_changes->show({});
    m_create->setEnabled(m_squash.has_value());
}

} // namespace joinery::ui
