// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/open_target.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace joinery::driver::sqlite {

namespace {

bool isOn(const QString &value) { return value == u"1" || value == u"true" || value == u"on" || value == u"yes"; }

// pysqlite's way (uri=true) puts SQLite's own URI behind the slashes: file:path.
QString pathOf(const Url &url)
{
    if (isOn(url.queryValue(QStringLiteral("uri"))) && url.database.startsWith(QStringLiteral("file:"))) {
        QString path = url.database.mid(5);
        if (path.startsWith(QStringLiteral("///")))
            path.remove(0, 2);
        return path == u":memory:" ? QString() : path;
    }
    return url.database;
}

QByteArray uriOf(const QString &path, const Url &url, const ConnectOptions &options)
{
    QByteArray uri = "file:" + (path.isEmpty() ? QByteArray(":memory:") : QUrl::toPercentEncoding(path, "/"));
    char separator = '?';
    const auto add = [&](const char *key, const QByteArray &value) {
        uri += separator + QByteArray(key) + '=' + value;
        separator = '&';
    };
    for (const char *key : {"immutable", "nolock", "psow", "cache", "vfs"}) {
        if (const QString value = url.queryValue(QString::fromLatin1(key)); !value.isEmpty())
            add(key, QUrl::toPercentEncoding(value));
    }
    if (const QString mode = url.queryValue(QStringLiteral("mode")); !mode.isEmpty())
        add("mode", options.readOnly && mode != u"memory" ? QByteArray("ro") : QUrl::toPercentEncoding(mode));
    return uri;
}

// name:path, with the file's rights as those of the main one.
Result<OpenTarget::Attached> attached(const QString &text, bool readOnly, bool create)
{
    OpenTarget::Attached database{text.section(u':', 0, 0), text.section(u':', 1), {}};
    if (database.name.isEmpty() || database.path.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("attach=%1 is not understood: it should look like attach=archive:/path/archive.db.").arg(text));
    if (database.name == u"main" || database.name == u"temp")
        return fail(ErrorKind::InvalidInput, QStringLiteral("No database can be attached as \"%1\": that is a name of SQLite's own.").arg(database.name));
    const QFileInfo file(database.path);
    if (file.isDir())
        return fail(ErrorKind::NotADatabase, QStringLiteral("%1 is a folder, not a database file.").arg(database.path));
    database.path = file.absoluteFilePath();
    database.uri = "file:" + QUrl::toPercentEncoding(database.path, "/") + (readOnly ? "?mode=ro" : create ? "?mode=rwc" : "?mode=rw");
    return database;
}

} // namespace

Result<OpenTarget> openTarget(const Url &url, const ConnectOptions &options)
{
    OpenTarget target;
    target.path = pathOf(url);
    const QString mode = url.queryValue(QStringLiteral("mode"));
    const bool memory = target.path.isEmpty() || mode == u"memory";
    const bool readOnly = (options.readOnly && !memory) || mode == u"ro";
    const bool create = memory || options.createFile || mode == u"rwc";

    if (!memory) {
        const QFileInfo file(target.path);
        if (file.isDir())
            return fail(ErrorKind::NotADatabase, QStringLiteral("%1 is a folder, not a database file.").arg(target.path));
        target.path = file.absoluteFilePath();
    }
    target.uri = uriOf(target.path, url, options);
    target.flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                   | (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE)
                   | (create && !readOnly ? SQLITE_OPEN_CREATE : 0);
    if (const QString timeout = url.queryValue(QStringLiteral("timeout")); !timeout.isEmpty()) {
        bool isNumber = false;
        const double seconds = timeout.toDouble(&isNumber);
        if (!isNumber || seconds < 0 || seconds > 86400)
            return fail(ErrorKind::InvalidInput, QStringLiteral("timeout=%1 is not a number of seconds.").arg(timeout));
        target.busyMilliseconds = int(seconds * 1000);
    }
    if (const QString keys = url.queryValue(QStringLiteral("foreign_keys")); !keys.isEmpty())
        target.foreignKeys = isOn(keys);
    for (const auto &[key, value] : url.query) {
        if (key != u"attach")
            continue;
        JOINERY_TRY_VALUE(OpenTarget::Attached database, attached(value, readOnly, options.createFile || mode == u"rwc"));
        target.attached.push_back(std::move(database));
    }
    return target;
}

} // namespace joinery::driver::sqlite
