// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QByteArray;
class QString;
class QTreeWidget;

namespace joinery::ui {

/// Shows a JSON document as a tree of names and values; returns what is wrong with it and where, empty where nothing is.
QString fillJsonTree(QTreeWidget &tree, const QByteArray &utf8);
/// What is wrong with a JSON text, empty where nothing is.
QString jsonMistake(const QByteArray &utf8);

} // namespace joinery::ui
