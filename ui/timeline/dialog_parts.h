// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QBoxLayout>
#include <QColor>
#include <QLabel>

/// What the dialogs of the timeline have in common.
namespace joinery::ui {

/// A paragraph on a soft ground of its colour, hidden until it has something to say.
QLabel *note(const QColor &color, const QColor &ground, QWidget *parent);
/// Message, detail and statement of an error, one below the other.
QString wholeText(const Error &error);
/// With the margins and the spacing of a dialog.
QVBoxLayout *dialogLayout(QWidget *dialog);

} // namespace joinery::ui
