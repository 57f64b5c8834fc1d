// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace joinery::ui {

/// Fusion without the underlined letters: the mnemonics work with Alt all the same.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
};

} // namespace joinery::ui
