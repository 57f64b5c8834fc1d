// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/paint/render.h"

#include "core/diagram/paint/paint.h"
#include "core/diagram/svg.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace joinery::paint {

using namespace diagram;

namespace {

/// Beyond that QImage and most viewers give up; a bigger diagram is drawn smaller, never cut.
constexpr double kLongestSide = 30000;
constexpr double kMostPixels = 200e6;

Result<schema::Catalog> chosen(const schema::Catalog &catalog, const QStringList &tables, int hops)
{
    if (tables.isEmpty())
        return catalog;
    Chart all;
    for (const schema::Table &table : catalog.tables) {
        Card card;
        card.table = table.name;
        all.cards.push_back(std::move(card));
    }
    all.relations = relationsOf(catalog);
    std::vector<size_t> start;
    for (const QString &wanted : tables) {
        const auto found = std::ranges::find_if(catalog.tables, [&](const schema::Table &table) {
            return table.name.toString() == wanted || table.name.name == wanted;
        });
        if (found == catalog.tables.end())
            return fail(ErrorKind::Undefined, QStringLiteral("There is no table %1.").arg(wanted));
        start.push_back(size_t(std::distance(catalog.tables.begin(), found)));
    }
    schema::Catalog part = catalog;
    part.tables.clear();
    for (const size_t i : all.neighbourhood(start, hops))
        part.tables.push_back(catalog.tables[i]);
    return part;
}

double fittingScale(const QRectF &bounds, double wanted)
{
    const double bySide = kLongestSide / std::max(bounds.width(), bounds.height());
    const double byArea = std::sqrt(kMostPixels / (bounds.width() * bounds.height()));
    return std::min({wanted, bySide, byArea});
}

Result<QByteArray> toPng(const Picture &picture, const RenderOptions &options)
{
    const QImage image = toImage(picture, options);
    if (image.isNull())
        return fail(ErrorKind::Io, QStringLiteral("There is not enough memory for a picture of this size."));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorKind::Internal, QStringLiteral("The picture could not be encoded as PNG."));
    return bytes;
}

QByteArray toPdf(const Picture &picture, const RenderOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // One unit is 1/96 inch, as in SVG. PDF pages end at 200 inches; beyond that the unit shrinks.
    const double scale = std::min(1.0, 200 * 96 / std::max(picture.bounds.width(), picture.bounds.height()));
    const QSizeF points = picture.bounds.size() * scale * 72 / 96;
    writer.setTitle(options.title);
    writer.setCreator(QStringLiteral("Joinery"));
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(1200);
    QPainter painter(&writer);
    painter.scale(1200 / 96.0 * scale, 1200 / 96.0 * scale);
    painter.translate(-picture.bounds.topLeft());
    paint(painter, picture, options.look, Fonts());
    painter.end();
    return bytes;
}

Status write(const QString &file, const QByteArray &bytes)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        return fail(ErrorKind::Io,
                    QStringLiteral("%1 could not be written: %2").arg(file, target.errorString()));
    }
    return {};
}

} // namespace

Result<Chart> chartOf(const schema::Catalog &catalog, const RenderOptions &options)
{
    JOINERY_TRY_VALUE(const schema::Catalog part, chosen(catalog, options.tables, options.hops));
    const Fonts fonts;
    Chart chart = makeChart(part, options.detail, fonts.measure());
    std::vector<bool> placed(chart.cards.size(), false);
    if (options.placed)
        placed = options.placed->place(chart);
    if (std::ranges::find(placed, true) == placed.end()) {
        JOINERY_TRY(arrange(chart, options.arrangement));
    } else {
        placeNewcomers(chart, placed);
    }
    route(chart);
    return chart;
}

Status render(const schema::Catalog &catalog, const RenderOptions &options, const QString &file)
{
    JOINERY_TRY_VALUE(const Chart chart, chartOf(catalog, options));
    return render(chart, options, file);
}

Status render(const Chart &chart, const RenderOptions &options, const QString &file)
{
    const Picture picture = draw(chart);
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("svg"))
        return write(file, toSvg(picture, options));
    if (suffix == QLatin1String("pdf"))
        return write(file, toPdf(picture, options));
    if (suffix == QLatin1String("png")) {
        JOINERY_TRY_VALUE(const QByteArray bytes, toPng(picture, options));
        return write(file, bytes);
    }
    return fail(ErrorKind::InvalidInput,
                QStringLiteral("%1 names no kind of picture: it ends in .svg, .png or .pdf.").arg(file));
}

QByteArray toSvg(const Picture &picture, const RenderOptions &options)
{
    return svg(picture, options.look, options.title, Fonts().family());
}

QImage toImage(const Picture &picture, const RenderOptions &options)
{
    const double scale = fittingScale(picture.bounds, options.scale);
    const QSizeF size = picture.bounds.size() * scale;
    QImage image(int(std::ceil(size.width())), int(std::ceil(size.height())), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-picture.bounds.topLeft());
    paint(painter, picture, options.look, Fonts());
    return image;
}

} // namespace joinery::paint
