// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/dialect/dialect.h"
#include "support/database.h"

#include <QJsonObject>

namespace joinery::test {

/// The lines of a file of cases; empty where the file is not there.
std::vector<QJsonObject> readCases(const QString &name);
QStringList textsOf(const QJsonValue &value);

/// A database that is emptied and filled again.
class CaseDatabase
{
public:
    explicit CaseDatabase(const QString &engine) : m_database(engine) {}
    /// Empties it and runs the script. The connection stays valid until the next call.
    Result<driver::Connection *> fill(const QStringList &script);
    Result<std::unique_ptr<driver::Connection>> again() const { return m_database.connect(); }

private:
    ReusedDatabase m_database;
};

Result<schema::Catalog> inspected(driver::Connection &connection);
QString wordsOf(const operation::Operations &operations);

/// Takes the database from what it holds to `to` by `operations` and back to `from`, as one revision; empty, or what was
/// wrong on the way.
QString walk(CaseDatabase &database, driver::Connection &connection, const schema::Catalog &from, const schema::Catalog &to,
             const operation::Operations &operations);

} // namespace joinery::test
