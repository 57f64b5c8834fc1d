// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/url_text.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <vector>

namespace joinery::driver {

namespace {

struct Scheme
{
    QLatin1String scheme;
    QLatin1String dialect;
};

constexpr std::array kSchemes{
    Scheme{QLatin1String("sqlite"), QLatin1String("sqlite")},
    Scheme{QLatin1String("postgresql"), QLatin1String("postgresql")},
    Scheme{QLatin1String("postgres"), QLatin1String("postgresql")},
    Scheme{QLatin1String("mysql"), QLatin1String("mysql")},
    Scheme{QLatin1String("mariadb"), QLatin1String("mysql")},
    Scheme{QLatin1String("odbc"), QLatin1String("odbc")},
    Scheme{QLatin1String("qtsql"), QLatin1String("qtsql")},
};

int hexValue(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    if (code >= u'a' && code <= u'f')
        return code - u'a' + 10;
    return code >= u'A' && code <= u'F' ? code - u'A' + 10 : -1;
}

bool isEscape(const QString &text, qsizetype at)
{
    return text.at(at) == u'%' && at + 2 < text.size() && hexValue(text.at(at + 1)) >= 0 && hexValue(text.at(at + 2)) >= 0;
}

// Levenshtein's distance.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i));
        for (qsizetype j = 1; j <= b.size(); ++j) {
            int &cell = row[size_t(j)];
            const int replaced = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = std::exchange(cell, std::min({replaced, cell + 1, row[size_t(j) - 1] + 1}));
        }
    }
    return row.back();
}

QString closestScheme(const QString &scheme, int furthest)
{
    const QString name = scheme.section(u'+', 0, 0).toLower();
    QString best;
    for (const Scheme &known : kSchemes) {
        const int edits = distance(name, QString(known.scheme));
        if (edits < furthest) {
            furthest = edits;
            best = known.scheme;
        }
    }
    return best;
}

// A path keeps what people read; only what would be parsed as something else is encoded.
QString quoteDatabase(const QString &database)
{
    QString quoted;
    for (qsizetype i = 0; i < database.size(); ++i) {
        if (database.at(i) == u'?')
            quoted += QStringLiteral("%3F");
        else if (isEscape(database, i))
            quoted += QStringLiteral("%25");
        else
            quoted += database.at(i);
    }
    return quoted;
}

QString quoteUser(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text, " +")); }

QString quotePlus(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, " /")).replace(u' ', u'+');
}

} // namespace

QString dialectOfScheme(const QString &scheme)
{
    const QString name = scheme.section(u'+', 0, 0).toLower();
    for (const Scheme &known : kSchemes) {
        if (name == known.scheme)
            return known.dialect;
    }
    return {};
}

QString nearestScheme(const QString &scheme)
{
    const QString closest = closestScheme(scheme, 4);
    return closest.isEmpty() ? QStringLiteral("postgresql") : dialectOfScheme(closest);
}

QString unknownScheme(const QString &scheme)
{
    const QString closest = closestScheme(scheme, 4);
    QString sentence = QStringLiteral("\"%1\" is not a kind of database that Joinery knows").arg(scheme);
    if (!closest.isEmpty())
        return sentence + QStringLiteral(": did you mean \"%1\"?").arg(closest);
    return sentence + QStringLiteral(": there are sqlite, postgresql, mysql and mariadb, and every other database "
                                     "through odbc.");
}

QString unquote(const QString &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isEscape(text, i)) {
            bytes.append(char(hexValue(text.at(i + 1)) * 16 + hexValue(text.at(i + 2))));
            i += 2;
        } else {
            const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
            bytes.append(QStringView(text).mid(i, length).toUtf8());
            i += length - 1;
        }
    }
    return QString::fromUtf8(bytes);
}

QList<std::pair<QString, QString>> parseQuery(const QString &text)
{
    QList<std::pair<QString, QString>> query;
    for (const QString &pair : text.split(u'&', Qt::SkipEmptyParts)) {
        const QString value = pair.section(u'=', 1).replace(u'+', u' ');
        if (!value.isEmpty())
            query.append({unquote(pair.section(u'=', 0, 0).replace(u'+', u' ')), unquote(value)});
    }
    return query;
}

bool isSecretKey(const QString &key)
{
    const QString name = key.toLower();
    return name == u"password" || name == u"passwd" || name == u"pwd" || name == u"sslpassword" || name == u"ssl_passphrase";
}

QString urlText(const Url &url, PasswordText password)
{
    QString text = url.scheme + QStringLiteral("://");
    const bool withPassword = url.hasPassword && password != PasswordText::Left;
    if (!url.user.isEmpty() || withPassword) {
        text += quoteUser(url.user);
        if (withPassword)
            text += u':' + (password == PasswordText::Masked ? QStringLiteral("***") : quoteUser(url.password));
        text += u'@';
    }
    text += url.host.contains(u':') ? QString(u'[' + url.host + u']') : QString(url.host).replace(u'/', QStringLiteral("%2F"));
    if (url.port >= 0)
        text += u':' + QString::number(url.port);
    if (!url.database.isEmpty())
        text += u'/' + quoteDatabase(url.database);
    QStringList pairs;
    for (const auto &[key, value] : url.query) {
        const bool secret = isSecretKey(key);
        if (secret && password == PasswordText::Left)
            continue;
        pairs.append(quotePlus(key) + u'=' + (secret && password == PasswordText::Masked ? QStringLiteral("***") : quotePlus(value)));
    }
    if (!pairs.isEmpty())
        text += u'?' + pairs.join(u'&');
    return text;
}

} // namespace joinery::driver
