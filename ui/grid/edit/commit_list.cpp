// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/commit_list.h"

#include "core/worker/table_rows.h"
#include "ui/common/sql_text.h"
#include "ui/common/theme.h"
#include "ui/grid/edit/commit_places.h"
#include "ui/grid/edit/conflict_form.h"
#include "ui/grid/edit/warning_box.h"
#include "ui/workbench/connection_item.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>

namespace joinery::ui {

using session::CommitNote;
using session::Inverse;

namespace {

QString countsOf(const CommitNote &note)
{
    QStringList parts;
    if (note.updates > 0)
        parts.append(CommitList::tr("%n changed", nullptr, note.updates));
    if (note.inserts > 0)
        parts.append(CommitList::tr("%n added", nullptr, note.inserts));
    if (note.deletes > 0)
        parts.append(CommitList::tr("%n deleted", nullptr, note.deletes));
    return parts.join(CommitList::tr(", "));
}

QString stateOf(const CommitNote &note)
{
    if (note.isUndone)
        return CommitList::tr("undone");
    return note.undoes.isEmpty() ? QString() : CommitList::tr("took a commit back");
}

} // namespace

QStringList lossTexts(const CommitNote &note)
{
    QStringList sentences;
    for (auto loss = note.losses.begin(); loss != note.losses.end(); ++loss) {
        switch (loss.key()) {
        case Inverse::Loss::RowUnknown:
            sentences.append(CommitList::tr("%n rows stay as they are: nothing tells them apart from others any more.", nullptr, loss.value()));
            break;
        case Inverse::Loss::CellInPart:
            sentences.append(CommitList::tr("%n cells stay as they are: what stood there before was too large to be kept.", nullptr, loss.value()));
            break;
        case Inverse::Loss::RowInPart:
            sentences.append(CommitList::tr("%n deleted rows do not come back: they held what was too large to be kept.", nullptr, loss.value()));
            break;
        case Inverse::Loss::NewAddress:
            sentences.append(CommitList::tr("%n deleted rows come back, and the database gives them another row address.", nullptr, loss.value()));
            break;
        }
    }
    if (note.inserts > 0)
        sentences.append(CommitList::tr("Numbers that the database counted for added rows stay used."));
    return sentences;
}

CommitList::CommitList(ConnectionItem &connection, QWidget *parent)
    : QDialog(parent), m_connection(&connection), m_history(historyFolder(connection.id())), m_list(new QTreeWidget(this)),
      m_said(new QLabel(this)), m_losses(new WarningBox(tr("What the undo does not bring back"), this)), m_sql(new SqlText(this)),
      m_undo(new QPushButton(tr("Undo on %1").arg(connection.name()), this))
{
    setWindowTitle(tr("Commits"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 560);
    auto *heading = new QLabel(tr("The last commits of staged changes to %1").arg(connection.name()), this);
    heading->setProperty("role", QStringLiteral("heading"));
    heading->setTextFormat(Qt::PlainText);
    auto *note = new QLabel(tr("An undo writes the SQL below in one transaction, and nothing where a row has changed since the commit."), this);
    note->setProperty("role", QStringLiteral("dim"));
    note->setWordWrap(true);
    m_list->setAccessibleName(tr("Commits"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Time"), tr("Table"), tr("Rows"), tr("State")});
    m_list->header()->setStretchLastSection(true);
    m_sql->setDialect(connection.dialectName());
    m_sql->setAccessibleName(tr("SQL of the undo"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->hide();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_sql)}) {
        auto *frame = new QFrame(splitter);
        frame->setProperty("role", QStringLiteral("card"));
        auto *inner = new QVBoxLayout(frame);
        inner->setContentsMargins(1, 1, 1, 1);
        inner->addWidget(widget);
        splitter->addWidget(frame);
    }
    splitter->setHandleWidth(8);
    splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    splitter->setSizes({260, 220});
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    m_undo->setProperty("role", QStringLiteral("primary"));
    m_undo->setAutoDefault(false);
    m_undo->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_losses);
    layout->addWidget(m_said);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &CommitList::run);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) { show(m_list->indexOfTopLevelItem(item)); });
    list();
}

void CommitList::list()
{
    worker::listCommits(m_history, this, [this](std::vector<CommitNote> notes) { fill(std::move(notes)); });
}

void CommitList::fill(std::vector<CommitNote> notes)
{
    m_notes = std::move(notes);
    m_list->clear();
    for (const CommitNote &note : m_notes) {
        auto *item = new QTreeWidgetItem(m_list, {QLocale().toString(note.when.toLocalTime(), QLocale::ShortFormat), note.table.toString(),
                                                  countsOf(note), stateOf(note)});
        item->setToolTip(0, QLocale().toString(note.when.toLocalTime(), QLocale::LongFormat));
    }
    for (int column = 0; column < 3; ++column)
        m_list->resizeColumnToContents(column);
    if (m_notes.empty())
        refuse(tr("Nothing was committed from a table on this connection yet."));
    else
        m_list->setCurrentItem(m_list->topLevelItem(0));
    Q_EMIT listed();
}

void CommitList::refuse(const QString &why)
{
    m_undo->setEnabled(false);
    m_said->setText(why);
    m_said->show();
    Q_EMIT shown();
}

void CommitList::show(int row)
{
    m_reading.cancel();
    m_undo->setEnabled(false);
    m_said->hide();
    m_losses->tell({});
    m_sql->showReadOnly({});
    if (row < 0 || size_t(row) >= m_notes.size())
        return;
    const CommitNote &note = m_notes[size_t(row)];
    if (note.isUndone)
        return refuse(tr("This commit was undone. What took it back is in the list, and can be undone in its turn."));
    m_losses->tell(lossTexts(note));
    if (note.inverse == 0)
        return refuse(tr("Nothing of this commit can be undone."));
    m_reading = worker::readCommit(m_history, note.id, this, [this, id = note.id](Result<session::KeptCommit> commit) {
        const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (current < 0 || m_notes[size_t(current)].id != id)
            return;
        if (commit)
            showInverse(*commit);
        else
            refuse(commit.error().message);
    });
}

void CommitList::showInverse(const session::KeptCommit &commit)
{
    const schema::CatalogPtr catalog = m_connection ? m_connection->catalog() : nullptr;
    if (!catalog)
        return refuse(tr("The connection is not open."));
    const session::RowSource source = worker::rowSource(*catalog, commit.note.table, m_connection->dialectName());
    switch (session::fitOf(commit, source)) {
    case session::Fit::TableGone: return refuse(tr("The table %1 is not there any more.").arg(commit.note.table.toString()));
    case session::Fit::TableAltered:
        return refuse(tr("The table %1 has other columns or another key than at that time: the commit cannot be undone.").arg(commit.note.table.toString()));
    case session::Fit::Fits: break;
    }
    m_order = {source, commit.changes, m_history, commit.note.id};
    m_sql->showReadOnly(worker::previewScript(source, commit.changes, m_connection->dialectName()));
    if (m_connection->isReadOnly())
        return refuse(tr("%1 is open for reading only.").arg(m_connection->name()));
    m_undo->setEnabled(true);
    Q_EMIT shown();
}

void CommitList::run()
{
    if (!m_connection)
        return;
    m_undo->setEnabled(false);
    m_list->setEnabled(false);
    m_said->hide();
    if (!m_worker)
        m_worker = m_connection->createWorker(this);
    worker::commitChanges(*m_worker, m_order, this, [this](Result<session::CommitReport> answer) { ended(answer); });
}

void CommitList::ended(const Result<session::CommitReport> &answer)
{
    m_list->setEnabled(true);
    if (answer && answer->committed) {
        Q_EMIT undone(m_order.source.table.name);
        return list();
    }
    const Error error = answer ? *answer->failure : answer.error();
    QStringList lines{error.detail.isEmpty() ? error.message : QString(error.message % u'\n' % error.detail)};
    if (error.damage == Damage::InDoubt)
        lines.append(tr("The connection broke during the commit: it may or may not have happened. Refresh to see."));
    if (answer) {
        QStringList rows;
        for (const session::Conflict &conflict : answer->conflicts) {
            const auto change = std::ranges::find(m_order.changes, conflict.change, &session::RowChange::id);
            if (change == m_order.changes.end())
                continue;
            const QString columns = session::overtaken(*change, conflict, m_order.source.table).join(tr(", "));
            rows.append(conflict.isGone() ? tr("%1 (deleted since)").arg(rowText(*change)) : tr("%1 (%2)").arg(rowText(*change), columns));
        }
        constexpr int kMostRows = 8;
        if (rows.size() > kMostRows)
            rows = rows.mid(0, kMostRows) + QStringList{QStringLiteral("…")};
        if (!rows.isEmpty())
            lines.append(tr("Changed since the commit: %1").arg(rows.join(tr("; "))));
    }
    m_said->setText(lines.join(u'\n'));
    m_said->show();
    m_undo->setEnabled(true);
    Q_EMIT failed(error);
}

} // namespace joinery::ui
