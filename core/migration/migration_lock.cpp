// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/migration_lock.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

namespace joinery::migration {

namespace {

constexpr int kPollMilliseconds = 50;

tl::unexpected<Error> held(const QString &holder)
{
    return fail(ErrorKind::Busy, holder.isEmpty()
                    ? QStringLiteral("Another process is migrating this database.")
                    : QStringLiteral("Another process is migrating this database: %1.").arg(holder));
}

bool isTrue(const driver::RowBlock &rows)
{
    if (rows.rowCount() == 0 || rows.isNull(0, 0))
        return false;
    const driver::Value value = rows.value(0, 0);
    const QString text = value.toText();
    return text == QLatin1String("true") || text == QLatin1String("1") || text == QLatin1String("t");
}

} // namespace

MigrationLock::MigrationLock() = default;
MigrationLock::MigrationLock(MigrationLock &&) noexcept = default;
MigrationLock &MigrationLock::operator=(MigrationLock &&) noexcept = default;

MigrationLock::~MigrationLock()
{
    // Closing the session would release it as well, though later than a waiting process might wish.
    if (m_session && m_session->isOpen())
        (void)m_session->fetch(m_release);
}

Status MigrationLock::check()
{
    if (!m_session)
        return {};
    const Status alive = m_session->isOpen() ? m_session->ping({}) : fail(ErrorKind::Network, QStringLiteral("its session is gone"));
    if (alive)
        return {};
    return fail(ErrorKind::Network, QStringLiteral("The lock on this database was lost (%1): another process may be migrating it by now.")
                                        .arg(alive.error().message));
}

Result<MigrationLock> MigrationLock::acquire(const dialect::Dialect &dialect, const driver::ServerInfo &server,
                                             const Connector &connector, int timeoutSeconds, const CancelToken &token)
{
    MigrationLock lock;
    const std::optional<dialect::SessionLock> session = dialect.migrationLock(server.database);
    if (session) {
        JOINERY_TRY(lock.takeSession(*session, connector, timeoutSeconds, token));
    } else if (QFileInfo::exists(server.database)) {
        JOINERY_TRY(lock.takeFile(server.database, timeoutSeconds, token));
    }
    return lock;
}

Status MigrationLock::takeFile(const QString &database, int timeoutSeconds, const CancelToken &token)
{
    auto file = std::make_unique<QLockFile>(QFileInfo(database).absoluteFilePath() + QStringLiteral(".joinery-lock"));
    file->setStaleLockTime(0); // only a holder that died makes it stale
    const QDeadlineTimer deadline(qint64(timeoutSeconds) * 1000);
    while (!file->tryLock(kPollMilliseconds)) {
        JOINERY_TRY(token.check());
        if (file->error() == QLockFile::PermissionError)
            return fail(ErrorKind::Permission, QStringLiteral("The lock file %1 cannot be made.").arg(file->fileName()));
        if (file->error() != QLockFile::LockFailedError)
            return fail(ErrorKind::Io, QStringLiteral("The lock file %1 cannot be used.").arg(file->fileName()));
        if (deadline.hasExpired()) {
            qint64 process = 0;
            QString host, program;
            if (!file->getLockInfo(&process, &host, &program))
                return held({});
            return held(QStringLiteral("process %1 (%2) on %3").arg(process).arg(program, host));
        }
    }
    m_file = std::move(file);
    return {};
}

Status MigrationLock::takeSession(const dialect::SessionLock &lock, const Connector &connector, int timeoutSeconds,
                                  const CancelToken &token)
{
    JOINERY_TRY_VALUE(std::unique_ptr<driver::Connection> session, connector());
    const QDeadlineTimer deadline(qint64(timeoutSeconds) * 1000);
    while (true) {
        JOINERY_TRY_VALUE(const driver::RowBlock taken, session->fetch(lock.tryAcquire, {}, token));
        if (isTrue(taken))
            break;
        if (deadline.hasExpired()) {
            QStringList holders;
            if (const auto rows = session->fetch(lock.holder, {}, token)) {
                for (int row = 0; row < rows->rowCount(); ++row)
                    holders.append(rows->value(row, 0).toText());
            }
            return held(holders.join(QStringLiteral("; ")));
        }
        QThread::msleep(kPollMilliseconds);
    }
    m_release = lock.release;
    m_session = std::move(session);
    return {};
}

} // namespace joinery::migration
