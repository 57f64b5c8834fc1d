// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>

#include <cmath>

using namespace joinery::ui;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// The pixels of `image` that are nearer to `color` than to transparent.
int inked(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += pixel.alpha() > 200 && std::abs(pixel.red() - color.red()) < 12 &&
                     std::abs(pixel.blue() - color.blue()) < 12;
        }
    return count;
}

} // namespace

class ThemeTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { theme().setChoice(Theme::Choice::Light); }

    void switchingTellsAndRecolours()
    {
        QSignalSpy spy(&theme(), &Theme::changed);
        const QColor light = theme().colors().window;
        theme().setChoice(Theme::Choice::Dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(theme().isDark());
        QVERIFY(theme().colors().window.lightness() < light.lightness());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme().colors().window);
    }

    void textCanBeRead()
    {
        for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            theme().setChoice(choice);
            const Colors &c = theme().colors();
            for (const QColor &background : {c.window, c.surface})
                for (const QColor &text : {c.text, c.dim, c.accent, c.development, c.staging, c.production, c.null})
                    QVERIFY2(contrast(text, background) >= 4.5, qPrintable(text.name() + u' ' + background.name()));
            QVERIFY(contrast(c.accentText, c.accent) >= 4.5);
            QVERIFY(contrast(c.text, c.selection) >= 4.5);
        }
    }

    void everyIconPaintsInTheColourOfTheTheme()
    {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 60);
        for (const QString &file : files) {
            if (file == u"joinery.svg")
                continue;
            const QString name = QFileInfo(file).baseName();
            for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
                theme().setChoice(choice);
                const QImage image = icon(name).pixmap(48, 48).toImage();
                QVERIFY2(inked(image, theme().colors().text) > 20, qPrintable(name));
            }
        }
    }

    void iconTakesAColourOfItsOwn()
    {
        const QImage image = icon(QStringLiteral("trash"), Qt::red).pixmap(48, 48).toImage();
        QVERIFY(inked(image, Qt::red) > 20);
    }
};

JOINERY_TEST(ThemeTest)
#include "tst_theme.moc"
