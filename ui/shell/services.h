// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/language.h"
#include "ui/common/places.h"
#include "ui/connections/secret_store.h"
#include "ui/settings/settings.h"

namespace joinery::ui {

/// What main(), or a test, gives the window. Everything outlives it.
struct Services
{
    Places places;
    Settings &settings;
    Language &language;
    SecretStore &secrets;
};

} // namespace joinery::ui
