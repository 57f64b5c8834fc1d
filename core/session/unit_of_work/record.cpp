// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/record.h"

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/references.h"
#include "core/session/unit_of_work/session.h"

#include <memory>

namespace joinery::session {

using driver::Value;

namespace {

Error unknown(const Entity &entity, const QString &name)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = QStringLiteral("%1 has no %2.").arg(entity.name(), name);
    return error;
}

Result<const Relationship *> relationshipOf(const Entity &entity, const QString &name, bool collection)
{
    const Relationship *found = entity.relationship(name);
    if (!found || found->isCollection() != collection)
        return fail(unknown(entity, name));
    return found;
}

// With the gap that lets the values begin where they may.
size_t flagBytes(size_t columns) { return (columns + alignof(Value) - 1) / alignof(Value) * alignof(Value); }

} // namespace

RecordPtr Record::make(const Entity &entity)
{
    const size_t columns = size_t(entity.columnCount());
    void *memory = ::operator new(sizeof(Record) + flagBytes(columns) + columns * sizeof(Value));
    return RecordPtr(new (memory) Record(entity));
}

Record::Record(const Entity &entity)
    : m_entity(entity), m_values(reinterpret_cast<Value *>(flags() + flagBytes(size_t(entity.columnCount())))), m_columns(quint32(entity.columnCount()))
{
    static_assert(sizeof(Record) % alignof(Value) == 0);
    const size_t columns = size_t(entity.columnCount());
    std::uninitialized_fill_n(flags(), columns, quint8(0));
    std::uninitialized_default_construct_n(m_values, columns);
}

Record::~Record()
{
    if (m_inside.knownTo)
        m_inside.knownTo->forget(*this);
    std::destroy_n(m_values, m_columns);
}

void retain(Record *record) { ++record->m_references; }

void release(Record *record)
{
    if (--record->m_references > 0)
        return;
    record->~Record();
    ::operator delete(static_cast<void *>(record));
}

RecordState Record::state() const
{
    if (!m_inside.hasKey)
        return m_inside.session ? RecordState::Pending : RecordState::Transient;
    if (!m_inside.session)
        return RecordState::Detached;
    return m_inside.deletedInFlush ? RecordState::Deleted : RecordState::Persistent;
}

RelationSlot &Record::slot(const Relationship &relationship)
{
    std::vector<RelationSlot> &relations = m_inside.more().relations;
    if (relations.empty())
        relations.resize(m_entity.relationships().size());
    return relations[size_t(relationship.index)];
}

const RelationSlot *Record::slotIfAny(const Relationship &relationship) const
{
    return m_inside.hasRelations() ? &m_inside.moreIfAny->relations[size_t(relationship.index)] : nullptr;
}

Result<Value> Record::get(int column)
{
    if (flags()[column] & kPresent)
        return m_values[column];
    JOINERY_TRY_VALUE(ColumnRead read, readColumn(*this, column, kFetch));
    return std::move(read.value);
}

Result<Value> Record::get(const QString &column)
{
    const int index = m_entity.columnIndex(column);
    if (index < 0)
        return fail(unknown(m_entity, column));
    return get(index);
}

Status Record::set(int column, Value value) { return setColumn(*this, column, std::move(value)); }

Status Record::set(const QString &column, Value value)
{
    const int index = m_entity.columnIndex(column);
    if (index < 0)
        return fail(unknown(m_entity, column));
    return set(index, std::move(value));
}

Result<RecordPtr> Record::related(const QString &reference)
{
    JOINERY_TRY_VALUE(const Relationship *relationship, relationshipOf(m_entity, reference, false));
    JOINERY_TRY_VALUE(ReferenceRead read, readReference(*this, *relationship, kFetch));
    return std::move(read.record);
}

Status Record::relate(const QString &reference, const RecordPtr &to)
{
    JOINERY_TRY_VALUE(const Relationship *relationship, relationshipOf(m_entity, reference, false));
    if (to && &to->entity() != relationship->target)
        return fail(ErrorKind::InvalidInput, QStringLiteral("%1 of %2 takes no %3.").arg(reference, m_entity.name(), to->entity().name()));
    return setReference(*this, *relationship, to, {relationship, RelationEvent::Kind::Replace});
}

Result<std::vector<RecordPtr>> Record::collection(const QString &name)
{
    JOINERY_TRY_VALUE(const Relationship *relationship, relationshipOf(m_entity, name, true));
    JOINERY_TRY(fetchCollection(*this, *relationship, kFetch));
    const RelationSlot &held = slot(*relationship);
    return held.present ? held.many : std::vector<RecordPtr>();
}

Status Record::append(const QString &collection, const RecordPtr &record)
{
    JOINERY_TRY_VALUE(const Relationship *relationship, relationshipOf(m_entity, collection, true));
    if (!record || &record->entity() != relationship->target)
        return fail(ErrorKind::InvalidInput, QStringLiteral("%1 of %2 takes no such record.").arg(collection, m_entity.name()));
    return appendTo(*this, *relationship, *record, {relationship, RelationEvent::Kind::Append}, kFetch);
}

Status Record::remove(const QString &collection, const RecordPtr &record)
{
    JOINERY_TRY_VALUE(const Relationship *relationship, relationshipOf(m_entity, collection, true));
    if (!record)
        return fail(ErrorKind::InvalidInput, QStringLiteral("There is no record to take out of %1.").arg(collection));
    return removeFrom(*this, *relationship, *record, {relationship, RelationEvent::Kind::Remove}, kFetch);
}

} // namespace joinery::session
