// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUuid>

#include <compare>

namespace joinery {

/// The identity of an element of a model: 128 random bits that outlive every rename. Null in a catalogue that was
/// reflected from a live database, which has no identities.
class Uid
{
public:
    Uid() = default;
    static Uid create() { return Uid(QUuid::createUuid()); }
    /// 32 hexadecimal digits; anything else gives a null Uid.
    static Uid fromString(const QString &text);
    QString toString() const;
    bool isNull() const { return m_uuid.isNull(); }
    friend bool operator==(const Uid &, const Uid &) = default;
    friend bool operator<(const Uid &a, const Uid &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Uid &uid, size_t seed = 0) { return qHash(uid.m_uuid, seed); }

private:
    explicit Uid(QUuid uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

} // namespace joinery
