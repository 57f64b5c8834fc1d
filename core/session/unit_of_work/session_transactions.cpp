// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/flush.h"
#include "core/session/unit_of_work/session.h"

namespace joinery::session {

namespace {

constexpr int kMostFlushesOfACommit = 100;

} // namespace

void Session::autobegin()
{
    if (!m_transactions.empty())
        return;
    m_transactions.push_back(std::make_unique<Transaction>());
    m_transactions.back()->id = ++m_lastTransaction;
}

Status Session::requireActive() const
{
    if (m_transactions.empty() || m_transactions.back()->active)
        return {};
    return fail(ErrorKind::InvalidInput, QStringLiteral("The transaction was rolled back because a flush failed: nothing is done until rollback()."));
}

Result<driver::Connection *> Session::connection(bool writing)
{
    autobegin();
    JOINERY_TRY(requireActive());
    if (!m_begun) {
        driver::BeginOptions options;
        options.immediate = writing; // a session that only reads must not keep writers out of a SQLite file
        JOINERY_TRY(m_connection.begin(options));
        m_begun = true;
    }
    return &m_connection;
}

Status Session::flushBeforeQuery() { return m_autoflush && !m_flushing ? flush() : Status(); }

Status Session::flush()
{
    if (m_flushing)
        return fail(ErrorKind::InvalidInput, QStringLiteral("The session is flushing already."));
    if (m_pending.isEmpty() && m_modified.isEmpty() && m_deleted.isEmpty())
        return {};
    autobegin();
    JOINERY_TRY(requireActive());
    m_flushing = true;
    Status done;
    bool begun = false;
    { // it must be gone before records are restored, and may go
        Flush flush(*this);
        done = flush.run();
        begun = flush.begun();
    }
    m_flushing = false;
    if (!done) {
        if (begun) // what went wrong before has changed nothing
            afterFailedFlush();
        return done;
    }
    if (m_events.afterFlush)
        m_events.afterFlush();
    return {};
}

void Session::afterFailedFlush()
{
    Transaction &transaction = *m_transactions.back();
    if (m_begun && m_connection.isOpen()) {
        // The first error is the one to tell.
        if (transaction.nested && m_connection.transactionState() != driver::TransactionState::Idle)
            (void)m_connection.rollbackTo(transaction.savepoint);
        else
            (void)m_connection.rollback();
    }
    if (!transaction.nested)
        m_begun = false;
    transaction.active = false;
    restore(transaction);
}

Status Session::flushAll()
{
    for (int i = 0; i < kMostFlushesOfACommit; ++i) {
        if (m_pending.isEmpty() && m_modified.isEmpty() && m_deleted.isEmpty())
            return {};
        JOINERY_TRY(flush());
    }
    return fail(ErrorKind::InvalidInput, QStringLiteral("There is still something to flush after %1 flushes.").arg(kMostFlushesOfACommit));
}

Status Session::beginNested()
{
    autobegin();
    JOINERY_TRY(requireActive());
    JOINERY_TRY(flush());
    JOINERY_TRY_VALUE(driver::Connection *connection, this->connection(true));
    auto nested = std::make_unique<Transaction>();
    nested->nested = true;
    nested->id = ++m_lastTransaction;
    nested->savepoint = QStringLiteral("joinery_session_%1").arg(m_transactions.size());
    JOINERY_TRY(connection->savepoint(nested->savepoint));
    m_transactions.push_back(std::move(nested));
    return {};
}

Status Session::commitNested()
{
    if (nestedDepth() < 1)
        return fail(ErrorKind::InvalidInput, QStringLiteral("There is no nested transaction to commit."));
    JOINERY_TRY(requireActive());
    JOINERY_TRY(flushAll());
    JOINERY_TRY(m_connection.release(m_transactions.back()->savepoint));
    const std::unique_ptr<Transaction> done = std::move(m_transactions.back());
    m_transactions.pop_back();
    keep(*done);
    return {};
}

// What was done in a nested transaction was done in the one around it.
void Session::keep(Transaction &done)
{
    Transaction &around = *m_transactions.back();
    const auto move = [](auto &from, auto &to) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
        from.clear();
    };
    move(done.created, around.created);
    move(done.dirty, around.dirty);
    move(done.deleted, around.deleted);
    move(done.keySwitches, around.keySwitches);
}

Status Session::commit()
{
    autobegin();
    while (nestedDepth() > 0)
        JOINERY_TRY(commitNested());
    JOINERY_TRY(requireActive());
    JOINERY_TRY(flushAll());
    if (m_begun)
        JOINERY_TRY(m_connection.commit());
    m_begun = false;
    const std::unique_ptr<Transaction> done = std::move(m_transactions.back());
    m_transactions.clear();
    expireAll();
    for (const RecordPtr &record : done->deleted) {
        if (record->inside().deletedInFlush)
            detach(*record, false);
    }
    if (m_events.afterCommit)
        m_events.afterCommit();
    return {};
}

Status Session::rollbackInnermost()
{
    Transaction &transaction = *m_transactions.back();
    Status done;
    if (transaction.active) {
        if (transaction.nested) {
            done = m_connection.rollbackTo(transaction.savepoint);
        } else if (m_begun) {
            done = m_connection.rollback();
            m_begun = false;
        }
        transaction.active = false;
        restore(transaction);
    } else if (!m_pending.isEmpty() || !m_modified.isEmpty() || !m_deleted.isEmpty()) {
        restore(transaction); // what was done since the failure goes too
    }
    if (transaction.nested && done && m_begun && m_connection.transactionState() == driver::TransactionState::Open)
        done = m_connection.release(transaction.savepoint);
    m_transactions.pop_back();
    if (m_events.afterRollback)
        m_events.afterRollback();
    return done;
}

Status Session::rollback()
{
    Status first;
    while (!m_transactions.empty()) {
        Status done = rollbackInnermost();
        if (!done && first)
            first = std::move(done);
    }
    return first;
}

Status Session::rollbackNested()
{
    if (nestedDepth() < 1)
        return fail(ErrorKind::InvalidInput, QStringLiteral("There is no nested transaction to roll back."));
    return rollbackInnermost();
}

void Session::restore(Transaction &transaction)
{
    std::vector<RecordPtr> expunged = std::exchange(transaction.created, {});
    const std::vector<RecordPtr> pending = m_pending.all();
    expunged.insert(expunged.end(), pending.begin(), pending.end());
    expungeStates(expunged, true);

    for (Transaction::KeySwitch &keySwitch : transaction.keySwitches) {
        RecordInside &inside = keySwitch.record->inside();
        if (!inside.hasKey || inside.session != this)
            continue;
        identities(keySwitch.record->entity()).remove(*keySwitch.record);
        inside.key = keySwitch.before;
        identities(keySwitch.record->entity()).put(*keySwitch.record);
    }
    transaction.keySwitches.clear();

    std::vector<RecordPtr> deleted = std::exchange(transaction.deleted, {});
    const std::vector<RecordPtr> marked = m_deleted.all();
    deleted.insert(deleted.end(), marked.begin(), marked.end());
    for (const RecordPtr &record : deleted) {
        if (record->inside().hasKey) // else it was made in this transaction too
            (void)update(*record, true);
    }

    const std::vector<RecordPtr> dirty = std::exchange(transaction.dirty, {});
    for (const RecordPtr &record : transaction.nested ? m_modified.all() : persistent())
        expireRecord(*record);
    for (const RecordPtr &record : dirty) {
        if (transaction.nested && contains(*record) && record->inside().hasKey)
            expireRecord(*record);
    }
}

void Session::becomePersistent(const std::vector<Record *> &records)
{
    Transaction &transaction = *m_transactions.back();
    if (!records.empty())
        identities(records.front()->entity()).reserve(records.size());
    for (Record *record : records) {
        RecordInside &inside = record->inside();
        IdentityMap &map = identities(record->entity());
        const RecordState from = record->state();
        bool rekeyed = !inside.hasKey;
        for (const int column : record->entity().key())
            rekeyed = rekeyed || (record->flags()[column] & kChanged);
        Identity key = rekeyed ? Flush::keyOf(*record) : Identity();
        if (inside.hasKey && rekeyed && !(key == inside.key)) {
            map.remove(*record);
            transaction.keySwitches.push_back({RecordPtr(record), inside.key});
        }
        if (rekeyed) {
            inside.key = std::move(key);
            inside.hasKey = true;
            if (map.put(*record))
                warn(QStringLiteral("Another %1 with the key %2 belonged to the session: the new one replaces it.")
                         .arg(record->entity().name(), inside.key.toText()));
        }
        inside.orphanedOutside = false;
        if (m_pending.contains(*record)) {
            transaction.created.emplace_back(record);
            m_pending.remove(*record);
        } else if (inside.dirtyIn != transaction.id) {
            inside.dirtyIn = transaction.id;
            transaction.dirty.emplace_back(record);
        }
        inside.modified = inside.expired = false;
        settle(*record);
        m_modified.remove(*record);
        if (m_events.stateChanged && from != record->state())
            tell(*record, from);
    }
}

void Session::becomeDeleted(const std::vector<Record *> &records)
{
    for (Record *record : records) {
        const RecordPtr kept(record);
        const RecordState from = record->state();
        m_transactions.back()->deleted.push_back(kept);
        identities(record->entity()).remove(*record);
        m_deleted.remove(*record);
        m_modified.remove(*record);
        record->inside().deletedInFlush = true;
        tell(*record, from);
    }
}

void Session::noteGone(Record &record)
{
    autobegin();
    becomeDeleted({&record});
}

} // namespace joinery::session
