// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/lint_step.h"

#include "core/operation/apply.h"
#include "core/operation/describe.h"

#include <algorithm>

namespace joinery::migration {

namespace {

using namespace operation;

bool isDefinition(const Operation &operation) { return !std::holds_alternative<ExecuteSql>(operation); }

/// Findings about a revision as a whole.
void wholeRevision(LintStep &step, const Revision &revision, const schema::Catalog &before, const LintOptions &options, bool fresh)
{
    size_t dropped = 0, definitions = 0, tables = 0;
    QSet<schema::Name> exclusive;
    bool loses = false;
    for (const Operation &each : revision.operations) {
        dropped += std::holds_alternative<DropTable>(each) ? 1 : 0;
        definitions += isDefinition(each) ? 1 : 0;
        loses = loses || losesDataWhenInverted(each);
        const schema::Name name = affectedTable(each);
        if (!name.isEmpty() && isDefinition(each) && !std::holds_alternative<CreateTable>(each) && before.table(name))
            exclusive.insert(name);
    }
    tables = before.tables.size();
    if (dropped > 1 && double(dropped) > 0.3 * double(tables))
        step.find(Severity::Error, "DL108", revision.id, QStringLiteral("%1 of %2 tables are dropped: were the models not imported?").arg(dropped).arg(tables));
    if (loses && !fresh)
        step.find(Severity::Warning, "DL107", revision.id, QStringLiteral("Taking this revision back loses what came into its new tables and columns."));
    if (definitions > 1 && !options.dialect->capabilities().transactionalDdl)
        step.find(Severity::Info, "TX501", revision.id, QStringLiteral("The server commits every statement by itself: a failure leaves the revision half applied, and the next run goes on there."),
                  QStringLiteral("Several revisions with one step each."));
    if (options.dialect->name() == QLatin1String("postgresql") && exclusive.size() > 1)
        step.find(Severity::Warning, "LK411", revision.id, QStringLiteral("%1 tables stay locked for everybody until the whole revision is committed.").arg(exclusive.size()),
                  QStringLiteral("One revision for each table."));
}

void grow(QSet<schema::Name> &fresh, const Operation &operation)
{
    if (const auto *created = std::get_if<CreateTable>(&operation))
        fresh.insert(created->table.name);
    if (const auto *renamed = std::get_if<RenameTable>(&operation); renamed && fresh.contains(renamed->from))
        fresh.insert(renamed->to);
}

} // namespace

LintOptions lintOptions(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Catalog &live)
{
    LintOptions options;
    options.dialect = &dialect;
    options.live = &live;
    options.serverVersion = connection.server().versionNumber;
    options.mariaDb = connection.server().product == QLatin1String("MariaDB");
    constexpr int kCountsVersions = 80029;
    if (dialect.name() != QLatin1String("mysql") || options.mariaDb || options.serverVersion < kCountsVersions)
        return options;
    // Who may not read it gets no word of LK416.
    const Result<driver::RowBlock> versions = connection.fetch(QStringLiteral("SELECT SUBSTRING_INDEX(NAME, '/', -1), TOTAL_ROW_VERSIONS FROM information_schema.INNODB_TABLES "
                                                                              "WHERE NAME LIKE concat(database(), '/%') AND TOTAL_ROW_VERSIONS > 0"));
    for (int row = 0; versions && row < versions->rowCount(); ++row)
        options.rowVersions.insert(schema::Name(versions->value(row, 0).toText()), versions->value(row, 1).toText().toInt());
    return options;
}

Result<LintFindings> lint(const History &history, const QStringList &ids, const LintOptions &options)
{
    LintFindings found;
    QSet<schema::Name> fresh;
    for (const QString &id : ids) {
        const Revision *revision = history.revision(id);
        if (!revision)
            return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
        JOINERY_TRY_VALUE(schema::Catalog before, history.catalogBefore(id));
        if (!revision->dialect.isEmpty())
            before.dialect = revision->dialect;
        const bool definitions = std::ranges::any_of(revision->operations, isDefinition);
        LintStep whole(options, before, fresh, found, id, -1, revision->dialect);
        wholeRevision(whole, *revision, before, options, before.tables.empty());
        for (size_t i = 0; i < revision->operations.size(); ++i) {
            const Operation &each = revision->operations[i];
            LintStep step(options, before, fresh, found, id, int(i), revision->dialect);
            step.data(each);
            step.clients(each);
            step.locks(each);
            step.style(each);
            if (const auto *sql = std::get_if<ExecuteSql>(&each))
                step.ownSql(*sql, definitions);
            grow(fresh, each);
            JOINERY_TRY(operation::apply(before, each));
        }
    }
    for (const Finding &each : history.findings()) {
        if (ids.contains(each.object))
            found.push_back({each, each.object, -1, {}, {}, {}});
    }
    applyAllowances(found, history);
    return found;
}

bool hasErrors(const LintFindings &findings)
{
    return std::ranges::any_of(findings, [](const LintFinding &each) { return each.allowed.isEmpty() && each.finding.severity == Severity::Error; });
}

void applyAllowances(LintFindings &findings, const History &history)
{
    for (LintFinding &finding : findings) {
        const Revision *revision = history.revision(finding.revision);
        if (!revision)
            continue;
        for (const Allowance &each : revision->allowances) {
            if (each.code == finding.finding.code && (each.object.isEmpty() || each.object == finding.finding.object))
                finding.allowed = each.reason;
        }
    }
}

void LintStep::find(Severity severity, const char *code, const QString &object, const QString &message, const QString &fix, const Uid &subject)
{
    m_found.push_back({{severity, QString::fromLatin1(code), subject, object, message, fix}, m_revision, m_index, {}, {}, {}});
}

QString LintStep::typeOf(schema::Type type) const
{
    if (const schema::EnumType *named = type.kind == schema::TypeKind::Enum ? m_before.enumType(type.enumName) : nullptr)
        type.enumValues = named->values;
    return dialect().typeText(type);
}

bool LintStep::hasMany(const schema::Name &name) const
{
    if (!m_options.live)
        return true;
    const schema::Table *table = m_options.live->table(name);
    return table && (!table->estimatedRows || *table->estimatedRows >= m_options.manyRows);
}

bool LintStep::hasRows(const schema::Name &name) const
{
    if (!m_options.live)
        return true;
    const schema::Table *table = m_options.live->table(name);
    return table && (!table->estimatedRows || *table->estimatedRows > 0);
}

} // namespace joinery::migration
