// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace joinery::schema {

/// The name of an object in a database. `schema` is empty for the engine's default one (SQLite's main, PostgreSQL's
/// public, MySQL's connected database), so that one model fits all three.
struct Name
{
    QString schema;
    QString name;

    Name() = default;
    Name(QString plain) : name(std::move(plain)) {}
    Name(QString schemaName, QString plain) : schema(std::move(schemaName)), name(std::move(plain)) {}

    bool isEmpty() const { return name.isEmpty(); }
    /// For people: "sales.book" or "book"; no quoting.
    QString toString() const { return schema.isEmpty() ? name : QString(schema + u'.' + name); }
    friend bool operator==(const Name &, const Name &) = default;
    friend std::strong_ordering operator<=>(const Name &a, const Name &b)
    {
        const int order = a.schema == b.schema ? a.name.compare(b.name) : a.schema.compare(b.schema);
        return order <=> 0;
    }
    friend size_t qHash(const Name &name, size_t seed = 0) { return qHashMulti(seed, name.schema, name.name); }
};

} // namespace joinery::schema
