// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/database.h"

#include "core/driver/qtsql/libodbc.h"
#include "core/driver/qtsql/odbc_catalog.h"
#include "core/driver/qtsql/odbc_statement.h"
#include "core/driver/qtsql/plugin_catalog.h"
#include "core/driver/qtsql/plugin_statement.h"
#include "core/driver/qtsql/qtsql_error.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

namespace joinery::driver::qtsql {

namespace {

QSqlDatabase known(const QString &name) { return QSqlDatabase::database(name, false); }

QString dialectOf(const QString &quote, const QString &product)
{
    const bool mysql = product.contains(u"MySQL", Qt::CaseInsensitive) || product.contains(u"MariaDB", Qt::CaseInsensitive);
    if (quote == u"`")
        return mysql ? QStringLiteral("generic-mysql") : QStringLiteral("generic-backtick");
    return quote.isEmpty() ? QStringLiteral("generic-bare") : QStringLiteral("generic");
}

} // namespace

Database::Database() : m_name(QStringLiteral("joinery-") + QUuid::createUuid().toString(QUuid::Id128)) {}

Database::~Database()
{
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

Status Database::open(ConnectText text)
{
    m_text = std::move(text);
    if (!QSqlDatabase::isDriverAvailable(m_text.plugin)) {
        const QString hint = m_text.isOdbc() ? QStringLiteral(" On Debian it is the package libqt6sql6-odbc.") : QString();
        return fail(ErrorKind::Unsupported, QStringLiteral("Qt's SQL plugin %1 is not installed; there are: %2.%3")
                                                .arg(m_text.plugin, QSqlDatabase::drivers().join(QStringLiteral(", ")), hint));
    }
    if (m_text.isOdbc())
        JOINERY_TRY(loadLibodbc());
    JOINERY_TRY(openOnce());
    // Only the open connection says which driver it is.
    if (m_text.isOdbc() && m_text.addStreaming(m_facts.driverFile)) {
        QSqlDatabase::removeDatabase(m_name);
        JOINERY_TRY(openOnce());
    }
    return {};
}

Status Database::openOnce()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(m_text.plugin, m_name);
    database.setDatabaseName(m_text.database);
    database.setUserName(m_text.user);
    database.setPassword(m_text.password);
    database.setHostName(m_text.host);
    if (m_text.port >= 0)
        database.setPort(m_text.port);
    database.setConnectOptions(m_text.options);
    database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (!database.open()) {
        Error error = lastError({});
        error.damage = Damage::None;
        return fail(std::move(error));
    }
    m_facts = {};
    if (!m_text.isOdbc()) {
        m_facts.product = m_text.plugin;
        m_facts.database = m_text.database;
        m_facts.user = m_text.user;
        m_facts.driverFile = m_text.plugin;
        m_facts.transactions = database.driver()->hasFeature(QSqlDriver::Transactions);
        m_facts.quote = database.driver()->escapeIdentifier(QStringLiteral("a"), QSqlDriver::TableName).section(u'a', 0, 0);
    } else {
        const QVariant handle = database.driver()->handle();
        m_dbc = handle.isValid() ? *static_cast<void *const *>(handle.constData()) : nullptr;
        if (!m_dbc)
            return fail(ErrorKind::Internal, QStringLiteral("Qt's ODBC plugin gives no handle of its connection."));
        m_facts = factsOf(m_dbc);
    }
    m_dialect = dialectOf(m_facts.quote, m_facts.product);
    return {};
}

Error Database::lastError(const QString &sql) const { return errorOf(known(m_name).lastError(), sql); }

bool Database::isLost() const { return m_dbc ? isDead(m_dbc) : !known(m_name).isOpen(); }

std::unique_ptr<Statement> Database::newStatement() const
{
    if (m_dbc)
        return std::make_unique<OdbcStatement>(m_dbc, m_dialect);
    return std::make_unique<PluginStatement>(m_name, m_dialect);
}

std::unique_ptr<Catalog> Database::newCatalog() const
{
    if (m_dbc)
        return std::make_unique<OdbcCatalog>(m_dbc, m_facts.product, m_dialect);
    return std::make_unique<PluginCatalog>(m_name, m_dialect);
}

Status Database::begin(Isolation isolation)
{
    if (!m_facts.transactions)
        return fail(ErrorKind::Unsupported, QStringLiteral("%1 has no transactions.").arg(m_facts.product));
    if (isolation != Isolation::Default) {
        const unsigned usual = isolationOf(m_dbc);
        if (!m_dbc || !setIsolation(m_dbc, isolation))
            return fail(ErrorKind::Unsupported, QStringLiteral("This isolation level is not to be had through the driver."));
        m_usualIsolation = usual;
    }
    if (!known(m_name).transaction()) {
        restoreIsolation();
        return fail(lastError(QStringLiteral("BEGIN")));
    }
    return {};
}

Status Database::commit()
{
    const bool done = known(m_name).commit();
    const Error error = done ? Error() : lastError(QStringLiteral("COMMIT"));
    restoreIsolation();
    return done ? Status() : Status(fail(error));
}

Status Database::rollback()
{
    const bool done = known(m_name).rollback();
    const Error error = done ? Error() : lastError(QStringLiteral("ROLLBACK"));
    restoreIsolation();
    return done ? Status() : Status(fail(error));
}

void Database::restoreIsolation()
{
    if (m_usualIsolation)
        setIsolation(m_dbc, *std::exchange(m_usualIsolation, {}));
}

} // namespace joinery::driver::qtsql
