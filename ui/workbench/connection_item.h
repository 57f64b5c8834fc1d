// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/worker/catalog_jobs.h"
#include "ui/workbench/environment.h"

#include <QObject>

namespace joinery::ui {

/// A database that the user has set up or opened, connected or not.
class ConnectionItem : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Connecting, Open, Failed };

    ConnectionItem(QString id, QString name, Environment environment, worker::Target target, QObject *parent);

    const QString &id() const { return m_id; } ///< stable across restarts
    const QString &name() const { return m_name; }
    Environment environment() const { return m_environment; }
    const worker::Target &target() const { return m_target; } ///< with the password, once it is known
    bool isReadOnly() const { return m_target.readOnly; }
    QString dialectName() const;               ///< "sqlite", "postgresql", "mysql", "generic" or one of its variants

    State state() const { return m_state; }
    const Error &failure() const { return m_failure; } ///< why it is Failed
    /// What was read last, nullptr before that.
    schema::CatalogPtr catalog() const { return m_catalog; }
    /// Product and version, known once it was Open.
    const driver::ServerInfo &server() const { return m_server; }

    /// Connects and reads the catalogue, on its own worker; signals tell when.
    void open();
    void close();
    void refresh() { open(); }
    /// While it connects: back to Closed, as the user asked.
    void cancel();

    /// A worker with a connection of its own, for one page; the caller owns it, Activity follows it.
    worker::DbWorker *createWorker(QObject *parent);

    void edit(QString name, Environment environment, worker::Target target);

Q_SIGNALS:
    void stateChanged();
    void catalogChanged();
    void edited();
    void workerCreated(joinery::worker::DbWorker *worker);

private:
    QString m_id;
    QString m_name;
    Environment m_environment;
    worker::Target m_target;
    State m_state = State::Closed;
    Error m_failure;
    schema::CatalogPtr m_catalog;
    driver::ServerInfo m_server;
    worker::DbWorker *m_worker = nullptr;
    worker::Job m_job;
    quint64 m_generation = 0;
};

} // namespace joinery::ui
