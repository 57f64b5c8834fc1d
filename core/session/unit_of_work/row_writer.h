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
        std::vector<int> columns;
    };

    Status begin();
    Status send(const QString &sql, std::span<const driver::Value> parameters);
    /// Waits for the statements, and looks whether each has hit one row; otherwise it says so, or warns where `lenient`.
    Status finish(const Entity &entity, bool lenient = false);

    Result<Record *> rowToTake(Record &record);
    std::vector<int> changedColumns(Record &record) const;
    /// How the row of a record is found: its key, and what the optimistic check wants to be in it.
    Result<std::vector<RowCell>> rowCells(Record &row, const std::vector<int> &written, std::vector<driver::Value> &values, bool deleting);
    Status update(const Entity &entity, const std::vector<Update> &updates);
    Status insert(const Entity &entity, const std::vector<Record *> &records);
    void takeInserted(const Entity &entity, const std::vector<Record *> &records, const std::vector<std::vector<int>> &returned);

    Flush &m_flush;
    Session &m_session;
    std::unique_ptr<driver::StatementBatch> m_batch;
};

/// Rows of an association table, each the keys of the owner and of the target.
Status writeAssociations(Session &session, const Relationship &relationship, const std::vector<std::vector<driver::Value>> &inserted,
                         const std::vector<std::vector<driver::Value>> &deleted);

} // namespace joinery::session
