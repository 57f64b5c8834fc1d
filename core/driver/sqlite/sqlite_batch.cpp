// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_batch.h"

#include "core/driver/sqlite/bind.h"
#include "core/driver/sqlite/sqlite_connection.h"

#include <sqlite3.h>

namespace joinery::driver::sqlite {

namespace {

constexpr size_t kStatementsBetweenLooks = 256;

} // namespace

SqliteBatch::SqliteBatch(SqliteConnection &connection, const CancelToken &token)
    : m_connection(connection), m_token(token), m_watch(connection.interruption().watch(token))
{}

SqliteBatch::~SqliteBatch() { sqlite3_finalize(m_statement); }

Status SqliteBatch::put(const QString &sql, std::span<const Value> parameters)
{
    // Texts that are the same are mostly the same object.
    if (!m_statement || (sql.constData() != m_sql.constData() && sql != m_sql)) {
        if (Status prepared = prepare(sql); !prepared) {
            m_failed = qint64(m_outcomes.size());
            return prepared;
        }
    }
    const bool looks = m_outcomes.size() % kStatementsBetweenLooks == 0;
    const Status done = looks && m_token.isCancelled() ? m_token.check() : run(parameters);
    if (!done)
        m_failed = qint64(m_outcomes.size());
    else
        m_outcomes.push_back(std::move(m_outcome));
    return done;
}

Status SqliteBatch::prepare(const QString &sql)
{
    JOINERY_TRY(m_connection.admit(sql, m_token));
    sqlite3_finalize(std::exchange(m_statement, nullptr));
    m_sql = sql;
    const QByteArray text = sql.toUtf8();
    const int code = sqlite3_prepare_v3(m_connection.handle(), text.constData(), int(text.size() + 1), SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code != SQLITE_OK || !m_statement)
        return failed(code);
    m_wanted = sqlite3_bind_parameter_count(m_statement);
    return {};
}

Status SqliteBatch::run(std::span<const Value> parameters)
{
    m_outcome = {};
    if (m_wanted != int(parameters.size()))
        return fail(ErrorKind::InvalidInput, QStringLiteral("The statement has %1 parameters, %2 were given.")
                                                 .arg(m_wanted).arg(parameters.size()));
    for (int i = 0; i < m_wanted; ++i) {
        const Value &value = parameters[size_t(i)];
        JOINERY_TRY(checkStorable(value));
        if (const int code = bindValue(m_statement, i + 1, value, Lifetime::OfTheStep); code != SQLITE_OK)
            return failed(code);
    }
    sqlite3 *handle = m_connection.handle();
    const qint64 before = sqlite3_total_changes64(handle);
    int code = sqlite3_step(m_statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(m_statement)) {
        for (int i = 0; m_outcome.row.size() < size_t(sqlite3_column_count(m_statement)); ++i)
            m_outcome.row.push_back(columnValue(m_statement, i));
    }
    if (code != SQLITE_DONE) {
        const Status why = failed(code);
        sqlite3_reset(m_statement);
        return why;
    }
    const bool wrote = sqlite3_total_changes64(handle) != before;
    m_outcome.affectedRows = wrote ? sqlite3_changes64(handle) : 0;
    m_outcome.insertId = wrote ? sqlite3_last_insert_rowid(handle) : 0;
    sqlite3_reset(m_statement);
    return {};
}

Status SqliteBatch::failed(int code) { return fail(m_connection.errorAfter(code, m_sql.toUtf8())); }

} // namespace joinery::driver::sqlite
