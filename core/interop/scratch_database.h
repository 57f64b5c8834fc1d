// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <functional>

namespace joinery::interop {

using Connect = std::function<Result<std::unique_ptr<driver::Connection>>(const driver::Url &)>;

/// How a scratch database is called and made.
struct Making
{
    QString prefix = QStringLiteral("joinery_scratch_");
    QString clauses; ///< behind CREATE DATABASE name
};

/// An empty database of its own on somebody's server. It is dropped with the object, whatever happened: after an error,
/// after a cancellation, with connections to it still open.
class ScratchDatabase
{
public:
    /// `server` must lead to a database that is there; its user must be allowed to create others. Unsupported where the
    /// engine cannot.
    static Result<std::unique_ptr<ScratchDatabase>> create(const driver::Url &server, const dialect::Dialect &dialect, Connect connect,
                                                           const Making &making = {});
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;

    const driver::Url &url() const { return m_url; }
    /// The same as the destructor, for who wants to know how it went.
    Status drop();

private:
    ScratchDatabase(driver::Url server, QStringList dropSql, Connect connect)
        : m_server(std::move(server)), m_dropSql(std::move(dropSql)), m_connect(std::move(connect)) {}

    driver::Url m_server, m_url;
    QStringList m_dropSql; ///< empty: it is gone
    Connect m_connect;
};

} // namespace joinery::interop
