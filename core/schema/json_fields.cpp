// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/json_fields.h"

#include <cmath>

namespace joinery::schema {

void JsonReader::mistake(const QString &path, const QString &message)
{
    if (m_error)
        return;
    m_error.emplace();
    m_error->kind = ErrorKind::InvalidInput;
    m_error->message = path.isEmpty() ? QString(QLatin1String("The value ") + message) : QString(path + QLatin1String(": ") + message);
}

void JsonReader::read(const QJsonValue &json, const QString &path, QString &value)
{
    if (!json.isString())
        return mistake(path, QStringLiteral("must be a text"));
    value = json.toString();
}

void JsonReader::read(const QJsonValue &json, const QString &path, bool &value)
{
    if (!json.isBool())
        return mistake(path, QStringLiteral("must be true or false"));
    value = json.toBool();
}

void JsonReader::read(const QJsonValue &json, const QString &path, int &value)
{
    qint64 number = 0;
    read(json, path, number);
    value = int(number);
    if (value != number)
        mistake(path, QStringLiteral("is too large"));
}

void JsonReader::read(const QJsonValue &json, const QString &path, qint64 &value)
{
    bool ok = false;
    if (json.isString()) {
        value = json.toString().toLongLong(&ok);
    } else if (json.isDouble()) {
        // QJsonValue keeps whole numbers of 64 bits exact; a fraction would come back as the default.
        value = json.toInteger();
        ok = std::nearbyint(json.toDouble()) == json.toDouble() && double(value) == json.toDouble();
    }
    if (!ok)
        mistake(path, QStringLiteral("must be a whole number"));
}

void JsonReader::read(const QJsonValue &json, const QString &path, Uid &value)
{
    value = Uid::fromString(json.toString());
    if (value.isNull())
        mistake(path, QStringLiteral("must be 32 hexadecimal digits"));
}

void JsonReader::read(const QJsonValue &json, const QString &path, QStringList &value)
{
    std::vector<QString> texts;
    read(json, path, texts);
    value = QStringList(texts.begin(), texts.end());
}

void JsonReader::read(const QJsonValue &json, const QString &path, Name &value)
{
    if (json.isString()) {
        value = Name(json.toString());
        return;
    }
    if (!json.isObject())
        return mistake(path, QStringLiteral("must be a name, or an object with schema and name"));
    JsonReader inner(json.toObject(), path, m_error);
    inner.required("schema", value.schema);
    inner.required("name", value.name);
    inner.finish();
}

void JsonReader::read(const QJsonValue &json, const QString &path, QMap<QString, QString> &value)
{
    if (!json.isObject())
        return mistake(path, QStringLiteral("must be an object"));
    value.clear();
    const QJsonObject object = json.toObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member)
        read(*member, path + u'.' + member.key(), value[member.key()]);
}

size_t JsonReader::readWord(const QJsonValue &json, const QString &path, std::span<const char *const> words)
{
    const QString word = json.toString();
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return i;
    }
    QStringList known;
    for (const char *candidate : words)
        known.append(QLatin1String(candidate));
    mistake(path, QStringLiteral("\"%1\" is none of %2").arg(word, known.join(QLatin1String(", "))));
    return 0;
}

} // namespace joinery::schema
