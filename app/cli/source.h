// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace joinery::cli {

/// A schema, and the dialect whose SQL is in it.
/// What wrote the expressions of a schema.
enum class Origin {
    Models,   ///< a person, or whatever the models were read from
    Script,   ///< a person
    Server,   ///< the server, in its own way
    Catalogue ///< nobody knows
};

struct Source
{
    schema::Catalog catalog;
    const dialect::Dialect *dialect = nullptr;
    std::vector<Finding> findings; ///< what could not be represented
    std::optional<driver::Url> url; ///< the database that it was read from
    driver::ServerInfo server;      ///< what it said of itself; empty where none was asked
    Origin origin = Origin::Models;
};

struct SourceOptions
{
    QString dialect;     ///< of a .sql script; empty: that of `via`, or SQLite
    QStringList schemas; ///< empty: as dialect::InspectOptions
    QString via;         ///< the server that runs a .sql script; empty: it is read without one
    bool everyTable = false; ///< for comparing: dialect::InspectOptions::everyTable
};

/// Reads a schema from wherever a person points: a database URL, a SQLite file, a .sql script, a .dbml file, a project
/// folder with or without @REV, @REV of the current project, "-" for a catalogue in JSON on stdin.
Result<Source> readSource(Context &context, const QString &source, const SourceOptions &options = {});

/// Reflects a live database, on a read-only connection.
Result<Source> readDatabase(Context &context, const driver::Url &url, const SourceOptions &options = {});

/// The version of the server of this dialect that one of them was read from; 0: none was asked, the newest.
int serverVersion(const dialect::Dialect &dialect, std::initializer_list<const Source *> sources);

/// Both sides of a comparison in one dialect; a model without one takes the other's.
const dialect::Dialect &commonDialect(const Source &from, const Source &to);

} // namespace joinery::cli
