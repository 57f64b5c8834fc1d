// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/move_dialog.h"

#include "core/operation/apply.h"
#include "ui/common/operation_text.h"
#include "ui/common/theme.h"
#include "ui/timeline/dialog_parts.h"
#include "ui/timeline/finding_list.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace joinery::ui {

using migration::GraphStep;

MoveDialog::MoveDialog(worker::DbWorker &worker, const Standing &database, worker::Move move, QWidget *parent)
    : QDialog(parent), m_worker(worker), m_database(database), m_move(std::move(move)), m_heading(new QLabel(this)),
      m_summary(new QLabel(this)), m_steps(new QListWidget(this)), m_sql(new SqlText(this)), m_accept(new QCheckBox(this)),
      m_progress(new QProgressBar(this)), m_statement(new QLabel(this)), m_cancel(new QPushButton(this)),
      m_go(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 560);
    setWindowTitle(verb());
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setText(verb());
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setWordWrap(true);
    const Colors &colors = theme().colors();
    m_findings = new FindingList(this);
    m_losses = note(colors.changed, colors.changedSoft, this);
    m_failure = note(colors.deleted, colors.deletedSoft, this);
    m_accept->setText(tr("I have read what is lost, and want it"));
    m_accept->hide();

    auto *layout = dialogLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_summary);
    layout->addWidget(buildPlan(), 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_losses);
    layout->addWidget(m_accept);
    layout->addWidget(m_failure);
    layout->addWidget(buildFoot());
    connect(m_accept, &QCheckBox::toggled, m_go, &QPushButton::setEnabled);
    plan();
}

QWidget *MoveDialog::buildPlan()
{
    auto *splitter = new QSplitter(this);
    m_steps->setAccessibleName(tr("Revisions that run"));
    m_steps->setFrameShape(QFrame::StyledPanel);
    m_steps->setWordWrap(true);
    m_steps->setSpacing(4);
    m_sql->setAccessibleName(tr("SQL that runs"));
    splitter->addWidget(m_steps);
    splitter->addWidget(m_sql);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 540});
    connect(m_steps, &QListWidget::currentRowChanged, this, [this](int row) {
        m_sql->showReadOnly(row >= 0 && size_t(row) < m_preview.steps.size() ? m_preview.steps[size_t(row)].sql : QString());
    });
    return splitter;
}

QWidget *MoveDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, metrics::kUnit, 0, 0);
    m_statement->setProperty("role", QStringLiteral("caption"));
    m_progress->setAccessibleName(tr("Progress"));
    auto *far = new QVBoxLayout;
    far->addWidget(m_statement);
    far->addWidget(m_progress);
    m_progress->hide();
    row->addLayout(far, 1);
    m_cancel->setText(tr("Cancel"));
    m_go->setText(verb());
    m_go->setProperty("role", QStringLiteral("primary"));
    m_go->setEnabled(false);
    m_go->setDefault(true);
    row->addWidget(m_cancel);
    row->addWidget(m_go);
    connect(m_cancel, &QPushButton::clicked, this, &MoveDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &MoveDialog::run);
    return foot;
}

QString MoveDialog::verb() const
{
    switch (m_move.kind) {
    case GraphStep::Kind::Upgrade: return tr("Upgrade %1").arg(m_database.name);
    case GraphStep::Kind::Downgrade: return tr("Downgrade %1").arg(m_database.name);
    case GraphStep::Kind::Stamp: return tr("Stamp %1").arg(m_database.name);
    }
    Q_UNREACHABLE();
}

void MoveDialog::plan()
{
    m_summary->setText(tr("Working out what will happen…"));
    m_job = worker::previewMove(m_worker, m_move, this, [this](Result<worker::MovePreview> preview) {
        m_job = {};
        if (preview)
            showPlan(*preview);
        else
            showFailure(preview.error(), {});
    });
}

void MoveDialog::showPlan(const worker::MovePreview &preview)
{
    m_preview = preview;
    const auto named = [](const QStringList &heads) { return heads.isEmpty() ? tr("nothing applied") : heads.join(QLatin1String(", ")); };
    QString text = tr("%1 (%2) goes from %3 to %4.")
                       .arg(m_database.name, environmentName(m_database.environment), named(preview.before), named(preview.after));
    if (preview.steps.empty())
        text = tr("%1 stands there already. Nothing will happen.").arg(m_database.name);
    m_summary->setText(text);
    m_steps->clear();
    QStringList losses;
    for (const worker::MovePreview::Step &step : preview.steps) {
        QStringList words;
        for (const operation::Operation &operation : step.operations) {
            words.append(operationText(operation));
            if (operation::losesData(operation))
                losses.append(lossText(operation));
        }
        const QString direction = step.up ? QStringLiteral("↑ ") : QStringLiteral("↓ ");
        auto *item = new QListWidgetItem(QString(direction + (step.message.isEmpty() ? tr("version table") : step.message) + u'\n'
                                                 + words.join(QLatin1String("; "))), m_steps);
        item->setToolTip(step.revision);
    }
    m_steps->setCurrentRow(0);
    m_findings->show(preview.findings);
    m_losses->setText((losses.isEmpty() ? preview.losses : losses).join(u'\n'));
    m_losses->setVisible(!preview.losses.isEmpty());
    // What rows stand against fails on the way, and one server cannot take back what ran before it.
    const bool asks = !preview.losses.isEmpty() || migration::hasErrors(preview.findings);
    m_accept->setText(preview.losses.isEmpty() ? tr("I have read what stands against it, and want to try it") : tr("I have read what is lost, and want it"));
    m_accept->setVisible(asks);
    m_go->setEnabled(!preview.steps.empty() && !asks);
    m_go->setFocus();
    if (preview.halfApplied)
        showHalfApplied(*preview.halfApplied);
}

void MoveDialog::showHalfApplied(const migration::HalfApplied &half)
{
    if (m_move.kind == GraphStep::Kind::Stamp || half.up != (m_move.kind == GraphStep::Kind::Upgrade)) {
        m_go->setEnabled(false);
        m_failure->setText(half.up ? tr("Revision %1 was begun here and not finished. Upgrade the database first: it goes on where it stopped.").arg(half.revision)
                                   : tr("Taking back revision %1 was begun here and not finished. Downgrade the database first: it goes on where it stopped.").arg(half.revision));
    } else {
        m_failure->setText(tr("Revision %1 was begun here and not finished. It goes on where it stopped.\nDone:\n%2\nLeft:\n%3")
                               .arg(half.revision, half.done().join(u'\n'), half.left().join(u'\n')));
        m_go->setText(tr("Go on"));
    }
    m_failure->show();
}

void MoveDialog::run()
{
    m_move.allowDestructive = m_accept->isChecked();
    m_failure->hide();
    m_go->setEnabled(false);
    m_accept->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_clock.start();
    connect(&m_worker, &worker::DbWorker::jobProgressed, this, [this](quint64 id, const worker::Progress &progress) {
        if (id == m_job.id())
            showProgress(progress);
    });
    m_job = worker::runMove(m_worker, m_move, this, [this](Result<migration::ExecutionReport> report) {
        disconnect(&m_worker, &worker::DbWorker::jobProgressed, this, nullptr);
        m_job = {};
        showEnd(report);
    });
}

void MoveDialog::showProgress(const worker::Progress &progress)
{
    m_progress->setRange(0, int(std::max<qint64>(progress.total, 0)));
    m_progress->setValue(int(progress.done));
    const QString line = progress.text.simplified();
    m_statement->setText(tr("%1 s · %2").arg(QLocale().toString(double(m_clock.elapsed()) / 1000.0, 'f', 1),
                                             fontMetrics().elidedText(line, Qt::ElideRight, 420)));
}

void MoveDialog::showEnd(const Result<migration::ExecutionReport> &report)
{
    m_progress->hide();
    m_statement->clear();
    m_accept->setEnabled(true);
    if (!report) {
        showFailure(report.error(), {});
        return;
    }
    if (!report->done.isEmpty() || report->failure)
        Q_EMIT moved();
    if (!report->failure) {
        accept();
        return;
    }
    QStringList further;
    if (!report->failedRevision.isEmpty())
        further.append(tr("It happened in revision %1.").arg(report->failedRevision));
    if (!report->done.isEmpty())
        further.append(tr("Done: %1.").arg(report->done.join(QLatin1String(", "))));
    if (!report->left.isEmpty())
        further.append(tr("Left: %1.").arg(report->left.join(QLatin1String(", "))));
    if (!report->halfDone.isEmpty())
        further.append(tr("The server cannot take these statements back:\n%1").arg(report->halfDone.join(u'\n')));
    if (report->halfApplied)
        further.append(tr("The next run goes on where this one stopped. Left of the revision:\n%1").arg(report->halfApplied->left().join(u'\n')));
    showFailure(*report->failure, further.join(u'\n'));
}

void MoveDialog::showFailure(const Error &error, const QString &further)
{
    QStringList words{wholeText(error)};
    if (!further.isEmpty())
        words.append(further);
    m_failure->setText(words.join(u'\n'));
    m_failure->show();
    m_go->setText(m_preview.halfApplied ? tr("Go on") : tr("Try again"));
    m_go->setEnabled(!m_preview.steps.empty());
    m_cancel->setText(tr("Close"));
}

void MoveDialog::reject()
{
    if (m_job.id() == 0 || m_progress->isHidden()) {
        m_job.cancel();
        QDialog::reject();
        return;
    }
    m_job.cancel();
    m_statement->setText(tr("Stopping after this statement…"));
}

} // namespace joinery::ui
