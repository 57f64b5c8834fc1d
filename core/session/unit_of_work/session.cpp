// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/session.h"

#include "core/session/unit_of_work/cascade.h"
#include "core/session/unit_of_work/loader.h"

namespace joinery::session {

using driver::Value;

namespace {

Error invalid(const QString &sentence)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = sentence;
    return error;
}

QString nameOf(const Record &record)
{
    const Identity *key = record.identity();
    return key ? QStringLiteral("%1 (%2)").arg(record.entity().name(), key->toText()) : record.entity().name();
}

} // namespace

Session::Session(driver::Connection &connection, const dialect::Dialect &dialect, const Model &model, CancelToken token)
    : m_connection(connection), m_dialect(dialect), m_model(model), m_token(std::move(token)), m_identities(model.entities().size())
{}

Session::~Session()
{
    m_events = {};
    if (m_begun && m_connection.isOpen())
        (void)m_connection.rollback(); // nobody is left to hear of it
    expungeAll();
    m_transactions.clear();
    // Records that refer to each other would keep each other alive.
    while (m_known) {
        const RecordPtr record(m_known);
        forget(*record);
        record->inside().session = nullptr;
        const auto more = std::exchange(record->inside().moreIfAny, nullptr);
    }
}

void Session::know(Record &record)
{
    RecordInside &inside = record.inside();
    if (inside.knownTo == this)
        return;
    if (inside.knownTo)
        inside.knownTo->forget(record);
    inside.knownTo = this;
    inside.next = m_known;
    if (m_known)
        m_known->inside().previous = &record;
    m_known = &record;
}

void Session::forget(Record &record)
{
    RecordInside &inside = record.inside();
    if (inside.session == this && inside.hasKey)
        identities(record.entity()).remove(record);
    (inside.previous ? inside.previous->inside().next : m_known) = inside.next;
    if (inside.next)
        inside.next->inside().previous = inside.previous;
    inside.previous = inside.next = nullptr;
    inside.knownTo = nullptr;
}

RecordPtr Session::create(const Entity &entity)
{
    RecordPtr record = Record::make(entity);
    know(*record);
    return record;
}

Result<RecordPtr> Session::create(const QString &name)
{
    if (const Entity *entity = m_model.entity(name))
        return create(*entity);
    return fail(invalid(QStringLiteral("There is no entity %1.").arg(name)));
}

bool Session::contains(const Record &record) const
{
    const RecordInside &inside = record.inside();
    return inside.session == this && (m_pending.contains(record) || inside.identified);
}

void Session::tell(Record &record, RecordState from) const
{
    if (m_events.stateChanged)
        m_events.stateChanged(record, from, record.state());
}

void Session::warn(const QString &sentence) const
{
    if (m_events.warning)
        m_events.warning(sentence);
}

void Session::noteModified(Record &record)
{
    if (record.inside().hasKey && !record.inside().deletedInFlush)
        m_modified.add(record);
    autobegin();
    if (m_events.modified)
        m_events.modified(record);
}

Status Session::attach(Record &record)
{
    RecordInside &inside = record.inside();
    autobegin();
    if (inside.session == this)
        return {};
    if (inside.session)
        return fail(invalid(QStringLiteral("%1 belongs to another session.").arg(nameOf(record))));
    inside.session = this;
    know(record);
    return {};
}

Status Session::save(Record &record)
{
    const RecordState from = record.state();
    JOINERY_TRY(attach(record));
    if (m_pending.contains(record))
        return {};
    m_pending.add(record);
    record.inside().insertOrder = ++m_lastOrder;
    tell(record, from);
    return {};
}

Status Session::update(Record &record, bool revertingDeletion)
{
    RecordInside &inside = record.inside();
    if (!inside.hasKey)
        return fail(invalid(QStringLiteral("%1 is no row.").arg(nameOf(record))));
    const RecordState from = record.state();
    if (inside.deletedInFlush) {
        if (!revertingDeletion)
            return fail(invalid(QStringLiteral("%1 has been deleted.").arg(nameOf(record))));
        if (!inside.session)
            return {};
        inside.deletedInFlush = false;
    }
    IdentityMap &map = identities(record.entity());
    if (Record *other = map.find(inside.key); other && other != &record && !revertingDeletion)
        return fail(invalid(QStringLiteral("Another %1 with this key belongs to the session already.").arg(nameOf(record))));
    JOINERY_TRY(attach(record));
    m_deleted.remove(record);
    map.put(record);
    if (inside.modified)
        m_modified.add(record);
    if (record.state() != from)
        tell(record, from);
    return {};
}

Status Session::saveOrUpdate(Record &record) { return record.inside().hasKey ? update(record) : save(record); }

Status Session::add(const RecordPtr &record)
{
    if (!record)
        return fail(invalid(QStringLiteral("There is no record to add.")));
    record->inside().orphanedOutside = false;
    JOINERY_TRY(saveOrUpdate(*record));
    JOINERY_TRY_VALUE(const auto others, cascade(*record, CascadeRule::SaveUpdate, [this](const Record &other) { return contains(other); }));
    for (const RecordPtr &other : others)
        JOINERY_TRY(saveOrUpdate(*other));
    return {};
}

Status Session::addAll(std::span<const RecordPtr> records)
{
    for (const RecordPtr &record : records)
        JOINERY_TRY(add(record));
    return {};
}

Status Session::remove(const RecordPtr &record)
{
    if (!record)
        return fail(invalid(QStringLiteral("There is no record to delete.")));
    return markDeleted(*record, true);
}

Status Session::markDeleted(Record &record, bool head)
{
    RecordInside &inside = record.inside();
    if (!inside.hasKey)
        return head ? Status(fail(invalid(QStringLiteral("%1 is no row: there is nothing to delete.").arg(nameOf(record))))) : Status();
    const RecordState from = record.state();
    JOINERY_TRY(attach(record));
    if (m_deleted.contains(record))
        return {};
    IdentityMap &map = identities(record.entity());
    if (!inside.identified) {
        if (map.find(inside.key))
            return fail(invalid(QStringLiteral("Another %1 with this key belongs to the session already.").arg(nameOf(record))));
        map.put(record);
    }
    if (record.state() != from)
        tell(record, from);
    std::vector<RecordPtr> others;
    if (head) { // before it counts as deleted: what is read for it may flush
        JOINERY_TRY_VALUE(others, cascade(record, CascadeRule::Delete));
    }
    m_deleted.add(record);
    for (const RecordPtr &other : others)
        JOINERY_TRY(markDeleted(*other, false));
    return {};
}

void Session::detach(Record &record, bool toTransient)
{
    RecordInside &inside = record.inside();
    if (!inside.session)
        return;
    const RecordState from = record.state();
    inside.session = nullptr;
    if (toTransient)
        inside.hasKey = false;
    m_modified.remove(record);
    if (m_events.stateChanged && record.state() != from)
        tell(record, from);
}

void Session::expungeStates(const std::vector<RecordPtr> &records, bool toTransient)
{
    for (const RecordPtr &record : records) {
        if (m_pending.contains(*record)) {
            m_pending.remove(*record);
        } else if (record->inside().identified) {
            identities(record->entity()).remove(*record);
            m_deleted.remove(*record);
        }
    }
    for (const RecordPtr &record : records)
        detach(*record, toTransient);
}

Status Session::expunge(const RecordPtr &record)
{
    if (!record || record->inside().session != this)
        return fail(invalid(QStringLiteral("It does not belong to this session.")));
    JOINERY_TRY_VALUE(auto all, cascade(*record, CascadeRule::Expunge));
    all.insert(all.begin(), record);
    std::erase_if(all, [this](const RecordPtr &each) { return each->inside().session != this; });
    expungeStates(all, false);
    return {};
}

void Session::expungeAll()
{
    std::vector<RecordPtr> all = m_pending.all();
    const std::vector<RecordPtr> rows = persistent();
    all.insert(all.end(), rows.begin(), rows.end());
    for (const auto &transaction : m_transactions)
        all.insert(all.end(), transaction->deleted.begin(), transaction->deleted.end());
    expungeStates(all, false);
}

std::vector<RecordPtr> Session::persistent() const
{
    std::vector<RecordPtr> records;
    for (const IdentityMap &map : m_identities)
        map.appendAll(records);
    return records;
}

std::vector<RecordPtr> Session::dirty() const
{
    std::vector<RecordPtr> records = m_modified.all();
    std::erase_if(records, [this](const RecordPtr &record) { return m_deleted.contains(*record); });
    return records;
}

void Session::expireRecord(Record &record)
{
    RecordInside &inside = record.inside();
    inside.expired = true;
    inside.modified = false;
    m_modified.remove(record);
    // The values stay until others come: a flag is all that says whether there is one.
    std::fill_n(record.flags(), record.entity().columnCount(), quint8(kExpired));
    const auto more = std::exchange(inside.moreIfAny, nullptr); // others may go with it
}

Status Session::expire(const RecordPtr &record)
{
    if (!record || !contains(*record) || !record->inside().hasKey)
        return fail(invalid(QStringLiteral("Only a row of this session can be expired.")));
    JOINERY_TRY_VALUE(auto all, cascade(*record, CascadeRule::RefreshExpire));
    all.push_back(record);
    for (const RecordPtr &each : all) {
        if (contains(*each) && each->inside().hasKey)
            expireRecord(*each);
    }
    return {};
}

void Session::expireAll()
{
    for (const IdentityMap &map : m_identities)
        map.forEach([this](Record &record) { expireRecord(record); });
}

Status Session::refresh(const RecordPtr &record)
{
    JOINERY_TRY(flushBeforeQuery());
    JOINERY_TRY(expire(record));
    return reloadExpired(*record, false);
}

Result<RecordPtr> Session::get(const Entity &entity, const Identity &key)
{
    if (key.size() != entity.key().size())
        return fail(invalid(QStringLiteral("The key of %1 has %2 columns.").arg(entity.name()).arg(entity.key().size())));
    if (const RecordPtr held(identities(entity).find(key)); held) {
        if (!held->inside().expired)
            return held;
        const Status reloaded = reloadExpired(*held, m_autoflush);
        if (reloaded)
            return held;
        if (reloaded.error().kind != ErrorKind::Conflict)
            return fail(reloaded.error());
        noteGone(*held);
        return RecordPtr();
    }
    return loadByKey(*this, entity, key, m_autoflush);
}

Result<RecordPtr> Session::get(const QString &name, const Value &key)
{
    const Entity *entity = m_model.entity(name);
    if (!entity)
        return fail(invalid(QStringLiteral("There is no entity %1.").arg(name)));
    return get(*entity, Identity(key));
}

RecordPtr Session::take(const Entity &entity, const driver::RowBlock &rows, int row, bool replacing)
{
    Identity key = entity.key().size() == 1 ? Identity(rows.value(row, entity.key().front())) : Identity();
    if (entity.key().size() > 1) {
        std::vector<Value> values;
        for (const int column : entity.key())
            values.push_back(rows.value(row, column));
        key = Identity(std::move(values));
    }
    RecordPtr record(identities(entity).find(key));
    const bool fresh = !record;
    if (fresh) {
        record = create(entity);
        record->inside().key = std::move(key);
        record->inside().hasKey = true;
        record->inside().session = this;
        identities(entity).put(*record);
    } else if (replacing) {
        expireRecord(*record);
    }
    for (int column = 0; column < entity.columnCount(); ++column) {
        if (!(record->flags()[column] & (kPresent | kChanged)))
            storeColumn(*record, column, rows.value(row, column));
    }
    record->inside().expired = false;
    return record;
}

} // namespace joinery::session
