// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/shadow.h"

#include "core/compare/compare.h"
#include "core/dialect/comparison.h"
#include "core/dialect/run_steps.h"
#include "core/migration/rehearsal/row_copy.h"

#include <QDir>

#include <algorithm>

namespace joinery::migration {

namespace {

const QString kPrefix = QStringLiteral("joinery_shadow_");

/// What fires, hides or refuses rows comes behind them.
schema::Catalog beforeRows(schema::Catalog catalog, bool keysBehindRows)
{
    using Kind = schema::Definition::Kind;
    std::erase_if(catalog.definitions, [](const schema::Definition &each) {
        return each.kind == Kind::Trigger || each.kind == Kind::Rule || each.kind == Kind::Policy || each.kind == Kind::Event;
    });
    if (keysBehindRows) {
        for (schema::Table &table : catalog.tables)
            table.foreignKeys.clear();
    }
    return catalog;
}

} // namespace

struct Shadow::Making
{
    const driver::Url &source;
    const dialect::Dialect &dialect;
    const interop::Connect &connect;
    const ShadowOptions &options;
    const CancelToken &token;
    dialect::ShadowSql sql;
};

Result<std::unique_ptr<Shadow>> Shadow::make(const driver::Url &source, const dialect::Dialect &dialect, const interop::Connect &connect,
                                             const ShadowOptions &options, const CancelToken &token)
{
    std::unique_ptr<Shadow> shadow(new Shadow);
    const Making making{source, dialect, connect, options, token, dialect.shadowSql()};
    if (!making.sql.wholeFile.isEmpty()) {
        JOINERY_TRY(shadow->makeFile(making));
        return shadow;
    }
    if (!options.mayMakeDatabases)
        return fail(ErrorKind::ReadOnly, QStringLiteral("The connection is read-only: no copy may be made beside the database on its server."));
    JOINERY_TRY_VALUE(const bool whole, shadow->makeWhole(making));
    if (!whole)
        JOINERY_TRY(shadow->makeAlike(making));
    return shadow;
}

QString Shadow::name() const { return m_folder ? QDir::toNativeSeparators(m_url.database) : m_url.database; }

Status Shadow::drop()
{
    if (m_database)
        JOINERY_TRY(m_database->drop());
    if (m_folder && !m_folder->remove())
        return fail(ErrorKind::Io, QStringLiteral("The copy in %1 could not be removed.").arg(QDir::toNativeSeparators(m_folder->path())));
    return {};
}

Status Shadow::makeFile(const Making &making)
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(kPrefix + QStringLiteral("XXXXXX")));
    if (!m_folder->isValid())
        return fail(ErrorKind::Io, QStringLiteral("No folder for the copy could be made: %1").arg(m_folder->errorString()));
    m_url = driver::Url::sqliteFile(m_folder->filePath(QStringLiteral("copy.sqlite")));
    // The file itself is opened for reading; the connection may not be read-only, for what it writes is another file.
    driver::Url source = making.source;
    source.query.removeIf([](const auto &each) { return each.first == QLatin1String("mode"); });
    source.query.append({QStringLiteral("mode"), QStringLiteral("ro")});
    JOINERY_TRY_VALUE(const auto from, making.connect(source));
    if (making.options.level != CopyLevel::Full)
        return fill(making, *from);
    m_way = making.sql.wholeFile.section(u' ', 0, 1);
    JOINERY_TRY(from->run(making.sql.wholeFile.arg(making.dialect.literal(driver::Value::text(m_url.database))), {}, making.token));
    return {};
}

Result<bool> Shadow::makeWhole(const Making &making)
{
    if (making.options.level != CopyLevel::Full || making.sql.wholeDatabase.isEmpty() || making.source.database == making.sql.maintenance)
        return false;
    driver::Url server = making.source;
    server.database = making.sql.maintenance;
    interop::Making how{kPrefix, making.sql.wholeDatabase.arg(making.dialect.quote(making.source.database))};
    auto made = interop::ScratchDatabase::create(server, making.dialect, making.connect, how);
    // Somebody is connected to it, or this user may not: the other way asks for less.
    if (!made)
        return false;
    m_way = how.clauses.trimmed();
    m_database = *std::move(made);
    m_url = m_database->url();
    return true;
}

Status Shadow::makeAlike(const Making &making)
{
    JOINERY_TRY_VALUE(const auto from, making.connect(making.source));
    JOINERY_TRY(from->setReadOnly(true));
    interop::Making how{kPrefix, {}};
    if (!making.sql.alike.isEmpty()) {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, from->fetch(making.sql.alike, {}, making.token));
        how.clauses = rows.isEmpty() ? QString() : rows.value(0, 0).toText();
    }
    JOINERY_TRY_VALUE(m_database, interop::ScratchDatabase::create(making.source, making.dialect, making.connect, how));
    m_url = m_database->url();
    return fill(making, *from);
}

Status Shadow::fill(const Making &making, driver::Connection &from)
{
    m_way = QStringLiteral("CREATE TABLE, INSERT");
    // One look at the source: what is committed meanwhile belongs to a later one.
    JOINERY_TRY(from.begin({driver::Isolation::RepeatableRead, true, false}));
    dialect::InspectOptions inspect;
    inspect.everyTable = true;
    JOINERY_TRY_VALUE(const dialect::Inspection inspection, making.dialect.inspect(from, inspect, making.token));
    const schema::Catalog &all = inspection.catalog;
    JOINERY_TRY_VALUE(const auto to, making.connect(m_url));
    const int version = to->server().versionNumber;
    const schema::Catalog first = beforeRows(all, making.sql.keysBehindRows);
    JOINERY_TRY_VALUE(const dialect::SqlSteps script, dialect::createScript(making.dialect, first, version));
    JOINERY_TRY(dialect::runSteps(*to, script, making.token));

    for (const QString &each : making.sql.prepare)
        JOINERY_TRY(to->run(each, {}, making.token));
    RowCopy copy(making.dialect, from, *to, making.options, making.token);
    JOINERY_TRY(copy.run(all));
    m_rows = copy.rows();
    for (const QString &each : making.sql.finish)
        JOINERY_TRY(to->run(each, {}, making.token));

    JOINERY_TRY_VALUE(const compare::Difference rest, compare::compare(first, all, dialect::comparisonOptions(making.dialect)));
    JOINERY_TRY_VALUE(const dialect::SqlSteps steps, dialect::renderAll(making.dialect, rest.operations, first, version));
    JOINERY_TRY(dialect::runSteps(*to, steps, making.token));
    JOINERY_TRY(from.rollback());
    return {};
}

} // namespace joinery::migration
