// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

#include <QFrame>

class QVBoxLayout;

namespace joinery::ui {

/// Operations as cards, one for each table: what is added, changed and removed, each with its sign and colour.
class ChangeList : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeList(QWidget *parent = nullptr);
    void show(const operation::Operations &operations);

private:
    QVBoxLayout *m_layout;
};

} // namespace joinery::ui
