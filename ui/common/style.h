// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace joinery::ui {

/// Fusion without the underlined letters: the mnemonics work with Alt all the same. The icon that clears a field is our
/// own, for Qt looks through the icon themes of the desktop for its one, which costs the first window a tenth of its time.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace joinery::ui
