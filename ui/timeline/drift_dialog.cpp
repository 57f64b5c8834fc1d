// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/drift_dialog.h"

#include "core/operation/apply.h"
#include "ui/common/operation_text.h"
#include "ui/common/theme.h"
#include "ui/timeline/dialog_parts.h"
#include "ui/workbench/project_session.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace joinery::ui {

DriftDialog::DriftDialog(worker::DbWorker &worker, const Standing &database, worker::DriftQuestion question, ProjectSession &session, QWidget *parent)
    : QDialog(parent), m_worker(worker), m_database(database), m_question(std::move(question)), m_session(session), m_summary(new QLabel(this)),
      m_differences(new QListWidget(this)), m_sql(new SqlText(this)), m_accept(new QCheckBox(this)), m_words(new QLineEdit(this)),
      m_ignore(new QPushButton(this)), m_adopt(new QPushButton(this)), m_repair(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(920, 560);
    setWindowTitle(tr("%1 against its revision").arg(m_database.name));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setProperty("role", QStringLiteral("heading"));
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setWordWrap(true);
    const Colors &colors = theme().colors();
    m_losses = note(colors.changed, colors.changedSoft, this);
    m_failure = note(colors.deleted, colors.deletedSoft, this);
    m_accept->setText(tr("I have read what a repair destroys, and want it"));
    m_accept->hide();

    auto *layout = dialogLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_summary);
    layout->addWidget(buildLists(), 1);
    layout->addWidget(m_losses);
    layout->addWidget(m_accept);
    layout->addWidget(m_failure);
    layout->addWidget(buildActions());
    ask();
}

QWidget *DriftDialog::buildLists()
{
    auto *splitter = new QSplitter(this);
    m_differences->setAccessibleName(tr("Differences from the revision"));
    m_differences->setWordWrap(true);
    m_differences->setSpacing(2);
    m_differences->setIconSize(QSize(16, 16));
    auto *right = new QWidget(splitter);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("SQL that puts the database back"), right);
    title->setProperty("role", QStringLiteral("section"));
    m_sql->setAccessibleName(title->text());
    column->addWidget(title);
    column->addWidget(m_sql, 1);
    splitter->addWidget(m_differences);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({420, 500});
    splitter->setChildrenCollapsible(false);
    connect(m_differences, &QListWidget::currentRowChanged, this, &DriftDialog::showSelected);
    return splitter;
}

QWidget *DriftDialog::buildActions()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, metrics::kUnit, 0, 0);
    m_words->setPlaceholderText(tr("Why it may stand, or what the revision does"));
    m_words->setAccessibleName(tr("Reason, or message of the revision"));
    m_ignore->setToolTip(tr("Let the selected difference stand; the reason is written into the project"));
    m_adopt->setText(tr("Adopt into the models"));
    m_adopt->setToolTip(tr("Make a revision of all differences, put them into the models, and stamp the database with it"));
    m_repair->setText(tr("Repair %1").arg(m_database.name));
    m_repair->setToolTip(tr("Run the SQL: the database is as its revision says again"));
    m_repair->setProperty("role", QStringLiteral("primary"));
    auto *close = new QPushButton(tr("Close"), foot);
    row->addWidget(m_words, 1);
    for (QPushButton *button : {m_ignore, m_adopt, close, m_repair}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_words, &QLineEdit::textChanged, this, &DriftDialog::showSelected);
    connect(m_accept, &QCheckBox::toggled, this, &DriftDialog::showSelected);
    connect(m_ignore, &QPushButton::clicked, this, &DriftDialog::ignore);
    connect(m_adopt, &QPushButton::clicked, this, &DriftDialog::adopt);
    connect(m_repair, &QPushButton::clicked, this, &DriftDialog::repair);
    return foot;
}

void DriftDialog::ask()
{
    m_summary->setText(tr("Comparing…"));
    m_answer = {};
    showSelected();
    m_job = worker::readDrift(m_worker, m_question, this, [this](Result<worker::DriftAnswer> answer) {
        m_job = {};
        if (answer)
            show(*answer);
        else
            fail(answer.error());
    });
}

void DriftDialog::show(const worker::DriftAnswer &answer)
{
    m_answer = answer;
    const operation::Operations &differences = answer.drift.live.operations;
    const QString at = answer.drift.current.isEmpty() ? tr("no revision") : answer.drift.current.join(QLatin1String(", "));
    m_summary->setText(differences.empty() ? tr("%1 is at %2, and as that says.").arg(m_database.name, at)
                                           : tr("%1 is at %2. %n thing(s) in it are not as that says; somebody changed them by hand.", nullptr, int(differences.size())).arg(m_database.name, at));
    m_differences->clear();
    const Colors &colors = theme().colors();
    for (const operation::Operation &each : differences)
        m_differences->addItem(new QListWidgetItem(icon(QStringLiteral("warning"), colors.changed), operationText(each)));
    for (const migration::Drift::Ignored &each : answer.drift.ignored) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("check"), colors.dim), tr("%1\nmay stand: %2").arg(operationText(each.operation), each.rule.reason));
        item->setForeground(colors.dim);
        m_differences->addItem(item);
    }
    m_differences->setCurrentRow(m_differences->count() > 0 ? 0 : -1);
    QString sql;
    for (const dialect::SqlStep &step : answer.repair.steps)
        sql += step.sql + QLatin1String(";\n");
    m_sql->setDialect(answer.drift.there.dialect);
    m_sql->showReadOnly(answer.noRepair.isEmpty() ? sql : QString(QLatin1String("-- ") + answer.noRepair));
    QStringList losses;
    for (const operation::Operation &each : answer.repair.operations) {
        if (operation::losesData(each))
            losses.append(lossText(each));
    }
    m_losses->setText(tr("A repair destroys for good: %1").arg(losses.join(QLatin1String("; "))));
    m_losses->setVisible(!losses.isEmpty());
    m_accept->setVisible(!losses.isEmpty());
    showSelected();
}

void DriftDialog::showSelected()
{
    const int row = m_differences->currentRow(), open = int(m_answer.drift.live.operations.size());
    const bool ignored = row >= open && row < m_differences->count();
    const bool words = !m_words->text().trimmed().isEmpty();
    const bool idle = m_job.id() == 0;
    const bool named = row >= 0 && row < open && !migration::ruleFor(m_answer.drift.live.operations[size_t(row)]).object.isEmpty();
    m_ignore->setText(ignored ? tr("Do not ignore any more") : tr("Ignore"));
    m_ignore->setEnabled(idle && (ignored || (named && words)));
    m_adopt->setEnabled(idle && open > 0 && words && m_answer.drift.atHead && !m_session.isModified());
    const bool accepted = m_accept->isHidden() || m_accept->isChecked();
    m_repair->setEnabled(idle && open > 0 && !m_answer.repair.steps.empty() && accepted && !m_database.readOnly);
}

void DriftDialog::ignore()
{
    const int row = m_differences->currentRow(), open = int(m_answer.drift.live.operations.size());
    project::Project &project = m_session.project();
    if (row >= open) {
        project.removeDriftRule(m_answer.drift.ignored[size_t(row - open)].rule.id());
    } else {
        migration::DriftRule rule = migration::ruleFor(m_answer.drift.live.operations[size_t(row)]);
        rule.reason = m_words->text().trimmed();
        project.setDriftRule(rule);
    }
    if (const Status saved = project.save(); !saved) {
        fail(saved.error());
        return;
    }
    m_failure->hide();
    m_words->clear();
    m_question.rules = project.driftRules();
    Q_EMIT changed(false);
    ask();
}

void DriftDialog::repair()
{
    m_failure->hide();
    m_job = worker::repairDrift(m_worker, m_question, m_answer.repair, m_accept->isChecked(), this, [this](Status status) {
        m_job = {};
        Q_EMIT changed(false);
        if (!status)
            fail(status.error());
        if (status || status.error().kind == ErrorKind::Conflict)
            ask();
    });
    showSelected();
}

void DriftDialog::adopt()
{
    m_failure->hide();
    m_job = worker::adoptDrift(m_worker, {m_session.folder(), m_words->text().trimmed(), m_question.history, m_answer.drift}, this, [this](Result<QString> id) {
        m_job = {};
        if (!id) {
            fail(id.error());
            return;
        }
        // The models on disk are ahead of those in the window now, by what the database had.
        if (Result<schema::Catalog> models = m_session.project().loadModels())
            m_session.document().reset(*std::move(models));
        Q_EMIT changed(true);
        accept();
    });
    showSelected();
}

void DriftDialog::fail(const Error &error)
{
    m_failure->setText(wholeText(error));
    m_failure->show();
    showSelected();
}

} // namespace joinery::ui
