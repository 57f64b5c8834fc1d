// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_sql.h"
#include "core/session/unit_of_work/flush.h"

namespace joinery::session {

/// Writes records as rows: INSERT, UPDATE and DELETE in batches, each statement for one row that it must hit.
class RowWriter
{
public:
    explicit RowWriter(Flush &flush) : m_flush(flush), m_session(flush.session()) {}

    /// Updates what was changed of rows, in the order of their keys, then inserts what is new, in the order in which it was added.
    Status save(const Entity &entity, std::vector<Record *> records);
    Status remove(const Entity &entity, std::vector<Record *> records);
    /// The UPDATEs of their own that relationships asked for.
    Status postUpdate(const Entity &entity, bool deleting);

private:
    struct Update
    {
        Record *record = nullptr;
        Record *row = nullptr; ///< whose row it is: another record's where that one is deleted
        size_t firstColumn = 0, columnCount = 0; ///< in m_columns
    };
    /// How a row is found. Used again for each: most differ in the values alone.
    struct Place
    {
        std::vector<int> columns;
        std::vector<driver::Value> values;
    };
    /// The text of a statement that ends with how its row is found, made anew only where something else than values differs.
    struct Text
    {
        std::vector<int> columns;
        std::vector<bool> nulls;
        QString sql;
        bool fits(const Place &place) const;
    };

    /// What comes back is looked at while it is still at hand, and does not pile up.
    static constexpr size_t kStatementsOfABatch = 1000;

    Status begin();
    Status send(const Entity &entity, const QString &sql, std::span<const driver::Value> parameters, bool lenient = false);
    /// Waits for the statements, and looks whether each has hit one row; otherwise it says so, or warns where `lenient`.
    Status finish(const Entity &entity, bool lenient = false);

    Result<Record *> rowToTake(Record &record);
    void appendChangedColumns(Record &record);
    void addUpdate(std::vector<Update> &updates, Record &record, Record &row);
    std::span<const int> columnsOf(const Update &update) const { return {m_columns.data() + update.firstColumn, update.columnCount}; }
    /// The key, and what the optimistic check wants to be in the row.
    Status findRow(Record &row, std::span<const int> written, bool deleting, Place &place) const;
    /// Reads the version that findRow needs: nothing is read while a batch is open.
    Status fetchVersion(Record &row) const;
    static void makeText(Text &text, RowSql &row, const Entity &entity, const Place &place);
    Status update(const Entity &entity, const std::vector<Update> &updates);
    Status insert(const Entity &entity, const std::vector<Record *> &records);
    Status insertSome(const Entity &entity, std::span<Record *const> records);
    void takeInserted(const Entity &entity, std::span<Record *const> records, const std::vector<std::vector<int>> &returned);

    Flush &m_flush;
    Session &m_session;
    std::vector<int> m_columns; ///< that updates write
    std::unique_ptr<driver::StatementBatch> m_batch;
    size_t m_sent = 0; ///< with send(), in this batch
};

/// Rows of an association table, each the keys of the owner and of the target.
Status writeAssociations(Session &session, const Relationship &relationship, const std::vector<std::vector<driver::Value>> &inserted,
                         const std::vector<std::vector<driver::Value>> &deleted);

} // namespace joinery::session
