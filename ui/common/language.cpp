// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace joinery::ui {

Language::Language(QObject *parent) : QObject(parent)
{
    setChoice({});
}

void Language::setChoice(const QString &code)
{
    m_choice = code;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    // English too: its plurals are in a translation.
    const QString ours = QStringLiteral("joinery");
    const QString separator = QStringLiteral("_");
    const QString folder = QStringLiteral(":/i18n");
    // A language that is not there is answered in English, and so is the one of the C locale.
    if (m_ours.load(locale, ours, separator, folder) || m_ours.load(QLocale(QLocale::English), ours, separator, folder))
        QCoreApplication::installTranslator(&m_ours);
    if (locale.language() != QLocale::English) {
        if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
    }
    Q_EMIT changed();
}

QList<std::pair<QString, QString>> Language::available()
{
    return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

} // namespace joinery::ui
