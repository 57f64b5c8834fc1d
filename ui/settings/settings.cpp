// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include "ui/common/json_file.h"

#include <QJsonArray>

namespace joinery::ui {

Settings::Settings(QString file, QObject *parent) : QObject(parent), m_file(std::move(file)) {}

Status Settings::load()
{
    const Result<QJsonObject> root = readJsonFile(m_file);
    if (!root) {
        m_writable = false; // what is there may be mended by hand
        return fail(root.error());
    }
    m_theme = themeFromKey(root->value(u"theme").toString());
    m_language = root->value(u"language").toString();
    const QJsonObject shortcuts = root->value(u"shortcuts").toObject();
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it) {
        QList<QKeySequence> keys;
        for (const QJsonValue &key : it.value().toArray())
            keys.append(QKeySequence(key.toString(), QKeySequence::PortableText));
        m_shortcuts.insert(it.key(), keys);
    }
    return {};
}

void Settings::setTheme(Theme::Choice theme)
{
    m_themeOnce.reset();
    m_theme = theme;
    save();
}

void Settings::setLanguage(const QString &language)
{
    m_languageOnce.reset();
    m_language = language;
    save();
}

void Settings::setShortcut(const QString &id, const QList<QKeySequence> &shortcuts)
{
    m_shortcuts.insert(id, shortcuts);
    save();
}

void Settings::resetShortcut(const QString &id)
{
    if (m_shortcuts.remove(id) > 0)
        save();
}

QString Settings::themeKey(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::System: return QStringLiteral("system");
    case Theme::Choice::Light: return QStringLiteral("light");
    case Theme::Choice::Dark: return QStringLiteral("dark");
    }
    return {};
}

Theme::Choice Settings::themeFromKey(const QString &key)
{
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark})
        if (themeKey(choice) == key)
            return choice;
    return Theme::Choice::System;
}

void Settings::save()
{
    Q_EMIT changed();
    if (!m_writable)
        return;
    QJsonObject shortcuts;
    for (auto it = m_shortcuts.cbegin(); it != m_shortcuts.cend(); ++it) {
        QJsonArray keys;
        for (const QKeySequence &key : it.value())
            keys.append(key.toString(QKeySequence::PortableText));
        shortcuts.insert(it.key(), keys);
    }
    const Status written = writeJsonFile(m_file, {{QStringLiteral("theme"), themeKey(m_theme)},
                                                  {QStringLiteral("language"), m_language},
                                                  {QStringLiteral("shortcuts"), shortcuts}});
    if (!written)
        Q_EMIT failed(written.error());
}

} // namespace joinery::ui
