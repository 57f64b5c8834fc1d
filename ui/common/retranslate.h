// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace joinery::ui {

/// Runs `setTexts` now and again whenever the language changes, while `widget` lives. Everything that shows a
/// translated text and stays on the screen sets it in such a function.
void retranslating(QWidget *widget, std::function<void()> setTexts);

} // namespace joinery::ui
