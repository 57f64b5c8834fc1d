// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/places.h"

#include <QStandardPaths>

namespace joinery::ui {

Places Places::ofUser()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
            QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)};
}

} // namespace joinery::ui
