// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/merge_dialog.h"

#include "ui/common/theme.h"
#include "ui/timeline/change_list.h"
#include "ui/timeline/dialog_parts.h"
#include "ui/timeline/finding_list.h"

#include <QScrollArea>

namespace joinery::ui {

MergeDialog::MergeDialog(QString projectFolder, migration::HistoryPtr history, QWidget *parent)
    : QDialog(parent), m_folder(std::move(projectFolder)), m_history(std::move(history)), m_message(new QLineEdit(this)),
      m_branches(new QHBoxLayout), m_findings(new FindingList(this)), m_create(new QPushButton(tr("Merge"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge the heads"));
    resize(860, 520);
    auto *heading = new QLabel(windowTitle(), this);
    heading->setProperty("role", QStringLiteral("heading"));
    auto *summary = new QLabel(tr("A revision that changes nothing itself and follows all of them: from there on there is one line again."), this);
    summary->setProperty("role", QStringLiteral("dim"));
    summary->setWordWrap(true);
    m_message->setText(tr("Merge %1").arg(m_history->graph().headIds().join(QLatin1String(", "))));
    m_message->setAccessibleName(tr("Message of the revision"));
    m_failure = note(theme().colors().deleted, theme().colors().deletedSoft, this);
    m_create->setProperty("role", QStringLiteral("primary"));
    m_create->setDefault(true);
    m_create->setEnabled(false);
    m_branches->setSpacing(3 * metrics::kUnit);
    auto *area = new QWidget(this);
    area->setLayout(m_branches);
    m_branches->setContentsMargins(0, 0, 0, 0);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_create);
    auto *layout = dialogLayout(this);
    layout->addWidget(heading);
    layout->addWidget(summary);
    layout->addWidget(m_message);
    layout->addWidget(area, 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_failure);
    layout->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &MergeDialog::create);
    connect(m_message, &QLineEdit::textChanged, this, [this](const QString &text) { m_create->setEnabled(m_merge && !text.trimmed().isEmpty()); });
    worker::planMerge(m_history, m_history->graph().headIds(), {}, this, [this](Result<migration::Merge> merge) {
        if (merge)
            show(*merge);
        else
            fail(merge.error());
    });
}

void MergeDialog::show(const migration::Merge &merge)
{
    m_merge = merge;
    for (const migration::Merge::Branch &branch : merge.branches) {
        auto *area = new QScrollArea(this);
        area->setWidgetResizable(true);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        auto *inside = new QWidget;
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(2 * metrics::kUnit, 2 * metrics::kUnit, 2 * metrics::kUnit, 2 * metrics::kUnit);
        const migration::Revision *tip = m_history->revision(branch.tip);
        auto *title = new QLabel(tip && !tip->message.isEmpty() ? tip->message : branch.tip, inside);
        title->setProperty("role", QStringLiteral("heading"));
        title->setWordWrap(true);
        auto *ids = new QLabel(tr("%n revision(s): %1", nullptr, int(branch.revisions.size())).arg(branch.revisions.join(QLatin1String(", "))), inside);
        ids->setProperty("role", QStringLiteral("caption"));
        ids->setWordWrap(true);
        auto *changes = new ChangeList(inside);
        changes->show(branch.operations);
        column->addWidget(title);
        column->addWidget(ids);
        column->addWidget(changes);
        column->addStretch();
        area->setWidget(inside);
        area->setAccessibleName(tr("What %1 changes").arg(branch.tip));
        m_branches->addWidget(area);
    }
    migration::LintFindings findings;
    for (const Finding &each : merge.findings)
        findings.push_back({each, {}, -1, {}, {}, {}});
    m_findings->show(findings);
    m_create->setEnabled(true);
    m_create->setFocus();
}

void MergeDialog::create()
{
    m_create->setEnabled(false);
    m_merge->revision.message = m_message->text().trimmed();
    worker::writeMerge(m_folder, *m_merge, this, [this](Status written) {
        if (!written) {
            fail(written.error());
            return;
        }
        Q_EMIT created(m_merge->revision.id);
        accept();
    });
}

void MergeDialog::fail(const Error &error)
{
    m_failure->setText(wholeText(error));
    m_failure->show();
    m_create->setEnabled(m_merge.has_value());
}

} // namespace joinery::ui
