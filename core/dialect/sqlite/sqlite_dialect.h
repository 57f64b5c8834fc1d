// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

/// SQLite 3.40 and later.
class SqliteDialect : public GenericDialect
{
public:
    using Dialect::quote;
    QString name() const override { return QStringLiteral("sqlite"); }
    QString displayName() const override { return QStringLiteral("SQLite"); }
    const Capabilities &capabilities() const override;

    QStringList keywords() const override;
    QStringList functions() const override;
    QStringList typeNames() const override;
    std::optional<InsertIfNew> insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const override;

    QString typeText(const schema::Type &type) const override;
    schema::Type parseType(const QString &text) const override;

    Result<Inspection> inspect(driver::Connection &connection, const InspectOptions &options,
                               const CancelToken &token) const override;
    Result<std::optional<qint64>> estimateRows(driver::Connection &connection, const schema::Name &table,
                                               const CancelToken &token) const override;
    Result<bool> mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const override;
    std::optional<CellPieces> cellPieces(const schema::Table &table, const schema::Column &column, const QString &prefix) const override;

    ShadowSql shadowSql() const override;

protected:
    std::unique_ptr<DdlWriter> ddlWriter(const schema::Catalog &before, int serverVersion) const override;
    Result<SqlSteps> renderOwn(const operation::Operations &operations, const schema::Catalog &start,
                               int serverVersion) const override;
    bool isReserved(const QString &word) const override;
    QString textLiteral(const QByteArray &utf8) const override;
    QString realLiteral(double value) const override;
    QString booleanLiteral(bool value) const override;
};

} // namespace joinery::dialect
