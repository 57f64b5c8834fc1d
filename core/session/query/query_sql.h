// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/session/mapping/entity.h"
#include "core/session/query/expression.h"

#include <map>

namespace joinery::session {

/// The SQL of a query on an entity: the joins that its paths need, and conditions with parameters for every value. Placeholders are
/// counted in the order of the text, so the parts are to be asked for in that order.
class QuerySql
{
public:
    QuerySql(const dialect::Dialect &dialect, const Entity &entity);

    /// Joins a collection for good: its paths mean this join from then on, and a record comes once for each.
    Status join(const QString &path);
    /// A column with its alias; joins references on the way. Kind InvalidInput where the path leads nowhere, or through a
    /// collection that was not joined.
    Result<QString> column(const QString &path);
    Result<QString> condition(const Expression &expression);
    QString place(driver::Value value);

    QString table() const; ///< " FROM table t0"
    QString joins() const { return m_joins; }
    QString columns() const; ///< all of the entity
    std::vector<driver::Value> takeParameters() { return std::move(m_parameters); }

private:
    struct Place
    {
        const Entity *entity = nullptr;
        QString alias;
    };
    struct Target
    {
        Place place;
        int column = -1;
        const Relationship *collection = nullptr; ///< where the path cannot go on without a subquery
        QString rest;                             ///< of the path behind it
    };

    Result<Target> resolve(const Place &from, const QString &prefix, const QString &path);
    Result<QString> conditionAt(const Place &at, const QString &prefix, const Expression &expression);
    Result<QString> compare(const Place &at, const QString &prefix, const Expression &expression);
    Result<QString> anyOf(const Place &from, const Relationship &relationship, const Expression &condition);
    QString matchText(const Place &from, const Relationship &relationship, const QString &alias, QString *between);
    QString addJoin(const Place &from, const Relationship &relationship, const QString &prefix, const QString &word);
    QString quoted(const Place &place, int column) const;

    const dialect::Dialect &m_dialect;
    Place m_root;
    std::map<QString, Place> m_joined; // by path
    QString m_joins;
    std::vector<driver::Value> m_parameters;
    int m_aliases = 0;
    int m_places = 0;
};

} // namespace joinery::session
