// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_look.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QStyle>

namespace joinery::ui {

diagram::Look diagramLook()
{
    using diagram::Role;
    const Colors &colors = theme().colors();
    diagram::Look look = theme().isDark() ? diagram::Look::dark() : diagram::Look::light();
    const std::pair<Role, QColor> roles[] = {
        {Role::Canvas, colors.window}, {Role::Surface, colors.surface}, {Role::Header, colors.sunken},
        {Role::Border, colors.border}, {Role::Text, colors.text}, {Role::Dim, colors.dim},
        {Role::Accent, colors.accent}, {Role::AccentSoft, colors.accentSoft},
        {Role::Added, colors.added}, {Role::Changed, colors.changed}, {Role::Removed, colors.deleted},
    };
    for (const auto &[role, color] : roles)
        look.set(role, color.rgb() & 0xFFFFFF);
    return look;
}

const paint::Fonts &diagramFonts()
{
    static const paint::Fonts fonts;
    return fonts;
}

bool animationsWanted() { return qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0; }

} // namespace joinery::ui
