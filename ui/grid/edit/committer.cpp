// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/committer.h"

#include "core/schema/transactions.h"
#include "core/worker/table_rows.h"
#include "ui/grid/edit/conflict_dialog.h"
#include "ui/grid/edit/preview_dialog.h"

#include <QWidget>

namespace joinery::ui {

using session::RowChange;

Committer::Committer(TableEdits &edits, std::function<CommitPlace()> place, QWidget *page)
    : QObject(page), m_edits(edits), m_place(std::move(place)), m_page(page)
{
}

void Committer::preview()
{
    const CommitPlace place = m_place();
    if (m_edits.set().isEmpty() || !place.worker)
        return;
    const std::vector<RowChange> changes = m_edits.set().changes();
    PreviewDialog::Content content;
    content.summary = commitSummary(place, changes);
    content.script = worker::previewScript(place.source, changes, place.dialect);
    content.warnings = missingValues(place.columns, changes);
    if (!schema::isTransactional(place.source.table))
        content.warnings.prepend(tr("This table takes part in no transaction (%1): rows written before a failure stay written.")
                                     .arg(place.source.table.options.value(QStringLiteral("engine"))));
    content.connection = place.connection;
    content.dialect = place.dialect;
    auto *dialog = new PreviewDialog(content, m_page);
    connect(dialog, &QDialog::accepted, this, &Committer::run);
    dialog->open();
}

void Committer::commit()
{
    if (missingValues(m_place().columns, m_edits.set().changes()).isEmpty())
        run();
    else
        preview();
}

void Committer::run()
{
    const CommitPlace place = m_place();
    if (m_edits.set().isEmpty() || m_edits.isFrozen() || !place.worker)
        return;
    m_edits.setFrozen(true);
    m_edits.setFailure(std::nullopt);
    Q_EMIT started();
    const int count = m_edits.set().count();
    worker::commitChanges(*place.worker, {place.source, m_edits.set().changes(), place.history, {}}, this,
                          [this, count](Result<session::CommitReport> answer) { ended(answer, count); });
}

void Committer::resolve()
{
    if (!m_edits.failure() || m_edits.failure()->conflicts.empty() || m_edits.isFrozen())
        return;
    const CommitPlace place = m_place();
    auto *dialog = new ConflictDialog({place.source.table.name.toString(), place.connection, place.columns, m_edits.failure()->conflicts, place.source.table},
                                      m_edits.set(), m_page);
    const auto stage = [this, dialog] {
        m_edits.setFailure(std::nullopt);
        m_edits.change([&](session::ChangeSet &set) { dialog->choices().stage(set); });
        if (m_edits.set().isEmpty())
            Q_EMIT settled();
    };
    connect(dialog, &ConflictDialog::stageAsked, this, stage);
    connect(dialog, &ConflictDialog::commitAsked, this, [this, stage] {
        stage();
        run();
    });
    dialog->open();
}

void Committer::ended(const Result<session::CommitReport> &answer, int changes)
{
    m_edits.setFrozen(false);
    if (answer && answer->committed) {
        m_edits.change([](session::ChangeSet &set) { set.clear(); });
        if (answer->unkept)
            Q_EMIT unkept(*answer->unkept);
        Q_EMIT committed(changes);
        return;
    }
    TableEdits::Failure failure;
    failure.error = answer ? *answer->failure : answer.error();
    if (answer) {
        failure.change = answer->failedChange;
        failure.conflicts = answer->conflicts;
    }
    if (failure.error.damage == Damage::InDoubt)
        failure.error.detail = tr("The connection broke during the commit: it may or may not have happened. Refresh to see.");
    m_edits.setFailure(failure);
    Q_EMIT failed();
}

QString commitSummary(const CommitPlace &place, const std::vector<RowChange> &changes)
{
    int updates = 0, inserts = 0, deletes = 0;
    for (const RowChange &change : changes) {
        switch (change.kind) {
        case RowChange::Kind::Update: ++updates; break;
        case RowChange::Kind::Insert: ++inserts; break;
        case RowChange::Kind::Delete: ++deletes; break;
        }
    }
    QStringList parts;
    if (updates > 0)
        parts.append(Committer::tr("change %n rows", nullptr, updates));
    if (inserts > 0)
        parts.append(Committer::tr("add %n rows", nullptr, inserts));
    if (deletes > 0)
        parts.append(Committer::tr("delete %n rows", nullptr, deletes));
    return Committer::tr("In %1 of %2: %3.").arg(place.source.table.name.toString(), place.connection, parts.join(Committer::tr(", ")));
}

QStringList missingValues(const std::vector<GridColumn> &columns, const std::vector<RowChange> &changes)
{
    QStringList sentences;
    int row = 0;
    for (const RowChange &change : changes) {
        if (change.kind == RowChange::Kind::Delete)
            continue;
        const bool isNew = change.kind == RowChange::Kind::Insert;
        row += isNew ? 1 : 0;
        QStringList missing;
        for (const GridColumn &column : columns) {
            if (column.nullable || column.isGenerated)
                continue;
            const auto given = change.values.find(column.name);
            const bool none = given == change.values.end() ? isNew && !column.isGiven
                                                           : given->isNull() || (given->isDefault() && !column.isGiven);
            if (none)
                missing.append(column.name);
        }
        if (missing.isEmpty())
            continue;
        const QString names = missing.join(Committer::tr(", "));
        if (isNew) {
            sentences.append(Committer::tr("New row %1 has no value for %2, which must not be NULL.").arg(row).arg(names));
        } else {
            QStringList key;
            for (const driver::Value &value : change.key)
                key.append(value.toText());
            sentences.append(Committer::tr("The row %1 would get NULL in %2, which must not be NULL.").arg(key.join(Committer::tr(", ")).left(60), names));
        }
    }
    return sentences;
}

} // namespace joinery::ui
