// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/environment.h"

#include <QAbstractButton>

namespace joinery::ui {

/// One line of the recent list: dot, name, where it is, how long ago.
class RecentRow : public QAbstractButton
{
    Q_OBJECT
public:
    struct Texts
    {
        QString name;
        QString detail;
        QString ago;
    };
    RecentRow(Environment environment, const Texts &texts, QWidget *parent);
    QSize sizeHint() const override { return {400, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment;
    Texts m_texts;
};

} // namespace joinery::ui
