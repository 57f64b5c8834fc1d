// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/qtsql_cursor.h"

#include <atomic>

namespace joinery::driver::qtsql {

namespace {

constexpr size_t kBlockBytes = 1 << 20;
constexpr std::chrono::milliseconds kPatience{100};

} // namespace

struct QtSqlCursor::Work
{
    std::shared_ptr<Database> database;
    std::unique_ptr<Statement> statement;
    std::atomic<Statement *> running = nullptr; ///< the same, for the thread that waits
    std::vector<Value> parameters;
    std::vector<ColumnInfo> columns;
    RowBlock block;
    Status status;
    bool done = false;

    void begin(const QString &sql)
    {
        statement = database->newStatement();
        running = statement.get();
        status = statement->start(sql, parameters);
        if (status)
            columns = statement->columns();
        done = !status || columns.empty();
    }

    void stop()
    {
        if (Statement *statementNow = running)
            statementNow->stop();
    }

    void fill(int maximumRows)
    {
        for (int rows = 0; rows < maximumRows && block.usedBytes() < kBlockBytes; ++rows) {
            const Result<bool> more = statement->next(block);
            if (!more)
                status = fail(more.error());
            done = !more || !*more;
            if (done)
                return;
        }
    }
};

QtSqlCursor::QtSqlCursor(QtSqlConnection &connection, QString sql, const CancelToken &token)
    : m_connection(connection), m_sql(std::move(sql)), m_token(token)
{
}

QtSqlCursor::~QtSqlCursor() { finish(); }

Status QtSqlCursor::start(std::span<const Value> parameters)
{
    m_affected = -1;
    m_work = std::make_shared<Work>();
    m_work->database = m_connection.database();
    m_work->parameters.assign(parameters.begin(), parameters.end());
    const auto begin = [work = m_work, sql = m_sql] { work->begin(sql); };
    if (Status ran = m_connection.onThread(begin, m_token, [work = m_work] { work->stop(); }); !ran)
        return failed(ran.error());
    if (!m_work->status)
        return failed(m_work->status.error());
    m_columns = m_work->columns;
    if (m_work->done) {
        m_affected = m_work->statement->affectedRows();
        finish();
    }
    return {};
}

Status QtSqlCursor::read(RowBlock &block, int maximumRows)
{
    block.clear(int(m_columns.size()));
    if (!m_work)
        return {};
    std::swap(block, m_work->block);
    m_work->block.clear(int(m_columns.size()));
    const auto fill = [work = m_work, maximumRows] { work->fill(maximumRows); };
    if (Status ran = m_connection.onThread(fill, m_token, [work = m_work] { work->stop(); }); !ran)
        return failed(ran.error());
    if (!m_work->status)
        return failed(m_work->status.error());
    std::swap(block, m_work->block);
    if (m_work->done) {
        m_affected = 0;
        finish();
    }
    return {};
}

tl::unexpected<Error> QtSqlCursor::failed(const Error &error)
{
    finish();
    return fail(m_connection.judged(error, m_sql, m_token));
}

void QtSqlCursor::finish()
{
    if (const auto work = std::exchange(m_work, nullptr)) {
        // What a driver would read for long before it lets go of a result is stopped after a moment.
        m_connection.let([work] { if (work->statement) work->statement->close(); }, [work] { work->stop(); },
                         std::chrono::steady_clock::now() + kPatience);
        m_connection.let([work] { work->statement.reset(); });
    }
    m_connection.cursorDone(*this);
}

} // namespace joinery::driver::qtsql
