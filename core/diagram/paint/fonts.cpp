// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/paint/fonts.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>

#include <memory>
#include <mutex>

namespace joinery::paint {

using diagram::TextStyle;

Fonts::Fonts(const QString &family)
{
    for (const TextStyle style : {TextStyle::Title, TextStyle::Name, TextStyle::KeyName, TextStyle::Type, TextStyle::Caption}) {
        QFont font = family.isEmpty() ? QGuiApplication::font() : QFont(family);
        font.setPixelSize(diagram::fontPixels(style));
        font.setWeight(diagram::isBold(style) ? QFont::DemiBold : QFont::Normal);
        // The same widths at every zoom: glyphs that are moved to whole pixels would run out of their cards.
        font.setHintingPreference(QFont::PreferNoHinting);
        m_fonts[size_t(style)] = font;
    }
}

QString Fonts::family() const { return QFontInfo(font(TextStyle::Name)).family(); }

diagram::TextMeasure Fonts::measure() const
{
    struct Known
    {
        std::mutex mutex;
        std::vector<QFontMetricsF> metrics;
        QHash<std::pair<int, QString>, double> widths;
    };
    auto known = std::make_shared<Known>();
    for (const QFont &font : m_fonts)
        known->metrics.emplace_back(font);
    return [known](const QString &text, TextStyle style) {
        const std::scoped_lock lock(known->mutex);
        const auto key = std::make_pair(int(style), text);
        const auto found = known->widths.constFind(key);
        if (found != known->widths.cend())
            return *found;
        return *known->widths.insert(key, known->metrics[size_t(style)].horizontalAdvance(text));
    };
}

} // namespace joinery::paint
