// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/dependency.h"

#include "core/session/unit_of_work/cascade.h"
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/many_to_many.h"
#include "core/session/unit_of_work/many_to_one.h"
#include "core/session/unit_of_work/one_to_many.h"

namespace joinery::session {

Dependency::~Dependency() = default;

std::unique_ptr<Dependency> makeDependency(Flush &flush, const Relationship &relationship)
{
    switch (relationship.direction) {
    case Relationship::Direction::ManyToOne: return std::make_unique<ManyToOne>(flush, relationship);
    case Relationship::Direction::OneToMany: return std::make_unique<OneToMany>(flush, relationship);
    case Relationship::Direction::ManyToMany: return std::make_unique<ManyToMany>(flush, relationship);
    }
    Q_UNREACHABLE();
}

Result<bool> Dependency::hasChanges(const std::vector<Record *> &records, bool toDelete)
{
    const Fetch fetch = !toDelete ? kHeld : m_relationship.direction == Relationship::Direction::ManyToOne ? kWithoutRelated : kFetch;
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const History *history, m_flush.history(*record, m_relationship, fetch));
        if (history->known && !history->isEmpty())
            return true;
    }
    return !records.empty() && !m_relationship.isSelfReferential() && m_flush.hasRecordsOf(*m_relationship.target);
}

bool Dependency::isKeyChanged(Record &record) const
{
    if (!record.inside().hasKey)
        return false;
    for (const Relationship::Pair &pair : m_relationship.pairs) {
        if (const OldValue *old = oldValue(record, pair.here); old && old->known && isReallyChanged(record, pair.here))
            return true;
    }
    return false;
}

Status Dependency::copyKey(Record &from, Record &to, bool toOwner)
{
    for (const Relationship::Pair &pair : m_relationship.pairs) {
        JOINERY_TRY_VALUE(ColumnRead read, readColumn(from, toOwner ? pair.there : pair.here, kFetch));
        JOINERY_TRY(setColumn(to, toOwner ? pair.here : pair.there, std::move(read.value)));
    }
    return {};
}

Status Dependency::clearKey(Record &record, bool ofOwner)
{
    for (const Relationship::Pair &pair : m_relationship.pairs) {
        const int column = ofOwner ? pair.here : pair.there;
        if (record.entity().isInKey(column)) {
            JOINERY_TRY_VALUE(const ColumnRead read, readColumn(record, column, kFetch));
            if (!read.value.isNull())
                return fail(ErrorKind::InvalidInput, QStringLiteral("%1 of a %2 is part of its key: it cannot refer to nothing.")
                                                         .arg(record.entity().column(column).name, record.entity().name()));
        }
        JOINERY_TRY(setColumn(record, column, driver::Value()));
    }
    return {};
}

Status Dependency::registerOrphan(Record &record)
{
    m_flush.registerRecord(record, Flush::As::Delete);
    JOINERY_TRY_VALUE(const auto others, cascade(record, CascadeRule::Delete));
    for (const RecordPtr &other : others)
        m_flush.registerRecord(*other, Flush::As::Delete);
    return {};
}

} // namespace joinery::session
