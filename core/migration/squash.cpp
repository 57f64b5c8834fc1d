// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/squash.h"

#include "core/compare/compare.h"
#include "core/dialect/comparison.h"
#include "core/migration/executor.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"

#include <QTemporaryDir>

#include <algorithm>

namespace joinery::migration {

namespace {

tl::unexpected<Error> refused(const QString &sentence) { return fail(ErrorKind::Refused, sentence); }

QStringList joined(const QStringList &a, const QStringList &b)
{
    QStringList all = a + b;
    all.removeDuplicates();
    return all;
}

/// From the first to the last.
Result<std::vector<const Revision *>> rowOf(const History &history, const QString &from, const QString &to)
{
    const RevisionGraph &graph = history.graph();
    std::vector<const Revision *> row;
    for (QString id = to; id != from;) {
        const Revision *revision = history.revision(id);
        if (!revision)
            return id.isEmpty() ? refused(QStringLiteral("%1 does not stand below %2.").arg(from, to)) : fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
        const RevisionGraph::Node &node = graph.node(graph.indexOf(id));
        if (revision->parents.size() > 1)
            return refused(QStringLiteral("%1 puts branches together: only revisions in a row can be squashed.").arg(id));
        if (id != to && node.children.size() > 1)
            return refused(QStringLiteral("Several revisions follow %1: only revisions in a row can be squashed.").arg(id));
        if (id != to && node.dependents.size() > 1)
            return refused(QStringLiteral("Another revision depends on %1, which would be no revision of its own any more.").arg(id));
        row.insert(row.begin(), revision);
        id = revision->parents.value(0);
    }
    if (row.size() < 2)
        return refused(QStringLiteral("There is nothing to put together: the range has %1 revision(s).").arg(row.size()));
    return row;
}

/// Whether it changes what is in the rows of a table that may have some.
bool changesRows(const operation::Operation &operation, const QSet<schema::Name> &empty)
{
    if (std::holds_alternative<operation::ExecuteSql>(operation))
        return true;
    if (const auto *o = std::get_if<operation::AddColumn>(&operation))
        return !o->backfill.isEmpty() && !empty.contains(o->table);
    if (const auto *o = std::get_if<operation::AlterColumn>(&operation))
        return !(o->conversion.isEmpty() && o->reverseConversion.isEmpty() && o->nullFill.isEmpty()) && !empty.contains(o->table);
    if (const auto *o = std::get_if<operation::RebuildEnum>(&operation))
        return !o->mapping.isEmpty();
    return false;
}

QStringList lossesIn(const operation::Operations &operations)
{
    QStringList losses;
    for (const operation::Operation &each : operations) {
        if (operation::losesData(each))
            losses.append(operation::describeLoss(each));
    }
    return losses;
}

Result<bool> areSame(const schema::Catalog &a, const schema::Catalog &b)
{
    JOINERY_TRY_VALUE(const compare::Difference difference, compare::compare(a, b));
    return difference.isEmpty();
}

/// The shortest way from one state to the other; the operations as they are where that would lose what they do not.
Result<operation::Operations> shortest(const operation::Operations &operations, const schema::Catalog &before)
{
    schema::Catalog after = before, again = before;
    JOINERY_TRY(operation::applyAll(after, operations));
    JOINERY_TRY_VALUE(const compare::Difference difference, compare::compare(before, after));
    const QStringList known = lossesIn(operations);
    const QStringList losses = lossesIn(difference.operations);
    const bool losesMore = std::ranges::any_of(losses, [&](const QString &each) { return !known.contains(each); });
    if (losesMore || difference.operations.size() >= operations.size() || !operation::applyAll(again, difference.operations))
        return operations;
    JOINERY_TRY_VALUE(const bool same, areSame(again, after));
    return same ? difference.operations : operations;
}

} // namespace

Result<operation::Operations> condensed(const operation::Operations &operations, const schema::Catalog &before, QStringList *notes)
{
    operation::Operations all, part;
    schema::Catalog state = before, partBefore = before;
    QSet<schema::Name> empty;
    const auto close = [&]() -> Status {
        JOINERY_TRY_VALUE(const operation::Operations fewer, shortest(part, partBefore));
        all.insert(all.end(), fewer.begin(), fewer.end());
        part.clear();
        return {};
    };
    for (const operation::Operation &each : operations) {
        const bool rows = changesRows(each, empty);
        if (rows) {
            JOINERY_TRY(close());
            all.push_back(each);
            if (notes)
                notes->append(QStringLiteral("Stays where it stood, for it changes rows: %1").arg(operation::describe(each)));
        } else {
            part.push_back(each);
        }
        JOINERY_TRY(operation::apply(state, each));
        if (rows)
            partBefore = state;
        if (const auto *created = std::get_if<operation::CreateTable>(&each))
            empty.insert(created->table.name);
        if (const auto *renamed = std::get_if<operation::RenameTable>(&each); renamed && empty.remove(renamed->from))
            empty.insert(renamed->to);
        if (const auto *sql = std::get_if<operation::ExecuteSql>(&each)) {
            for (const schema::Name &table : sql->touches)
                empty.remove(table);
            if (sql->touches.empty())
                empty.clear();
        }
    }
    JOINERY_TRY(close());
    return all;
}

Result<Squash> planSquash(const History &history, const QString &from, const QString &to, const QString &message)
{
    JOINERY_TRY_VALUE(const std::vector<const Revision *> row, rowOf(history, from, to));
    Squash squash;
    Revision &one = squash.revision;
    const Revision &last = *row.back();
    one.id = last.id;
    one.parents = row.front()->parents;
    one.message = message;
    one.created = last.created; // older than what follows it
    operation::Operations operations;
    for (const Revision *each : row) {
        if (!each->operations.empty() && !one.dialect.isEmpty() && each->dialect != one.dialect)
            return refused(QStringLiteral("The SQL of revision %1 is written for %2, that of the ones before for %3: they cannot become one.")
                               .arg(each->id, each->dialect.isEmpty() ? QStringLiteral("any engine") : each->dialect, one.dialect));
        if (one.dialect.isEmpty())
            one.dialect = each->dialect;
        operations.insert(operations.end(), each->operations.begin(), each->operations.end());
        one.labels = joined(one.labels, each->labels);
        one.dependsOn = joined(one.dependsOn, each->dependsOn);
        one.replaces.append(each->id);
        one.replaced.push_back(*each);
        one.allowances.insert(one.allowances.end(), each->allowances.begin(), each->allowances.end());
    }
    one.dependsOn.removeIf([&](const QString &id) { return one.replaces.contains(id); });
    squash.operations = operations.size();
    JOINERY_TRY_VALUE(const schema::Catalog before, history.catalogBefore(row.front()->id));
    JOINERY_TRY_VALUE(one.operations, condensed(operations, before, &squash.notes));

    std::vector<Revision> revisions;
    for (const Revision &each : history.revisions()) {
        if (each.id == one.id)
            revisions.push_back(one);
        else if (!one.replaces.contains(each.id))
            revisions.push_back(each);
    }
    JOINERY_TRY_VALUE(squash.history, History::build(std::move(revisions)));
    JOINERY_TRY_VALUE(const schema::Catalog wanted, history.catalogAt({one.id}));
    JOINERY_TRY_VALUE(const schema::Catalog got, squash.history.catalogAt({one.id}));
    JOINERY_TRY_VALUE(const bool there, areSame(wanted, got));
    JOINERY_TRY_VALUE(const bool back, areSame(got, wanted));
    if (!there || !back)
        return fail(ErrorKind::Internal, QStringLiteral("The squashed revision does not give the models that the revisions gave; nothing was written."));
    if (operation::invertAll(operations, before) && !operation::invertAll(one.operations, before))
        return fail(ErrorKind::Internal, QStringLiteral("The squashed revision has no way back, and the revisions had one; nothing was written."));
    return squash;
}

Status writeSquash(const RevisionDirectory &directory, const Squash &squash)
{
    // The one that holds them all is there before any of them goes.
    JOINERY_TRY(directory.replace(squash.revision));
    for (const QString &id : squash.revision.replaces) {
        if (id != squash.revision.id)
            JOINERY_TRY(directory.remove(id));
    }
    return {};
}

Status proveSquash(const History &old, const Squash &squash, const driver::Url &server, const dialect::Dialect &dialect,
                   const interop::Connect &connect, const CancelToken &token)
{
    const interop::Making making{QStringLiteral("joinery_shadow_"), {}};
    const QTemporaryDir folder;
    const bool files = !dialect.shadowSql().wholeFile.isEmpty();
    std::vector<schema::Catalog> results;
    for (const History *history : {&old, &squash.history}) {
        std::unique_ptr<interop::ScratchDatabase> scratch;
        driver::Url url = driver::Url::sqliteFile(folder.filePath(QStringLiteral("%1.sqlite").arg(results.size())));
        if (!files) {
            JOINERY_TRY_VALUE(scratch, interop::ScratchDatabase::create(server, dialect, connect, making));
            url = scratch->url();
        }
        JOINERY_TRY_VALUE(const auto connection, connect(url));
        Executor executor(*history, dialect, *connection, [&] { return connect(url); });
        ExecutionOptions options;
        options.allowDestructive = true;
        JOINERY_TRY_VALUE(const ExecutionReport report, executor.upgrade(squash.revision.id, options, token));
        if (report.failure)
            return fail(Error(*report.failure));
        dialect::InspectOptions inspect;
        inspect.everyTable = true;
        inspect.estimates = false;
        JOINERY_TRY_VALUE(dialect::Inspection inspection, dialect.inspect(*connection, inspect, token));
        results.push_back(std::move(inspection.catalog));
    }
    JOINERY_TRY_VALUE(const compare::Difference difference, compare::compare(results[0], results[1], dialect::comparisonOptions(dialect)));
    if (difference.isEmpty())
        return {};
    QStringList lines;
    for (const operation::Operation &each : difference.operations)
        lines.append(operation::describe(each));
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = QStringLiteral("The squashed revision makes another database than the revisions did; nothing was written.");
    error.detail = lines.join(u'\n');
    return fail(std::move(error));
}

} // namespace joinery::migration
