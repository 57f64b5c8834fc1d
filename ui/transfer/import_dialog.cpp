// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/import_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/theme.h"
#include "ui/transfer/file_form.h"
#include "ui/transfer/job_progress.h"
#include "ui/transfer/target_form.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace joinery::ui {

ImportDialog::ImportDialog(ConnectionItem &connection, const schema::Name &table, const QString &path, QWidget *parent)
    : QDialog(parent), m_connection(&connection), m_worker(connection.createWorker(this)), m_heading(new QLabel(this)), m_where(new QLabel(this)),
      m_steps(new QStackedWidget(this)), m_file(new FileForm(this)), m_target(new TargetForm(connection.catalog(), connection.dialectName(), this)),
      m_failure(new QLabel(this)), m_progress(new JobProgress(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a file"));
    resize(900, 600);
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_where->setProperty("role", QStringLiteral("dim"));
    m_where->setText(QString(connection.name() + QStringLiteral(" · ") + environmentName(connection.environment())));
    m_failure->setProperty("role", QStringLiteral("error"));
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_failure->hide();
    m_steps->addWidget(m_file);
    m_steps->addWidget(m_target);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_where);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit);
    layout->setSpacing(3 * metrics::kUnit);
    layout->addLayout(head);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_failure);
    layout->addWidget(m_progress);
    layout->addWidget(buildFoot());
    if (!table.name.isEmpty())
        m_target->setTable(table);
    connect(m_file, &FileForm::previewChanged, this, &ImportDialog::refresh);
    connect(m_target, &TargetForm::changed, this, &ImportDialog::refresh);
    setState(State::File);
    if (!path.isEmpty())
        m_file->setPath(path);
}

ImportDialog::~ImportDialog() = default;

QWidget *ImportDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_back = new QPushButton(tr("&Back"), foot);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_go = new QPushButton(foot);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_go->setProperty("role", QStringLiteral("primary"));
    m_go->setDefault(true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_cancel);
    row->addWidget(m_go);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_failure->hide();
        m_progress->hide();
        setState(State::File);
    });
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ImportDialog::forward);
    return foot;
}

void ImportDialog::setState(State state)
{
    m_state = state;
    m_steps->setCurrentIndex(state == State::File || m_file->isScript() ? 0 : 1);
    m_steps->setEnabled(state != State::Running && state != State::Done);
    m_back->setVisible(state == State::Target);
    m_cancel->setVisible(state != State::Done);
    refresh();
}

void ImportDialog::refresh()
{
    const QString table = m_target->tableName().toString();
    switch (m_state) {
    case State::File:
        m_heading->setText(tr("Import: the file"));
        m_go->setText(m_file->isScript() ? tr("&Run the script") : tr("&Next"));
        m_go->setEnabled(m_file->isScript() || m_file->preview().has_value());
        break;
    case State::Target:
        m_heading->setText(tr("Import: where it goes"));
        m_go->setText(m_target->makesTable() ? tr("&Make %1 and import").arg(table) : tr("&Import into %1").arg(table));
        m_go->setEnabled(m_target->mistake().isEmpty());
        break;
    case State::Running: m_go->setEnabled(false); break;
    case State::Done:
        m_heading->setText(tr("Import: done"));
        m_go->setText(tr("&Close"));
        m_go->setEnabled(true);
        break;
    }
}

void ImportDialog::forward()
{
    switch (m_state) {
    case State::File:
        if (m_file->isScript()) {
            run();
        } else {
            m_target->setFile(*m_file->preview(), QDir::fromNativeSeparators(m_file->path()));
            setState(State::Target);
        }
        break;
    case State::Target: run(); break;
    case State::Running: break;
    case State::Done: accept(); break;
    }
}

void ImportDialog::run()
{
    m_failure->hide();
    const QString path = QDir::fromNativeSeparators(m_file->path().trimmed());
    if (m_file->isScript()) {
        m_job = worker::importScript(*m_worker, path, this, [this](const Result<worker::ScriptReport> &report) { finishScript(report); });
    } else {
        worker::ImportRequest request;
        request.path = path;
        request.load = m_target->request();
        request.reportPath = m_target->reportPath();
        m_job = worker::importFile(*m_worker, request, this, [this](const Result<transfer::LoadReport> &report) { finish(report); });
    }
    m_progress->follow(*m_worker, m_job.id());
    setState(State::Running);
}

void ImportDialog::finish(const Result<transfer::LoadReport> &report)
{
    m_job = {};
    m_cancel->setEnabled(true);
    if (!report) {
        fail(report.error());
        setState(State::Target);
        return;
    }
    m_progress->end(sentence(*report));
    setState(State::Done);
    Q_EMIT imported(m_target->tableName(), report->created.has_value());
}

void ImportDialog::finishScript(const Result<worker::ScriptReport> &report)
{
    m_job = {};
    m_cancel->setEnabled(true);
    if (!report) {
        fail(report.error());
        setState(State::File);
        return;
    }
    m_progress->end(tr("%n statement(s) ran.", nullptr, int(report->statements)) + u' ' + tr("%n row(s) changed.", nullptr, int(report->rows)));
    setState(State::Done);
    Q_EMIT imported({}, true);
}

void ImportDialog::fail(const Error &error)
{
    m_progress->end(error.kind == ErrorKind::Cancelled ? tr("Cancelled. Nothing was imported.") : QString());
    m_progress->setVisible(error.kind == ErrorKind::Cancelled);
    m_failure->setText(errorSentence(error.kind) + u'\n' + errorWords(error));
    m_failure->setVisible(error.kind != ErrorKind::Cancelled);
}

QString ImportDialog::sentence(const transfer::LoadReport &report) const
{
    QStringList said;
    if (report.created)
        said.append(tr("The table %1 was made.").arg(report.created->name.toString()));
    said.append(tr("%n row(s) imported.", nullptr, int(report.rows)));
    if (report.updated > 0)
        said.append(tr("%n row(s) updated.", nullptr, int(report.updated)));
    if (report.kept > 0)
        said.append(tr("%n row(s) were there already and stay as they are.", nullptr, int(report.kept)));
    if (report.skipped > 0)
        said.append(tr("%n row(s) left out; see %1.", nullptr, int(report.skipped)).arg(QDir::toNativeSeparators(m_target->reportPath())));
    return said.join(u' ') + (report.notes.isEmpty() ? QString() : u'\n' + report.notes.join(u'\n'));
}

void ImportDialog::reject()
{
    if (m_state == State::Running) {
        m_cancel->setEnabled(false);
        m_job.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace joinery::ui
