// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

/// PostgreSQL 12 and later.
class PostgresqlDialect : public GenericDialect
{
public:
    using Dialect::quote;
    QString name() const override { return QStringLiteral("postgresql"); }
    QString displayName() const override { return QStringLiteral("PostgreSQL"); }
    const Capabilities &capabilities() const override;

    QString quoteIfNeeded(const QString &identifier) const override;
    QString placeholder(int position) const override;
    QStringList keywords() const override;
    QStringList functions() const override;
    QStringList typeNames() const override;
    std::optional<InsertIfNew> insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const override;

    QString typeText(const schema::Type &type) const override;
    schema::Type parseType(const QString &text) const override;
    bool converts(const schema::Type &from, const schema::Type &to) const override;
    QStringList conversionIdeas(const schema::Type &from, const schema::Type &to, const QString &column) const override;
    /// The catalogue writes literals with a cast, which the server adds again by itself.
    schema::Default parseDefault(const QString &sql, const schema::Type &type) const override;

    std::optional<SessionLock> migrationLock(const QString &database) const override;
    LockTimeouts lockTimeouts() const override;
    QString orphanSearch(const QString &sql) const override;
    QString castFailure(const schema::Type &from, const schema::Type &to, const QString &column) const override;
    std::optional<ScratchSql> scratchDatabase(const QString &name) const override;
    ShadowSql shadowSql() const override;

    Result<bool> readsAlike(driver::Connection &connection, const schema::Name &table, const QString &one, const QString &other,
                            const CancelToken &token) const override;
    Result<Inspection> inspect(driver::Connection &connection, const InspectOptions &options,
                               const CancelToken &token) const override;
    Result<Inspection> readScript(const QString &script, const CancelToken &token) const override;
    Result<std::optional<qint64>> estimateRows(driver::Connection &connection, const schema::Name &table,
                                               const CancelToken &token) const override;
    Result<bool> mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const override;
    std::optional<CellPieces> cellPieces(const schema::Table &table, const schema::Column &column, const QString &prefix) const override;

protected:
    std::unique_ptr<DdlWriter> ddlWriter(const schema::Catalog &before, int serverVersion) const override;
    bool isReserved(const QString &word) const override;
    QString bytesLiteral(const QByteArray &bytes) const override;
    QString realLiteral(double value) const override;
};

} // namespace joinery::dialect
