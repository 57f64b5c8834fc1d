// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"

#include <QDialog>

namespace joinery::ui {

/// Asks for the password of a connection whose server wanted one.
class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PasswordDialog(const ConnectionItem &item, QWidget *parent = nullptr);

Q_SIGNALS:
    void given(const QString &password, bool keep);
};

} // namespace joinery::ui
