// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/cases.h"

#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "core/migration/executor.h"
#include "core/operation/describe.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace joinery::test {

std::vector<QJsonObject> readCases(const QString &name)
{
    std::vector<QJsonObject> lines;
    QFile file(QStringLiteral(JOINERY_TEST_SHARED "/cases/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue each : value.toArray())
        texts.append(each.toString());
    return texts;
}

Result<driver::Connection *> CaseDatabase::fill(const QStringList &script)
{
    JOINERY_TRY_VALUE(driver::Connection *const connection, m_database.emptied());
    for (QString statement : script) {
        statement = statement.trimmed();
        if (statement.endsWith(u';'))
            statement.chop(1);
        JOINERY_TRY(connection->run(statement));
    }
    connection->takeNotices();
    return connection;
}

Result<schema::Catalog> inspected(driver::Connection &connection)
{
    dialect::InspectOptions options;
    options.estimates = false;
    options.everyTable = true;
    JOINERY_TRY_VALUE(dialect::Inspection inspection, dialectOf(connection).inspect(connection, options, {}));
    return std::move(inspection.catalog);
}

QString wordsOf(const operation::Operations &operations)
{
    QStringList lines;
    for (const operation::Operation &each : operations)
        lines.append(operation::describe(each));
    return lines.join(QStringLiteral("; "));
}

namespace {

QString difference(driver::Connection &connection, const schema::Catalog &wanted)
{
    const auto now = inspected(connection);
    if (!now)
        return now.error().message;
    const auto rest = compare::compare(*now, wanted, dialect::comparisonOptions(dialectOf(connection)));
    if (!rest)
        return rest.error().message;
    return rest->isEmpty() ? QString() : QStringLiteral("left over: ") + wordsOf(rest->operations);
}

QString problem(const Result<migration::ExecutionReport> &report)
{
    if (!report)
        return report.error().message;
    return report->failure ? QString(report->failure->message + u" in " + report->failure->statement) : QString();
}

} // namespace

QString walk(CaseDatabase &database, driver::Connection &connection, const schema::Catalog &from, const schema::Catalog &to,
             const operation::Operations &operations)
{
    migration::Revision start, change;
    start.id = QStringLiteral("aaaaaaaaaaaa");
    const auto everything = compare::compare({}, from);
    if (!everything)
        return everything.error().message;
    start.dialect = from.dialect;
    start.operations = everything->operations;
    change.id = QStringLiteral("bbbbbbbbbbbb");
    change.parents = {start.id};
    change.operations = operations;
    const auto history = migration::History::build({start, change});
    if (!history)
        return history.error().message;
    migration::Executor executor(*history, dialectOf(connection), connection, [&] { return database.again(); });
    migration::ExecutionOptions options;
    options.allowDestructive = true;
    if (const QString wrong = problem(executor.stamp(start.id)); !wrong.isEmpty())
        return QStringLiteral("stamp: ") + wrong;
    if (const QString wrong = problem(executor.upgrade(change.id, options)); !wrong.isEmpty())
        return QStringLiteral("up: ") + wrong;
    if (const QString wrong = difference(connection, to); !wrong.isEmpty())
        return QStringLiteral("after up: ") + wrong;
    if (const QString wrong = problem(executor.downgrade(start.id, options)); !wrong.isEmpty())
        return QStringLiteral("down: ") + wrong;
    if (const QString wrong = difference(connection, from); !wrong.isEmpty())
        return QStringLiteral("after down: ") + wrong;
    return {};
}

} // namespace joinery::test
