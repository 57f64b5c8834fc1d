// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/scratch_database.h"

#include <QCoreApplication>
#include <QUuid>

namespace joinery::interop {

Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(const driver::Url &server, const dialect::Dialect &dialect, Connect connect,
                                                                 const Making &making)
{
    const QString name = making.prefix + QStringLiteral("%1_%2").arg(QCoreApplication::applicationPid())
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    const std::optional<dialect::ScratchSql> sql = dialect.scratchDatabase(name);
    if (!sql)
        return fail(ErrorKind::Unsupported, QStringLiteral("%1 has no scratch databases that a script could be run on.").arg(dialect.displayName()));
    JOINERY_TRY_VALUE(const auto connection, connect(server));
    if (const auto created = connection->run(sql->create + making.clauses); !created) {
        Error error = created.error();
        error.message = QStringLiteral("No scratch database could be made on the server: %1").arg(error.message);
        return fail(std::move(error));
    }
    std::unique_ptr<ScratchDatabase> scratch(new ScratchDatabase(server, sql->drop, std::move(connect)));
    scratch->m_url = server;
    scratch->m_url.database = name;
    return scratch;
}

Status ScratchDatabase::drop()
{
    if (m_dropSql.isEmpty())
        return {};
    JOINERY_TRY_VALUE(const auto connection, m_connect(m_server));
    for (const QString &statement : m_dropSql)
        JOINERY_TRY(connection->run(statement));
    m_dropSql.clear();
    return {};
}

ScratchDatabase::~ScratchDatabase()
{
    (void)drop();
}

} // namespace joinery::interop
