// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

#include <QRandomGenerator>

namespace joinery::test {

/// Catalogues and operations for property tests; the same seed gives the same ones.
class RandomCatalog
{
public:
    explicit RandomCatalog(quint32 seed) : m_random(seed) {}

    /// Everything that a catalogue can hold, in every combination.
    schema::Catalog catalog();
    /// An operation that is meant for this catalogue; some of them do not fit all the same.
    operation::Operation operation(const schema::Catalog &catalog);

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    bool maybe() { return below(2) == 0; }
    QString word();
    schema::Name name();
    schema::Type type(bool nested = true);
    schema::Column column(const QStringList &others);
    schema::Table table(const schema::Catalog &catalog);
    schema::Index index(const schema::Table &table);
    operation::Constraint constraint(const schema::Table &table, const schema::Catalog &catalog);
    schema::View view();
    schema::Definition definition(const schema::Catalog &catalog);
    schema::Sequence sequence();
    QStringList some(const QStringList &from);

    QRandomGenerator m_random;
    int m_count = 0;
};

} // namespace joinery::test
