// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/uid.h"
#include "core/schema/name.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

// Both directions of a JSON form from one list of members: a type T has an overload
//     template <class Fields> void fields(Fields &f, T &v, const T &d)
// that calls f("key", v.member, d.member) for a member that is left out where it has its default, and
// f.required("key", v.member) for one that is always there. An enumeration has an overload
//     std::span<const char *const> wordsOf(E *)
// with a word for each of its values in order.
namespace joinery::schema {

class JsonWriter
{
public:
    template <class T>
    void operator()(const char *key, const T &value, const T &otherwise)
    {
        if (!(value == otherwise))
            required(key, value);
    }
    template <class T>
    void required(const char *key, const T &value)
    {
        m_json.insert(QLatin1String(key), write(value));
    }
    QJsonObject take() { return std::move(m_json); }

    static QJsonValue write(const QString &value) { return value; }
    static QJsonValue write(bool value) { return value; }
    static QJsonValue write(int value) { return value; }
    static QJsonValue write(qint64 value)
    {
        constexpr qint64 exact = qint64(1) << 53; // what survives a double
        return value > -exact && value < exact ? QJsonValue(value) : QJsonValue(QString::number(value));
    }
    static QJsonValue write(const Uid &value) { return value.toString(); }
    static QJsonValue write(const QStringList &value) { return QJsonArray::fromStringList(value); }
    static QJsonValue write(const Name &value)
    {
        if (value.schema.isEmpty())
            return value.name;
        return QJsonObject{{QStringLiteral("schema"), value.schema}, {QStringLiteral("name"), value.name}};
    }
    static QJsonValue write(const QMap<QString, QString> &value)
    {
        QJsonObject object;
        for (const auto &[key, text] : value.asKeyValueRange())
            object.insert(key, text);
        return object;
    }
    template <class T>
    static QJsonValue write(const std::optional<T> &value)
    {
        return value ? write(*value) : QJsonValue();
    }
    template <class T>
    static QJsonValue write(const std::vector<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(write(value));
        return array;
    }
    template <class T>
    static QJsonValue write(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            return QString::fromLatin1(wordsOf(static_cast<T *>(nullptr))[size_t(value)]);
        } else {
            JsonWriter writer;
            // Fields only reads through a writer.
            fields(writer, const_cast<T &>(value), T());
            return writer.take();
        }
    }

private:
    QJsonObject m_json;
};

/// Stops at the first mistake and remembers it with its place.
class JsonReader
{
public:
    JsonReader(QJsonObject json, QString path, std::optional<Error> &error)
        : m_json(std::move(json)), m_path(std::move(path)), m_error(error)
    {
    }

    template <class T>
    void operator()(const char *key, T &value, const T &)
    {
        const auto found = m_json.constFind(QLatin1String(key));
        m_seen.append(QLatin1String(key));
        if (found != m_json.constEnd() && !m_error)
            read(*found, below(key), value);
    }
    template <class T>
    void required(const char *key, T &value)
    {
        if (!m_json.contains(QLatin1String(key)))
            mistake(below(key), QStringLiteral("is missing"));
        (*this)(key, value, value);
    }
    /// After all fields were asked for: whatever else is there is not known.
    void finish()
    {
        for (auto member = m_json.constBegin(); member != m_json.constEnd(); ++member) {
            if (!m_seen.contains(member.key()))
                mistake(m_path.isEmpty() ? member.key() : QString(m_path + u'.' + member.key()),
                        QStringLiteral("is not known here"));
        }
    }
    void mistake(const QString &path, const QString &message);
    void mistakeHere(const QString &message) { mistake(m_path, message); }

    template <class T>
    static Result<T> readWhole(const QJsonObject &json, const QString &path = {})
    {
        std::optional<Error> error;
        T value;
        JsonReader reader(json, path, error);
        reader.read(json, path, value);
        if (error)
            return fail(*std::move(error));
        return value;
    }

    void read(const QJsonValue &json, const QString &path, QString &value);
    void read(const QJsonValue &json, const QString &path, bool &value);
    void read(const QJsonValue &json, const QString &path, int &value);
    void read(const QJsonValue &json, const QString &path, qint64 &value);
    void read(const QJsonValue &json, const QString &path, Uid &value);
    void read(const QJsonValue &json, const QString &path, QStringList &value);
    void read(const QJsonValue &json, const QString &path, Name &value);
    void read(const QJsonValue &json, const QString &path, QMap<QString, QString> &value);
    template <class T>
    void read(const QJsonValue &json, const QString &path, std::optional<T> &value)
    {
        read(json, path, value.emplace());
    }
    template <class T>
    void read(const QJsonValue &json, const QString &path, std::vector<T> &values)
    {
        if (!json.isArray())
            return mistake(path, QStringLiteral("must be a list"));
        const QJsonArray array = json.toArray();
        values.assign(size_t(array.size()), T());
        for (qsizetype i = 0; i < array.size() && !m_error; ++i)
            read(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), values[size_t(i)]);
    }
    template <class T>
    void read(const QJsonValue &json, const QString &path, T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            value = T(readWord(json, path, wordsOf(static_cast<T *>(nullptr))));
        } else {
            if (!json.isObject())
                return mistake(path, QStringLiteral("must be an object"));
            JsonReader inner(json.toObject(), path, m_error);
            fields(inner, value, T());
            inner.finish();
        }
    }

private:
    QString below(const char *key) const
    {
        return m_path.isEmpty() ? QString::fromLatin1(key) : QString(m_path + u'.' + QLatin1String(key));
    }
    size_t readWord(const QJsonValue &json, const QString &path, std::span<const char *const> words);

    QJsonObject m_json;
    QString m_path;
    QStringList m_seen;
    std::optional<Error> &m_error;
};

} // namespace joinery::schema
