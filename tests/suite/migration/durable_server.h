// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace joinery::test {

/// A server of its own that writes to the disk before it answers, to be killed and started again on the same data.
class DurableServer
{
public:
    explicit DurableServer(const QString &engine) : m_engine(engine) {}
    ~DurableServer();

    /// Makes the data; the reason where it cannot.
    QString create();
    /// Starts it and waits until it answers.
    QString start();
    /// kill -9, the server's own processes included.
    void kill();
    Result<std::unique_ptr<driver::Connection>> connect() const;

private:
    bool isPostgresql() const { return m_engine == QLatin1String("postgresql"); }
    QString account() const { return isPostgresql() ? QStringLiteral("postgres") : QStringLiteral("mysql"); }
    /// As the account of the server's package, where root calls.
    std::pair<QString, QStringList> asAccount(const QString &program, const QStringList &arguments) const;

    QString m_engine;
    QTemporaryDir m_folder{QStringLiteral("/tmp/joinery-durable-XXXXXX")};
    std::unique_ptr<QProcess> m_process;
};

} // namespace joinery::test
