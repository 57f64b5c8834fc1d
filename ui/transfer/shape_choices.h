// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/text_source.h"

#include <QComboBox>

/// What import and export let a person choose of a text file.
namespace joinery::ui {

/// The data of each item is what it stands for.
QComboBox *delimiterBox(QWidget *parent);
QComboBox *encodingBox(QWidget *parent);

/// Selects the item with this data; a delimiter that is not in the list is added.
void choose(QComboBox &box, const QVariant &data);

/// A box that is named for eyes and screen readers alike: a caption over a control.
QWidget *captioned(const QString &caption, QWidget *control, QWidget *parent);

/// The ending of a path, in small letters.
QString endingOfPath(const QString &path);

} // namespace joinery::ui
