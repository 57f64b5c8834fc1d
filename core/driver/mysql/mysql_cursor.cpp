// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/mysql_cursor.h"

#include "core/driver/mysql/binary_rows.h"
#include "core/driver/mysql/mysql_connection.h"
#include "core/driver/mysql/text_rows.h"
#include "core/driver/statement_words.h"

namespace joinery::driver::mysql {

namespace {

constexpr size_t kBlockBytes = 1 << 20;
constexpr unsigned int kNotPreparable = 1295;
constexpr std::chrono::milliseconds kPatience{100};

bool returnsTableColumns(const QString &sql)
{
    const QString word = firstWord(sql);
    return word == u"SELECT" || word == u"WITH" || word == u"VALUES" || word == u"TABLE"
           || ((word == u"INSERT" || word == u"DELETE" || word == u"REPLACE") && sql.contains(QStringLiteral("returning"), Qt::CaseInsensitive));
}

} // namespace

MysqlCursor::~MysqlCursor()
{
    if (m_done)
        return;
    // What is left is read where it ends soon; else the server is told to stop.
    Wire &wire = m_connection.wire();
    const auto since = std::chrono::steady_clock::now();
    wire.stopAfter(kPatience);
    RowBlock dropped;
    for (;;) {
        dropped.clear(int(m_columns.size()));
        const auto more = m_rows->next(dropped, {});
        if (!more || !*more)
            break;
        if (std::chrono::steady_clock::now() - since > kPatience)
            wire.killQuery();
    }
    finish();
}

Status MysqlCursor::start(std::span<const Value> parameters)
{
    auto rows = run(parameters);
    if (!rows)
        return failed(rows.error());
    m_rows = *std::move(rows);
    for (const Field &field : m_rows->fields())
        m_columns.push_back(field.info);
    if (m_columns.empty()) {
        m_affected = m_rows->affectedRows();
        m_insertId = m_rows->lastInsertId();
        end();
    }
    return {};
}

Result<std::unique_ptr<Rows>> MysqlCursor::run(std::span<const Value> parameters)
{
    Wire &wire = m_connection.wire();
    const QString &database = m_connection.server().database;
    if (!parameters.empty() || returnsTableColumns(m_sql)) {
        auto rows = BinaryRows::start(wire, m_sql, parameters, database, m_token);
        if (rows || !parameters.empty() || rows.error().nativeCode != kNotPreparable)
            return rows;
    }
    return TextRows::start(wire, m_sql, database, m_token);
}

Status MysqlCursor::read(RowBlock &block, int maximumRows)
{
    block.clear(int(m_columns.size()));
    for (int rows = 0; !m_done && rows < maximumRows && block.usedBytes() < kBlockBytes; ++rows) {
        const auto more = m_rows->next(block, m_token);
        if (!more)
            return failed(more.error());
        if (!*more) {
            m_affected = 0;
            end();
        }
    }
    return {};
}

tl::unexpected<Error> MysqlCursor::failed(Error error)
{
    finish();
    return fail(m_connection.judged(std::move(error), m_sql));
}

void MysqlCursor::end()
{
    const bool warned = m_rows->warningCount() > 0;
    finish();
    if (warned)
        m_connection.collectWarnings(m_sql);
}

void MysqlCursor::finish()
{
    m_rows.reset();
    m_done = true;
    m_connection.wire().settle();
    m_connection.resultEnded(*this);
}

} // namespace joinery::driver::mysql
