// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::ui {

/// The folders in which the application keeps what it remembers.
struct Places
{
    QString config; ///< settings.json, connections.json
    QString state;  ///< session.json, recent.json, what comes back after a crash

    static Places ofUser();
};

} // namespace joinery::ui
