// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/script.h"

#include "core/builtin.h"
#include "core/sql/script_text.h"

namespace joinery::cli {

QString scriptText(const dialect::SqlSteps &steps, const dialect::Dialect &dialect)
{
    QString text;
    bool open = false;
    for (const dialect::SqlStep &step : steps) {
        const bool inside = step.place == dialect::SqlStep::Place::InTransaction;
        if (inside != open && dialect.capabilities().transactionalDdl) {
            text += inside ? QStringLiteral("BEGIN;\n\n") : QStringLiteral("COMMIT;\n\n");
            open = inside;
        }
        if (step.expectsNoRows)
            text += QStringLiteral("-- must give no rows:\n");
        text += sql::terminated(step.sql, sql::flavorOf(dialect.name())) + QStringLiteral("\n\n");
    }
    if (open)
        text += QStringLiteral("COMMIT;\n\n");
    text.chop(1);
    return text;
}

QStringList dialectNames()
{
    QStringList names;
    for (const dialect::Dialect *dialect : allDialects())
        names.append(dialect->name());
    return names;
}

} // namespace joinery::cli
