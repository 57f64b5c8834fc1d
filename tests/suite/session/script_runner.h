// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/session.h"

#include <QJsonArray>
#include <QMap>

namespace joinery::test {

/// Plays one unit-of-work script; the steps are described beside the cases.
class ScriptRunner
{
public:
    ScriptRunner(driver::Connection &connection, const dialect::Dialect &dialect, const session::Model &model)
        : m_connection(connection), m_dialect(dialect), m_model(model), m_session(connection, dialect, model)
    {}

    /// Empty, or the first step that gave something else, with what was given.
    QString play(const QJsonArray &script);
    /// Empty, or the first table that holds something else.
    QString compareTables(const QJsonObject &tables);

private:
    QJsonObject step(const QJsonArray &step);
    Status run(const QString &what, const QJsonArray &step, QJsonValue &gives);
    Result<QJsonValue> idsOf(const QString &entity);
    session::RecordPtr &named(const QJsonValue &name) { return m_records[name.toString()]; }

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    const session::Model &m_model;
    session::Session m_session;
    QMap<QString, session::RecordPtr> m_records;
    QString m_said;
};

} // namespace joinery::test
