// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Name;
using schema::View;

/// Names for the columns in front of AS belong to the query once it is kept without its statement.
QString ScriptReader::aliased(const QString &query, const QStringList &columns, const Name &view) const
{
    return columns.isEmpty() ? query
                             : QStringLiteral("SELECT * FROM (%1) %2(%3)").arg(query, m_dialect.quoteIfNeeded(view.name), quotedAll(columns));
}

void ScriptReader::createView(const Node &statement)
{
    const Node relation = statement.plain("view");
    if (relation.text("relpersistence") == QLatin1String("t"))
        return notKept(relation.text("relname"), QStringLiteral("a temporary view"));
    View view;
    view.name = created(relation);
    takeOptions(view.options, statement.list("options"));
    const QString check = statement.text("withCheckOption");
    size_t end = m_text.count();
    if (check == QLatin1String("LOCAL_CHECK_OPTION") || check == QLatin1String("CASCADED_CHECK_OPTION")) {
        view.options.insert(QStringLiteral("check_option"), check.startsWith(QLatin1String("LOCAL")) ? QStringLiteral("local") : QStringLiteral("cascaded"));
        while (end > 0 && !m_text.isWord(end - 1, "WITH"))
            --end;
        end = end > 0 ? end - 1 : 0;
    }
    const QString query = m_text.text(m_text.findWord("AS", 0) + 1, end);
    const QStringList names = statement.names("aliases");
    const size_t as = m_text.findWord("AS", 0);
    if (m_text.findWord({"RECURSIVE"}, 0, as) < as) // short for a query of its own
        view.query = QStringLiteral("WITH RECURSIVE %1(%2) AS (%3) SELECT %2 FROM %1").arg(m_dialect.quoteIfNeeded(view.name.name), quotedAll(names), query);
    else
        view.query = aliased(query, names, view.name);
    takeViewColumns(view, statement.child("query"), names);
    collectUses(statement.child("query"), view.uses, view.name);
    for (View &each : m_inspection.catalog.views) { // OR REPLACE
        if (each.name == view.name) {
            view.comment = each.comment;
            each = std::move(view);
            return;
        }
    }
    m_inspection.catalog.views.push_back(std::move(view));
}

void ScriptReader::createMaterialized(const Node &statement)
{
    const Node into = statement.plain("into");
    View view;
    view.name = created(into.plain("rel"));
    if (statement.flag("if_not_exists") && exists(view.name))
        return;
    view.materialized = true;
    takeOptions(view.options, into.list("options"));
    if (into.has("tableSpaceName") && into.text("tableSpaceName") != QLatin1String("pg_default"))
        view.options.insert(QStringLiteral("tablespace"), into.text("tableSpaceName"));
    size_t end = m_text.count();
    if (end >= 2 && m_text.isWord(end - 1, "DATA")) { // a dump says WITH NO DATA of every one, and refreshes later
        const bool none = m_text.isWord(end - 2, "NO");
        end -= none ? 3 : 2;
        if (none)
            view.options.insert(QStringLiteral("with_no_data"), QStringLiteral("true"));
    }
    view.query = aliased(m_text.text(m_text.findWord("AS", 0) + 1, end), into.names("colNames"), view.name);
    takeViewColumns(view, statement.child("query"), into.names("colNames"));
    collectUses(statement.child("query"), view.uses, view.name);
    m_inspection.catalog.views.push_back(std::move(view));
}

} // namespace joinery::dialect::script
