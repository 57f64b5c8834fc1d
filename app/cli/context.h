// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/builtin.h"
#include "core/project/project.h"

namespace joinery::cli {

/// What stands before the command.
struct GlobalOptions
{
    QString directory; ///< -C
    QString url;       ///< --url
    QString environment;
    bool json = false;
    bool quiet = false;
    bool yes = false;
};

/// An open database and who speaks its SQL.
struct Database
{
    driver::Url url;
    std::unique_ptr<driver::Connection> connection;
    const dialect::Dialect *dialect = nullptr;
};

/// What a running command works with.
class Context
{
public:
    Context(const GlobalOptions &options, Output &output, CancelToken token)
        : m_options(options), m_output(output), m_token(std::move(token)) {}

    const GlobalOptions &options() const { return m_options; }
    Output &output() { return m_output; }
    const CancelToken &token() const { return m_token; }

    /// The project of -C, or the nearest one from the current folder upwards.
    Result<project::Project> openProject() const;

    /// The database of --url, --env, JOINERY_URL or the project's default environment, in this order.
    Result<driver::Url> databaseUrl(bool *readOnly = nullptr) const;
    Result<Database> openDatabase(const driver::ConnectOptions &options = {});
    /// Opens a URL; asks for a password on the terminal where the server wants one that nobody gave.
    Result<Database> open(driver::Url url, const driver::ConnectOptions &options = {});

    /// A URL as a person wrote it: a mistake in it is one of usage.
    Result<driver::Url> parseUrl(const QString &text) const;
    /// "The command line makes no sense": exit code 2.
    tl::unexpected<Error> usage(const QString &sentence) const;
    bool isUsageError() const { return m_usageError; }

    /// What the server said beside its results goes to stderr.
    void showNotices(driver::Connection &connection);

private:

    GlobalOptions m_options;
    Output &m_output;
    CancelToken m_token;
    mutable bool m_usageError = false;
};

} // namespace joinery::cli
