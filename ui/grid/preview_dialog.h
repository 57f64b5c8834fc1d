// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace joinery::ui {

/// The exact SQL of a commit, before it. Accepted by "Commit to <name>".
class PreviewDialog : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(const QString &script, const QString &summary, const QString &connection, QWidget *parent);
};

} // namespace joinery::ui
