// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/many_to_many.h"

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/row_writer.h"

namespace joinery::session {

Status ManyToMany::prepareDeletes(const std::vector<Record *> &records)
{
    for (Record *record : records) // so that their rows are known
        JOINERY_TRY(m_flush.history(*record, m_relationship, kFetch));
    return {};
}

Status ManyToMany::prepareSaves(const std::vector<Record *> &records)
{
    if (!m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan))
        return {};
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kHeld));
        for (const RecordPtr &child : history->deleted) {
            if (!hasParent(*child, m_relationship, false))
                JOINERY_TRY(registerOrphan(*child));
        }
    }
    return {};
}

void ManyToMany::orderTables(const FlushSteps &steps, const FlushOrder &before) const
{
    before(steps.saveHere, steps.afterSave);
    before(steps.saveThere, steps.afterSave);
    before(steps.afterSave, steps.deleteThere);
    before(steps.beforeDelete, steps.saveHere);
    before(steps.beforeDelete, steps.deleteHere);
    before(steps.beforeDelete, steps.deleteThere);
    before(steps.beforeDelete, steps.saveThere);
}

void ManyToMany::orderRecords(const FlushSteps &steps, FlushStep there, bool thereDeleted, bool hereDeleted, const FlushOrder &before) const
{
    if (hereDeleted) {
        before(steps.beforeDelete, there);
        before(steps.beforeDelete, steps.deleteHere);
        return;
    }
    before(steps.saveHere, steps.afterSave);
    if (thereDeleted)
        before(steps.afterSave, there);
    else
        before(there, steps.afterSave);
}

Result<std::vector<driver::Value>> ManyToMany::row(Record &record, Record &other) const
{
    std::vector<driver::Value> values;
    for (Record *each : {&record, &other}) {
        for (const int column : each->entity().key()) {
            JOINERY_TRY_VALUE(ColumnRead read, readColumn(*each, column, kFetch));
            values.push_back(std::move(read.value));
        }
    }
    return values;
}

Status ManyToMany::collect(Record &record, const std::vector<RecordPtr> &others, std::vector<std::vector<driver::Value>> &rows) const
{
    const auto &written = m_flush.written(m_relationship);
    for (const RecordPtr &other : others) {
        if (!other || written.contains({&record, other.get()}))
            continue;
        if (!m_flush.session().contains(*other)) {
            if (other->state() != RecordState::Deleted)
                m_flush.session().warn(QStringLiteral("A %1 in %2 does not belong to the session and is not written.")
                                           .arg(other->entity().name(), m_relationship.name));
            continue;
        }
        JOINERY_TRY_VALUE(auto values, row(record, *other));
        rows.push_back(std::move(values));
    }
    return {};
}

Status ManyToMany::writeDeletes(const std::vector<Record *> &records)
{
    std::vector<std::vector<driver::Value>> rows;
    std::vector<Flush::Pair> done;
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kFetch));
        for (const auto *others : {&history->unchanged, &history->deleted}) {
            JOINERY_TRY(collect(*record, *others, rows));
            for (const RecordPtr &other : *others)
                done.emplace_back(other.get(), record);
        }
    }
    m_flush.written(m_relationship).insert(done.begin(), done.end());
    return writeAssociations(m_flush.session(), m_relationship, {}, rows);
}

Status ManyToMany::writeSaves(const std::vector<Record *> &records)
{
    std::vector<std::vector<driver::Value>> inserted, deleted;
    std::vector<Flush::Pair> done;
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kHeld));
        JOINERY_TRY(collect(*record, history->added, inserted));
        JOINERY_TRY(collect(*record, history->deleted, deleted));
        for (const auto *others : {&history->added, &history->deleted}) {
            for (const RecordPtr &other : *others)
                done.emplace_back(other.get(), record);
        }
    }
    m_flush.written(m_relationship).insert(done.begin(), done.end());
    return writeAssociations(m_flush.session(), m_relationship, inserted, deleted);
}

} // namespace joinery::session
