// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/query/eager_load.h"

#include "core/session/one_row.h"
#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/references.h"

#include <unordered_map>

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

namespace {

constexpr size_t kRecordsOfAStatement = 400;

struct KeyHash
{
    size_t operator()(const Identity &key) const { return key.hash(); }
};

/// One step of a path, for many records.
class RelatedLoad
{
public:
    RelatedLoad(Session &session, const Relationship &relationship) : m_session(session), m_dialect(session.dialect()), m_relationship(relationship) {}

    Status run(const std::vector<RecordPtr> &records)
    {
        std::vector<RecordPtr> waiting;
        for (const RecordPtr &record : records) {
            const RelationSlot *slot = record->slotIfAny(m_relationship);
            if (!(slot && slot->present) && record->inside().session == &m_session && record->inside().hasKey)
                waiting.push_back(record);
        }
        for (size_t first = 0; first < waiting.size(); first += kRecordsOfAStatement) {
            const std::span batch(waiting.data() + first, std::min(kRecordsOfAStatement, waiting.size() - first));
            JOINERY_TRY(m_relationship.isCollection() ? loadCollections(batch) : loadReferences(batch));
        }
        return {};
    }

private:
    QString targetColumns() const
    {
        QStringList names;
        for (const schema::Column &column : m_relationship.target->table().columns)
            names.append(u"t." % m_dialect.quote(column.name));
        return names.join(QStringLiteral(", "));
    }

    Result<Identity> keyOf(Record &record) const
    {
        std::vector<Value> values;
        if (m_relationship.direction == Relationship::Direction::ManyToMany)
            return record.inside().key;
        for (const Relationship::Pair &pair : m_relationship.pairs) {
            JOINERY_TRY_VALUE(Value value, record.get(pair.here));
            values.push_back(std::move(value));
        }
        return Identity(std::move(values));
    }

    // What the target's rows are told apart by is read behind their own columns.
    Result<RowBlock> fetch(std::span<const Identity> keys)
    {
        const Entity &target = *m_relationship.target;
        QStringList keyColumns;
        QString from = u" FROM " % m_dialect.quote(target.table().name) % u" t";
        if (m_relationship.direction == Relationship::Direction::ManyToMany) {
            QStringList match;
            for (qsizetype i = 0; i < m_relationship.targetColumns.size(); ++i)
                match.append(u"a." % m_dialect.quote(m_relationship.targetColumns.at(i)) % u" = t." % m_dialect.quote(target.column(target.key()[size_t(i)]).name));
            from += u" JOIN " % m_dialect.quote(m_relationship.association) % u" a ON " % match.join(QStringLiteral(" AND "));
            for (const QString &column : m_relationship.ownerColumns)
                keyColumns.append(u"a." % m_dialect.quote(column));
        } else {
            for (const Relationship::Pair &pair : m_relationship.pairs)
                keyColumns.append(u"t." % m_dialect.quote(target.column(pair.there).name));
        }
        std::vector<Value> parameters;
        std::vector<std::vector<Value>> rows;
        for (const Identity &key : keys)
            rows.push_back(key.values());
        const QString where = whereKeyIn(keyColumns, rows, [&](const Value &value) {
            parameters.push_back(value);
            return m_dialect.placeholder(int(parameters.size()));
        });
        JOINERY_TRY_VALUE(driver::Connection *connection, m_session.connection(false));
        return connection->fetch(u"SELECT " % targetColumns() % u", " % keyColumns.join(QStringLiteral(", ")) % from % where, parameters, m_session.token());
    }

    Identity keyIn(const RowBlock &rows, int row) const
    {
        std::vector<Value> values;
        for (int column = m_relationship.target->columnCount(); column < rows.columnCount(); ++column)
            values.push_back(rows.value(row, column));
        return Identity(std::move(values));
    }

    Status loadCollections(std::span<const RecordPtr> records)
    {
        std::unordered_map<Identity, std::vector<RecordPtr>, KeyHash> found;
        std::vector<Identity> keys;
        for (const RecordPtr &record : records) {
            JOINERY_TRY_VALUE(Identity key, keyOf(*record));
            keys.push_back(std::move(key));
        }
        JOINERY_TRY_VALUE(const RowBlock rows, fetch(keys));
        for (int row = 0; row < rows.rowCount(); ++row)
            found[keyIn(rows, row)].push_back(m_session.take(*m_relationship.target, rows, row));
        for (size_t i = 0; i < records.size(); ++i)
            storeCollection(*records[i], m_relationship, std::move(found[keys[i]]));
        return {};
    }

    Status loadReferences(std::span<const RecordPtr> records)
    {
        std::unordered_map<Identity, RecordPtr, KeyHash> found;
        std::vector<Identity> keys, missing;
        for (const RecordPtr &record : records) {
            JOINERY_TRY_VALUE(Identity key, keyOf(*record));
            if (!key.hasNull() && found.emplace(key, nullptr).second)
                missing.push_back(key);
            keys.push_back(std::move(key));
        }
        if (!missing.empty()) {
            JOINERY_TRY_VALUE(const RowBlock rows, fetch(missing));
            for (int row = 0; row < rows.rowCount(); ++row)
                found[keyIn(rows, row)] = m_session.take(*m_relationship.target, rows, row);
        }
        for (size_t i = 0; i < records.size(); ++i) {
            RelationSlot &slot = records[i]->slot(m_relationship);
            slot.present = true;
            slot.one = found[keys[i]];
        }
        return {};
    }

    Session &m_session;
    const dialect::Dialect &m_dialect;
    const Relationship &m_relationship;
};

} // namespace

Status loadRelated(Session &session, const Entity &entity, std::vector<RecordPtr> records, const QString &path)
{
    const Entity *at = &entity;
    for (const QString &name : path.split(u'.')) {
        const Relationship *relationship = at->relationship(name);
        if (!relationship)
            return fail(ErrorKind::InvalidInput, QStringLiteral("%1 has no %2.").arg(at->name(), name));
        JOINERY_TRY(RelatedLoad(session, *relationship).run(records));
        std::vector<RecordPtr> next;
        for (const RecordPtr &record : records) {
            const RelationSlot *slot = record->slotIfAny(*relationship);
            if (!slot)
                continue;
            next.insert(next.end(), slot->many.begin(), slot->many.end());
            if (slot->one)
                next.push_back(slot->one);
        }
        records = std::move(next);
        at = relationship->target;
    }
    return {};
}

} // namespace joinery::session
