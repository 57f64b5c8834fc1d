// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/statement_batch.h"

namespace joinery::driver::mysql {

class MysqlConnection;

/// Many statements in one text, with the values written into it; the server answers each of them. It is allowed to do so only
/// while the text is sent: everything else on the connection stays one statement.
class MultiStatement : public StatementBatch
{
public:
    MultiStatement(MysqlConnection &connection, const CancelToken &token) : m_connection(connection), m_token(token) {}
    ~MultiStatement() override;
    MultiStatement(const MultiStatement &) = delete;
    MultiStatement &operator=(const MultiStatement &) = delete;

    Status put(const QString &sql, std::span<const Value> parameters) override;
    Status finish() override { return send(); }

private:
    Status begin(const QString &sql);
    void split(const QString &sql);
    Status send();
    Status readAnswers();
    Status dropRows();
    Status allow(bool several);

    MysqlConnection &m_connection;
    CancelToken m_token;
    QString m_sql;
    QByteArrayList m_pieces; ///< of m_sql, between its placeholders
    QByteArray m_text;
    qsizetype m_limit = 0;   ///< bytes that the server takes
    int m_waiting = 0;       ///< statements in m_text
    bool m_allowed = false;
};

} // namespace joinery::driver::mysql
