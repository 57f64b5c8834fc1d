// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/row_writer.h"

#include "core/session/one_row.h"
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/loader.h"

namespace joinery::session {

using driver::Value;

Status RowWriter::begin()
{
    if (m_batch)
        return {};
    JOINERY_TRY_VALUE(driver::Connection *connection, m_session.connection(true));
    JOINERY_TRY_VALUE(m_batch, connection->batch(m_session.token()));
    return {};
}

Status RowWriter::send(const Entity &entity, const QString &sql, std::span<const Value> parameters, bool lenient)
{
    if (m_sent >= kStatementsOfABatch)
        JOINERY_TRY(finish(entity, lenient));
    JOINERY_TRY(begin());
    ++m_sent;
    return m_batch->add(sql, parameters);
}

Status RowWriter::finish(const Entity &entity, bool lenient)
{
    if (!m_batch)
        return {};
    JOINERY_TRY(m_batch->finish());
    const std::unique_ptr<driver::StatementBatch> batch = std::move(m_batch);
    m_sent = 0;
    for (const driver::StatementOutcome &outcome : batch->outcomes()) {
        if (outcome.affectedRows == 1)
            continue;
        Error error = notOneRow(outcome.affectedRows, {});
        error.damage = Damage::Transaction;
        error.detail = entity.table().name.toString();
        if (!lenient || outcome.affectedRows != 0)
            return fail(std::move(error));
        m_session.warn(QStringLiteral("A row of %1 that was to be deleted was not there any more.").arg(error.detail));
    }
    return {};
}

Status RowWriter::save(const Entity &entity, std::vector<Record *> records)
{
    const auto inOrder = [](const Record *a, const Record *b) {
        const RecordInside &x = a->inside(), &y = b->inside();
        if (x.hasKey != y.hasKey)
            return !x.hasKey;
        return x.hasKey ? x.key < y.key : x.insertOrder < y.insertOrder;
    };
    if (!std::is_sorted(records.begin(), records.end(), inOrder))
        std::sort(records.begin(), records.end(), inOrder);
    std::vector<Update> updates;
    std::vector<Record *> inserts;
    for (Record *record : records) {
        Record *row = record;
        if (!record->inside().hasKey) {
            JOINERY_TRY_VALUE(row, rowToTake(*record));
        }
        if (!row) {
            inserts.push_back(record);
            continue;
        }
        addUpdate(updates, *record, *row);
    }
    JOINERY_TRY(update(entity, updates));
    return insert(entity, inserts);
}

// The record whose row a new one with the same key takes over, because it is deleted in this flush.
Result<Record *> RowWriter::rowToTake(Record &record)
{
    for (const int column : record.entity().key()) {
        if (record.flags()[column] & kExpired)
            JOINERY_TRY(readColumn(record, column, kFetch)); // it was a row once, and what it held is gone: this says so
        if (!(record.flags()[column] & kPresent) || record.values()[column].isNull() || record.values()[column].isDefault())
            return nullptr;
    }
    Record *existing = m_session.identities(record.entity()).find(Flush::keyOf(record));
    if (!existing)
        return nullptr;
    if (existing->inside().expired) {
        const Status there = reloadExpired(*existing, false);
        if (!there && there.error().kind == ErrorKind::Conflict) {
            m_session.noteGone(*existing);
            return nullptr;
        }
        JOINERY_TRY(there);
    }
    if (m_flush.isToDelete(*existing)) {
        m_flush.cancelStatement(*existing);
        return existing;
    }
    m_session.warn(QStringLiteral("A new %1 has the key of one that is a row already (%2).")
                       .arg(record.entity().name(), Flush::keyOf(record).toText()));
    return nullptr;
}

void RowWriter::addUpdate(std::vector<Update> &updates, Record &record, Record &row)
{
    const size_t first = m_columns.size();
    appendChangedColumns(record);
    if (m_columns.size() > first)
        updates.push_back({&record, &row, first, m_columns.size() - first});
}

void RowWriter::appendChangedColumns(Record &record)
{
    const bool takesOver = !record.inside().hasKey;
    for (int column = 0; column < record.entity().columnCount(); ++column) {
        const quint8 flags = record.flags()[column];
        if (!(flags & kChanged) || !record.entity().isWritable(column) || column == record.entity().versionColumn())
            continue;
        if (takesOver ? !record.entity().isInKey(column) : isReallyChanged(record, column))
            m_columns.push_back(column);
    }
}

Status RowWriter::fetchVersion(Record &row) const
{
    JOINERY_TRY(readCommittedColumn(row, row.entity().versionColumn(), kFetch));
    return {};
}

Status RowWriter::findRow(Record &row, std::span<const int> written, bool deleting, Place &place) const
{
    const Entity &entity = row.entity();
    place.columns.clear();
    place.values.clear();
    const auto want = [&](int column, Value value) {
        place.columns.push_back(column);
        place.values.push_back(std::move(value));
    };
    for (size_t i = 0; i < entity.key().size(); ++i) {
        const int column = entity.key()[i];
        const OldValue *old = oldValue(row, column);
        want(column, old && old->known ? old->value : row.inside().key.at(i));
        if (place.values.back().isNull())
            return fail(ErrorKind::InvalidInput, QStringLiteral("A %1 without a key cannot be found again.").arg(entity.name()));
    }
    if (entity.check() == OptimisticCheck::Version) {
        JOINERY_TRY_VALUE(ColumnRead version, readCommittedColumn(row, entity.versionColumn(), kFetch));
        want(entity.versionColumn(), std::move(version.value));
    } else if (entity.check() == OptimisticCheck::OldValues) {
        for (int column = 0; column < entity.columnCount(); ++column) {
            const bool matters = deleting || std::find(written.begin(), written.end(), column) != written.end();
            if (!matters || entity.isInKey(column) || !isComparable(entity.column(column).type, m_session.dialect().capabilities()))
                continue;
            const OldValue *old = oldValue(row, column);
            if (old ? old->known : (row.flags()[column] & kPresent) != 0)
                want(column, old ? old->value : row.values()[column]);
        }
    }
    return {};
}

bool RowWriter::Text::fits(const Place &place) const
{
    return !sql.isEmpty() && columns == place.columns
           && std::equal(nulls.begin(), nulls.end(), place.values.begin(), place.values.end(), [](bool null, const Value &value) { return null == value.isNull(); });
}

// The text says IS NULL itself, everything else is bound.
void RowWriter::makeText(Text &text, RowSql &row, const Entity &entity, const Place &place)
{
    std::vector<RowCell> cells;
    text.columns = place.columns;
    text.nulls.clear();
    for (size_t i = 0; i < place.columns.size(); ++i) {
        text.nulls.push_back(place.values[i].isNull());
        cells.push_back({entity.column(place.columns[i]).name, place.values[i].isNull() ? &place.values[i] : nullptr});
    }
    text.sql = row.where(cells).sql();
}

Status RowWriter::update(const Entity &entity, const std::vector<Update> &updates)
{
    Text text;
    Place place;
    std::span<const int> lastColumns;
    std::vector<Value> values;
    const bool versioned = entity.check() == OptimisticCheck::Version;
    std::vector<std::pair<Record *, Value>> versions;
    if (versioned) {
        for (const Update &update : updates)
            JOINERY_TRY(fetchVersion(*update.row));
    }
    for (const Update &update : updates) {
        const std::span<const int> columns = columnsOf(update);
        JOINERY_TRY(findRow(*update.row, columns, false, place));
        values.clear();
        for (const int column : columns)
            values.push_back(update.record->values()[column]);
        if (versioned) {
            values.push_back(Value::integer(place.values.back().toInteger() + 1));
            versions.emplace_back(update.record, values.back());
        }
        if (!text.fits(place) || !std::equal(columns.begin(), columns.end(), lastColumns.begin(), lastColumns.end())) {
            std::vector<RowCell> set;
            for (const int column : columns)
                set.push_back({entity.column(column).name, nullptr});
            if (versioned)
                set.push_back({entity.column(entity.versionColumn()).name, nullptr});
            RowSql row(m_session.dialect(), entity.table());
            makeText(text, row.update(set), entity, place);
            lastColumns = columns;
        }
        for (Value &value : place.values) {
            if (!value.isNull())
                values.push_back(std::move(value));
        }
        JOINERY_TRY(send(entity, text.sql, values));
    }
    JOINERY_TRY(finish(entity));
    for (auto &[record, version] : versions)
        storeColumn(*record, entity.versionColumn(), std::move(version));
    for (const Update &update : updates) {
        const std::span<const int> columns = columnsOf(update);
        for (int column = 0; column < entity.columnCount(); ++column) {
            if (!entity.changesOnUpdate(column) || std::find(columns.begin(), columns.end(), column) != columns.end())
                continue;
            update.record->values()[column] = Value();
            update.record->flags()[column] = kExpired;
        }
    }
    return {};
}

Status RowWriter::remove(const Entity &entity, std::vector<Record *> records)
{
    const auto byKey = [](const Record *a, const Record *b) { return a->inside().key < b->inside().key; };
    if (!std::is_sorted(records.begin(), records.end(), byKey))
        std::sort(records.begin(), records.end(), byKey);
    if (entity.check() == OptimisticCheck::Version) {
        for (Record *record : records)
            JOINERY_TRY(fetchVersion(*record));
    }
    const bool lenient = entity.check() == OptimisticCheck::Key;
    Text text;
    Place place;
    for (Record *record : records) {
        JOINERY_TRY(findRow(*record, {}, true, place));
        if (!text.fits(place)) {
            RowSql row(m_session.dialect(), entity.table());
            makeText(text, row.deleteFrom(), entity, place);
        }
        std::erase_if(place.values, [](const Value &value) { return value.isNull(); });
        JOINERY_TRY(send(entity, text.sql, place.values, lenient));
    }
    return finish(entity, lenient);
}

Status RowWriter::postUpdate(const Entity &entity, bool deleting)
{
    Flush::PostUpdate &asked = m_flush.postUpdates(entity);
    std::vector<Update> updates;
    for (Record *record : asked.records) {
        if (m_flush.isToDelete(*record) != deleting)
            continue;
        Update update{record, record, m_columns.size(), 0};
        for (const int column : asked.columns) {
            if (record->flags()[column] & kPresent)
                m_columns.push_back(column);
        }
        update.columnCount = m_columns.size() - update.firstColumn;
        if (!record->inside().hasKey)
            record->inside().key = Flush::keyOf(*record); // the INSERT has just given it
        if (update.columnCount > 0)
            updates.push_back(update);
    }
    return this->update(entity, updates);
}

} // namespace joinery::session
