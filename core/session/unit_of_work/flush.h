// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/history.h"
#include "core/session/unit_of_work/session.h"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace joinery::session {

class Dependency;

/// What a flush has in mind for a record, in RecordInside::flush.
enum FlushFlag : quint8 {
    kRegistered = 1,
    kToDelete = 2,
    kListOnly = 4, ///< it takes part in the order, and nothing is written of it
};

/// One flush: collects what is to be written, orders it by the foreign keys (see FlushPlan), and writes it.
class Flush
{
public:
    explicit Flush(Session &session);
    ~Flush();

    Status run();
    /// Whether anything was done that a failure has to undo.
    bool begun() const { return m_begun; }

    Session &session() { return m_session; }
    /// The key that a record's values make.
    static Identity keyOf(Record &record);

    enum class As { Save, Delete, ListOnly, Rescue /**< Save, and no deletion any more */ };
    /// False where the record does not belong to the session.
    bool registerRecord(Record &record, As as);
    bool isRegistered(const Record &record) const { return record.inside().flush & kRegistered; }
    bool isToDelete(const Record &record) const { return record.inside().flush & kToDelete; }
    /// Another record takes the row of this one: its DELETE becomes that one's UPDATE.
    void cancelStatement(Record &record) { record.inside().flush |= kListOnly; }
    bool hasRecordsOf(const Entity &entity) const { return !m_records[size_t(entity.index())].empty(); }
    const std::vector<Record *> &recordsOf(const Entity &entity) const { return m_records[size_t(entity.index())]; }
    /// Those of which something is written.
    std::vector<Record *> recordsOf(const Entity &entity, bool toDelete) const;

    /// Read at most once in a flush.
    Result<const History *> history(Record &record, const Relationship &relationship, Fetch fetch);

    /// Pairs of an association that one side has written, by the relationship of either side.
    using Pair = std::pair<const Record *, const Record *>;
    std::set<Pair> &written(const Relationship &relationship);
    std::unordered_set<const Record *> &childrenAdded(const Relationship &relationship) { return m_childrenAdded[&relationship]; }
    struct PostUpdate
    {
        std::vector<Record *> records;
        std::set<int> columns;
    };
    void registerPostUpdate(Record &record, const Relationship &relationship);
    PostUpdate &postUpdates(const Entity &entity) { return m_postUpdates[&entity]; }

    Dependency &dependency(const Relationship &relationship) { return *m_dependencies.at(&relationship); }
    /// Those whose owner or target takes part.
    const std::vector<Dependency *> &wired() const { return m_wired; }

private:
    struct Preparation
    {
        Dependency *dependency = nullptr;
        size_t seen = 0;               ///< of the owner's records
        std::vector<Record *> waiting; ///< listed only so far
        bool wired = false;
    };

    void registerAll();
    /// Those of engines that know no transactions.
    void warnOfLooseTables() const;
    Status prepare();
    Result<bool> prepare(Preparation &preparation);
    void finish();

    Session &m_session;
    bool m_begun = false;
    std::vector<std::vector<Record *>> m_records; // by Entity::index, in the order of registration
    std::vector<Record *> m_all;    // in the order of registration
    std::vector<RecordPtr> m_kept;   // those that nobody else keeps
    bool m_finished = false;
    std::vector<Preparation> m_preparations;
    std::unordered_map<const Relationship *, std::unique_ptr<Dependency>> m_dependencies;
    std::vector<Dependency *> m_wired;
    struct CachedHistory
    {
        History history;
        bool fetched = false;
    };
    std::map<std::pair<const Record *, const Relationship *>, CachedHistory> m_histories;
    std::map<const Relationship *, std::set<Pair>> m_written;
    std::map<const Relationship *, std::unordered_set<const Record *>> m_childrenAdded;
    std::map<const Entity *, PostUpdate> m_postUpdates;
};

} // namespace joinery::session
