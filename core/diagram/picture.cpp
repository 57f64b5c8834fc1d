// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/picture.h"

#include <algorithm>
#include <cmath>

namespace joinery::diagram {

int fontPixels(TextStyle style)
{
    return style == TextStyle::Type || style == TextStyle::Caption ? 12 : 13;
}

bool isBold(TextStyle style) { return style == TextStyle::Title || style == TextStyle::KeyName; }

std::vector<PathStep> roundedPath(const Stroke &stroke)
{
    std::vector<PathStep> steps;
    const std::vector<QPointF> &points = stroke.points;
    for (size_t i = 1; i < points.size(); ++i) {
        const QPointF corner = points[i];
        if (stroke.radius <= 0 || i + 1 == points.size()) {
            steps.push_back({corner, {}, false});
            continue;
        }
        const QPointF before = points[i - 1] - corner;
        const QPointF after = points[i + 1] - corner;
        const double lengthBefore = std::hypot(before.x(), before.y());
        const double lengthAfter = std::hypot(after.x(), after.y());
        const double radius = std::min({stroke.radius, lengthBefore / 2, lengthAfter / 2});
        if (radius < 0.5) {
            steps.push_back({corner, {}, false});
            continue;
        }
        steps.push_back({corner + before * (radius / lengthBefore), {}, false});
        steps.push_back({corner + after * (radius / lengthAfter), corner, true});
    }
    return steps;
}

QString elide(const QString &text, TextStyle style, double width, const TextMeasure &measure)
{
    if (measure(text, style) <= width)
        return text;
    const QChar ellipsis(0x2026);
    qsizetype fits = 0;
    qsizetype tooLong = text.size();
    while (fits + 1 < tooLong) {
        const qsizetype middle = (fits + tooLong) / 2;
        (measure(text.left(middle) + ellipsis, style) <= width ? fits : tooLong) = middle;
    }
    // Half a surrogate pair is no text.
    if (fits > 0 && text.at(fits - 1).isHighSurrogate())
        --fits;
    return text.left(fits) + ellipsis;
}

} // namespace joinery::diagram
