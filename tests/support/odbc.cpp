// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/odbc.h"

#include "core/builtin.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

namespace joinery::test {

namespace {

QString driverFile(const QString &engine)
{
    const QString name = engine == u"postgresql" ? QStringLiteral("psqlodbcw.so")
                         : engine == u"mysql"    ? QStringLiteral("libmaodbc.so")
                                                 : QStringLiteral("libsqlite3odbc.so");
    for (const QString &library : QDir(QStringLiteral("/usr/lib")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = QStringLiteral("/usr/lib/%1/odbc/%2").arg(library, name);
        if (QFile::exists(path))
            return path;
    }
    return {};
}

QString driverName(const QString &engine) { return QStringLiteral("Joinery ") + engine; }

void append(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

QString OdbcDatabase::folder()
{
    static QTemporaryDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/odbc-XXXXXX"));
    static const bool ready = [] {
        for (const QString &engine : Engines::all()) {
            append(folder.filePath(QStringLiteral("odbcinst.ini")),
                   QStringLiteral("[%1]\nDriver=%2\nThreading=0\n\n").arg(driverName(engine), driverFile(engine)));
        }
        append(folder.filePath(QStringLiteral("odbc.ini")), {});
        qputenv("ODBCSYSINI", folder.path().toUtf8());
        qputenv("ODBCINI", folder.filePath(QStringLiteral("odbc.ini")).toUtf8());
        return true;
    }();
    Q_UNUSED(ready)
    return folder.path();
}

bool OdbcDatabase::isThere(const QString &engine) { return !driverFile(engine).isEmpty(); }

OdbcDatabase::OdbcDatabase(const QString &engine)
    : m_engine(engine), m_database(engine), m_source(QStringLiteral("joinery_") + QUuid::createUuid().toString(QUuid::Id128).left(8))
{
    const driver::Url &url = m_database.url();
    QString text = QStringLiteral("[%1]\nDriver=%2\nDatabase=%3\n").arg(m_source, driverName(m_engine), url.database);
    if (!url.host.isEmpty()) // PostgreSQL's driver calls it Servername, MariaDB's Server
        text += QStringLiteral("Servername=%1\nServer=%1\nPort=%2\n").arg(url.host).arg(url.port);
    append(folder() + QStringLiteral("/odbc.ini"), text + u'\n');
}

QString OdbcDatabase::connectionString() const
{
    const driver::Url &url = m_database.url();
    QString text = QStringLiteral("odbc:Driver={%1};Database=%2").arg(driverName(m_engine), url.database);
    if (!url.host.isEmpty())
        text += QStringLiteral(";Server=%1;Port=%2;UID=%3;PWD=%4").arg(url.host).arg(url.port).arg(url.user, url.password);
    return text;
}

Result<std::unique_ptr<driver::Connection>> OdbcDatabase::connect(const driver::ConnectOptions &options) const
{
    JOINERY_TRY_VALUE(const driver::Url url, driver::Url::parse(connectionString()));
    return joinery::connect(url, options);
}

} // namespace joinery::test
