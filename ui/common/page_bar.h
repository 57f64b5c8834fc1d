// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace joinery::ui {

/// The bar of tools at the head of a page or a pane: one height, one ground and one margin everywhere.
class PageBar : public QFrame
{
    Q_OBJECT
public:
    explicit PageBar(QWidget *parent = nullptr);
    QHBoxLayout &row() const { return *m_row; }

private:
    QHBoxLayout *m_row;
};

} // namespace joinery::ui
