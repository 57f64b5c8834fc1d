// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/csv_source.h"
#include "core/driver/postgresql/session.h"
#include "core/driver/postgresql/type_catalog.h"

namespace joinery::driver::postgresql {

class PostgresqlConnection : public Connection, public CsvSource
{
public:
    /// Takes the connection over and brings its settings to what the exact reading of values needs.
    static Result<std::unique_ptr<Connection>> open(pg_conn *connection, const ConnectOptions &options, const CancelToken &token);

    const ServerInfo &server() const override { return m_server; }
    bool isOpen() const override { return m_session.isOpen(); }
    Status ping(const CancelToken &token) override;
    Result<std::optional<qint64>> copyCsv(const QString &sql, const CsvForm &form, QIODevice &device, const CancelToken &token,
                                          const std::function<void(qint64)> &progress) override;
    Status begin(const BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    TransactionState transactionState() const override;
    Status setReadOnly(bool readOnly) override;
    bool isReadOnly() const override { return m_readOnly; }
    std::vector<Notice> takeNotices() override { return m_session.takeNotices(); }

    Session &session() { return m_session; }
    TypeCatalog &types() { return m_types; }
    /// What a bulk insert or a batch has to ask before it sends.
    Status admit(const QString &sql, const CancelToken &token) const;
    void bulkDone() { m_copying = false; }
    void batchDone() { m_batching = false; }

private:
    Result<std::unique_ptr<BulkInsert>> startBulkInsert(const BulkTarget &target, const CancelToken &token) override;
    Result<std::unique_ptr<StatementBatch>> startBatch(const CancelToken &token) override;
    Result<std::unique_ptr<Cursor>> runStatement(const QString &sql, std::span<const Value> parameters,
                                                 const CancelToken &token) override;
    explicit PostgresqlConnection(pg_conn *connection) : m_session(connection) {}
    Status refuseInState(const QString &sql) const;
    Status prepareForUse(const ConnectOptions &options, const CancelToken &token);

    Session m_session;
    TypeCatalog m_types;
    ServerInfo m_server;
    bool m_copying = false;              ///< a BulkInsert lives
    bool m_batching = false;             ///< a StatementBatch lives
    bool m_readOnly = false;
};

} // namespace joinery::driver::postgresql
