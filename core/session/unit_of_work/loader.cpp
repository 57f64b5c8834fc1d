// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/loader.h"

#include "core/session/row_sql.h"
#include "core/session/unit_of_work/session.h"

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

namespace {

std::vector<RowCell> cellsOf(const Entity &entity, const std::vector<int> &columns, const std::vector<Value> &values)
{
    std::vector<RowCell> cells;
    for (size_t i = 0; i < columns.size(); ++i)
        cells.push_back({entity.column(columns[i]).name, &values[i]});
    return cells;
}

Result<RowBlock> fetchRows(Session &session, RowSql &&row)
{
    JOINERY_TRY_VALUE(driver::Connection *connection, session.connection(false));
    const std::vector<Value> parameters = row.takeParameters();
    return connection->fetch(row.sql(), parameters, session.token());
}

Error noSession(const Record &record)
{
    Error error;
    error.kind = ErrorKind::Undefined;
    error.message = QStringLiteral("This %1 belongs to no session: what it does not hold cannot be read.").arg(record.entity().name());
    return error;
}

Result<std::vector<RecordPtr>> loadWhere(Session &session, const Entity &entity, const std::vector<int> &columns,
                                         const std::vector<Value> &values, bool autoflush)
{
    if (autoflush)
        JOINERY_TRY(session.flushBeforeQuery());
    RowSql row(session.dialect(), entity.table());
    row.select().where(cellsOf(entity, columns, values));
    JOINERY_TRY_VALUE(const RowBlock rows, fetchRows(session, std::move(row)));
    std::vector<RecordPtr> records;
    for (int i = 0; i < rows.rowCount(); ++i)
        records.push_back(session.take(entity, rows, i));
    return records;
}

} // namespace

Status reloadExpired(Record &record, bool autoflush)
{
    RecordInside &inside = record.inside();
    if (!inside.session)
        return fail(noSession(record));
    Session &session = *inside.session;
    if (autoflush)
        JOINERY_TRY(session.flushBeforeQuery());
    if (!inside.hasKey)
        return fail(ErrorKind::InvalidInput, QStringLiteral("This %1 is no row any more: what it held cannot be read again.").arg(record.entity().name()));
    if (!inside.session) // the flush took it out
        return fail(noSession(record));
    const Entity &entity = record.entity();
    const std::vector<Value> key = inside.key.values();
    RowSql row(session.dialect(), entity.table());
    row.select().where(cellsOf(entity, entity.key(), key));
    JOINERY_TRY_VALUE(const RowBlock rows, fetchRows(session, std::move(row)));
    if (rows.rowCount() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("The row of this %1 (%2) is not there any more.").arg(entity.name(), inside.key.toText()));
    for (int column = 0; column < entity.columnCount(); ++column) {
        quint8 &flags = record.flags()[column];
        if ((flags & kExpired) && !(flags & kChanged))
            storeColumn(record, column, rows.value(0, column));
        flags &= quint8(~kExpired);
    }
    inside.expired = false;
    return {};
}

Result<RecordPtr> loadByKey(Session &session, const Entity &entity, const Identity &key, bool autoflush, bool replacing)
{
    if (autoflush)
        JOINERY_TRY(session.flushBeforeQuery());
    const std::vector<Value> values = key.values();
    RowSql row(session.dialect(), entity.table());
    row.select().where(cellsOf(entity, entity.key(), values));
    JOINERY_TRY_VALUE(const RowBlock rows, fetchRows(session, std::move(row)));
    return rows.rowCount() == 0 ? RecordPtr() : session.take(entity, rows, 0, replacing);
}

Result<ReferenceRead> loadReference(Record &record, const Relationship &relationship, Fetch fetch)
{
    if (!record.inside().hasKey)
        return ReferenceRead{Found::NeverSet, nullptr};
    if (!record.inside().session) {
        if (fetch.testFlag(FetchFlag::Committed))
            return ReferenceRead{Found::NotFetched, nullptr};
        return fail(noSession(record));
    }
    const Entity &target = *relationship.target;
    std::vector<int> columns;
    std::vector<Value> values;
    for (const Relationship::Pair &pair : relationship.pairs) {
        JOINERY_TRY_VALUE(ColumnRead read, fetch.testFlag(FetchFlag::Committed) ? readCommittedColumn(record, pair.here, fetch)
                                                                                : readColumn(record, pair.here, fetch));
        if (read.found == Found::NotFetched)
            return ReferenceRead{Found::NotFetched, nullptr};
        if (read.value.isNull())
            return ReferenceRead{Found::Value, nullptr};
        columns.push_back(pair.there);
        values.push_back(std::move(read.value));
    }
    Session &session = *record.inside().session;
    const bool mayLoad = fetch.testFlag(FetchFlag::Sql) && fetch.testFlag(FetchFlag::Related);
    const bool autoflush = !fetch.testFlag(FetchFlag::NoAutoflush);
    std::vector<Value> key;
    for (const int column : target.key()) {
        if (const auto at = std::find(columns.begin(), columns.end(), column); at != columns.end())
            key.push_back(values[size_t(at - columns.begin())]);
    }
    if (key.size() != target.key().size() || key.size() != columns.size()) { // it refers to a unique column
        if (!mayLoad)
            return ReferenceRead{Found::NotFetched, nullptr};
        JOINERY_TRY_VALUE(const auto found, loadWhere(session, target, columns, values, autoflush));
        return ReferenceRead{Found::Value, found.empty() ? RecordPtr() : found.front()};
    }
    const Identity identity(std::move(key));
    if (const RecordPtr held(session.identities(target).find(identity)); held) {
        if (!held->inside().expired)
            return ReferenceRead{Found::Value, held};
        if (!fetch.testFlag(FetchFlag::Sql))
            return ReferenceRead{Found::NotFetched, nullptr};
        if (!fetch.testFlag(FetchFlag::Related))
            return ReferenceRead{Found::Value, held};
        const Status reloaded = reloadExpired(*held, autoflush);
        if (reloaded)
            return ReferenceRead{Found::Value, held};
        if (reloaded.error().kind != ErrorKind::Conflict || session.contains(*held) == false)
            return fail(reloaded.error());
        session.noteGone(*held);
    }
    if (!mayLoad)
        return ReferenceRead{Found::NotFetched, nullptr};
    JOINERY_TRY_VALUE(RecordPtr loaded, loadByKey(session, target, identity, autoflush));
    return ReferenceRead{Found::Value, std::move(loaded)};
}

namespace {

// The records behind an association table, by a join: names of the two tables cannot meet, for both are qualified.
Result<std::vector<RecordPtr>> loadAssociated(Session &session, const Relationship &relationship, const std::vector<Value> &key, bool autoflush)
{
    if (autoflush)
        JOINERY_TRY(session.flushBeforeQuery());
    const dialect::Dialect &dialect = session.dialect();
    const Entity &target = *relationship.target;
    const QString table = dialect.quote(target.table().name), between = dialect.quote(relationship.association);
    QString sql;
    for (int column = 0; column < target.columnCount(); ++column)
        sql += (column == 0 ? u"SELECT t." : u", t.") % dialect.quote(target.column(column).name);
    sql += u" FROM " % table % u" t, " % between % u" a WHERE ";
    for (size_t i = 0; i < target.key().size(); ++i)
        sql += u"t." % dialect.quote(target.column(target.key()[i]).name) % u" = a." % dialect.quote(relationship.targetColumns.at(qsizetype(i))) % u" AND ";
    for (qsizetype i = 0; i < relationship.ownerColumns.size(); ++i)
        sql += (i == 0 ? u"a." : u" AND a.") % dialect.quote(relationship.ownerColumns.at(i)) % u" = " % dialect.placeholder(int(i) + 1);
    JOINERY_TRY_VALUE(driver::Connection *connection, session.connection(false));
    JOINERY_TRY_VALUE(const RowBlock rows, connection->fetch(sql, key, session.token()));
    std::vector<RecordPtr> records;
    for (int row = 0; row < rows.rowCount(); ++row)
        records.push_back(session.take(target, rows, row));
    return records;
}

} // namespace

Result<Found> loadCollection(Record &record, const Relationship &relationship, Fetch fetch)
{
    if (!record.inside().session) {
        if (fetch.testFlag(FetchFlag::Committed))
            return Found::NotFetched;
        return fail(noSession(record));
    }
    std::vector<int> here, there;
    if (relationship.direction == Relationship::Direction::ManyToMany) {
        here = record.entity().key();
    } else {
        for (const Relationship::Pair &pair : relationship.pairs) {
            here.push_back(pair.here);
            there.push_back(pair.there);
        }
    }
    std::vector<Value> values;
    for (const int column : here) {
        JOINERY_TRY_VALUE(ColumnRead read, fetch.testFlag(FetchFlag::Committed) ? readCommittedColumn(record, column, fetch)
                                                                                : readColumn(record, column, fetch));
        if (read.found == Found::NotFetched)
            return Found::NotFetched;
        values.push_back(std::move(read.value));
    }
    Session &session = *record.inside().session;
    const bool autoflush = !fetch.testFlag(FetchFlag::NoAutoflush);
    const RecordPtr kept(&record);
    JOINERY_TRY_VALUE(auto items, relationship.direction == Relationship::Direction::ManyToMany
                                      ? loadAssociated(session, relationship, values, autoflush)
                                      : loadWhere(session, *relationship.target, there, values, autoflush));
    storeCollection(record, relationship, std::move(items));
    return Found::Value;
}

} // namespace joinery::session
