// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/flush.h"

namespace joinery::session {

/// What a flush does at some moment, as a number of the plan; negative: nothing.
using FlushStep = int;

/// The steps between which a relationship sets an order: of its owner ("here") and its target ("there").
struct FlushSteps
{
    FlushStep saveHere = -1, saveThere = -1, deleteHere = -1, deleteThere = -1;
    FlushStep afterSave = -1;    ///< the relationship is written for saved owners
    FlushStep beforeDelete = -1; ///< likewise for those that are deleted
    FlushStep updateSaved = -1, updateDeleted = -1; ///< post-updates
};

/// Takes the edges of the order: the first step comes before the second.
using FlushOrder = std::function<void(FlushStep, FlushStep)>;

/// What one relationship means for a flush: which records it draws in, which order it sets, and which foreign keys or
/// association rows it writes.
class Dependency
{
public:
    Dependency(Flush &flush, const Relationship &relationship) : m_flush(flush), m_relationship(relationship) {}
    virtual ~Dependency();
    Dependency(const Dependency &) = delete;
    Dependency &operator=(const Dependency &) = delete;

    const Relationship &relationship() const { return m_relationship; }
    /// Whether there is anything for it to do.
    Result<bool> hasChanges(const std::vector<Record *> &records, bool toDelete);

    virtual Status prepareDeletes(const std::vector<Record *> &records) = 0;
    virtual Status prepareSaves(const std::vector<Record *> &records) = 0;
    virtual void orderTables(const FlushSteps &steps, const FlushOrder &before) const = 0;
    /// For one owner and one target, where whole tables depend on each other in a circle. `there` is a step of the
    /// target, which is deleted or saved.
    virtual void orderRecords(const FlushSteps &steps, FlushStep there, bool thereDeleted, bool hereDeleted, const FlushOrder &before) const = 0;
    virtual Status writeDeletes(const std::vector<Record *> &records) = 0;
    virtual Status writeSaves(const std::vector<Record *> &records) = 0;

protected:
    /// Whether a key that others refer to was changed.
    bool isKeyChanged(Record &record) const;
    /// Writes the owner's or target's key into the foreign key of the record that refers to it.
    Status copyKey(Record &from, Record &to, bool toOwner);
    Status clearKey(Record &record, bool ofOwner);
    Status registerOrphan(Record &record);

    Flush &m_flush;
    const Relationship &m_relationship;
};

std::unique_ptr<Dependency> makeDependency(Flush &flush, const Relationship &relationship);

} // namespace joinery::session
