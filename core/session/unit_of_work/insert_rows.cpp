// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/row_writer.h"

namespace joinery::session {

using driver::Value;

namespace {

// Whether an INSERT names the column. NULL is a value like every other one, but for a key, which the server is to give then.
bool isGiven(Record &record, int column)
{
    const Entity &entity = record.entity();
    const Value &value = record.values()[column];
    return (record.flags()[column] & kPresent) && entity.isWritable(column) && !value.isDefault() && !(value.isNull() && entity.isInKey(column));
}

/// The statement for records that give the same columns.
struct InsertShape
{
    std::vector<int> given;
    std::vector<int> returned; ///< what the statement gives back
    QString sql;
    bool inOnePiece = false; ///< the given columns stand beside each other

    bool fits(Record &record) const
    {
        size_t at = 0;
        for (int column = 0; column < record.entity().columnCount(); ++column) {
            const bool expected = at < given.size() && given[at] == column;
            if (isGiven(record, column) != expected)
                return false;
            at += expected;
        }
        return true;
    }
};

InsertShape shapeOf(Record &record, const dialect::Dialect &dialect)
{
    const Entity &entity = record.entity();
    const dialect::Capabilities &capabilities = dialect.capabilities();
    InsertShape shape;
    std::vector<RowCell> cells;
    QStringList returned;
    bool keyIsMissing = false;
    for (int column = 0; column < entity.columnCount(); ++column) {
        if (isGiven(record, column)) {
            shape.given.push_back(column);
            cells.push_back({entity.column(column).name, nullptr});
            continue;
        }
        keyIsMissing = keyIsMissing || entity.isInKey(column);
        if (entity.isInKey(column) || entity.hasServerValue(column)) {
            shape.returned.push_back(column);
            returned.append(entity.column(column).name);
        }
    }
    shape.inOnePiece = !shape.given.empty() && shape.given.back() - shape.given.front() + 1 == int(shape.given.size());
    // The address of a row, and a counted number, are told without being asked for.
    const bool told = shape.returned.empty() || isAddressAlias(entity.table(), entity.table().primaryKey->columns, capabilities);
    const bool asked = capabilities.returning && !(told && (shape.returned.size() == 1 || capabilities.rowAddressOrders));
    RowSql row(dialect, entity.table());
    row.insertInto(cells);
    if (asked && !shape.returned.empty() && (keyIsMissing || !capabilities.rowAddressOrders))
        row.returning(returned);
    else
        shape.returned.clear();
    shape.sql = row.sql();
    return shape;
}

} // namespace

Status RowWriter::insert(const Entity &entity, const std::vector<Record *> &records)
{
    for (size_t first = 0; first < records.size(); first += kStatementsOfABatch)
        JOINERY_TRY(insertSome(entity, {records.data() + first, std::min(kStatementsOfABatch, records.size() - first)}));
    return {};
}

Status RowWriter::insertSome(const Entity &entity, std::span<Record *const> records)
{
    JOINERY_TRY(begin());
    const bool versioned = entity.check() == OptimisticCheck::Version;
    InsertShape shape;
    std::vector<std::vector<int>> returned; // by record
    std::vector<Value> values;
    returned.reserve(records.size());
    for (Record *record : records) {
        if (versioned && !isGiven(*record, entity.versionColumn()))
            storeColumn(*record, entity.versionColumn(), Value::integer(1));
        if (shape.sql.isEmpty() || !shape.fits(*record))
            shape = shapeOf(*record, m_session.dialect());
        returned.push_back(shape.returned);
        if (shape.inOnePiece) {
            JOINERY_TRY(m_batch->add(shape.sql, {record->values() + shape.given.front(), shape.given.size()}));
            continue;
        }
        values.clear();
        for (const int column : shape.given)
            values.push_back(record->values()[column]);
        JOINERY_TRY(m_batch->add(shape.sql, values));
    }
    JOINERY_TRY(m_batch->finish());
    takeInserted(entity, records, returned);
    m_batch.reset();
    for (Record *record : records) {
        for (const int column : entity.key()) {
            if (!(record->flags()[column] & kPresent) || record->values()[column].isNull())
                return fail(ErrorKind::InvalidInput, QStringLiteral("A new %1 has no %2, and the database gave it none: its row cannot be found again.")
                                                         .arg(entity.name(), entity.column(column).name));
        }
    }
    return {};
}

// What the server made: keys and defaults as far as it told, the rest is read when it is looked at.
void RowWriter::takeInserted(const Entity &entity, std::span<Record *const> records, const std::vector<std::vector<int>> &returned)
{
    for (size_t i = 0; i < records.size(); ++i) {
        Record &record = *records[i];
        const driver::StatementOutcome &outcome = m_batch->outcomes()[i];
        for (size_t at = 0; at < returned[i].size() && at < outcome.row.size(); ++at)
            storeColumn(record, returned[i][at], outcome.row[at]);
        for (int column = 0; column < entity.columnCount(); ++column) {
            const bool there = (record.flags()[column] & kPresent) && !record.values()[column].isDefault();
            if (entity.isInKey(column)) {
                if ((!there || record.values()[column].isNull()) && entity.key().size() == 1 && outcome.insertId != 0)
                    storeColumn(record, column, Value::integer(outcome.insertId));
            } else if (!there && (entity.hasServerValue(column) || (record.flags()[column] & kPresent))) {
                record.values()[column] = Value();
                record.flags()[column] = kExpired;
            }
        }
    }
}

Status Session::bulkInsert(const Entity &entity, const QStringList &columns, const driver::RowBlock &rows)
{
    JOINERY_TRY(flush());
    JOINERY_TRY_VALUE(driver::Connection *connection, this->connection(true));
    driver::BulkTarget target;
    target.table = m_dialect.quote(entity.table().name);
    target.tableName = entity.table().name.name;
    for (const QString &column : columns)
        target.columns.append(m_dialect.quote(column));
    Status written;
    {
        JOINERY_TRY_VALUE(const auto insert, connection->bulkInsert(target, m_token));
        written = insert->write(rows, 0, rows.rowCount());
        if (written)
            written = insert->finish();
    }
    if (!written)
        afterFailedFlush();
    return written;
}

Status writeAssociations(Session &session, const Relationship &relationship, const std::vector<std::vector<Value>> &inserted,
                         const std::vector<std::vector<Value>> &deleted)
{
    if (inserted.empty() && deleted.empty())
        return {};
    schema::Table table;
    table.name = relationship.association;
    std::vector<RowCell> cells;
    for (const QString &column : relationship.ownerColumns + relationship.targetColumns)
        cells.push_back({column, nullptr});
    JOINERY_TRY_VALUE(driver::Connection *connection, session.connection(true));
    JOINERY_TRY_VALUE(const auto batch, connection->batch(session.token()));
    RowSql remove(session.dialect(), table), insert(session.dialect(), table);
    remove.deleteFrom().where(cells);
    insert.insertInto(cells);
    for (const std::vector<Value> &row : deleted)
        JOINERY_TRY(batch->add(remove.sql(), row));
    for (const std::vector<Value> &row : inserted)
        JOINERY_TRY(batch->add(insert.sql(), row));
    JOINERY_TRY(batch->finish());
    for (const driver::StatementOutcome &outcome : batch->outcomes()) {
        if (outcome.affectedRows != 1)
            return fail(ErrorKind::Conflict, QStringLiteral("A row of %1 that was to be deleted is not there any more.").arg(table.name.toString()));
    }
    return {};
}

} // namespace joinery::session
