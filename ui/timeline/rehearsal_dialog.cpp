// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rehearsal_dialog.h"

#include "core/migration/rehearsal/rehearsal.h"
#include "ui/common/operation_text.h"
#include "ui/common/theme.h"
#include "ui/timeline/dialog_parts.h"
#include "ui/timeline/finding_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>

namespace joinery::ui {

using migration::CopyLevel;
using migration::RehearsalStage;

namespace {

enum Column { kStep, kTime, kExpected, kEffects };

QString timeText(qint64 microseconds)
{
    const double seconds = double(microseconds) / 1e6;
    return seconds < 1 ? RehearsalDialog::tr("%1 ms").arg(QLocale().toString(seconds * 1000, 'f', 1)) : RehearsalDialog::tr("%1 s").arg(QLocale().toString(seconds, 'f', 2));
}

QString stageText(RehearsalStage::Kind kind)
{
    switch (kind) {
    case RehearsalStage::Kind::Up: return RehearsalDialog::tr("Up");
    case RehearsalStage::Kind::Down: return RehearsalDialog::tr("Back down");
    case RehearsalStage::Kind::UpAgain: return RehearsalDialog::tr("Up again");
    }
    Q_UNREACHABLE();
}

QString headsText(const QStringList &heads) { return heads.isEmpty() ? RehearsalDialog::tr("nothing applied") : heads.join(QLatin1String(", ")); }

QString differenceTitle(RehearsalStage::Kind kind)
{
    switch (kind) {
    case RehearsalStage::Kind::Up: return RehearsalDialog::tr("Not as the revisions say");
    case RehearsalStage::Kind::Down: return RehearsalDialog::tr("Not as it was at the start");
    case RehearsalStage::Kind::UpAgain: return RehearsalDialog::tr("Not as it was the first time");
    }
    Q_UNREACHABLE();
}

} // namespace

RehearsalDialog::RehearsalDialog(worker::DbWorker &worker, const Standing &database, worker::Rehearsal rehearsal, QWidget *parent)
    : QDialog(parent), m_worker(worker), m_database(database), m_rehearsal(std::move(rehearsal)), m_summary(new QLabel(this)),
      m_level(new QComboBox(this)), m_report(new QTreeWidget(this)), m_findings(new FindingList(this)), m_progress(new QProgressBar(this)),
      m_statement(new QLabel(this)), m_cancel(new QPushButton(this)), m_go(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(980, 620);
    setWindowTitle(tr("Rehearse the upgrade of %1").arg(m_database.name));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setProperty("role", QStringLiteral("heading"));
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setWordWrap(true);
    m_summary->setText(tr("%1 stands at %2. A copy of it is made beside it and dropped in the end; there the upgrade to %3 runs up, down and up again, and each time the "
                          "schema and the rows are compared. %1 itself is only read.")
                           .arg(m_database.name, headsText(m_database.heads), m_rehearsal.target == QLatin1String("heads") ? tr("the head") : m_rehearsal.target));
    m_report->setAccessibleName(tr("What the rehearsal did"));
    m_report->setColumnCount(4);
    m_report->setHeaderLabels({tr("Step"), tr("Time"), tr("On all rows"), tr("Locks, tables written anew")});
    m_report->header()->setSectionResizeMode(kStep, QHeaderView::Interactive);
    m_report->header()->resizeSection(kStep, 470);
    m_report->header()->resizeSection(kTime, 90);
    m_report->header()->resizeSection(kExpected, 100);
    m_report->setUniformRowHeights(true);
    m_report->setWordWrap(false);
    const Colors &colors = theme().colors();
    m_good = note(colors.added, colors.addedSoft, this);
    m_bad = note(colors.deleted, colors.deletedSoft, this);

    auto *layout = dialogLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_summary);
    layout->addWidget(buildLevel());
    layout->addWidget(m_report, 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_good);
    layout->addWidget(m_bad);
    layout->addWidget(buildFoot());
    connect(&m_worker, &worker::DbWorker::jobProgressed, this, [this](quint64 id, const worker::Progress &progress) {
        if (m_running && id == m_job.id())
            showProgress(progress);
    });
}

QWidget *RehearsalDialog::buildLevel()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Copy"), line);
    m_level->addItem(tr("everything"), int(CopyLevel::Full));
    m_level->addItem(tr("some rows of every table, with those that they refer to"), int(CopyLevel::Sample));
    m_level->addItem(tr("tables without rows"), int(CopyLevel::Schema));
    m_level->setAccessibleName(tr("How much is copied"));
    label->setBuddy(m_level);
    row->addWidget(label);
    row->addWidget(m_level);
    row->addStretch();
    return line;
}

QWidget *RehearsalDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, metrics::kUnit, 0, 0);
    m_statement->setProperty("role", QStringLiteral("caption"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->hide();
    auto *far = new QVBoxLayout;
    far->addWidget(m_statement);
    far->addWidget(m_progress);
    row->addLayout(far, 1);
    m_cancel->setText(tr("Close"));
    m_go->setText(tr("Rehearse"));
    m_go->setProperty("role", QStringLiteral("primary"));
    m_go->setDefault(true);
    row->addWidget(m_cancel);
    row->addWidget(m_go);
    connect(m_cancel, &QPushButton::clicked, this, &RehearsalDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &RehearsalDialog::run);
    return foot;
}

void RehearsalDialog::setRunning(bool running)
{
    m_running = running;
    m_go->setEnabled(!running);
    m_level->setEnabled(!running);
    m_progress->setVisible(running);
    m_cancel->setText(running ? tr("Cancel") : tr("Close"));
    if (!running)
        m_statement->clear();
}

void RehearsalDialog::run()
{
    m_rehearsal.level = CopyLevel(m_level->currentData().toInt());
    m_good->hide();
    m_bad->hide();
    m_report->clear();
    m_findings->show({});
    setRunning(true);
    m_clock.start();
    m_job = worker::rehearse(m_worker, m_rehearsal, this, [this](Result<migration::RehearsalReport> report) {
        setRunning(false);
        m_go->setText(tr("Rehearse again"));
        if (report) {
            showReport(*report);
        } else if (report.error().kind == ErrorKind::Cancelled) {
            m_bad->setText(tr("The rehearsal was stopped. Nothing of the copy is left."));
            m_bad->show();
        } else {
            m_bad->setText(wholeText(report.error()));
            m_bad->show();
        }
    });
}

void RehearsalDialog::showProgress(const worker::Progress &progress)
{
    using Phase = migration::RehearsalProgress::Phase;
    const auto phase = Phase(int(progress.done));
    const QString what = phase == Phase::Copy ? tr("Copying") : phase == Phase::Up ? tr("Up")
        : phase == Phase::Down ? tr("Back down") : phase == Phase::UpAgain ? tr("Up again") : tr("Comparing");
    m_statement->setText(tr("%1 s · %2").arg(QLocale().toString(double(m_clock.elapsed()) / 1000.0, 'f', 1),
                                             fontMetrics().elidedText(QString(what + u' ' + progress.text), Qt::ElideRight, 480)));
}

void RehearsalDialog::addStage(const RehearsalStage &stage)
{
    auto *top = new QTreeWidgetItem(m_report, {stageText(stage.kind), timeText(stage.microseconds)});
    const Colors &colors = theme().colors();
    top->setIcon(kStep, stage.isGood() ? icon(QStringLiteral("check"), colors.added) : icon(QStringLiteral("error"), colors.deleted));
    top->setText(kEffects, stage.isGood() ? tr("as it should be") : tr("went wrong"));
    for (const migration::RehearsedStatement &each : stage.statements) {
        QStringList effects;
        if (!each.algorithm.isEmpty())
            effects.append(each.algorithm);
        if (!each.rewrites.isEmpty())
            effects.append(tr("writes %1 anew").arg(each.rewrites.join(QLatin1String(", "))));
        effects += each.locks;
        auto *item = new QTreeWidgetItem(top, {each.sql.simplified(), timeText(each.microseconds), each.expected ? timeText(*each.expected) : QString(),
                                               effects.join(QStringLiteral(" · "))});
        item->setFont(kStep, theme().monospaced());
        item->setToolTip(kStep, each.sql);
        item->setToolTip(kEffects, effects.join(u'\n'));
    }
    const auto wrong = [&](const QString &text) {
        auto *item = new QTreeWidgetItem(top, {text});
        item->setIcon(kStep, icon(QStringLiteral("error"), colors.deleted));
        item->setToolTip(kStep, text);
        item->setFirstColumnSpanned(true);
    };
    if (stage.failure)
        wrong(wholeText(*stage.failure).replace(u'\n', u' '));
    for (const operation::Operation &each : stage.differences)
        wrong(differenceTitle(stage.kind) + QLatin1String(": ") + operationText(each));
    for (const QString &each : stage.changed)
        wrong(tr("Values changed that nothing should change: %1").arg(each));
    top->setExpanded(!stage.isGood() || stage.kind == RehearsalStage::Kind::Up);
    for (const Column column : {kTime, kExpected}) {
        top->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        for (int i = 0; i < top->childCount(); ++i)
            top->child(i)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void RehearsalDialog::showReport(const migration::RehearsalReport &report)
{
    for (const RehearsalStage &stage : report.stages)
        addStage(stage);
    m_findings->show(report.findings);
    QStringList further;
    if (!report.startDifferences.empty())
        further.append(tr("%1 was not as its revision says before anything ran: %n difference(s).", nullptr, int(report.startDifferences.size())).arg(m_database.name));
    if (report.noWayBack)
        further.append(tr("The way back was not rehearsed: %1").arg(report.noWayBack->message));
    if (!report.notBack.isEmpty())
        further.append(tr("The way back does not bring back the values of %1.").arg(report.notBack.join(QLatin1String(", "))));
    if (!report.indexesLeft.isEmpty())
        further.append(tr("The server keeps indexes that it made for foreign keys: %1.").arg(report.indexesLeft.join(QLatin1String(", "))));
    QLabel *verdict = report.isGood() ? m_good : m_bad;
    const QString words = report.revisions.isEmpty() ? tr("%1 stands there already. Nothing is to be rehearsed.").arg(m_database.name)
        : report.isGood() ? tr("The rehearsal went well: about %1 for the way up. The copy %2 is gone.").arg(timeText(report.expectedMicroseconds()), report.shadow)
                          : tr("The rehearsal failed; %1 is as it was. The copy %2 is gone.").arg(m_database.name, report.shadow);
    further.prepend(words);
    verdict->setText(further.join(u'\n'));
    verdict->show();
}

void RehearsalDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
        return;
    }
    m_job.cancel();
    m_statement->setText(tr("Stopping, and removing the copy…"));
}

} // namespace joinery::ui
