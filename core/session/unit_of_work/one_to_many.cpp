// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/one_to_many.h"

#include "core/session/unit_of_work/collections.h"

namespace joinery::session {

Status OneToMany::prepareDeletes(const std::vector<Record *> &records)
{
    const bool deletesOrphans = m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan);
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kFetch));
        for (const RecordPtr &child : history->deleted) {
            if (!hasParent(*child, m_relationship, false))
                m_flush.registerRecord(*child, deletesOrphans ? Flush::As::Delete : Flush::As::Save);
        }
        if (m_relationship.cascade.testFlag(CascadeRule::Delete))
            continue;
        for (const RecordPtr &child : history->unchanged) // they will refer to nothing
            m_flush.registerRecord(*child, Flush::As::Save);
    }
    return {};
}

Status OneToMany::prepareSaves(const std::vector<Record *> &records)
{
    const bool deletesOrphans = m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan);
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kHeld));
        for (const RecordPtr &child : history->added) {
            if (!m_flush.registerRecord(*child, Flush::As::Rescue))
                m_flush.session().warn(QStringLiteral("A %1 in %2 does not belong to the session and is not saved.")
                                           .arg(child->entity().name(), m_relationship.name));
            m_flush.childrenAdded(m_relationship).insert(child.get());
        }
        for (const RecordPtr &child : history->deleted) {
            if (!deletesOrphans)
                m_flush.registerRecord(*child, Flush::As::Save);
            else if (!hasParent(*child, m_relationship, false))
                JOINERY_TRY(registerOrphan(*child));
        }
        if (!isKeyChanged(*record))
            continue;
        for (const RecordPtr &child : history->unchanged)
            m_flush.registerRecord(*child, Flush::As::ListOnly);
    }
    return {};
}

void OneToMany::orderTables(const FlushSteps &steps, const FlushOrder &before) const
{
    if (m_relationship.postUpdate) {
        before(steps.saveThere, steps.afterSave);
        before(steps.saveHere, steps.afterSave);
        before(steps.afterSave, steps.updateSaved);
        before(steps.beforeDelete, steps.updateDeleted);
        before(steps.updateDeleted, steps.deleteHere);
        before(steps.updateDeleted, steps.deleteThere);
        return;
    }
    before(steps.saveHere, steps.afterSave);
    before(steps.afterSave, steps.saveThere);
    before(steps.afterSave, steps.deleteThere);
    before(steps.saveThere, steps.deleteHere);
    before(steps.deleteThere, steps.deleteHere);
    before(steps.beforeDelete, steps.saveThere);
    before(steps.beforeDelete, steps.deleteThere);
}

void OneToMany::orderRecords(const FlushSteps &steps, FlushStep there, bool thereDeleted, bool hereDeleted, const FlushOrder &before) const
{
    if (m_relationship.postUpdate) {
        if (hereDeleted) {
            before(steps.beforeDelete, steps.updateDeleted);
            before(steps.updateDeleted, steps.deleteHere);
            return;
        }
        if (!thereDeleted)
            before(steps.saveHere, steps.afterSave);
        before(there, steps.afterSave);
        before(steps.afterSave, steps.updateSaved);
    } else if (hereDeleted) {
        before(steps.beforeDelete, there);
        before(there, steps.deleteHere);
    } else {
        before(steps.saveHere, steps.afterSave);
        before(steps.afterSave, there);
        before(steps.saveHere, there);
    }
}

Status OneToMany::writeDeletes(const std::vector<Record *> &records)
{
    const auto release = [this](Record &child) -> Status {
        if (m_relationship.postUpdate || !m_flush.isToDelete(child))
            JOINERY_TRY(clearKey(child, false));
        if (m_relationship.postUpdate)
            m_flush.registerPostUpdate(child, m_relationship);
        return {};
    };
    const auto &added = m_flush.childrenAdded(m_relationship);
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kFetch));
        for (const RecordPtr &child : history->deleted) {
            if (!hasParent(*child, m_relationship, false))
                JOINERY_TRY(release(*child));
        }
        if (!m_relationship.postUpdate && m_relationship.cascade.testFlag(CascadeRule::Delete))
            continue;
        for (const RecordPtr &child : history->unchanged) {
            if (!added.contains(child.get()))
                JOINERY_TRY(release(*child));
        }
    }
    return {};
}

Status OneToMany::writeSaves(const std::vector<Record *> &records)
{
    const bool deletesOrphans = m_relationship.cascade.testFlag(CascadeRule::DeleteOrphan);
    const auto written = [this](const Record &child) { return m_relationship.postUpdate || !m_flush.isToDelete(child); };
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, kHeld));
        for (const RecordPtr &child : history->added) {
            if (written(*child))
                JOINERY_TRY(copyKey(*record, *child, false));
            if (m_relationship.postUpdate)
                m_flush.registerPostUpdate(*child, m_relationship);
        }
        for (const RecordPtr &child : history->deleted) {
            if (!deletesOrphans && !hasParent(*child, m_relationship, false) && written(*child))
                JOINERY_TRY(clearKey(*child, false));
        }
        if (!isKeyChanged(*record))
            continue;
        for (const RecordPtr &child : history->unchanged)
            JOINERY_TRY(copyKey(*record, *child, false));
    }
    return {};
}

} // namespace joinery::session
