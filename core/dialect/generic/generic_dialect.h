// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <QSet>

namespace joinery::dialect {

class DdlWriter;

/// Standard SQL: the dialect of every database that opens through Qt SQL, and the ground on which the others stand.
class GenericDialect : public Dialect
{
public:
    using Dialect::quote;
    QString name() const override { return QStringLiteral("generic"); }
    QString displayName() const override { return QStringLiteral("SQL"); }
    const Capabilities &capabilities() const override;

    QString quote(const QString &identifier) const override;
    QString quoteIfNeeded(const QString &identifier) const override;
    QString literal(const driver::Value &value, const schema::Type &type = {}) const override;
    QString placeholder(int position) const override;
    QStringList keywords() const override;
    QStringList functions() const override;
    QStringList typeNames() const override;

    QString typeText(const schema::Type &type) const override;
    schema::Type parseType(const QString &text) const override;

    /// A column's default as SQL: a literal is quoted unless the type is a number (or a boolean) and it reads as one.
    QString defaultText(const schema::Default &value, const schema::Type &type) const;
    /// The reverse, for what an engine's catalogue says: a literal only where defaultText writes `sql` again.
    virtual schema::Default parseDefault(const QString &sql, const schema::Type &type) const;

    Result<SqlSteps> render(const operation::Operation &operation, const schema::Catalog &before,
                            int serverVersion = 0) const override;
    Result<SqlSteps> renderSequence(const operation::Operations &operations, schema::Catalog before,
                                    int serverVersion) const override;
    Result<SqlSteps> renderCatalog(const schema::Catalog &catalog, int serverVersion) const override;

    Result<Inspection> inspect(driver::Connection &connection, const InspectOptions &options,
                               const CancelToken &token) const override;
    Result<std::optional<qint64>> estimateRows(driver::Connection &connection, const schema::Name &table,
                                               const CancelToken &token) const override;

protected:
    /// Writes the operations of a catalogue in this engine's own terms.
    virtual std::unique_ptr<DdlWriter> ddlWriter(const schema::Catalog &before, int serverVersion) const;
    /// A sequence of operations on a catalogue in this engine's own terms.
    virtual Result<SqlSteps> renderOwn(const operation::Operations &operations, const schema::Catalog &start,
                                       int serverVersion) const;

    /// Lower case.
    virtual bool isReserved(const QString &word) const;
    virtual QString textLiteral(const QByteArray &utf8) const;
    virtual QString bytesLiteral(const QByteArray &bytes) const;
    virtual QString realLiteral(double value) const;
    virtual QString booleanLiteral(bool value) const;

    static QStringList words(const char *blankSeparated);
    static QSet<QString> wordSet(const char *blankSeparated);
};

/// A type whose named enumeration was looked up: `enumValues` filled from the catalogue, so that an engine without
/// named enumerations can write it. Other types come back as they are.
schema::Type withEnumValues(schema::Type type, const schema::Catalog &catalog);

} // namespace joinery::dialect
