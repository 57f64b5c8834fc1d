// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace joinery::ui {

/// A table of the designer: Return opens the editor of the current cell.
class SectionView : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

    /// Gives what is being typed to the model and closes the editor, whoever has the focus.
    void finishEdit();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace joinery::ui
