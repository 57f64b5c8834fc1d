// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accessible_names.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QToolButton>

namespace joinery::ui {

namespace {

/// What a screen reader says of it: its own name, or the label that belongs to it.
QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : widget->accessibleName();
}

void nameButtons(QLineEdit &field)
{
    for (QToolButton *button : field.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(nameOf(&field));
}

void nameList(QComboBox &box)
{
    if (box.view()->accessibleName().isEmpty())
        box.view()->setAccessibleName(nameOf(&box));
}

} // namespace

void AccessibleNames::nameAll(QWidget &widget)
{
    for (auto *box : widget.findChildren<QComboBox *>())
        nameList(*box);
    for (auto *field : widget.findChildren<QLineEdit *>())
        nameButtons(*field);
}

AccessibleNames::AccessibleNames(QObject *application) : QObject(application)
{
    application->installEventFilter(this);
}

bool AccessibleNames::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || !watched->isWidgetType())
        return false;
    if (auto *box = qobject_cast<QComboBox *>(watched)) {
        nameList(*box);
    } else if (auto *field = qobject_cast<QLineEdit *>(watched)) {
        nameButtons(*field);
    }
    return false;
}

} // namespace joinery::ui
