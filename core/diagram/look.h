// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/picture.h"

#include <array>

namespace joinery::diagram {

/// The colours of a picture, 0xRRGGBB for each Role.
struct Look
{
    std::array<quint32, kRoleCount> colors{};

    quint32 color(Role role) const { return colors[size_t(role)]; }
    void set(Role role, quint32 rgb) { colors[size_t(role)] = rgb; }

    static Look light();
    static Look dark();
};

} // namespace joinery::diagram
