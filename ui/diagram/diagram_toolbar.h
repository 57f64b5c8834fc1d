// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/detail.h"
#include "ui/common/page_bar.h"

class QComboBox;
class QLineEdit;
class QStandardItemModel;
class QToolButton;

namespace joinery::ui {

class Canvas;

/// The row above the canvas: add (in a project), find, detail, reach of the selection, tidy, export.
class DiagramToolbar : public PageBar
{
    Q_OBJECT
public:
    DiagramToolbar(Canvas *canvas, bool editable, QWidget *parent);

    void focusFind();
    QComboBox *detailChoice() const { return m_detail; }

Q_SIGNALS:
    void addTableWanted();
    void addRelationWanted();
    void exportWanted();

private:
    void fillFind();
    void find(const QString &text);
    void setTexts();
    void setIcons();

    Canvas *m_canvas;
    QToolButton *m_addTable = nullptr;
    QToolButton *m_addRelation = nullptr;
    QLineEdit *m_find;
    QStandardItemModel *m_findable;
    QComboBox *m_detail;
    QComboBox *m_hops;
    QToolButton *m_tidy;
    QToolButton *m_export;
};

} // namespace joinery::ui
