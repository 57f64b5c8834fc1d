// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/session/mapping/model.h"
#include "core/session/unit_of_work/identity_map.h"
#include "core/session/unit_of_work/record_set.h"
#include "core/session/unit_of_work/session_events.h"

namespace joinery::session {

/// The unit of work: records that belong together, what is to be done with them, and the transaction in which it is done.
/// Synchronous, on one thread, on a connection that nobody else uses meanwhile. See README.md for what each word means
/// and where it differs from SQLAlchemy.
class Session
{
public:
    Session(driver::Connection &connection, const dialect::Dialect &dialect, const Model &model, CancelToken token = {});
    /// Rolls back what is open. Records that are left become detached, or transient, and forget what they were related to.
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Model &model() const { return m_model; }
    const dialect::Dialect &dialect() const { return m_dialect; }
    SessionEvents &events() { return m_events; }
    /// Whether queries flush before they read. On at the start.
    bool autoflush() const { return m_autoflush; }
    void setAutoflush(bool autoflush) { m_autoflush = autoflush; }

    // --- records
    /// A new transient record.
    RecordPtr create(const Entity &entity);
    Result<RecordPtr> create(const QString &entity);
    Status add(const RecordPtr &record);
    Status addAll(std::span<const RecordPtr> records);
    /// SQLAlchemy's delete().
    Status remove(const RecordPtr &record);
    Status expunge(const RecordPtr &record);
    void expungeAll();
    /// The record of this session with the same key, read where there is none, with what `record` holds; a new one where there
    /// is no such row.
    Result<RecordPtr> merge(const RecordPtr &record);
    /// Reads it again, at once.
    Status refresh(const RecordPtr &record);
    /// Forgets what it holds; it is read again when it is looked at.
    Status expire(const RecordPtr &record);
    void expireAll();
    /// By key: the record that is held, or its row; a null pointer where there is none.
    Result<RecordPtr> get(const Entity &entity, const Identity &key);
    Result<RecordPtr> get(const QString &entity, const driver::Value &key);

    bool contains(const Record &record) const;
    std::vector<RecordPtr> pending() const { return m_pending.all(); }
    std::vector<RecordPtr> dirty() const;
    std::vector<RecordPtr> deleted() const { return m_deleted.all(); }

    // --- transactions
    Status flush();
    Status commit();
    Status rollback();
    Status beginNested();
    Status commitNested();
    Status rollbackNested();
    bool isInTransaction() const { return !m_transactions.empty(); }
    int nestedDepth() const { return int(m_transactions.size()) - 1; }

    /// Many rows past the records, in the fastest way of the engine, in the session's transaction.
    Status bulkInsert(const Entity &entity, const QStringList &columns, const driver::RowBlock &rows);

    // --- for the files of this folder and of the queries
    /// The connection with its transaction begun; refuses where it has failed.
    Result<driver::Connection *> connection(bool writing);
    const CancelToken &token() const { return m_token; }
    Status flushBeforeQuery();
    bool isFlushing() const { return m_flushing; }
    IdentityMap &identities(const Entity &entity) { return m_identities[size_t(entity.index())]; }
    const IdentityMap &identities(const Entity &entity) const { return m_identities[size_t(entity.index())]; }
    /// The record of a row of all columns, new or held; what a held record does not know is taken from the row, or everything
    /// where `replacing`.
    RecordPtr take(const Entity &entity, const driver::RowBlock &rows, int row, bool replacing = false);
    void noteModified(Record &record);
    void forget(Record &record);
    void warn(const QString &sentence) const;
    /// What was found to be gone.
    void noteGone(Record &record);

private:
    friend class Flush;
    struct Transaction
    {
        bool nested = false;
        bool active = true;
        quint32 id = 0;
        QString savepoint;
        std::vector<RecordPtr> created, dirty, deleted;
        struct KeySwitch
        {
            RecordPtr record;
            Identity before;
        };
        std::vector<KeySwitch> keySwitches;
    };

    // records
    Status attach(Record &record);
    Status save(Record &record);
    Status update(Record &record, bool revertingDeletion = false);
    Status saveOrUpdate(Record &record);
    Status markDeleted(Record &record, bool head);
    void know(Record &record);
    void detach(Record &record, bool toTransient);
    void expungeStates(const std::vector<RecordPtr> &records, bool toTransient);
    void expireRecord(Record &record);
    std::vector<RecordPtr> persistent() const;
    Result<RecordPtr> mergeInto(Record &record, std::vector<std::pair<Record *, RecordPtr>> &done);
    void tell(Record &record, RecordState from) const;

    // transactions
    void autobegin();
    Status requireActive() const;
    Status flushAll();
    Status prepare();
    void restore(Transaction &transaction);
    void keep(Transaction &transaction);
    Status rollbackInnermost();
    void afterFailedFlush();
    void becomePersistent(const std::vector<Record *> &records);
    void becomeDeleted(const std::vector<Record *> &records);

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    const Model &m_model;
    CancelToken m_token;
    SessionEvents m_events;
    std::vector<IdentityMap> m_identities; // by Entity::index
    RecordSet<&RecordInside::pendingSlot> m_pending;
    RecordSet<&RecordInside::modifiedSlot> m_modified;
    RecordSet<&RecordInside::deletedSlot> m_deleted;
    std::vector<std::unique_ptr<Transaction>> m_transactions;
    Record *m_known = nullptr; ///< the first of the list of records that it made or took in
    quint32 m_lastOrder = 0;
    quint32 m_lastTransaction = 0;
    bool m_begun = false; ///< on the connection
    bool m_autoflush = true;
    bool m_flushing = false;
};

} // namespace joinery::session
