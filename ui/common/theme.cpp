// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/accessible_names.h"
#include "ui/common/style.h"
#include "ui/common/style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>
#include <QStyle>

#include <cmath>

namespace joinery::ui {

namespace {

Theme *s_theme = nullptr;

Colors readColors(const QString &name)
{
    QFile file(QStringLiteral(":/themes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The theme %s is missing from the program.", qPrintable(name));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colors = root.value(u"colors").toObject();
    const QJsonObject syntax = root.value(u"syntax").toObject();
    const auto color = [&](const char *key) { return QColor(colors.value(QLatin1String(key)).toString()); };
    const auto code = [&](const char *key) { return QColor(syntax.value(QLatin1String(key)).toString()); };
    return {color("window"), color("surface"), color("sunken"), color("border"), color("text"), color("dim"),
            color("accent"), color("accent_text"), color("accent_soft"), color("selection"),
            color("development"), color("staging"), color("production"),
            color("changed"), color("changed_soft"), color("added"), color("added_soft"), color("deleted"),
            color("deleted_soft"), color("null"), color("null_soft"),
            code("keyword"), code("string"), code("number"), code("comment"), code("function"), code("identifier")};
}

QPalette makePalette(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.sunken);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.production);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.sunken);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.dim);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    return palette;
}

/// Without a desktop, Qt falls back on whatever fontconfig calls sans; then a better installed family is chosen.
QString betterFamily(const QFont &font, const QStringList &preferred)
{
    const QString family = QFontInfo(font).family();
    if (!family.startsWith(u"DejaVu") && !family.startsWith(u"Bitstream"))
        return family;
    for (const QString &candidate : preferred)
        if (QFontDatabase::hasFamily(candidate))
            return candidate;
    return family;
}

QFont makeMonospaced()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamily(betterFamily(font, {QStringLiteral("JetBrains Mono"), QStringLiteral("Fira Mono")}));
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPixelSize(12);
    return font;
}

/// Pixels of the design, in a font that was made for `base` points of the system.
QFont sized(QFont font, qreal pixels)
{
    font.setPixelSize(int(std::lround(pixels)));
    return font;
}

bool systemIsDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_systemIsDark(systemIsDark(QApplication::palette()))
{
    s_theme = this;
    QApplication::setStyle(new Style);
    new AccessibleNames(qApp);
    QFont font = QApplication::font();
    font.setFamily(betterFamily(font, {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}));
    QApplication::setFont(sized(font, 13));
    qApp->installEventFilter(this);
    apply();
}

Theme::~Theme()
{
    s_theme = nullptr;
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop changed its colours: QApplication tells itself with the new system palette.
    if (watched == qApp && event->type() == QEvent::ThemeChange) {
        m_systemIsDark = systemIsDark(QApplication::style()->standardPalette());
        apply();
    }
    return false;
}

void Theme::apply()
{
    m_dark = m_choice == Choice::Dark || (m_choice == Choice::System && m_systemIsDark);
    m_colors = readColors(m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    QApplication::setPalette(makePalette(m_colors));
    qApp->setStyleSheet(styleSheet(m_colors));
    Q_EMIT changed();
}

QFont Theme::monospaced() const
{
    // Once: fontconfig takes longer to tell it than a screen of cells to be painted.
    static const QFont font = makeMonospaced();
    return font;
}

QFont Theme::caption() const
{
    return sized(QApplication::font(), 12);
}

QFont Theme::heading() const
{
    QFont font = sized(QApplication::font(), 15);
    font.setWeight(QFont::DemiBold);
    return font;
}

Theme &theme()
{
    Q_ASSERT(s_theme);
    return *s_theme;
}

} // namespace joinery::ui
