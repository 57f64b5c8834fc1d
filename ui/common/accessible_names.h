// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace joinery::ui {

/// Gives the parts that Qt makes inside a control the name of the control: the list of a combo box, the buttons in a
/// field. A screen reader would find them without a name. One object, on the application.
class AccessibleNames : public QObject
{
    Q_OBJECT
public:
    explicit AccessibleNames(QObject *application);
    /// At once, for all controls below `widget`, before they are shown.
    static void nameAll(QWidget &widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace joinery::ui
