// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/svg.h"

#include <QXmlStreamWriter>

namespace joinery::diagram {

namespace {

QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString pair(const QPointF &point) { return number(point.x()) + u' ' + number(point.y()); }

class Writer
{
public:
    Writer(QByteArray *out, const Look &look, const QString &family) : m_xml(out), m_look(look), m_family(family)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
    }

    void write(const Picture &picture, const QString &title)
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("svg"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
        const QRectF box = picture.bounds;
        attribute("width", number(box.width()));
        attribute("height", number(box.height()));
        attribute("viewBox", pair(box.topLeft()) + u' ' + number(box.width()) + u' ' + number(box.height()));
        attribute("font-family", QString(u'\'' + m_family + QLatin1String("', 'Segoe UI', 'Helvetica Neue', sans-serif")));
        attribute("role", QStringLiteral("img"));
        m_xml.writeTextElement(QStringLiteral("title"), title);
        writeBox({box, 0, Role::Canvas, Role::None, 0});
        for (const Element &element : picture.elements) {
            m_xml.writeStartElement(QStringLiteral("g"));
            attribute("id", xmlId(element.id));
            if (element.opacity < 1)
                attribute("opacity", number(element.opacity));
            m_xml.writeTextElement(QStringLiteral("title"), element.title);
            for (const Item &item : element.items)
                std::visit([this](const auto &shape) { write(shape); }, item);
            m_xml.writeEndElement();
        }
        m_xml.writeEndDocument();
    }

private:
    void attribute(const char *name, const QString &value) { m_xml.writeAttribute(QLatin1String(name), value); }

    QString rgb(Role role) const
    {
        return role == Role::None ? QStringLiteral("none")
                                  : QString(u'#' + QString::number(m_look.color(role), 16).rightJustified(6, u'0'));
    }

    void colors(Role fill, Role stroke, double width)
    {
        attribute("fill", rgb(fill));
        if (stroke != Role::None) {
            attribute("stroke", rgb(stroke));
            attribute("stroke-width", number(width));
        }
    }

    /// Unique in the file, and of characters that XML allows there.
    QString xmlId(const QString &id)
    {
        QString clean;
        for (const QChar character : id)
            clean += character.isLetterOrNumber() || character == u'-' || character == u'.' ? character : QChar(u'_');
        const int seen = m_ids[clean]++;
        return seen == 0 ? clean : QString(clean + u'-' + QString::number(seen + 1));
    }

    void writeBox(const Box &box)
    {
        const QRectF rect = box.rect;
        if (box.topOnly && box.radius > 0) {
            const double r = box.radius;
            m_xml.writeStartElement(QStringLiteral("path"));
            attribute("d", QLatin1Char('M') + pair(rect.bottomLeft()) + QLatin1String("V") + number(rect.top() + r)
                               + QLatin1String("a%1 %1 0 0 1 %1 -%1").arg(number(r)) + QLatin1String("H")
                               + number(rect.right() - r) + QLatin1String("a%1 %1 0 0 1 %1 %1").arg(number(r))
                               + QLatin1String("V") + number(rect.bottom()) + u'Z');
        } else {
            m_xml.writeStartElement(QStringLiteral("rect"));
            attribute("x", number(rect.left()));
            attribute("y", number(rect.top()));
            attribute("width", number(rect.width()));
            attribute("height", number(rect.height()));
            if (box.radius > 0)
                attribute("rx", number(box.radius));
        }
        colors(box.fill, box.stroke, box.width);
        m_xml.writeEndElement();
    }

    void write(const Box &box) { writeBox(box); }

    void write(const Run &run)
    {
        m_xml.writeStartElement(QStringLiteral("text"));
        attribute("x", number(run.baseline.x()));
        attribute("y", number(run.baseline.y()));
        if (run.align != Align::Left)
            attribute("text-anchor", run.align == Align::Right ? QStringLiteral("end") : QStringLiteral("middle"));
        attribute("font-size", number(fontPixels(run.style)));
        if (isBold(run.style))
            attribute("font-weight", QStringLiteral("600"));
        attribute("fill", rgb(run.role));
        if (run.text.startsWith(u' ') || run.text.endsWith(u' ') || run.text.contains(QLatin1String("  ")))
            attribute("xml:space", QStringLiteral("preserve"));
        m_xml.writeCharacters(run.text);
        m_xml.writeEndElement();
    }

    void write(const Stroke &stroke)
    {
        if (stroke.points.size() < 2)
            return;
        QString path = u'M' + pair(stroke.points.front());
        for (const PathStep &step : roundedPath(stroke)) {
            if (step.curve)
                path += u'Q' + pair(step.control) + u' ' + pair(step.to);
            else
                path += u'L' + pair(step.to);
        }
        if (stroke.closed)
            path += u'Z';
        m_xml.writeStartElement(QStringLiteral("path"));
        attribute("d", path);
        colors(Role::None, stroke.role, stroke.width);
        m_xml.writeEndElement();
    }

    void write(const Disc &disc)
    {
        m_xml.writeStartElement(QStringLiteral("circle"));
        attribute("cx", number(disc.centre.x()));
        attribute("cy", number(disc.centre.y()));
        attribute("r", number(disc.radius));
        colors(disc.fill, disc.stroke, disc.width);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
    const Look &m_look;
    QString m_family;
    QHash<QString, int> m_ids;
};

} // namespace

QByteArray svg(const Picture &picture, const Look &look, const QString &title, const QString &fontFamily)
{
    QByteArray out;
    Writer(&out, look, fontFamily).write(picture, title);
    return out;
}

} // namespace joinery::diagram
