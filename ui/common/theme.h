// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

namespace joinery::ui {

/// The palette of both themes; the values come from resources/themes/<name>.json.
struct Colors
{
    QColor window, surface, sunken, border, text, dim, accent, accentText, accentSoft, selection;
    QColor development, staging, production;
    QColor changed, changedSoft, added, addedSoft, deleted, deletedSoft, null, nullSoft;
    QColor keyword, string, number, comment, function, identifier; ///< syntax
};

/// The look of the application. One object, owned by main(), reached through theme().
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(Choice choice); ///< applies palette and style sheet to the application at once
    Choice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    const Colors &colors() const { return m_colors; }
    QFont monospaced() const; ///< for cells and code
    QFont caption() const;    ///< 12 px, for dim second lines
    QFont heading() const;    ///< 15 px semibold

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    bool m_systemIsDark = false;
    Choice m_choice = Choice::System;
    bool m_dark = false;
    Colors m_colors;
};

/// The theme of the application; there is exactly one while widgets exist.
Theme &theme();

/// A monoline icon of resources/icons ("table", "key", "plus", ...) in the palette's text colour, or in `color`. Without
/// `color` it follows the theme while it is shown.
QIcon icon(const QString &name, const QColor &color = {});

namespace metrics {
inline constexpr int kUnit = 4;
inline constexpr int kRow = 24;
inline constexpr int kToolbar = 36;
inline constexpr int kTab = 32;
inline constexpr int kRadius = 4;
inline constexpr int kCardRadius = 6;
} // namespace metrics

} // namespace joinery::ui
