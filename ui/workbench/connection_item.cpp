// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/connection_item.h"

namespace joinery::ui {

ConnectionItem::ConnectionItem(QString id, QString name, Environment environment, worker::Target target, QObject *parent)
    : QObject(parent), m_id(std::move(id)), m_name(std::move(name)), m_environment(environment),
      m_target(std::move(target))
{
}

QString ConnectionItem::dialectName() const
{
    const QString &dialect = m_target.url.dialect;
    const bool own = dialect == u"sqlite" || dialect == u"postgresql" || dialect == u"mysql";
    // How another database quotes its names is known once it was asked.
    return own ? dialect : m_catalog ? m_catalog->dialect : QStringLiteral("generic");
}

void ConnectionItem::open()
{
    if (m_state == State::Connecting)
        return;
    if (!m_worker)
        m_worker = createWorker(this);
    // A refresh keeps what is shown until the answer is there.
    m_state = State::Connecting;
    m_failure = {};
    Q_EMIT stateChanged();
    const quint64 generation = ++m_generation;
    m_job = worker::readCatalog(*m_worker, this, [this, generation](Result<worker::CatalogAnswer> answer) {
        if (generation != m_generation)
            return;
        if (answer) {
            m_catalog = answer->catalog;
            m_server = answer->server;
            m_state = State::Open;
            Q_EMIT catalogChanged();
        } else {
            m_failure = std::move(answer).error();
            m_state = m_failure.kind == ErrorKind::Cancelled ? State::Closed : State::Failed;
        }
        Q_EMIT stateChanged();
    });
}

void ConnectionItem::close()
{
    ++m_generation;
    if (m_worker) {
        m_worker->cancelAll();
        std::exchange(m_worker, nullptr)->deleteLater();
    }
    m_failure = {};
    m_state = State::Closed;
    if (std::exchange(m_catalog, nullptr))
        Q_EMIT catalogChanged();
    Q_EMIT stateChanged();
}

void ConnectionItem::cancel()
{
    if (m_state == State::Connecting)
        m_job.cancel();
}

worker::DbWorker *ConnectionItem::createWorker(QObject *parent)
{
    auto *created = new worker::DbWorker(m_target, parent);
    Q_EMIT workerCreated(created);
    return created;
}

void ConnectionItem::edit(QString name, Environment environment, worker::Target target)
{
    const bool elsewhere = target.url != m_target.url || target.readOnly != m_target.readOnly;
    m_name = std::move(name);
    m_environment = environment;
    m_target = std::move(target);
    if (elsewhere && m_state != State::Closed)
        close();
    Q_EMIT edited();
}

} // namespace joinery::ui
