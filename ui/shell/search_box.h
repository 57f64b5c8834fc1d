// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAction>

namespace joinery::ui {

/// Looks like a field and is a button: what is typed goes to the list that it opens.
class SearchBox : public QAbstractButton
{
    Q_OBJECT
public:
    SearchBox(QAction *action, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_action;
};

} // namespace joinery::ui
