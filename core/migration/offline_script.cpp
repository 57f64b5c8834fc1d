// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/planner.h"
#include "core/migration/version_table.h"
#include "core/sql/script_text.h"

namespace joinery::migration {

namespace {

using Place = dialect::SqlStep::Place;

/// Writes statements and keeps track of the transaction around them.
class Script
{
public:
    Script(bool transactional, sql::Flavor flavor) : m_transactional(transactional), m_flavor(flavor) {}

    void comment(const QString &text) { m_text += QStringLiteral("-- ") + text + QStringLiteral("\n\n"); }
    void statement(const QString &sql) { m_text += sql::terminated(sql, m_flavor) + QStringLiteral("\n\n"); }
    void begin()
    {
        if (m_transactional && !m_open)
            statement(QStringLiteral("BEGIN"));
        m_open = m_transactional;
    }
    void commit()
    {
        if (m_open)
            statement(QStringLiteral("COMMIT"));
        m_open = false;
    }
    QString text() const { return m_text; }

private:
    QString m_text;
    bool m_transactional;
    sql::Flavor m_flavor;
    bool m_open = false;
};

/// Setup and teardown of a revision, each once, in order.
QStringList statementsAt(const PlannedRevision &revision, Place place)
{
    QStringList found;
    for (const PlannedOperation &operation : revision.operations) {
        for (const dialect::SqlStep &step : operation.sql) {
            if (step.place == place && !found.contains(step.sql))
                found.append(step.sql);
        }
    }
    return found;
}

QString headline(const PlannedRevision &revision)
{
    const QString word = revision.step.kind == GraphStep::Kind::Stamp ? QStringLiteral("stamp")
        : revision.step.up                                            ? QStringLiteral("upgrade")
                                                                      : QStringLiteral("downgrade");
    return QStringLiteral("Running %1 %2 -> %3").arg(word, revision.step.from.join(QStringLiteral(", ")),
                                                     revision.step.to.join(QStringLiteral(", ")));
}

} // namespace

QString offlineScript(const Plan &plan, const dialect::Dialect &dialect)
{
    const VersionTable versions(dialect);
    Script script(dialect.capabilities().transactionalDdl, sql::flavorOf(dialect.name()));
    if (plan.before.isEmpty() && !plan.isEmpty()) {
        script.begin();
        script.statement(versions.createSql());
        script.commit();
    }
    for (const PlannedRevision &revision : plan.revisions) {
        script.comment(headline(revision));
        for (const QString &sql : statementsAt(revision, Place::Setup))
            script.statement(sql);
        script.begin();
        for (const PlannedOperation &operation : revision.operations) {
            for (const dialect::SqlStep &step : operation.sql) {
                if (step.place == Place::Outside)
                    script.commit();
                else if (step.place == Place::InTransaction)
                    script.begin();
                else
                    continue;
                script.statement(step.sql);
            }
        }
        script.begin();
        for (const VersionEdit &edit : revision.step.edits)
            script.statement(versions.sql(edit));
        script.commit();
        for (const QString &sql : statementsAt(revision, Place::Teardown))
            script.statement(sql);
    }
    return script.text();
}

} // namespace joinery::migration
