// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

/// MySQL 8 and MariaDB 10.6 and later.
class MysqlDialect : public GenericDialect
{
public:
    using Dialect::quote;
    QString name() const override { return QStringLiteral("mysql"); }
    QString displayName() const override { return QStringLiteral("MySQL / MariaDB"); }
    const Capabilities &capabilities() const override;

    QString quote(const QString &identifier) const override;
    QStringList keywords() const override;
    QStringList functions() const override;
    QStringList typeNames() const override;
    std::optional<InsertIfNew> insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const override;

    QString typeText(const schema::Type &type) const override;
    schema::Type parseType(const QString &text) const override;
    schema::Default parseDefault(const QString &sql, const schema::Type &type) const override;

    std::optional<SessionLock> migrationLock(const QString &database) const override;
    LockTimeouts lockTimeouts() const override;
    QString orphanSearch(const QString &sql) const override;
    QString createJournal(const QString &table) const override;
    Result<QByteArray> fingerprint(driver::Connection &connection, const std::vector<schema::Name> &tables,
                                   const CancelToken &token) const override;
    QStringList onlineForms(const QString &sql, const driver::ServerInfo &server) const override;
    bool refusesForm(const Error &error) const override;
    QString castFailure(const schema::Type &from, const schema::Type &to, const QString &column) const override;
    std::optional<ScratchSql> scratchDatabase(const QString &name) const override;
    ShadowSql shadowSql() const override;

    Result<bool> readsAlike(driver::Connection &connection, const schema::Name &table, const QString &one, const QString &other,
                            const CancelToken &token) const override;
    Result<Inspection> inspect(driver::Connection &connection, const InspectOptions &options,
                               const CancelToken &token) const override;
    Result<std::optional<qint64>> estimateRows(driver::Connection &connection, const schema::Name &table,
                                               const CancelToken &token) const override;
    Result<bool> mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const override;
    std::optional<CellPieces> cellPieces(const schema::Table &table, const schema::Column &column, const QString &prefix) const override;

protected:
    std::unique_ptr<DdlWriter> ddlWriter(const schema::Catalog &before, int serverVersion) const override;
    bool isReserved(const QString &word) const override;
    QString textLiteral(const QByteArray &utf8) const override;
    QString booleanLiteral(bool value) const override;
};

} // namespace joinery::dialect
