// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/look.h"

namespace joinery::diagram {

Look Look::light()
{
    return {{0, 0xF4F5F7, 0xFFFFFF, 0xECEEF1, 0xD8DCE2, 0x1B2430, 0x566172, 0x2360C5, 0xE4EDFC, 0x66707F, 0x18774C,
             0x8F5600, 0xB5222F}};
}

Look Look::dark()
{
    return {{0, 0x15181D, 0x1C2026, 0x111418, 0x333A44, 0xE5E9EF, 0xA3AEBD, 0x74A5FF, 0x20304A, 0x9AA5B4, 0x54C991,
             0xE3A844, 0xFF7B84}};
}

} // namespace joinery::diagram
