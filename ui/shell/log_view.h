// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/log_model.h"

#include <QTableView>

namespace joinery::ui {

/// Shows a LogModel: follows its end while the end is in view, copies whole lines.
class LogView : public QTableView
{
    Q_OBJECT
public:
    /// `stretched` is the column that takes the width that is left.
    LogView(LogModel &model, int stretched, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copy() const;
    LogModel &m_log;
};

} // namespace joinery::ui
