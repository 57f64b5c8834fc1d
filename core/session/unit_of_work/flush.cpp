// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/flush.h"

#include "core/schema/transactions.h"
#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/dependency.h"
#include "core/session/unit_of_work/flush_plan.h"

namespace joinery::session {

Flush::Flush(Session &session) : m_session(session), m_records(session.model().entities().size()) {}

Flush::~Flush()
{
    if (m_finished)
        return;
    for (Record *record : m_all)
        record->inside().flush = 0;
}

Identity Flush::keyOf(Record &record)
{
    const std::vector<int> &key = record.entity().key();
    if (key.size() == 1)
        return Identity(record.values()[key.front()]);
    std::vector<driver::Value> values;
    for (size_t i = 0; i < key.size(); ++i) {
        // What is expired is as it was.
        const bool expired = !(record.flags()[key[i]] & kPresent) && record.inside().hasKey;
        values.push_back(expired ? record.inside().key.at(i) : record.values()[key[i]]);
    }
    return Identity(std::move(values));
}

Status Flush::run()
{
    if (m_session.m_events.beforeFlush)
        m_session.m_events.beforeFlush();
    registerAll();
    if (m_all.empty())
        return {};
    m_begun = true;
    warnOfLooseTables();
    JOINERY_TRY(prepare());
    FlushPlan plan(*this);
    JOINERY_TRY(plan.run());
    finish();
    return {};
}

void Flush::registerAll()
{
    const auto registerOne = [this](Record &record) {
        if (m_session.m_deleted.contains(record))
            return;
        const bool orphan = !record.entity().orphanRules().empty() && isOrphan(record);
        if (orphan && !record.inside().hasKey && record.inside().orphanedOutside)
            m_session.expungeStates({RecordPtr(&record)}, false);
        else
            registerRecord(record, orphan && record.inside().hasKey ? As::Delete : As::Save);
    };
    m_session.m_pending.forEach(registerOne);
    m_session.m_modified.forEach(registerOne);
    m_session.m_deleted.forEach([this](Record &record) { registerRecord(record, As::Delete); });
}

void Flush::warnOfLooseTables() const
{
    for (const auto &entity : m_session.model().entities()) {
        if (hasRecordsOf(*entity) && !schema::isTransactional(entity->table()))
            m_session.warn(QStringLiteral("The tables of %1 take part in no transaction: what is written into %2 is not rolled back.")
                               .arg(entity->table().options.value(QStringLiteral("engine")), entity->table().name.toString()));
    }
}

bool Flush::registerRecord(Record &record, As as)
{
    if (!m_session.contains(record))
        return false;
    RecordInside &inside = record.inside();
    if (inside.flush == 0) {
        const Entity &entity = record.entity();
        std::vector<Record *> &records = m_records[size_t(entity.index())];
        if (records.empty()) {
            for (const auto &relationship : entity.relationships()) {
                auto dependency = makeDependency(*this, *relationship);
                m_preparations.push_back({dependency.get(), 0, {}, false});
                m_dependencies.emplace(relationship.get(), std::move(dependency));
            }
        }
        records.push_back(&record);
        m_all.push_back(&record);
        // What the session is to write it keeps itself.
        if (inside.pendingSlot < 0 && inside.modifiedSlot < 0 && inside.deletedSlot < 0)
            m_kept.emplace_back(&record);
        inside.flush = quint8(kRegistered | (as == As::Delete ? kToDelete : 0) | (as == As::ListOnly ? kListOnly : 0));
    } else if (as == As::Delete) {
        inside.flush = kRegistered | kToDelete;
    } else if (as == As::Rescue) {
        inside.flush = kRegistered;
    }
    return true;
}

std::vector<Record *> Flush::recordsOf(const Entity &entity, bool toDelete) const
{
    std::vector<Record *> records;
    const quint8 wanted = toDelete ? kRegistered | kToDelete : quint8(kRegistered);
    const std::vector<Record *> &all = recordsOf(entity);
    records.reserve(all.size());
    for (size_t at = 0; at < all.size(); ++at) {
        if (at + Record::kAhead < all.size())
            all[at + Record::kAhead]->prefetch();
        if (all[at]->inside().flush == wanted)
            records.push_back(all[at]);
    }
    return records;
}

Status Flush::prepare()
{
    // Each round may register more records, and these more relationships.
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < m_preparations.size(); ++i) {
            Preparation preparation = std::move(m_preparations[i]);
            const auto did = prepare(preparation);
            m_preparations[i] = std::move(preparation);
            if (!did)
                return fail(did.error());
            more = more || *did;
        }
    }
    return {};
}

Result<bool> Flush::prepare(Preparation &preparation)
{
    Dependency &dependency = *preparation.dependency;
    std::vector<Record *> toDelete, toSave;
    const auto sort = [&](Record *record) {
        const quint8 flush = record->inside().flush;
        (flush & kListOnly ? preparation.waiting : flush & kToDelete ? toDelete : toSave).push_back(record);
    };
    for (Record *record : std::exchange(preparation.waiting, {}))
        sort(record);
    const std::vector<Record *> &all = recordsOf(*dependency.relationship().owner);
    for (; preparation.seen < all.size(); ++preparation.seen)
        sort(all[preparation.seen]);
    if (toDelete.empty() && toSave.empty())
        return false;
    if (!toDelete.empty())
        JOINERY_TRY(dependency.prepareDeletes(toDelete));
    if (!toSave.empty())
        JOINERY_TRY(dependency.prepareSaves(toSave));
    if (!preparation.wired) {
        JOINERY_TRY_VALUE(const bool deletes, dependency.hasChanges(toDelete, true));
        bool saves = false;
        if (!deletes) {
            JOINERY_TRY_VALUE(saves, dependency.hasChanges(toSave, false));
        }
        if (deletes || saves) {
            preparation.wired = true;
            m_wired.push_back(&dependency);
        }
    }
    return true;
}

Result<const History *> Flush::history(Record &record, const Relationship &relationship, Fetch fetch)
{
    static const History nothing;
    const bool fetches = fetch.testFlag(FetchFlag::Ask) && fetch.testFlag(FetchFlag::Sql);
    const auto at = m_histories.find({&record, &relationship});
    if (at != m_histories.end() && (at->second.fetched || !fetches))
        return &at->second.history;
    // Most relationships of most records were never looked at.
    if (const RelationSlot *slot = record.slotIfAny(relationship); !fetch.testFlag(FetchFlag::Ask) && !(slot && slot->present))
        return &nothing;
    JOINERY_TRY_VALUE(History history, historyOf(record, relationship, (at == m_histories.end() ? fetch : kFetch) | FetchFlag::Committed));
    CachedHistory &cached = m_histories[{&record, &relationship}];
    cached = {std::move(history), fetches};
    return &cached.history;
}

std::set<Flush::Pair> &Flush::written(const Relationship &relationship)
{
    const Relationship *reverse = relationship.reverse;
    return m_written[reverse && reverse < &relationship ? reverse : &relationship];
}

void Flush::registerPostUpdate(Record &record, const Relationship &relationship)
{
    PostUpdate &update = m_postUpdates[&record.entity()];
    if (std::find(update.records.begin(), update.records.end(), &record) == update.records.end())
        update.records.push_back(&record);
    for (const Relationship::Pair &pair : relationship.pairs)
        update.columns.insert(relationship.direction == Relationship::Direction::OneToMany ? pair.there : pair.here);
}

void Flush::finish()
{
    std::vector<Record *> deleted, kept;
    for (Record *record : m_all)
        (std::exchange(record->inside().flush, quint8(0)) & kToDelete ? deleted : kept).push_back(record);
    m_finished = true;
    m_session.becomeDeleted(deleted);
    m_session.becomePersistent(kept);
}

} // namespace joinery::session
