// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style_sheet.h"

namespace joinery::ui {

namespace {

// @name is a colour of the theme. Restrained on purpose: item views are painted by delegates, the rest by Fusion.
constexpr auto kSheet = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 4px 6px; }

QLabel[role="dim"] { color: @dim; }
QLabel[role="caption"] { color: @dim; font-size: 12px; }
QLabel[role="section"] { color: @dim; font-size: 12px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 700; }
QLabel[role="error"] { color: @production; }

QFrame[role="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="vline"] { background: @border; border: none; max-width: 1px; min-width: 1px; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[role="strip"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="toolbar"] { background: @surface; border: none; border-bottom: 1px solid @border; }

QPushButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 4px; padding: 0 10px; min-height: 24px; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @dim; background: @window; }
QPushButton[role="primary"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 500; }
QPushButton[role="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[role="primary"]:focus { border-color: @text; }
QPushButton[role="primary"]:disabled { background: @sunken; color: @dim; border-color: @border; }
QPushButton[role="danger"] { background: @surface; color: @production; border-color: @production; }
QPushButton[role="danger"]:hover { background: @deletedSoft; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: @sunken; }
QPushButton[role="quiet"]:focus { border-color: @accent; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 2px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: @accent; }

QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 4px; padding: 3px 7px; }
QToolButton:hover { background: @sunken; }
QToolButton:pressed, QToolButton:open { background: @selection; }
QToolButton:checked { background: @accentSoft; color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @dim; }
QToolButton[role="outlined"] { background: @surface; border-color: @border; }
QToolButton[role="outlined"]:hover { background: @sunken; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit, QKeySequenceEdit { background: @surface; color: @text;
    border: 1px solid @border; border-radius: 4px; selection-background-color: @selection; selection-color: @text; }
QLineEdit, QKeySequenceEdit > QLineEdit { padding: 0 6px; min-height: 24px; }
QKeySequenceEdit { border: none; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled { background: @window; color: @dim; }
QLineEdit[role="plain"] { border: none; background: transparent; padding: 0; }
QLineEdit[valid="false"] { border-color: @production; }
QSpinBox { padding: 0 4px; min-height: 24px; }

QComboBox { background: @surface; color: @text; border: 1px solid @border; border-radius: 4px; padding: 0 6px 0 8px; min-height: 24px; }
QComboBox:hover { background: @sunken; }
QComboBox:focus { border-color: @accent; }
QComboBox:disabled { color: @dim; background: @window; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(@chevron); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; padding: 2px; outline: none; }

QCheckBox, QRadioButton { spacing: 6px; min-height: 22px; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator { width: 14px; height: 14px; background: @surface; border: 1px solid @dim; border-radius: 3px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent; image: url(@check); }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QRadioButton::indicator { width: 14px; height: 14px; background: @surface; border: 1px solid @dim; border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton::indicator:focus { border-color: @accent; }
QRadioButton::indicator:disabled { background: @window; border-color: @border; }
QRadioButton::indicator:checked:disabled { border-color: @dim; }
QCheckBox::indicator:disabled { background: @window; border-color: @border; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }

QMenu { background: @surface; border: 1px solid @border; border-radius: 4px; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 8px; border-radius: 3px; min-height: 16px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @dim; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QMenu::icon { padding-left: 6px; }

QTreeView, QListView, QTableView { background: @surface; border: none; outline: none; selection-background-color: @selection; selection-color: @text; }
QHeaderView { background: @sunken; border: none; }
QHeaderView::section { background: @sunken; color: @text; border: none; border-right: 1px solid @border; border-bottom: 1px solid @border;
    padding: 0 8px; min-height: 23px; }
QTableCornerButton::section { background: @sunken; border: none; border-right: 1px solid @border; border-bottom: 1px solid @border; }
QTableView { gridline-color: @border; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; }
QTabBar::scroller { width: 48px; }
QTabBar QToolButton, QToolButton[role="tabList"] { background: @sunken; border: none; border-left: 1px solid @border;
    border-bottom: 1px solid @border; border-radius: 0; padding: 0; }
QTabBar QToolButton:hover, QToolButton[role="tabList"]:hover { background: @selection; }
QTabBar::tab { background: transparent; color: @dim; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }

QProgressBar { background: @sunken; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QSlider::groove:horizontal { background: @border; height: 2px; border-radius: 1px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 1px; }
QSlider::handle:horizontal { background: @accent; width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; }

QDockWidget { border: none; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
)";

} // namespace

QString styleSheet(const Colors &c)
{
    QColor handle = c.dim;
    handle.setAlphaF(0.4f);
    const QColor hover = c.accent.lightness() > 128 ? c.accent.lighter(108) : c.accent.darker(115);
    const bool dark = c.window.lightness() < 128;
    // Longer names before those that they begin with.
    const std::pair<const char *, QString> values[] = {
        {"@accentHover", hover.name()}, {"@accentText", c.accentText.name()}, {"@accentSoft", c.accentSoft.name()},
        {"@accent", c.accent.name()}, {"@window", c.window.name()}, {"@surface", c.surface.name()},
        {"@sunken", c.sunken.name()}, {"@border", c.border.name()}, {"@text", c.text.name()}, {"@dim", c.dim.name()},
        {"@selection", c.selection.name()}, {"@production", c.production.name()}, {"@deletedSoft", c.deletedSoft.name()},
        {"@handle", QStringLiteral("rgba(%1,%2,%3,%4)").arg(handle.red()).arg(handle.green()).arg(handle.blue()).arg(handle.alpha())},
        {"@check", dark ? QStringLiteral(":/themes/check-dark.svg") : QStringLiteral(":/themes/check-light.svg")},
        {"@chevron", dark ? QStringLiteral(":/themes/chevron-dark.svg") : QStringLiteral(":/themes/chevron-light.svg")},
    };
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto &[name, value] : values)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

} // namespace joinery::ui
