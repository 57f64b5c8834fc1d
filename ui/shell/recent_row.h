// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/environment.h"

#include <QAbstractButton>

namespace joinery::ui {

/// One line of the recent list: sign, name, where it is, how long ago. A full dot is open, an empty one is not, and what
/// could not be opened has the sign of an error and says so.
class RecentRow : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Sign { Open, Closed, Failed };
    struct Texts
    {
        QString name;
        QString detail;
        QString ago;
    };
    RecentRow(Environment environment, Sign sign, const Texts &texts, QWidget *parent);
    QSize sizeHint() const override { return {400, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment;
    Sign m_sign;
    Texts m_texts;
};

} // namespace joinery::ui
