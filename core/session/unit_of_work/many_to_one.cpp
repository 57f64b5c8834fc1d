// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/many_to_one.h"

namespace joinery::session {

Status ManyToOne::prepareDeletes(const std::vector<Record *> &records)
{
    if (!m_relationship.cascade.testAnyFlags(CascadeRule::Delete | CascadeRule::DeleteOrphan))
        return {};
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kFetch));
        std::vector<RecordPtr> targets = history->added;
        targets.insert(targets.end(), history->unchanged.begin(), history->unchanged.end());
        if (m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan))
            targets.insert(targets.end(), history->deleted.begin(), history->deleted.end());
        for (const RecordPtr &target : targets) {
            if (target)
                JOINERY_TRY(registerOrphan(*target));
        }
    }
    return {};
}

Status ManyToOne::prepareSaves(const std::vector<Record *> &records)
{
    for (Record *record : records)
        m_flush.registerRecord(*record, Flush::As::Save);
    return {};
}

void ManyToOne::orderTables(const FlushSteps &steps, const FlushOrder &before) const
{
    before(steps.saveThere, steps.afterSave);
    if (m_relationship.postUpdate) {
        before(steps.saveHere, steps.afterSave);
        before(steps.afterSave, steps.updateSaved);
        before(steps.afterSave, steps.updateDeleted);
        before(steps.beforeDelete, steps.updateDeleted);
        before(steps.updateDeleted, steps.deleteThere);
        before(steps.updateDeleted, steps.deleteHere);
        return;
    }
    before(steps.afterSave, steps.saveHere);
    before(steps.saveHere, steps.deleteThere);
    before(steps.deleteHere, steps.deleteThere);
}

void ManyToOne::orderRecords(const FlushSteps &steps, FlushStep there, bool thereDeleted, bool hereDeleted, const FlushOrder &before) const
{
    if (m_relationship.postUpdate) {
        if (hereDeleted) {
            before(steps.beforeDelete, steps.updateDeleted);
            before(steps.updateDeleted, steps.deleteHere);
            before(steps.updateDeleted, there);
            return;
        }
        if (thereDeleted) {
            before(steps.afterSave, steps.updateSaved);
            before(steps.updateSaved, there);
            return;
        }
        before(steps.saveHere, steps.afterSave);
        before(there, steps.afterSave);
        before(steps.afterSave, steps.updateSaved);
    } else if (hereDeleted) {
        if (thereDeleted)
            before(steps.deleteHere, there);
    } else {
        if (!thereDeleted)
            before(there, steps.afterSave);
        before(steps.afterSave, steps.saveHere);
    }
}

Status ManyToOne::writeDeletes(const std::vector<Record *> &records)
{
    // A row that is deleted must first let go of what is written by an UPDATE of its own.
    if (!m_relationship.postUpdate || m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan))
        return {};
    for (Record *record : records) {
        JOINERY_TRY(clearKey(*record, true));
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kFetch));
        const auto refers = [](const std::vector<RecordPtr> &targets) { return std::any_of(targets.begin(), targets.end(), [](const RecordPtr &target) { return bool(target); }); };
        if (refers(history->added) || refers(history->unchanged) || refers(history->deleted))
            m_flush.registerPostUpdate(*record, m_relationship);
    }
    return {};
}

Status ManyToOne::writeSaves(const std::vector<Record *> &records)
{
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kHeld));
        const bool written = m_relationship.postUpdate || !m_flush.isToDelete(*record);
        for (const RecordPtr &target : history->added) {
            if (!written)
                continue;
            if (target && !m_flush.session().contains(*target)) {
                m_flush.session().warn(QStringLiteral("%1 of a %2 does not belong to the session and is not written.")
                                           .arg(m_relationship.name, record->entity().name()));
                continue;
            }
            JOINERY_TRY(target ? copyKey(*target, *record, true) : clearKey(*record, true));
        }
        if (history->added.empty() && !history->deleted.empty() && written)
            JOINERY_TRY(clearKey(*record, true));
        if (m_relationship.postUpdate && !history->isEmpty())
            m_flush.registerPostUpdate(*record, m_relationship);
    }
    return {};
}

} // namespace joinery::session
