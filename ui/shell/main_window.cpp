// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

namespace joinery::ui {

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    resize(1440, 900);
}

} // namespace joinery::ui
