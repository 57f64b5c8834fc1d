// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/preview_dialog.h"

#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

PreviewDialog::PreviewDialog(const QString &script, const QString &summary, const QString &connection, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Preview SQL"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 420);
    auto *heading = new QLabel(summary, this);
    heading->setFont(theme().heading());
    heading->setWordWrap(true);
    auto *note = new QLabel(tr("One transaction. Each statement must change exactly one row, else nothing is written."), this);
    note->setProperty("role", QStringLiteral("dim"));
    auto *text = new QPlainTextEdit(script, this);
    text->setReadOnly(true);
    text->setFont(theme().monospaced());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(tr("SQL of the commit"));
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *commit = new QPushButton(tr("Commit to %1").arg(connection), this);
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
    layout->addWidget(text, 1);
    layout->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [script] { QGuiApplication::clipboard()->setText(script); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(commit, &QPushButton::clicked, this, &QDialog::accept);
    commit->setFocus();
}

} // namespace joinery::ui
