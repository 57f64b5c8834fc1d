// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/connection.h"

namespace joinery::driver {

Cursor::~Cursor() = default;
Connection::~Connection() = default;
Driver::~Driver() = default;

Result<qint64> Connection::run(const QString &sql, std::span<const Value> parameters, const CancelToken &token)
{
    JOINERY_TRY_VALUE(auto cursor, execute(sql, parameters, token));
    RowBlock block;
    do {
        JOINERY_TRY(cursor->read(block, 1000));
    } while (!block.isEmpty());
    return cursor->affectedRows();
}

Result<RowBlock> Connection::fetch(const QString &sql, std::span<const Value> parameters, const CancelToken &token)
{
    JOINERY_TRY_VALUE(auto cursor, execute(sql, parameters, token));
    const int columns = int(cursor->columns().size());
    RowBlock all(columns);
    RowBlock block;
    for (;;) {
        JOINERY_TRY(cursor->read(block, 1000));
        if (block.isEmpty())
            return all;
        if (all.isEmpty()) {
            std::swap(all, block);
            continue;
        }
        for (int row = 0; row < block.rowCount(); ++row) {
            for (int column = 0; column < columns; ++column)
                all.append(block.tag(row, column), block.bytes(row, column).data(), size_t(block.bytes(row, column).size()));
        }
    }
}

Result<std::unique_ptr<BulkInsert>> Connection::bulkInsert(const BulkTarget &target, const CancelToken &token)
{
    return makePlainInsert(*this, target, token);
}

Status Connection::savepoint(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("SAVEPOINT ") + name));
    return {};
}

Status Connection::rollbackTo(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("ROLLBACK TO SAVEPOINT ") + name));
    return {};
}

Status Connection::release(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("RELEASE SAVEPOINT ") + name));
    return {};
}

} // namespace joinery::driver
