// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/odbc_text.h"

#include <algorithm>

namespace joinery::driver {

namespace {

using Pairs = QList<std::pair<QString, QString>>;

bool is(const QString &key, const char *name) { return key.compare(QLatin1String(name), Qt::CaseInsensitive) == 0; }

tl::unexpected<Error> malformed(const QString &why)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("This is no ODBC connection string: %1. It should look like "
                                                        "odbc:Driver={Name};Server=host;Database=name;UID=user.").arg(why));
}

void takeCredentials(Url &url, Pairs pairs)
{
    for (auto &[key, value] : pairs) {
        if (is(key, "UID") || is(key, "User")) {
            url.user = value;
        } else if (is(key, "PWD") || is(key, "Password")) {
            url.password = value;
            url.hasPassword = true;
        } else {
            url.query.append({std::move(key), std::move(value)});
        }
    }
}

} // namespace

Result<QList<std::pair<QString, QString>>> parseConnectionString(const QString &text)
{
    Pairs pairs;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at) == u';' || text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const qsizetype equals = text.indexOf(u'=', at);
        const qsizetype semicolon = text.indexOf(u';', at);
        if (equals < 0 || (semicolon >= 0 && semicolon < equals))
            return malformed(QStringLiteral("a part has no \"=\""));
        const QString key = text.mid(at, equals - at).trimmed();
        if (key.isEmpty())
            return malformed(QStringLiteral("a key is missing before \"=\""));
        at = equals + 1;
        QString value;
        if (at < text.size() && text.at(at) == u'{') {
            // A closing brace inside is written twice.
            for (++at;; ++at) {
                if (at >= text.size())
                    return malformed(QStringLiteral("a brace is not closed"));
                if (text.at(at) == u'}' && !(at + 1 < text.size() && text.at(at + 1) == u'}'))
                    break;
                if (text.at(at) == u'}')
                    ++at;
                value += text.at(at);
            }
            ++at;
            if (at < text.size() && text.at(at) != u';')
                return malformed(QStringLiteral("something stands behind a closing brace"));
        } else {
            const qsizetype end = semicolon < 0 ? text.size() : semicolon;
            value = text.mid(at, end - at).trimmed();
            at = end;
        }
        pairs.append({key, value});
    }
    if (pairs.isEmpty())
        return malformed(QStringLiteral("it is empty"));
    return pairs;
}

QString quoteConnectionValue(const QString &value)
{
    const bool plain = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_-./:\\").contains(c);
    });
    return plain ? value : QString(u'{' + QString(value).replace(u'}', QStringLiteral("}}")) + u'}');
}

QString connectionString(const Pairs &pairs)
{
    QStringList parts;
    for (const auto &[key, value] : pairs)
        parts.append(key + u'=' + quoteConnectionValue(value));
    return parts.join(u';');
}

Result<Url> urlOfConnectionString(const QString &text)
{
    JOINERY_TRY_VALUE(Pairs pairs, parseConnectionString(text));
    Url url;
    url.scheme = url.dialect = QStringLiteral("odbc");
    takeCredentials(url, std::move(pairs));
    return url;
}

Status foldOdbcQuery(Url &url)
{
    const Pairs query = std::exchange(url.query, {});
    Pairs plain;
    for (const auto &[key, value] : query) {
        if (is(key, "odbc_connect")) {
            JOINERY_TRY_VALUE(const Pairs inside, parseConnectionString(value));
            plain.append(inside);
        } else {
            plain.append({key, value});
        }
    }
    takeCredentials(url, std::move(plain));
    return {};
}

} // namespace joinery::driver
