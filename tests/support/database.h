// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <QTemporaryDir>
#include <QTest>

namespace joinery::test {

/// The engines that the tests know: SQLite is always there, the servers where tests/servers.sh has started them
/// (JOINERY_TEST_POSTGRESQL and JOINERY_TEST_MYSQL hold their URLs).
class Engines
{
public:
    static QStringList all(); ///< "sqlite", "postgresql", "mysql"
    static QStringList available();
    /// For the _data slot of a test that runs on each engine: a column "engine" and a row for each.
    static void addRows(const QStringList &engines = all());
    /// True under tests/run.sh, where a missing server is a failure and no reason to skip.
    static bool areRequired();
    /// The URL of the server, over TCP or over its Unix socket; empty where it is not there.
    static QString serverUrl(const QString &engine, bool socket = false);
};

/// An empty database of its own that is gone with the object: a SQLite file in a temporary folder, or a database on the
/// server, which is dropped although connections may be open.
class ScratchDatabase
{
public:
    explicit ScratchDatabase(const QString &engine);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;

    const driver::Url &url() const { return m_url; }
    /// A new connection, or the error of making the database.
    Result<std::unique_ptr<driver::Connection>> connect(const driver::ConnectOptions &options = {}) const;
    /// Runs statements, one after the other, on a connection of its own.
    Status run(const QStringList &statements) const;

private:
    Status create(const QString &engine);

    driver::Url m_url;
    driver::Url m_server; ///< where the database is dropped; its dialect is empty for a file
    QTemporaryDir m_folder;
    Status m_created;
};

/// A database that is emptied again and again: quicker than a new one for each case.
class ReusedDatabase
{
public:
    explicit ReusedDatabase(const QString &engine) : m_engine(engine) {}
    /// An open connection to the empty database; it stays valid until the next call.
    Result<driver::Connection *> emptied();
    /// One more connection to what it holds now.
    Result<std::unique_ptr<driver::Connection>> connect() const { return m_database->connect(); }

private:
    QString m_engine;
    std::unique_ptr<ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
};

} // namespace joinery::test

/// At the start of a test on a named engine: skips it where the server is not there, or fails it where it should be.
#define REQUIRE_ENGINE(engine)                                                                                         \
    do {                                                                                                               \
        if (!joinery::test::Engines::available().contains(engine)) {                                                   \
            QVERIFY2(!joinery::test::Engines::areRequired(), "the server is not there");                              \
            QSKIP("the server is not there: see tests/servers.sh");                                                    \
        }                                                                                                              \
    } while (false)
