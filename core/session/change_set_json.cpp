// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_set_json.h"

#include "core/session/value_json.h"

#include <QJsonArray>

namespace joinery::session {

using driver::Value;

namespace {

const QString kKinds[] = {QStringLiteral("update"), QStringLiteral("insert"), QStringLiteral("delete")};

Error damaged() { return fail(ErrorKind::Corrupt, QStringLiteral("A staged change is damaged.")).value(); }

QJsonArray rowToJson(const std::vector<Value> &row)
{
    QJsonArray json;
    for (const Value &value : row)
        json.append(valueToJson(value));
    return json;
}

Result<std::vector<Value>> rowFromJson(const QJsonArray &json)
{
    std::vector<Value> row;
    for (const QJsonValue &item : json) {
        JOINERY_TRY_VALUE(Value value, valueFromJson(item));
        row.push_back(std::move(value));
    }
    return row;
}

} // namespace

QJsonObject toJson(const RowChange &change)
{
    QJsonObject values;
    for (auto it = change.values.begin(); it != change.values.end(); ++it)
        values[it.key()] = valueToJson(it.value());
    return {{QStringLiteral("id"), QString::number(change.id)}, {QStringLiteral("kind"), kKinds[size_t(change.kind)]},
            {QStringLiteral("key"), rowToJson(change.key)}, {QStringLiteral("before"), rowToJson(change.before)},
            {QStringLiteral("values"), values}};
}

Result<RowChange> rowChangeFromJson(const QJsonObject &json)
{
    RowChange change;
    change.id = json[QStringLiteral("id")].toString().toULongLong();
    const auto kind = std::find(std::begin(kKinds), std::end(kKinds), json[QStringLiteral("kind")].toString());
    if (kind == std::end(kKinds) || change.id == 0)
        return fail(damaged());
    change.kind = RowChange::Kind(kind - std::begin(kKinds));
    JOINERY_TRY_VALUE(change.key, rowFromJson(json[QStringLiteral("key")].toArray()));
    JOINERY_TRY_VALUE(change.before, rowFromJson(json[QStringLiteral("before")].toArray()));
    const QJsonObject values = json[QStringLiteral("values")].toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        JOINERY_TRY_VALUE(Value value, valueFromJson(it.value()));
        change.values.insert(it.key(), std::move(value));
    }
    return change;
}

QJsonArray toJson(const std::vector<RowChange> &changes)
{
    QJsonArray json;
    for (const RowChange &change : changes)
        json.append(toJson(change));
    return json;
}

Result<std::vector<RowChange>> rowChangesFromJson(const QJsonArray &json)
{
    std::vector<RowChange> changes;
    for (const QJsonValue &item : json) {
        JOINERY_TRY_VALUE(RowChange change, rowChangeFromJson(item.toObject()));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace joinery::session
