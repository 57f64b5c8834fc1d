// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_view.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace joinery::ui {

LogView::LogView(LogModel &model, int stretched, QWidget *parent) : QTableView(parent), m_log(model)
{
    setModel(&model);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::kRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    horizontalHeader()->setDefaultSectionSize(110);
    retranslating(this, [this] { m_log.retranslate(); });
    // Asked before the row is there: only who looks at the end is taken along.
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        if (atEnd)
            QMetaObject::invokeMethod(this, &QTableView::scrollToBottom, Qt::QueuedConnection);
    });
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(icon(QStringLiteral("copy")), tr("Copy"), this, &LogView::copy);
    copyAction->setEnabled(selectionModel()->hasSelection());
    menu->addAction(icon(QStringLiteral("trash")), tr("Clear"), &m_log, &LogModel::clear);
    menu->popup(event->globalPos());
}

void LogView::copy() const
{
    QStringList texts;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        texts.append(m_log.line(index.row()).details);
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

} // namespace joinery::ui
