// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace joinery::ui {

/// The language of the application, changed while it runs: every widget gets a LanguageChange event.
class Language : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);

    /// "en", "de", ... or empty for the system's. Unknown codes give English.
    void setChoice(const QString &code);
    const QString &choice() const { return m_choice; }
    /// Codes with their own names: {"en", "English"}, {"de", "Deutsch"}.
    static QList<std::pair<QString, QString>> available();

Q_SIGNALS:
    void changed();

private:
    QString m_choice;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace joinery::ui
