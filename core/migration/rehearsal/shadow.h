// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/interop/scratch_database.h"

#include <QTemporaryDir>

namespace joinery::migration {

/// How much of a database is copied.
enum class CopyLevel {
    Schema, ///< S0: tables without rows, but for the version table
    Sample, ///< S1: some rows of every table, and those that they refer to
    Full,   ///< S2: all of it
};

/// How many rows of a table there are, and how many of them came along.
struct CopiedRows
{
    schema::Name table;
    qint64 source = 0;
    qint64 copied = 0;
};

struct ShadowOptions
{
    CopyLevel level = CopyLevel::Full;
    qint64 sampleRows = 1000; ///< of a table; those that they refer to come on top
    bool mayMakeDatabases = true; ///< false: nothing is written on the server of the source either
    std::function<void(const QString &table, qint64 rows)> progress;
};

/// A copy of a database: a file below the temporary folder, or a database beside the source on its server, called
/// joinery_shadow_... It is dropped by its exact name with the object, whatever happened. The source is only read.
class Shadow
{
public:
    static Result<std::unique_ptr<Shadow>> make(const driver::Url &source, const dialect::Dialect &dialect, const interop::Connect &connect,
                                                const ShadowOptions &options, const CancelToken &token = {});

    const driver::Url &url() const { return m_url; }
    QString name() const;                 ///< the database, or the path of the file
    const QString &way() const { return m_way; } ///< how it was made, in the engine's words
    const std::vector<CopiedRows> &rows() const { return m_rows; } ///< where they were copied one by one
    /// The same as the destructor, for who wants to know how it went.
    Status drop();

private:
    Shadow() = default;
    struct Making;
    Status makeFile(const Making &making);
    Result<bool> makeWhole(const Making &making);
    Status makeAlike(const Making &making);
    Status fill(const Making &making, driver::Connection &from);

    driver::Url m_url;
    QString m_way;
    std::vector<CopiedRows> m_rows;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<interop::ScratchDatabase> m_database;
};

} // namespace joinery::migration
