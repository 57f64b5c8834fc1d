// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/durable_server.h"

#include "core/builtin.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace joinery::test {

namespace {

QString found(const QString &program)
{
    QStringList paths{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")};
    for (const QString &version : QDir(QStringLiteral("/usr/lib/postgresql")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Reversed))
        paths << QStringLiteral("/usr/lib/postgresql/%1/bin").arg(version);
    return QStandardPaths::findExecutable(program, paths);
}

} // namespace

DurableServer::~DurableServer() { kill(); }

std::pair<QString, QStringList> DurableServer::asAccount(const QString &program, const QStringList &arguments) const
{
    if (getuid() != 0)
        return {program, arguments};
    return {QStringLiteral("setpriv"), QStringList{QStringLiteral("--reuid=") + account(), QStringLiteral("--regid=") + account(),
                                                   QStringLiteral("--init-groups"), program} + arguments};
}

QString DurableServer::create()
{
    const QString data = m_folder.filePath(QStringLiteral("data"));
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777));
    QDir().mkpath(data);
    if (getuid() == 0 && QProcess::execute(QStringLiteral("chown"), {account() + u':', data}) != 0)
        return QStringLiteral("the folder cannot be given to the server's account");
    const auto [program, arguments] = isPostgresql()
        ? asAccount(found(QStringLiteral("initdb")), {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("joinery"), QStringLiteral("-A"), QStringLiteral("trust"),
                                                      QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")})
        : asAccount(QStringLiteral("mariadb-install-db"), {QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + data,
                                                           QStringLiteral("--auth-root-authentication-method=normal"), QStringLiteral("--skip-test-db")});
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return QString::fromUtf8(process.readAllStandardError());
    return start();
}

QString DurableServer::start()
{
    const QString data = m_folder.filePath(QStringLiteral("data"));
    const auto [program, arguments] = isPostgresql()
        ? asAccount(found(QStringLiteral("postgres")), {QStringLiteral("-D"), data, QStringLiteral("-k"), m_folder.path(), QStringLiteral("-h"), QString()})
        : asAccount(found(QStringLiteral("mariadbd")), {QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + data, QStringLiteral("--skip-networking"),
                                                        QStringLiteral("--socket=") + m_folder.filePath(QStringLiteral("s")), QStringLiteral("--pid-file=") + data + QStringLiteral("/pid"),
                                                        QStringLiteral("--innodb-flush-log-at-trx-commit=1"), QStringLiteral("--innodb-buffer-pool-size=32M"),
                                                        QStringLiteral("--character-set-server=utf8mb4")});
    // What is left of the one that was killed may hold its memory for a moment.
    for (int i = 0; i < 20; ++i) {
        m_process = std::make_unique<QProcess>();
        m_process->setStandardOutputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
        m_process->start(program, arguments);
        bool answers = false;
        (void)QTest::qWaitFor([&] { return (answers = connect().has_value()) || m_process->state() == QProcess::NotRunning; }, 60000);
        if (answers)
            return {};
    }
    return QStringLiteral("the server does not start");
}

void DurableServer::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    // setpriv becomes the server: it is the process that was started. PostgreSQL's children end when it is gone.
    ::kill(pid_t(m_process->processId()), SIGKILL);
    m_process->waitForFinished(30000);
}

Result<std::unique_ptr<driver::Connection>> DurableServer::connect() const
{
    const QString text = isPostgresql() ? QStringLiteral("postgresql://joinery@/postgres?host=") + m_folder.path()
                                        : QStringLiteral("mysql://root@/mysql?unix_socket=") + m_folder.filePath(QStringLiteral("s"));
    JOINERY_TRY_VALUE(driver::Url url, driver::Url::parse(text));
    if (isPostgresql())
        return joinery::connect(url);
    // A database of its own, beside the server's tables.
    JOINERY_TRY_VALUE(const auto first, joinery::connect(url));
    JOINERY_TRY(first->run(QStringLiteral("CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4")));
    url.database = QStringLiteral("shop");
    return joinery::connect(url);
}

} // namespace joinery::test
