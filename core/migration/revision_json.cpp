// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_directory.h"
#include "core/operation/operation_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace joinery::migration {

namespace {

void putList(QJsonObject &json, QLatin1String key, const QStringList &list)
{
    if (!list.isEmpty())
        json.insert(key, QJsonArray::fromStringList(list));
}

void putText(QJsonObject &json, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

tl::unexpected<Error> badMember(const QString &key, const QString &wanted)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" should be %2.").arg(key, wanted));
}

Result<QStringList> takeList(const QJsonObject &json, QLatin1String key)
{
    QStringList list;
    const QJsonValue value = json.value(key);
    if (value.isUndefined())
        return list;
    if (!value.isArray())
        return badMember(key, QStringLiteral("a list of texts"));
    for (const QJsonValue each : value.toArray()) {
        if (!each.isString())
            return badMember(key, QStringLiteral("a list of texts"));
        list.append(each.toString());
    }
    return list;
}

Result<QString> takeText(const QJsonObject &json, QLatin1String key)
{
    const QJsonValue value = json.value(key);
    if (!value.isUndefined() && !value.isString())
        return badMember(key, QStringLiteral("a text"));
    return value.toString();
}

QJsonArray toJson(const std::vector<Allowance> &allowances)
{
    QJsonArray array;
    for (const Allowance &each : allowances) {
        QJsonObject json{{QStringLiteral("code"), each.code}, {QStringLiteral("reason"), each.reason}};
        putText(json, QLatin1String("object"), each.object);
        array.append(json);
    }
    return array;
}

Result<std::vector<Allowance>> takeAllowances(const QJsonObject &json)
{
    std::vector<Allowance> allowances;
    const QJsonValue value = json.value(QLatin1String("allow"));
    if (!value.isUndefined() && !value.isArray())
        return badMember(QStringLiteral("allow"), QStringLiteral("a list"));
    for (const QJsonValue each : value.toArray()) {
        Allowance allowance;
        JOINERY_TRY_VALUE(allowance.code, takeText(each.toObject(), QLatin1String("code")));
        JOINERY_TRY_VALUE(allowance.object, takeText(each.toObject(), QLatin1String("object")));
        JOINERY_TRY_VALUE(allowance.reason, takeText(each.toObject(), QLatin1String("reason")));
        if (allowance.code.isEmpty() || allowance.reason.trimmed().isEmpty())
            return badMember(QStringLiteral("allow"), QStringLiteral("a list of codes, each with its reason"));
        allowances.push_back(std::move(allowance));
    }
    return allowances;
}

} // namespace

QString checksum(const Revision &revision)
{
    QJsonObject json;
    putText(json, QLatin1String("dialect"), revision.dialect);
    putList(json, QLatin1String("parents"), revision.parents);
    putList(json, QLatin1String("depends_on"), revision.dependsOn);
    json.insert(QLatin1String("operations"), operation::toJson(revision.operations));
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const Revision &revision)
{
    QJsonObject json;
    json.insert(QLatin1String("format"), RevisionDirectory::kFormat);
    json.insert(QLatin1String("id"), revision.id);
    putList(json, QLatin1String("parents"), revision.parents);
    putList(json, QLatin1String("depends_on"), revision.dependsOn);
    putList(json, QLatin1String("labels"), revision.labels);
    putList(json, QLatin1String("replaces"), revision.replaces);
    putText(json, QLatin1String("message"), revision.message);
    putText(json, QLatin1String("dialect"), revision.dialect);
    if (revision.created.isValid())
        json.insert(QLatin1String("created"), revision.created.toUTC().toString(Qt::ISODateWithMs));
    json.insert(QLatin1String("operations"), operation::toJson(revision.operations));
    if (!revision.allowances.empty())
        json.insert(QLatin1String("allow"), toJson(revision.allowances));
    QJsonArray replaced;
    for (const Revision &each : revision.replaced)
        replaced.append(toJson(each));
    if (!replaced.isEmpty())
        json.insert(QLatin1String("replaced"), replaced);
    json.insert(QLatin1String("checksum"), checksum(revision));
    return json;
}

Result<Revision> revisionFromJson(const QJsonObject &json)
{
    static const QStringList kMembers = {
        QStringLiteral("format"),  QStringLiteral("id"),      QStringLiteral("parents"),    QStringLiteral("depends_on"),
        QStringLiteral("labels"),  QStringLiteral("replaces"), QStringLiteral("replaced"), QStringLiteral("message"), QStringLiteral("dialect"),
        QStringLiteral("created"), QStringLiteral("operations"), QStringLiteral("allow"),      QStringLiteral("checksum")};
    for (const QString &key : json.keys()) {
        if (!kMembers.contains(key))
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no member of a revision.").arg(key));
    }
    Revision revision;
    JOINERY_TRY_VALUE(revision.id, takeText(json, QLatin1String("id")));
    if (revision.id.isEmpty())
        return badMember(QStringLiteral("id"), QStringLiteral("the id of the revision"));
    JOINERY_TRY_VALUE(revision.parents, takeList(json, QLatin1String("parents")));
    JOINERY_TRY_VALUE(revision.dependsOn, takeList(json, QLatin1String("depends_on")));
    JOINERY_TRY_VALUE(revision.labels, takeList(json, QLatin1String("labels")));
    JOINERY_TRY_VALUE(revision.replaces, takeList(json, QLatin1String("replaces")));
    JOINERY_TRY_VALUE(revision.message, takeText(json, QLatin1String("message")));
    JOINERY_TRY_VALUE(revision.dialect, takeText(json, QLatin1String("dialect")));
    JOINERY_TRY_VALUE(const QString created, takeText(json, QLatin1String("created")));
    revision.created = QDateTime::fromString(created, Qt::ISODateWithMs);
    const QJsonValue operations = json.value(QLatin1String("operations"));
    if (!operations.isArray())
        return badMember(QStringLiteral("operations"), QStringLiteral("a list of operations"));
    JOINERY_TRY_VALUE(revision.operations, operation::operationsFromJson(operations.toArray()));
    JOINERY_TRY_VALUE(revision.allowances, takeAllowances(json));
    const QJsonValue replaced = json.value(QLatin1String("replaced"));
    if (!replaced.isUndefined() && !replaced.isArray())
        return badMember(QStringLiteral("replaced"), QStringLiteral("a list of revisions"));
    for (const QJsonValue each : replaced.toArray()) {
        JOINERY_TRY_VALUE(Revision before, revisionFromJson(each.toObject()));
        revision.replaced.push_back(std::move(before));
    }
    return revision;
}

} // namespace joinery::migration
