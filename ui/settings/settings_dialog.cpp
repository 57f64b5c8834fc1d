// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/common/language.h"
#include "ui/common/retranslate.h"
#include "ui/settings/shortcut_list.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace joinery::ui {

SettingsDialog::SettingsDialog(Settings &settings, ActionRegistry &actions, QWidget *parent)
    : QDialog(parent), m_tabs(new QTabWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 560);
    auto *close = new QPushButton(this);
    close->setDefault(true);
    m_tabs->addTab(general(settings), QString());
    m_tabs->addTab(new ShortcutList(settings, actions, this), QString());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    retranslating(this, [this, close] {
        setWindowTitle(tr("Settings"));
        m_tabs->setTabText(0, tr("General"));
        m_tabs->setTabText(1, tr("Keyboard shortcuts"));
        m_tabs->tabBar()->setAccessibleName(tr("Settings"));
        close->setText(tr("Close"));
    });
}

void SettingsDialog::showShortcuts()
{
    m_tabs->setCurrentIndex(1);
}

QWidget *SettingsDialog::general(Settings &settings)
{
    auto *page = new QWidget(this);
    auto *theme = new QComboBox(page);
    auto *language = new QComboBox(page);
    for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark})
        theme->addItem(QString(), int(choice));
    language->addItem(QString(), QString());
    for (const auto &[code, name] : Language::available())
        language->addItem(name, code);
    theme->setCurrentIndex(theme->findData(int(settings.theme())));
    language->setCurrentIndex(qMax(0, language->findData(settings.language())));
    auto *themeLabel = new QLabel(page);
    themeLabel->setBuddy(theme);
    auto *languageLabel = new QLabel(page);
    languageLabel->setBuddy(language);
    auto *layout = new QFormLayout(page);
    layout->setContentsMargins(4, 16, 4, 8);
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(12);
    layout->addRow(themeLabel, theme);
    layout->addRow(languageLabel, language);
    connect(theme, &QComboBox::activated, this, [theme, &settings] { settings.setTheme(Theme::Choice(theme->currentData().toInt())); });
    connect(language, &QComboBox::activated, this, [language, &settings] { settings.setLanguage(language->currentData().toString()); });
    retranslating(page, [=] {
        themeLabel->setText(tr("&Theme"));
        languageLabel->setText(tr("&Language"));
        theme->setItemText(0, tr("As the system"));
        theme->setItemText(1, tr("Light"));
        theme->setItemText(2, tr("Dark"));
        language->setItemText(0, tr("As the system"));
    });
    return page;
}

} // namespace joinery::ui
