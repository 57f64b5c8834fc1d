// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/dialect.h"

#include "core/operation/apply.h"
#include "core/schema/catalog_json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace joinery::dialect {

Dialect::~Dialect() = default;

std::optional<SessionLock> Dialect::migrationLock(const QString &) const
{
    return std::nullopt;
}

std::optional<InsertIfNew> Dialect::insertIfNew(const schema::Name &, const QStringList &, const QStringList &) const
{
    return std::nullopt;
}

ShadowSql Dialect::shadowSql() const { return {}; }

std::optional<ScratchSql> Dialect::scratchDatabase(const QString &) const
{
    return std::nullopt;
}

bool Dialect::converts(const schema::Type &, const schema::Type &) const
{
    return true;
}

QStringList Dialect::conversionIdeas(const schema::Type &, const schema::Type &, const QString &) const
{
    return {};
}

LockTimeouts Dialect::lockTimeouts() const
{
    return {};
}

QString Dialect::createJournal(const QString &table) const
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (position INTEGER NOT NULL PRIMARY KEY, state VARCHAR(10) NOT NULL, "
                          "step TEXT NOT NULL, before_state VARCHAR(64), changed_at VARCHAR(32) NOT NULL)").arg(quoteIfNeeded(table));
}

Result<QByteArray> Dialect::fingerprint(driver::Connection &connection, const std::vector<schema::Name> &,
                                        const CancelToken &token) const
{
    InspectOptions options;
    options.estimates = false;
    options.everyTable = true;
    JOINERY_TRY_VALUE(const Inspection inspection, inspect(connection, options, token));
    const QByteArray json = QJsonDocument(schema::toJson(inspection.catalog)).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
}

QString Dialect::orphanSearch(const QString &) const
{
    return {};
}

QStringList Dialect::onlineForms(const QString &sql, const driver::ServerInfo &) const
{
    return {sql};
}

bool Dialect::refusesForm(const Error &) const
{
    return false;
}

QString Dialect::castFailure(const schema::Type &, const schema::Type &, const QString &) const
{
    return {};
}

QString Dialect::quote(const schema::Name &name) const
{
    return name.schema.isEmpty() ? quote(name.name) : QString(quote(name.schema) + u'.' + quote(name.name));
}

QString Dialect::quoteAll(const QStringList &identifiers) const
{
    QStringList quoted;
    for (const QString &identifier : identifiers)
        quoted.append(quote(identifier));
    return quoted.join(QLatin1String(", "));
}

Result<SqlSteps> Dialect::renderSequence(const operation::Operations &operations, schema::Catalog before,
                                         int serverVersion) const
{
    SqlSteps all;
    for (const operation::Operation &operation : operations) {
        JOINERY_TRY_VALUE(SqlSteps steps, render(operation, before, serverVersion));
        std::ranges::move(steps, std::back_inserter(all));
        JOINERY_TRY(operation::apply(before, operation));
    }
    return all;
}

Result<bool> Dialect::readsAlike(driver::Connection &, const schema::Name &, const QString &, const QString &, const CancelToken &) const
{
    return false; // it keeps what was written
}

Result<Inspection> Dialect::readScript(const QString &, const CancelToken &) const
{
    return fail(ErrorKind::Unsupported, QStringLiteral("A script for %1 is read by running it on a scratch database.").arg(displayName()));
}

Result<SqlSteps> renderAll(const Dialect &dialect, const operation::Operations &operations, schema::Catalog before,
                           int serverVersion)
{
    return dialect.renderSequence(operations, std::move(before), serverVersion);
}

Result<SqlSteps> createScript(const Dialect &dialect, const schema::Catalog &catalog, int serverVersion)
{
    return dialect.renderCatalog(catalog, serverVersion);
}

} // namespace joinery::dialect
