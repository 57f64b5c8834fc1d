// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <variant>
#include <vector>

/// What a diagram looks like, as plain values: the window, SVG, PDF and PNG draw this list and decide nothing
/// themselves. Lengths are in pixels at 100 %, y grows downwards. Colours are roles, so that a theme is applied last.
namespace joinery::diagram {

enum class Role { None, Canvas, Surface, Header, Border, Text, Dim, Accent, AccentSoft, Edge, Added, Changed, Removed };
inline constexpr int kRoleCount = int(Role::Removed) + 1;

enum class TextStyle { Title, Name, KeyName, Type, Caption };
/// In pixels at 100 %; the bold ones are semibold.
int fontPixels(TextStyle style);
bool isBold(TextStyle style);
enum class Align { Left, Right, Centre };

/// The width of a text in the font that will draw it; the library itself has no fonts.
using TextMeasure = std::function<double(const QString &text, TextStyle style)>;

struct Box
{
    QRectF rect;
    double radius = 0;
    Role fill = Role::None;
    Role stroke = Role::None;
    double width = 1;
    bool topOnly = false; ///< only the upper corners are round: the header of a card
};

struct Run
{
    QPointF baseline;   ///< at the left, right or middle of the text, as `align` says
    QString text;
    TextStyle style = TextStyle::Name;
    Role role = Role::Text;
    Align align = Align::Left;
};

struct Stroke
{
    std::vector<QPointF> points;
    double width = 1.2;
    Role role = Role::Edge;
    double radius = 0;  ///< of the corners
    bool closed = false;
};

struct Disc
{
    QPointF centre;
    double radius = 0;
    Role fill = Role::None;
    Role stroke = Role::None;
    double width = 1.2;
};

using Item = std::variant<Box, Run, Stroke, Disc>;

/// One thing of the diagram: a card or a relation.
struct Element
{
    QString id;     ///< unique in the picture, fit for an XML id
    QString title;  ///< a sentence for a tool tip or a screen reader
    QRectF bounds;
    double opacity = 1;
    std::vector<Item> items;
};

struct Picture
{
    QRectF bounds;  ///< holds all elements with a margin
    std::vector<Element> elements;
};

/// A step of a path whose corners are rounded: a line to `to`, or a quadratic curve over `control`.
struct PathStep
{
    QPointF to;
    QPointF control;
    bool curve = false;
};
/// The path after its first point.
std::vector<PathStep> roundedPath(const Stroke &stroke);

/// The text, or as much of it as fits with an ellipsis.
QString elide(const QString &text, TextStyle style, double width, const TextMeasure &measure);

} // namespace joinery::diagram
