// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source_comparison.h"

#include "app/cli/context.h"
#include "core/dialect/live_comparison.h"

#include <QJsonArray>
#include <QJsonObject>

namespace joinery::cli {

namespace {

Result<compare::Difference> compareAt(Context &context, const driver::Url &url, const schema::Catalog &from, const schema::Catalog &to,
                                      dialect::LiveSide live, const compare::Options &options)
{
    driver::ConnectOptions readOnly;
    readOnly.readOnly = true;
    JOINERY_TRY_VALUE(Database database, context.open(url, readOnly));
    return dialect::compareLive(*database.connection, *database.dialect, from, to, live, options, context.token());
}

} // namespace

Result<SourceDifference> compareSources(Context &context, const Source &from, const Source &to, const dialect::Dialect &common,
                                        const compare::Options &options)
{
    SourceDifference found;
    JOINERY_TRY_VALUE(found.difference, compare::compare(from.catalog, to.catalog, options));
    const bool sqlite = common.name() == QLatin1String("sqlite"); // keeps what was written
    if (found.difference.isEmpty() || from.origin == to.origin || sqlite)
        return found;
    const std::vector<compare::Spelling> apart = compare::spellingsApart(from.catalog, to.catalog);
    if (apart.empty())
        return found;
    for (const auto &[source, live] : {std::pair(&from, dialect::LiveSide::From), std::pair(&to, dialect::LiveSide::To)}) {
        if (source->url && source->dialect->name() == common.name()) {
            JOINERY_TRY_VALUE(found.difference, compareAt(context, *source->url, from.catalog, to.catalog, live, options));
            return found;
        }
    }
    found.maybe = apart;
    schema::Catalog alike = from.catalog;
    for (const compare::Spelling &spelling : apart)
        compare::respell(alike, spelling, spelling.from, spelling.to);
    JOINERY_TRY_VALUE(found.difference, compare::compare(alike, to.catalog, options));
    return found;
}

Result<compare::Difference> compareWithDatabase(Context &context, const Source &database, const schema::Catalog &models,
                                                const compare::Options &options)
{
    return compareAt(context, *database.url, database.catalog, models, dialect::LiveSide::From, options);
}

QString maybeLines(const std::vector<compare::Spelling> &maybe, const QString &prefix)
{
    QString lines;
    for (const compare::Spelling &spelling : maybe)
        lines += QStringLiteral("%1maybe: %2: %3 or %4 (written differently; a server can tell whether they are the same)\n")
                     .arg(prefix, spelling.toString(), spelling.from.simplified(), spelling.to.simplified());
    return lines;
}

QJsonArray maybeJson(const std::vector<compare::Spelling> &maybe)
{
    QJsonArray array;
    for (const compare::Spelling &spelling : maybe)
        array.append(QJsonObject{{QStringLiteral("object"), spelling.toString()}, {QStringLiteral("from"), spelling.from}, {QStringLiteral("to"), spelling.to}});
    return array;
}

} // namespace joinery::cli
