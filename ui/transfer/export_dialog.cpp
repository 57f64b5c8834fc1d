// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/export_dialog.h"

#include "ui/common/dialogs.h"
#include "ui/common/error_text.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/transfer/job_progress.h"
#include "ui/transfer/output_form.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace joinery::ui {

ExportDialog::ExportDialog(ConnectionItem &connection, const Exportable &rows, QWidget *parent)
    : QDialog(parent), m_rows(rows), m_worker(connection.createWorker(this)), m_what(new QComboBox(this)), m_output(new OutputForm(this)),
      m_columns(new QListWidget(this)), m_said(new QLabel(this)), m_progress(new JobProgress(this)), m_choices(new QWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export rows"));
    resize(720, 480);
    auto *heading = new QLabel(m_rows.name.isEmpty() ? tr("Export rows") : tr("Export rows of %1").arg(m_rows.name), this);
    heading->setProperty("role", QStringLiteral("heading"));
    auto *where = new QLabel(QString(connection.name() + QStringLiteral(" · ") + environmentName(connection.environment())), this);
    where->setProperty("role", QStringLiteral("dim"));
    auto *head = new QHBoxLayout;
    head->addWidget(heading);
    head->addStretch();
    head->addWidget(where);
    for (const Exportable::Choice &choice : std::as_const(m_rows.choices))
        m_what->addItem(choiceText(choice));
    m_what->setCurrentIndex(m_rows.preferred);
    m_output->setTable(m_rows.name);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *whatLabel = new QLabel(tr("&Rows"), m_choices);
    whatLabel->setBuddy(m_what);
    m_what->setAccessibleName(tr("Rows"));
    auto *what = new QHBoxLayout;
    what->addWidget(whatLabel);
    what->addSpacing(2 * metrics::kUnit);
    what->addWidget(m_what, 1);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(3 * metrics::kUnit);
    choices->addLayout(what);
    choices->addWidget(m_output);
    choices->addWidget(buildColumns(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit);
    layout->setSpacing(3 * metrics::kUnit);
    layout->addLayout(head);
    layout->addWidget(m_choices, 1);
    layout->addWidget(m_said);
    layout->addWidget(m_progress);
    layout->addWidget(buildFoot());
    connect(m_output, &OutputForm::changed, this, &ExportDialog::refresh);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    refresh();
}

QWidget *ExportDialog::buildColumns()
{
    auto *part = new QWidget(m_choices);
    auto *label = new QLabel(tr("&Columns"), part);
    label->setBuddy(m_columns);
    auto *all = new QPushButton(tr("All"), part);
    auto *none = new QPushButton(tr("None"), part);
    for (QPushButton *button : {all, none}) {
        button->setProperty("role", QStringLiteral("link"));
        button->setAutoDefault(false);
    }
    all->setAccessibleName(tr("Choose all columns"));
    none->setAccessibleName(tr("Choose no column"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setSpacing(2);
    for (int i = 0; i < m_rows.columns.size(); ++i) {
        auto *item = new QListWidgetItem(m_rows.columns.at(i), m_columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_rows.hidden.contains(m_rows.columns.at(i)) ? Qt::Unchecked : Qt::Checked);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch();
    head->addWidget(all);
    head->addWidget(none);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addLayout(head);
    layout->addWidget(m_columns, 1);
    connect(all, &QPushButton::clicked, this, [this] { chooseColumns(true); });
    connect(none, &QPushButton::clicked, this, [this] { chooseColumns(false); });
    connect(m_columns, &QListWidget::itemChanged, this, &ExportDialog::refresh);
    return part;
}

QWidget *ExportDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_clipboard = new QPushButton(icon(QStringLiteral("copy")), tr("Cop&y"), foot);
    m_clipboard->setToolTip(tr("Onto the clipboard"));
    m_clipboard->setAccessibleName(tr("Copy onto the clipboard"));
    m_file = new QPushButton(tr("&Save as…"), foot);
    m_cancel->setAutoDefault(false);
    m_clipboard->setAutoDefault(false);
    m_file->setProperty("role", QStringLiteral("primary"));
    m_file->setDefault(true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_clipboard);
    row->addWidget(m_file);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_clipboard, &QPushButton::clicked, this, [this] { run({}); });
    connect(m_file, &QPushButton::clicked, this, &ExportDialog::askFile);
    return foot;
}

QString ExportDialog::choiceText(const Exportable::Choice &choice) const
{
    using What = Exportable::Choice::What;
    switch (choice.what) {
    case What::Table: return tr("All rows of %1").arg(m_rows.name);
    case What::Shown: return tr("The rows as they are filtered and sorted");
    case What::Selected: return tr("The %n selected row(s)", nullptr, choice.rows);
    case What::Query: return tr("All rows of the query, which runs again");
    case What::Read: return tr("The %n row(s) that were read", nullptr, choice.rows);
    }
    Q_UNREACHABLE();
}

std::vector<int> ExportDialog::chosenColumns() const
{
    std::vector<int> columns;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            columns.push_back(i);
    }
    return columns;
}

void ExportDialog::chooseColumns(bool all)
{
    for (int i = 0; i < m_columns->count(); ++i)
        m_columns->item(i)->setCheckState(all ? Qt::Checked : Qt::Unchecked);
}

void ExportDialog::refresh()
{
    if (m_running)
        return;
    QString wrong = m_output->mistake();
    if (wrong.isEmpty() && chosenColumns().empty())
        wrong = tr("Choose at least one column.");
    const bool ofSelection = m_rows.choices.at(m_what->currentIndex()).source.rows != nullptr;
    const QString staged = m_rows.hasStaged && !ofSelection ? tr("Staged changes are not in the database yet, and not in the export.") : QString();
    setRole(m_said, wrong.isEmpty() ? QStringLiteral("dim") : QStringLiteral("error"));
    m_said->setText(wrong.isEmpty() ? staged : wrong);
    m_said->setVisible(!m_said->text().isEmpty());
    m_file->setEnabled(wrong.isEmpty());
    m_clipboard->setEnabled(wrong.isEmpty() && m_output->isText());
}

void ExportDialog::askFile()
{
    const QString ending = transfer::endingOf(m_output->format());
    static const QRegularExpression odd(QStringLiteral("[^\\w.-]+"));
    QString name = m_rows.name.isEmpty() ? tr("rows", "name of a file") : m_rows.name;
    name.replace(odd, QStringLiteral("_"));
    dialogs::saveFile(this, tr("Export to"), QString(name + u'.' + ending), QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending),
                      [this](const QString &path) { run(path); });
}

void ExportDialog::run(const QString &path)
{
    worker::ExportRequest request;
    request.source = m_rows.choices.at(m_what->currentIndex()).source;
    request.shape = m_output->shape();
    request.shape.leftOut = m_rows.generated;
    request.columns = chosenColumns();
    request.path = path;
    if (path.isEmpty()) { // a clipboard holds characters
        request.shape.encoding = transfer::Encoding::Utf8;
        request.shape.mark = false;
    }
    m_said->hide();
    m_job = worker::exportRows(*m_worker, request, this, [this, path](const Result<worker::ExportReport> &report) { finish(path, report); });
    m_progress->follow(*m_worker, m_job.id());
    setRunning(true);
}

void ExportDialog::finish(const QString &path, const Result<worker::ExportReport> &report)
{
    setRunning(false);
    if (!report) {
        const bool cancelled = report.error().kind == ErrorKind::Cancelled;
        m_progress->end(cancelled ? tr("Cancelled. Nothing was written.") : QString());
        setRole(m_said, QStringLiteral("error"));
        m_said->setText(errorSentence(report.error().kind) + u'\n' + errorWords(report.error()));
        m_said->setVisible(!cancelled);
        return;
    }
    const QString rows = tr("%n row(s)", nullptr, int(report->rows));
    const QString size = QLocale().formattedDataSize(report->bytes);
    if (path.isEmpty()) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(report->content));
        m_progress->end(tr("%1 (%2) are on the clipboard.").arg(rows, size));
    } else {
        m_progress->end(tr("%1 (%2) are in %3.").arg(rows, size, QDir::toNativeSeparators(path)));
    }
    m_cancel->setText(tr("Close"));
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    m_choices->setEnabled(!running);
    m_file->setEnabled(!running);
    m_clipboard->setEnabled(!running);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    if (!running)
        refresh();
}

void ExportDialog::reject()
{
    if (m_running) {
        m_cancel->setEnabled(false);
        m_job.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace joinery::ui
