// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/query/expression.h"
#include "core/session/unit_of_work/session.h"

#include <QMap>

#include <optional>

namespace joinery::session {

/// What is asked of the rows of an entity. Built in any order, then run as often as wanted; the session flushes first, unless its
/// autoflush is off. Every value is a parameter.
class Query
{
public:
    Query(Session &session, const Entity &entity) : m_session(session), m_entity(entity) {}

    /// Columns that equal these values; NULL means IS NULL.
    Query &filterBy(const QMap<QString, driver::Value> &values);
    /// Conditions of several calls hold together.
    Query &filter(Expression condition);
    Query &orderBy(const QString &path, bool descending = false);
    Query &limit(qint64 rows);
    Query &offset(qint64 rows);
    Query &distinct();
    /// Joins a collection, so that paths through it are one row for each of its records.
    Query &join(const QString &relationship);
    /// Reads a relationship of all records that come, by a statement for some hundreds of them: "user", "posts.tags".
    Query &load(const QString &path);

    /// Each record once, in the order of its first row.
    Result<std::vector<RecordPtr>> all();
    /// A null pointer where there is none.
    Result<RecordPtr> first();
    /// Kind Undefined where there is none, Duplicate where there are more.
    Result<RecordPtr> one();
    Result<RecordPtr> get(const driver::Value &key) { return m_session.get(m_entity, Identity(key)); }
    /// The rows that all() would read.
    Result<qint64> count();
    Result<bool> exists();
    /// Values instead of records.
    Result<driver::RowBlock> values(const QStringList &paths);

    struct Aggregate
    {
        enum class Kind { Count, Sum, Minimum, Maximum, Average };
        Kind kind = Kind::Count;
        QString path;              ///< empty for Count: rows; otherwise values that are not NULL
        bool distinct = false;
    };
    /// The groups' values, and their aggregates behind them; one row where there are no groups. Ordered by the groups.
    Result<driver::RowBlock> groupBy(const QStringList &paths, const std::vector<Aggregate> &aggregates);

private:
    struct Order
    {
        QString path;
        bool descending;
    };
    struct Statement
    {
        QString sql;
        std::vector<driver::Value> parameters;
        qint64 skip = 0, most = -1; ///< what the text cannot say on this engine
    };
    enum class Ending { Whole, WithoutOrder, WithoutWindow };

    Result<Statement> statement(const QStringList &paths, const QStringList &extra, Ending ending, const QString &grouping = {},
                                std::optional<qint64> limit = {});
    Result<driver::RowBlock> run(const Statement &statement);

    Session &m_session;
    const Entity &m_entity;
    std::vector<Expression> m_conditions;
    std::vector<Order> m_order;
    QStringList m_joins, m_loads;
    std::optional<qint64> m_limit;
    qint64 m_offset = 0;
    bool m_distinct = false;
};

} // namespace joinery::session
