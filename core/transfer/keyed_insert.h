// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::transfer {

/// What becomes of a row whose key is in the table already.
enum class OnConflict {
    Stop,   ///< the engine refuses it
    Skip,   ///< the one in the table stays as it is
    Update, ///< the one in the table gets the columns of the file
};

/// The key by which rows of these columns are found in the table: `wanted`, else its primary key or the first UNIQUE that
/// the columns hold. InvalidInput with the keys that there are where there is none.
Result<QStringList> conflictKey(const schema::Table &table, const QStringList &columns, const QStringList &wanted);

/// Rows for a table that may hold some of them, found by a key. What comes later counts, also among the rows themselves.
/// Any other conflict than that of the key is an error. As the rows of a BulkInsert they belong into a transaction.
class KeyedInsert : public driver::BulkInsert
{
public:
    struct Target
    {
        schema::Name table;
        QStringList columns;
        QStringList key; ///< among the columns
    };
    /// Unsupported where the engine has no words for it.
    static Result<std::unique_ptr<KeyedInsert>> start(driver::Connection &connection, const dialect::Dialect &dialect, const Target &target,
                                                      OnConflict onConflict, const CancelToken &token);
    ~KeyedInsert() override;
    KeyedInsert(const KeyedInsert &) = delete;
    KeyedInsert &operator=(const KeyedInsert &) = delete;

    Status write(const driver::RowBlock &rows, int first, int count) override;
    Status finish() override { return {}; } ///< write() waits for its rows
    qint64 failedRow() const override { return m_failedRow; }

    qint64 inserted() const { return m_inserted; }
    qint64 updated() const { return m_updated; }
    qint64 kept() const { return m_kept; } ///< rows of the table that were there and stay as they are

private:
    /// A statement, and which column each of its parameters is.
    struct Statement
    {
        QString sql;
        std::vector<int> parameters;
    };

    KeyedInsert(driver::Connection &connection, CancelToken token) : m_connection(connection), m_token(std::move(token)) {}
    Result<std::vector<bool>> run(const Statement &statement, const driver::RowBlock &rows, const std::vector<int> &which, int first);

    driver::Connection &m_connection;
    CancelToken m_token;
    Statement m_update; ///< empty: nothing is updated
    Statement m_insert;
    QString m_after;
    qint64 m_taken = 0; ///< rows of earlier calls
    qint64 m_failedRow = -1;
    qint64 m_inserted = 0, m_updated = 0, m_kept = 0;
};

} // namespace joinery::transfer
