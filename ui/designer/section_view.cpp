// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/section_view.h"

#include <QKeyEvent>

namespace joinery::ui {

void SectionView::finishEdit()
{
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void SectionView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // The Return that ends an edit comes by here too: only the quiet form of edit() may be tried then.
    if (isReturn && edit(currentIndex(), EditKeyPressed, event)) {
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace joinery::ui
