// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/diagram/diagram.h"
#include "core/diagram/draw.h"
#include "core/diagram/look.h"

#include <QByteArray>
#include <QImage>

namespace joinery::paint {

/// What `joinery-cli render` and the export of the window share.
struct RenderOptions
{
    diagram::Detail detail = diagram::Detail::All;
    diagram::Arrangement arrangement = diagram::Arrangement::Layered;
    std::optional<diagram::Diagram> placed; ///< places to keep; what is not in it is put beside the rest
    QStringList tables;                     ///< "book" or "sales.book"; empty: all
    int hops = 0;                           ///< neighbours of `tables` to show with them
    diagram::Look look = diagram::Look::light();
    double scale = 2;                       ///< PNG: pixels for one unit; lowered where the image would be too big
    QString title;
};

/// Cards, places and routes: what is drawn. An unknown table in `tables` is an Error of kind Undefined.
Result<diagram::Chart> chartOf(const schema::Catalog &catalog, const RenderOptions &options);

/// Writes .svg, .png or .pdf, as the name of the file says; the file appears whole or not at all. Needs a
/// QGuiApplication (the offscreen platform will do).
Status render(const schema::Catalog &catalog, const RenderOptions &options, const QString &file);
/// The same for a chart that is laid out already.
Status render(const diagram::Chart &chart, const RenderOptions &options, const QString &file);

QByteArray toSvg(const diagram::Picture &picture, const RenderOptions &options);
QImage toImage(const diagram::Picture &picture, const RenderOptions &options);

} // namespace joinery::paint
