// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/theme.h"

#include <QKeySequence>
#include <QMap>
#include <QObject>

#include <optional>

namespace joinery::ui {

/// What the user has chosen; saved at once. Knows nothing of who uses it.
class Settings : public QObject
{
    Q_OBJECT
public:
    explicit Settings(QString file, QObject *parent = nullptr);
    Status load();

    Theme::Choice theme() const { return m_themeOnce.value_or(m_theme); }
    void setTheme(Theme::Choice theme);
    QString language() const { return m_languageOnce.value_or(m_language); } ///< "" for the system's
    void setLanguage(const QString &language);
    /// For this run alone, from the command line: not saved.
    void overrideTheme(Theme::Choice theme) { m_themeOnce = theme; }
    void overrideLanguage(const QString &language) { m_languageOnce = language; }
    /// Shortcuts that differ from the default, by the id of the action.
    const QMap<QString, QList<QKeySequence>> &shortcuts() const { return m_shortcuts; }
    void setShortcut(const QString &id, const QList<QKeySequence> &shortcuts);
    void resetShortcut(const QString &id);

    static QString themeKey(Theme::Choice choice);
    static Theme::Choice themeFromKey(const QString &key);

Q_SIGNALS:
    void changed();
    void failed(const joinery::Error &error);

private:
    void save();
    QString m_file;
    bool m_writable = true;
    Theme::Choice m_theme = Theme::Choice::System;
    QString m_language;
    std::optional<Theme::Choice> m_themeOnce;
    std::optional<QString> m_languageOnce;
    QMap<QString, QList<QKeySequence>> m_shortcuts;
};

} // namespace joinery::ui
