// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_set_json.h"

#include <QJsonArray>

#include <bit>

namespace joinery::session {

using driver::Value;
using driver::ValueTag;

namespace {

const QString kTypes[] = {QStringLiteral("null"), QStringLiteral("boolean"), QStringLiteral("integer"), QStringLiteral("unsigned"),
                          QStringLiteral("real"), QStringLiteral("text"), QStringLiteral("bytes"), QStringLiteral("lexical"),
                          QStringLiteral("default")};
const QString kKinds[] = {QStringLiteral("update"), QStringLiteral("insert"), QStringLiteral("delete")};

Error damaged() { return fail(ErrorKind::Corrupt, QStringLiteral("A staged change is damaged.")).value(); }

// Bytes go as base64 wherever they are no clean UTF-8: SQLite's text may hold anything.
QJsonValue valueToJson(const Value &value)
{
    QJsonObject json{{QStringLiteral("type"), kTypes[size_t(value.tag())]}};
    const QString key = QStringLiteral("value");
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: break;
    case ValueTag::Boolean:
    case ValueTag::Integer: json[key] = QString::number(value.toInteger()); break;
    case ValueTag::Unsigned: json[key] = QString::number(value.toUnsigned()); break;
    case ValueTag::Real: json[key] = QString::number(std::bit_cast<quint64>(value.toReal())); break;
    case ValueTag::Text:
    case ValueTag::Bytes:
    case ValueTag::Lexical: {
        const QString text = QString::fromUtf8(value.data());
        if (value.tag() != ValueTag::Bytes && text.toUtf8() == value.data())
            json[key] = text;
        else
            json[QStringLiteral("base64")] = QString::fromLatin1(value.data().toBase64());
        break;
    }
    }
    return json;
}

Result<Value> valueFromJson(const QJsonValue &given)
{
    const QJsonObject json = given.toObject();
    const auto type = std::find(std::begin(kTypes), std::end(kTypes), json[QStringLiteral("type")].toString());
    if (type == std::end(kTypes))
        return fail(damaged());
    const QString text = json[QStringLiteral("value")].toString();
    const QByteArray bytes = json.contains(QStringLiteral("base64"))
                                 ? QByteArray::fromBase64(json[QStringLiteral("base64")].toString().toLatin1())
                                 : text.toUtf8();
    switch (ValueTag(type - std::begin(kTypes))) {
    case ValueTag::Null: return Value::null();
    case ValueTag::Default: return Value::useDefault();
    case ValueTag::Boolean: return Value::boolean(text != u"0");
    case ValueTag::Integer: return Value::integer(text.toLongLong());
    case ValueTag::Unsigned: return Value::unsignedInteger(text.toULongLong());
    case ValueTag::Real: return Value::real(std::bit_cast<double>(text.toULongLong()));
    case ValueTag::Text: return Value::utf8(bytes);
    case ValueTag::Bytes: return Value::bytes(bytes);
    case ValueTag::Lexical: return Value::lexical(bytes);
    }
    Q_UNREACHABLE();
}

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
