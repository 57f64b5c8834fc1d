// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/preview_dialog.h"

#include "ui/common/sql_text.h"
#include "ui/common/theme.h"
#include "ui/grid/edit/warning_box.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

PreviewDialog::PreviewDialog(const Content &content, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Preview SQL"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 420);
    auto *heading = new QLabel(content.summary, this);
    heading->setFont(theme().heading());
    heading->setWordWrap(true);
    auto *note = new QLabel(tr("One transaction. Each statement must change exactly one row, else nothing is written."), this);
    note->setProperty("role", QStringLiteral("dim"));
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("card"));
    auto *text = new SqlText(frame);
    text->setDialect(content.dialect);
    text->showReadOnly(content.script);
    text->setAccessibleName(tr("SQL of the commit"));
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(text);
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *commit = new QPushButton(content.warnings.isEmpty() ? tr("Commit to %1").arg(content.connection)
                                                              : tr("Commit to %1 all the same").arg(content.connection), this);
    commit->setProperty("role", QStringLiteral("primary"));
    commit->setDefault(true);
    copy->setAutoDefault(false);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(commit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(note);
    auto *warnings = new WarningBox(tr("What the database is going to refuse"), this);
    warnings->tell(content.warnings);
    layout->addWidget(warnings);
    layout->addWidget(frame, 1);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [script = content.script] { QGuiApplication::clipboard()->setText(script); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(commit, &QPushButton::clicked, this, &QDialog::accept);
    // With something missing nobody commits by a Return too many.
    (content.warnings.isEmpty() ? commit : cancel)->setFocus();
}

} // namespace joinery::ui
