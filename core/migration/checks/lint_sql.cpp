// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/lint_step.h"

#include "core/schema/sql_text.h"
#include "core/sql/classify.h"
#include "core/sql/splitter.h"

#include <QRegularExpression>

// SQL of a person's own: what it deletes, locks and ends. TX: what does not go together in one transaction.
namespace joinery::migration {

using namespace operation;

bool hasPattern(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

void LintStep::ownSql(const ExecuteSql &sql, bool withDefinitions)
{
    if (!sql.dialects.isEmpty() && !sql.dialects.contains(dialect().name()))
        return;
    const sql::Flavor flavor = sql::flavorOf(dialect().name());
    bool notValid = false;
    for (const sql::ScriptStatement &each : sql::splitScript(sql.up, flavor)) {
        const QString text = each.in(sql.up);
        const sql::StatementTraits traits = sql::classify(text, flavor);
        const QString object = text.simplified().left(60);
        if (traits.verb == QLatin1String("TRUNCATE") || (traits.verb == QLatin1String("DELETE") && traits.withoutWhere))
            find(Severity::Error, "DL106", object, QStringLiteral("This deletes every row of a table."));
        if (traits.kind == sql::StatementTraits::Kind::Transaction)
            find(Severity::Error, "TX504", object, QStringLiteral("A step must not begin or end a transaction: the run holds one already."));
        if (isOn("sqlite") && !sql.outsideTransaction && hasPattern(text, "^\\s*PRAGMA\\s+foreign_keys"))
            find(Severity::Error, "TX505", object, QStringLiteral("Inside a transaction this PRAGMA does nothing."));
        ownStatement(sql, text, object);
        if (!isOn("postgresql"))
            continue;
        if (!sql.outsideTransaction && hasPattern(text, "\\bCONCURRENTLY\\b"))
            find(Severity::Error, "LK402", object, QStringLiteral("CONCURRENTLY is refused inside a transaction."), QStringLiteral("Mark the step as one outside the transaction."));
        if (hasPattern(text, "^\\s*(REINDEX|CLUSTER|VACUUM\\s*(\\(|FULL))|DETACH\\s+PARTITION") && !hasPattern(text, "\\bCONCURRENTLY\\b"))
            find(Severity::Warning, "LK419", object, QStringLiteral("Nobody can use the table while this runs."));
        if (!sql.outsideTransaction && hasPattern(text, "ALTER\\s+TYPE\\b.*\\bADD\\s+VALUE"))
            find(Severity::Error, "TX502", object, QStringLiteral("A new value cannot be used in the transaction that adds it."), QStringLiteral("The operation add_enum_value, which commits."));
        notValid = notValid || hasPattern(text, "\\bNOT\\s+VALID\\b");
        if (notValid && !sql.outsideTransaction && hasPattern(text, "\\bVALIDATE\\s+CONSTRAINT\\b"))
            find(Severity::Warning, "LK405", object, QStringLiteral("In one transaction with NOT VALID the check holds the same lock as without."));
        if (withDefinitions && !sql.outsideTransaction && (traits.verb == QLatin1String("UPDATE") || traits.verb == QLatin1String("DELETE")))
            find(Severity::Warning, "TX503", object, QStringLiteral("Rows are changed in the transaction that holds tables locked."), QStringLiteral("A revision of its own."));
    }
}

void LintStep::ownStatement(const ExecuteSql &sql, const QString &text, const QString &object)
{
    // What is rebuilt by operations keeps the rows of its children: foreign_keys is off meanwhile. What a person drops does not.
    if (isOn("sqlite") && hasPattern(text, "^\\s*DROP\\s+TABLE\\b")) {
        for (const schema::Table &child : m_before.tables) {
            for (const schema::ForeignKey &key : child.foreignKeys) {
                const bool cascades = key.onDelete == schema::ForeignKeyAction::Cascade && child.name != key.referredTable;
                if (cascades && schema::mentionsTable(text, key.referredTable, dialect().name()))
                    find(Severity::Error, "DL105", key.referredTable.toString(),
                         QStringLiteral("Dropping %1, be it to make it anew, deletes the rows of %2 that refer to it (ON DELETE CASCADE).").arg(key.referredTable.toString(), child.name.toString()),
                         QStringLiteral("Change the table by operations: they keep those rows."));
            }
        }
    }
    if (isOn("postgresql")) {
        const bool strong = hasPattern(text, "^\\s*(ALTER\\s+TABLE|DROP\\s+(TABLE|INDEX)|LOCK|TRUNCATE|CLUSTER|REINDEX|VACUUM\\s*(\\(|FULL))") && !hasPattern(text, "\\bCONCURRENTLY\\b");
        const bool endless = hasPattern(text, "^\\s*SET\\s+(LOCAL\\s+|SESSION\\s+)?lock_timeout\\s*(=|TO)\\s*'?0");
        if (endless || (sql.outsideTransaction && strong && !hasPattern(sql.up, "\\bSET\\s+(SESSION\\s+)?lock_timeout\\b")))
            find(Severity::Warning, "LK412", object, QStringLiteral("This waits for its lock without an end, and everybody who comes later waits behind it."),
                 QStringLiteral("SET lock_timeout = '2s' before it; or the step inside the transaction, where it is set."));
    }
    if (isOn("mysql") && !m_options.mariaDb && hasPattern(text, "^\\s*(CREATE|ALTER)\\s+TABLE\\b") && hasPattern(text, "\\bREFERENCES\\b")) {
        static const QRegularExpression keys(QStringLiteral("\\bFOREIGN\\s+KEY\\b[^()]*\\([^()]*\\)\\s*REFERENCES\\b"), QRegularExpression::CaseInsensitiveOption);
        if (hasPattern(QString(text).remove(keys), "\\bREFERENCES\\b"))
            find(Severity::Warning, "ST804", object, QStringLiteral("MySQL reads REFERENCES beside a column and ignores it: there is no foreign key."), QStringLiteral("FOREIGN KEY (column) REFERENCES ... at the end of the table."));
    }
}

} // namespace joinery::migration
