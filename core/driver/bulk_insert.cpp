// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/bulk_insert.h"

#include "core/driver/bulk_text.h"
#include "core/driver/connection.h"

namespace joinery::driver {

namespace {

class PlainInsert : public BulkInsert
{
public:
    PlainInsert(Connection &connection, const BulkTarget &target, const CancelToken &token)
        : m_connection(connection), m_token(token), m_sql(insertWithMarks(target))
    {
    }

    Status write(const RowBlock &rows, int first, int count) override
    {
        for (int row = first; row < first + count; ++row, ++m_row) {
            std::vector<Value> values;
            for (int column = 0; column < rows.columnCount(); ++column)
                values.push_back(rows.value(row, column));
            JOINERY_TRY(m_connection.run(m_sql, values, m_token));
        }
        return {};
    }
    Status finish() override { return {}; }
    qint64 failedRow() const override { return m_row; }

private:
    Connection &m_connection;
    CancelToken m_token;
    QString m_sql;
    qint64 m_row = 0;
};

} // namespace

BulkInsert::~BulkInsert() = default;

std::unique_ptr<BulkInsert> makePlainInsert(Connection &connection, const BulkTarget &target, const CancelToken &token)
{
    return std::make_unique<PlainInsert>(connection, target, token);
}

} // namespace joinery::driver
