// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace joinery::ui {

/// What kind of database it is; its colour is in the theme, its name always stands beside the colour.
enum class Environment { None, Development, Staging, Production };

QString environmentName(Environment environment);                 ///< translated
QString environmentKey(Environment environment);                  ///< "development", ... for files
Environment environmentFromKey(const QString &key);
/// In the theme of the moment; dim for None.
QColor environmentColor(Environment environment);

} // namespace joinery::ui
