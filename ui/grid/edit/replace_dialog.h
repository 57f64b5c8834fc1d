// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/edit/replacement.h"

#include <QDialog>

namespace joinery::ui {

/// What would be replaced, cell by cell with the text before and after, and how many. Accepted by "Stage n replacements".
class ReplaceDialog : public QDialog
{
    Q_OBJECT
public:
    ReplaceDialog(const Replacement &replacement, const QString &table, QWidget *parent);
};

} // namespace joinery::ui
