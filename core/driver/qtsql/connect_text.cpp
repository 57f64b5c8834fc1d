// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/connect_text.h"

#include "core/driver/odbc_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace joinery::driver::qtsql {

namespace {

using Pairs = QList<std::pair<QString, QString>>;

QString valueOf(const Pairs &pairs, const char *name)
{
    for (const auto &[key, value] : pairs) {
        if (key.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Result<ConnectText> fromOdbc(const Url &url, const ConnectOptions &options)
{
    // QODBC puts "DSN=" before a text that names neither a driver nor a server, so the source's name comes first.
    QString source = valueOf(url.query, "DSN");
    if (source.isEmpty())
        source = url.host;
    const QString driver = valueOf(url.query, "Driver");
    const QString file = valueOf(url.query, "FileDSN");
    if (source.isEmpty() && driver.isEmpty() && file.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The URL names neither a data source nor a driver. It should look like "
                                                            "odbc://user@NAME, odbc://?dsn=NAME or odbc:Driver={Name};Server=host."));
    Pairs pairs;
    if (!source.isEmpty() && driver.isEmpty())
        pairs.append({QStringLiteral("DSN"), source});
    for (const auto &[key, value] : url.query) {
        if (key.compare(u"dsn", Qt::CaseInsensitive) != 0)
            pairs.append({key, value});
    }
    if (url.port >= 0)
        pairs.append({QStringLiteral("Port"), QString::number(url.port)});
    if (!url.database.isEmpty())
        pairs.append({QStringLiteral("Database"), url.database});

    ConnectText text;
    text.plugin = QStringLiteral("QODBC");
    text.place = source.isEmpty() ? driver.isEmpty() ? file : driver : source;
    text.database = connectionString(pairs);
    if (!source.isEmpty() && driver.isEmpty() && !text.database.contains(u"SERVER=", Qt::CaseInsensitive)
        && !text.database.contains(u"DRIVER=", Qt::CaseInsensitive))
        text.database.remove(0, 4);
    // QODBC writes them behind UID= and PWD=.
    text.user = url.user.isEmpty() ? QString() : quoteConnectionValue(url.user);
    text.password = url.hasPassword && !url.password.isEmpty() ? quoteConnectionValue(url.password) : QString();
    text.options = QStringLiteral("SQL_ATTR_LOGIN_TIMEOUT=%1;SQL_ATTR_CONNECTION_TIMEOUT=0").arg(std::max(1, options.timeoutSeconds));
    if (options.readOnly)
        text.options += QStringLiteral(";SQL_ATTR_ACCESS_MODE=SQL_MODE_READ_ONLY");
    return text;
}

} // namespace

Result<ConnectText> ConnectText::from(const Url &url, const ConnectOptions &options)
{
    if (url.dialect == u"odbc")
        return fromOdbc(url, options);
    ConnectText text;
    text.plugin = url.scheme.section(u'+', 1, 1).toUpper();
    if (text.plugin.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The URL names no plugin of Qt SQL. It should look like "
                                                            "qtsql+qibase://user@host/database."));
    text.database = url.database;
    text.host = url.host;
    text.port = url.port;
    text.user = url.user;
    text.password = url.password;
    text.place = url.host.isEmpty() ? url.database : url.host;
    QStringList parts;
    for (const auto &[key, value] : url.query)
        parts.append(key + u'=' + value);
    text.options = parts.join(u';');
    return text;
}

bool ConnectText::addStreaming(const QString &driverFile)
{
    struct Known
    {
        const char *file;
        std::vector<std::pair<const char *, const char *>> keys;
    };
    // Each of them reads a whole result into memory before it gives the first row, if it is not told otherwise.
    static const Known known[] = {
        {"psqlodbc", {{"UseDeclareFetch", "1"}, {"Fetch", "1000"}}},
        // FOUND_ROWS: an UPDATE counts the rows that it finds. MariaDB's has bits for these three instead of words.
        {"libmaodbc", {{"OPTIONS", "3145730"}}},
        {"libmyodbc", {{"FORWARD_CURSOR", "1"}, {"NO_CACHE", "1"}, {"FOUND_ROWS", "1"}}},
        {"sqlite3odbc", {{"StepAPI", "1"}}},
    };
    bool added = false;
    for (const Known &driver : known) {
        if (!driverFile.contains(QLatin1String(driver.file), Qt::CaseInsensitive))
            continue;
        for (const auto &[key, value] : driver.keys) {
            static const QRegularExpression option(QStringLiteral("\\boptions?\\s*="), QRegularExpression::CaseInsensitiveOption);
            if (database.contains(QLatin1String(key) + u'=', Qt::CaseInsensitive) || (key == QLatin1String("OPTIONS") && database.contains(option)))
                continue;
            database += u';' + QLatin1String(key) + u'=' + QLatin1String(value);
            added = true;
        }
    }
    return added;
}

} // namespace joinery::driver::qtsql
