// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/database.h"

namespace joinery::test {

/// A scratch database that is reached through the ODBC driver of its engine, with ini files of its own: the machine's
/// are not read.
class OdbcDatabase
{
public:
    explicit OdbcDatabase(const QString &engine);

    /// Whether Debian's driver for the engine is installed.
    static bool isThere(const QString &engine);
    /// The database by its own driver, to judge by.
    const ScratchDatabase &direct() const { return m_database; }
    /// odbc:Driver={...};...
    QString connectionString() const;
    /// The name of a data source in the private odbc.ini.
    const QString &dataSource() const { return m_source; }
    Result<std::unique_ptr<driver::Connection>> connect(const driver::ConnectOptions &options = {}) const;
    /// The ini files for a process of its own: ODBCSYSINI and ODBCINI.
    static QString folder();

private:
    QString m_engine;
    ScratchDatabase m_database;
    QString m_source;
};

} // namespace joinery::test

/// Skips, or fails where it should be there, what the engine or its ODBC driver is missing for.
#define REQUIRE_ODBC(engine)                                                                                           \
    do {                                                                                                               \
        REQUIRE_ENGINE(engine);                                                                                        \
        if (!joinery::test::OdbcDatabase::isThere(engine)) {                                                           \
            QVERIFY2(!joinery::test::Engines::areRequired(), "the ODBC driver is not there");                         \
            QSKIP("the ODBC driver is not there: see installer/linux/packages.sh test");                               \
        }                                                                                                              \
    } while (false)
