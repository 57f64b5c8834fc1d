// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/cell_dialog.h"

#include "core/base/json_file.h"
#include "core/session/typed_text.h"
#include "core/worker/background.h"
#include "ui/common/dialogs.h"
#include "ui/common/error_text.h"
#include "ui/common/theme.h"
#include "ui/grid/cell/json_tree.h"
#include "ui/grid/cell/value_view.h"
#include "ui/grid/rows/cell_text.h"
#include "ui/grid/rows/grid_model.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace joinery::ui {

using driver::Value;
using driver::ValueTag;

namespace {

// Both are held in memory, and what is staged in the journal too.
constexpr qint64 kMostLoaded = 64 * 1024 * 1024;
constexpr qint64 kMostStaged = 16 * 1024 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > kMostStaged)
        return fail(ErrorKind::Refused, QStringLiteral("%1 has %2 bytes, more than the %3 that can be staged in a cell.")
                                            .arg(path).arg(file.size()).arg(kMostStaged));
    return file.readAll();
}

} // namespace

CellDialog::CellDialog(Cell cell, worker::DbWorker *worker, QWidget *parent) : QDialog(parent), m_cell(std::move(cell)), m_worker(worker)
{
    setWindowTitle(tr("Cell"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 520);
    m_heading = new QLabel(m_cell.table.isEmpty() ? m_cell.column.name : QString(m_cell.table % u'.' % m_cell.column.name), this);
    m_heading->setFont(theme().heading());
    m_heading->setTextFormat(Qt::PlainText);
    m_facts = new QLabel(this);
    m_facts->setProperty("role", QStringLiteral("dim"));
    m_facts->setTextFormat(Qt::PlainText);
    m_view = new ValueView(this);
    m_note = new QLabel(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setAccessibleName(tr("Remark"));
    m_load = new QPushButton(tr("Load all of it"), this);
    m_save = new QPushButton(tr("Save to a file …"), this);
    m_replace = new QPushButton(tr("Replace by a file …"), this);
    m_apply = new QPushButton(tr("Stage"), this);
    m_apply->setProperty("role", QStringLiteral("primary"));
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_load, m_save, m_replace, m_apply, close})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_replace);
    buttons->addWidget(m_load);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_facts);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_load, &QPushButton::clicked, this, &CellDialog::load);
    connect(m_save, &QPushButton::clicked, this, &CellDialog::save);
    connect(m_replace, &QPushButton::clicked, this, &CellDialog::replace);
    connect(m_apply, &QPushButton::clicked, this, &CellDialog::apply);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_view, &ValueView::edited, this, [this] { m_apply->setEnabled(!m_busy && m_view->isEditable() && m_view->isModified()); });
    fill();
}

CellDialog::~CellDialog() { m_job.cancel(); }

void CellDialog::fill()
{
    const Value &value = m_cell.value;
    const bool mayEdit = m_cell.refusal.isEmpty() && m_cell.stage;
    QString facts = m_cell.column.typeText;
    if (value.isNull() || value.isDefault())
        facts += QStringLiteral(" · NULL");
    else
        facts += QStringLiteral(" · ") % sizeText(value.isPart() ? value.wholeSize() : session::cellBytes(value).size());
    if (value.isPart())
        facts += QStringLiteral(" · ") % tr("the first %1 are shown").arg(sizeText(value.data().size()));
    m_view->show(value, m_cell.column, mayEdit);
    if (!m_view->imageText().isEmpty())
        facts += QStringLiteral(" · ") % m_view->imageText();
    m_facts->setText(facts);
    m_load->setVisible(value.isPart() && m_cell.place && m_worker);
    m_load->setEnabled(!m_busy && value.wholeSize() <= kMostLoaded);
    m_save->setEnabled(!m_busy && !value.isNull() && !value.isDefault() && (!value.isPart() || (m_cell.place && m_worker)));
    m_replace->setVisible(mayEdit);
    m_replace->setEnabled(!m_busy);
    m_apply->setVisible(mayEdit && m_view->isEditable());
    m_apply->setEnabled(false);
    if (value.isPart() && !m_cell.place)
        say(tr("The rest was not kept with the result. Open the table to load it, or export the result."));
    else if (value.isPart() && value.wholeSize() > kMostLoaded)
        say(tr("At most %1 can be loaded here. Save it to a file instead.").arg(sizeText(kMostLoaded)));
    else
        say(m_cell.stage ? m_cell.refusal : QString());
}

void CellDialog::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void CellDialog::setBusy(const QString &what)
{
    m_busy = !what.isEmpty();
    for (QPushButton *button : {m_load, m_save, m_replace})
        button->setEnabled(!m_busy);
    m_apply->setEnabled(!m_busy && m_view->isEditable() && m_view->isModified());
    say(what);
}

void CellDialog::load()
{
    setBusy(tr("Loading %1 …").arg(sizeText(m_cell.value.wholeSize())));
    m_job = worker::readCell(*m_worker, m_cell.source, *m_cell.place, kMostLoaded, this, [this](Result<Value> value) {
        setBusy({});
        if (!value)
            return say(errorWords(value.error()));
        m_cell.value = *value;
        fill();
    });
}

void CellDialog::save()
{
    const bool isBytes = m_cell.value.tag() == ValueTag::Bytes;
    const QString name = m_cell.column.name % (isBytes ? u".bin" : m_cell.column.look == GridColumn::Look::Json ? u".json" : u".txt");
    dialogs::saveFile(this, tr("Save the cell"), name, tr("All files (*)"), [this](const QString &path) {
        const auto done = [this, path](const Error *error, qint64 bytes) {
            setBusy({});
            say(error ? errorWords(*error) : tr("%1 were written to %2.").arg(sizeText(bytes), path));
        };
        setBusy(tr("Saving to %1 …").arg(path));
        if (m_cell.value.isPart()) {
            m_job = worker::saveCell(*m_worker, m_cell.source, *m_cell.place, path, this, [done](Result<qint64> written) {
                done(written ? nullptr : &written.error(), written.value_or(0));
            });
            return;
        }
        const QByteArray bytes = m_view->isModified() ? m_view->text().toUtf8() : session::cellBytes(m_cell.value);
        const Status written = writeFile(path, bytes);
        done(written ? nullptr : &written.error(), bytes.size());
    });
}

void CellDialog::replace()
{
    dialogs::openFile(this, tr("Replace the cell by a file"), tr("All files (*)"), [this](const QString &path) {
        setBusy(tr("Reading %1 …").arg(path));
        m_job = worker::inBackground<QByteArray>([path](const CancelToken &) { return readFile(path); }, this,
                                                 [this](Result<QByteArray> bytes) {
            setBusy({});
            if (!bytes)
                return say(errorWords(bytes.error()));
            if (m_cell.column.look == GridColumn::Look::Bytes)
                return take(Value::bytes(*bytes));
            const QString text = QString::fromUtf8(*bytes);
            if (text.toUtf8() != *bytes)
                return say(tr("The file is no text in UTF-8, and %1 takes no bytes.").arg(m_cell.column.name));
            const Result<Value> value = m_cell.parse(text);
            if (!value)
                return say(errorWords(value.error()));
            take(*value);
        });
    });
}

void CellDialog::take(const Value &value)
{
    if (const QString why = m_cell.stage(value); !why.isEmpty())
        return say(why);
    m_cell.value = value;
    fill();
    say(tr("Staged: it is written with the next commit."));
}

void CellDialog::apply()
{
    const QString text = m_view->text();
    if (m_cell.column.look == GridColumn::Look::Json) {
        if (const QString wrong = jsonMistake(text.toUtf8()); !wrong.isEmpty())
            return say(wrong);
    }
    const Result<Value> value = m_cell.parse(text);
    if (!value)
        return say(errorWords(value.error()));
    if (const QString why = m_cell.stage(*value); !why.isEmpty())
        return say(why);
    accept();
}

CellDialog::Cell cellToView(GridModel &model, const QModelIndex &index)
{
    CellDialog::Cell cell;
    cell.column = model.columns()[size_t(index.column())];
    cell.value = model.value(index);
    if (!model.edits())
        return cell;
    model.mayEdit(index, &cell.refusal);
    // The row may move while the window is open.
    cell.stage = [&model, at = QPersistentModelIndex(index)](const Value &value) {
        QString why;
        if (!at.isValid())
            return GridModel::tr("The row is not shown any more.");
        if (model.mayEdit(at, &why))
            model.setValue(at, value);
        return why;
    };
    cell.parse = [type = cell.column.type, before = cell.value, loose = model.hasLooseTypes()](const QString &text) {
        return session::valueFromText(text, type, before, loose);
    };
    const auto found = model.feed()->find(model.position(index.row()));
    if (found && model.position(index.row()) < model.feed()->total()) {
        cell.source = model.edits()->source();
        cell.place = session::CellPlace{cell.source.keyOf(*found->block, found->row), cell.column.name};
    }
    return cell;
}

} // namespace joinery::ui
