// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/database.h"

#include "core/builtin.h"

#include <QCoreApplication>
#include <QUuid>

namespace joinery::test {

namespace {

const char *variableOf(const QString &engine, bool socket)
{
    if (engine == u"postgresql")
        return socket ? "JOINERY_TEST_POSTGRESQL_SOCKET" : "JOINERY_TEST_POSTGRESQL";
    return engine == u"mysql" ? (socket ? "JOINERY_TEST_MYSQL_SOCKET" : "JOINERY_TEST_MYSQL") : "";
}

} // namespace

QStringList Engines::all()
{
    return {QStringLiteral("sqlite"), QStringLiteral("postgresql"), QStringLiteral("mysql")};
}

QStringList Engines::available()
{
    QStringList engines{QStringLiteral("sqlite")};
    for (const QString &engine : {QStringLiteral("postgresql"), QStringLiteral("mysql")}) {
        if (!serverUrl(engine).isEmpty())
            engines.append(engine);
    }
    return engines;
}

void Engines::addRows(const QStringList &engines)
{
    QTest::addColumn<QString>("engine");
    for (const QString &engine : engines)
        QTest::newRow(qPrintable(engine)) << engine;
}

bool Engines::areRequired() { return qEnvironmentVariableIntValue("JOINERY_TEST_REQUIRE_SERVERS") != 0; }

QString Engines::serverUrl(const QString &engine, bool socket)
{
    return qEnvironmentVariable(variableOf(engine, socket));
}

ScratchDatabase::ScratchDatabase(const QString &engine) : m_created(create(engine)) {}

Status ScratchDatabase::create(const QString &engine)
{
    driver::ConnectOptions options;
    if (engine == u"sqlite") {
        m_url = driver::Url::sqliteFile(m_folder.filePath(QStringLiteral("scratch.db")));
        options.createFile = true;
        JOINERY_TRY(joinery::connect(m_url, options));
        return {};
    }
    JOINERY_TRY_VALUE(const driver::Url server, driver::Url::parse(Engines::serverUrl(engine)));
    JOINERY_TRY_VALUE(const auto connection, joinery::connect(server));
    const QString name = QStringLiteral("scratch_%1_%2").arg(QCoreApplication::applicationPid())
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    JOINERY_TRY(connection->run(QStringLiteral("CREATE DATABASE ") + name));
    m_server = server;
    m_url = server;
    m_url.database = name;
    return {};
}

ScratchDatabase::~ScratchDatabase()
{
    if (m_server.dialect.isEmpty())
        return;
    const auto connection = joinery::connect(m_server);
    if (!connection)
        return;
    const QString drop = QStringLiteral("DROP DATABASE IF EXISTS ") + m_url.database;
    if (m_server.dialect == u"postgresql") {
        const auto sql = dialectOf(**connection).scratchDatabase(m_url.database);
        for (const QString &statement : sql->drop)
            (void)(*connection)->run(statement);
        return;
    }
    // An open transaction elsewhere would let the drop wait for its metadata lock.
    const driver::Value database[] = {driver::Value::text(m_url.database)};
    if (const auto others = (*connection)->fetch(QStringLiteral("SELECT id FROM information_schema.processlist WHERE db = ?"), database)) {
        for (int row = 0; row < others->rowCount(); ++row)
            (void)(*connection)->run(QStringLiteral("KILL ") + others->value(row, 0).toText());
    }
    (void)(*connection)->run(drop);
}

Result<std::unique_ptr<driver::Connection>> ScratchDatabase::connect(const driver::ConnectOptions &options) const
{
    JOINERY_TRY(Status(m_created));
    return joinery::connect(m_url, options);
}

Status ScratchDatabase::run(const QStringList &statements) const
{
    JOINERY_TRY_VALUE(const auto connection, connect());
    for (const QString &statement : statements)
        JOINERY_TRY(connection->run(statement));
    return {};
}

Result<driver::Connection *> ReusedDatabase::emptied()
{
    const bool kept = m_engine != u"sqlite" && m_connection && m_connection->isOpen()
        && m_connection->transactionState() == driver::TransactionState::Idle;
    if (kept && m_engine == u"postgresql") {
        JOINERY_TRY(m_connection->run(QStringLiteral("DROP SCHEMA public CASCADE")));
        JOINERY_TRY(m_connection->run(QStringLiteral("CREATE SCHEMA public")));
    } else if (kept) {
        const QString name = m_database->url().database;
        for (const char *statement : {"DROP DATABASE %1", "CREATE DATABASE %1", "USE %1"})
            JOINERY_TRY(m_connection->run(QString::fromLatin1(statement).arg(name)));
    } else {
        m_connection.reset();
        m_database = std::make_unique<ScratchDatabase>(m_engine);
        JOINERY_TRY_VALUE(m_connection, m_database->connect());
        if (m_engine == u"sqlite") // nothing here has to survive a power cut
            JOINERY_TRY(m_connection->run(QStringLiteral("PRAGMA synchronous = OFF")));
    }
    m_connection->takeNotices();
    return m_connection.get();
}

} // namespace joinery::test
