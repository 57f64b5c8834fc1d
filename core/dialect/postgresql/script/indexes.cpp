// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/inspector.h"
#include "core/dialect/postgresql/object_names.h"
#include "core/dialect/postgresql/script/same_meaning.h"
#include "core/dialect/postgresql/script/script_reader.h"

namespace joinery::dialect::script {

using schema::Index;
using schema::IndexItem;
using schema::Name;
using schema::NullsOrder;
using schema::Table;

QString ScriptReader::operatorClass(const Node &element) const
{
    QStringList parts = element.names("opclass");
    if (parts.size() > 1 && (parts.first() == QLatin1String("public") || parts.first() == QLatin1String("pg_catalog")))
        parts.removeFirst();
    for (QString &part : parts)
        part = m_dialect.quoteIfNeeded(part);
    QString text = parts.join(u'.');
    QStringList options;
    for (const Node &option : element.list("opclassopts"))
        options.append(option.text("defname") + u'=' + optionValue(option));
    return options.isEmpty() ? text : QString(text + QLatin1String(" (") + options.join(QLatin1String(", ")) + u')');
}

IndexItem ScriptReader::indexItem(const Node &element, std::pair<size_t, size_t> text) const
{
    IndexItem item;
    item.column = element.text("name");
    if (item.column.isEmpty()) {
        // An expression in parentheses, or a call without.
        const size_t open = m_text.findOpen(text.first);
        item.expression = withoutParentheses(open == text.first ? m_text.inside(open) : m_text.text(text.first, m_text.closeOf(open) + 1));
        if (open == text.first && item.expression.isEmpty())
            item.expression = m_text.text(text.first, text.second);
    }
    const QStringList collation = element.names("collation");
    item.collation = keptCollation(collation);
    item.operatorClass = operatorClass(element);
    item.descending = element.text("ordering") == QLatin1String("SORTBY_DESC");
    const QString nulls = element.text("nulls_ordering");
    if (nulls == QLatin1String("SORTBY_NULLS_FIRST") && !item.descending)
        item.nulls = NullsOrder::First;
    else if (nulls == QLatin1String("SORTBY_NULLS_LAST") && item.descending)
        item.nulls = NullsOrder::Last;
    return item;
}

// FigureIndexColname and ChooseIndexColumnNames of the server.
QString ScriptReader::figuredName(const Node &expression)
{
    const QString name = SameMeaning::figuredName(wrapped(expression.kind(), expression.fields()));
    return name.isEmpty() ? QStringLiteral("expr") : name;
}

QStringList ScriptReader::labelsOf(const Index &index)
{
    QStringList labels;
    for (const IndexItem &item : index.items) {
        QString label = item.column;
        if (label.isEmpty()) {
            const Result<Node> select = parseStatement(QStringLiteral("SELECT (%1)").arg(item.expression));
            const std::vector<Node> targets = select ? select->list("targetList") : std::vector<Node>();
            label = targets.empty() ? QStringLiteral("expr") : figuredName(targets.front().child("val"));
        }
        const QString first = label;
        for (int number = 1; labels.contains(label); ++number)
            label = first + QString::number(number);
        labels.append(label);
    }
    return labels;
}

Index ScriptReader::indexOf(const Node &statement) const
{
    Index index;
    index.name = statement.text("idxname");
    index.unique = statement.flag("unique");
    index.nullsNotDistinct = statement.flag("nulls_not_distinct");
    if (statement.text("accessMethod") != QLatin1String("btree"))
        index.method = statement.text("accessMethod");
    const size_t open = m_text.findOpen(m_text.findWord("ON", 0));
    const std::vector<std::pair<size_t, size_t>> texts = m_text.items(open);
    const std::vector<Node> elements = statement.list("indexParams");
    for (size_t i = 0; i < elements.size() && i < texts.size(); ++i)
        index.items.push_back(indexItem(elements[i], texts[i]));
    for (const Node &element : statement.list("indexIncludingParams"))
        index.include.append(element.text("name"));
    takeOptions(index.options, statement.list("options"));
    if (statement.has("tableSpace"))
        index.options.insert(QStringLiteral("tablespace"), statement.text("tableSpace"));
    if (statement.has("whereClause"))
        index.where = withoutParentheses(m_text.text(m_text.findWord("WHERE", open) + 1, m_text.count()));
    return index;
}

/// As the server's pg_get_indexdef, which says every schema.
QString ScriptReader::indexDefinition(const Index &index, const Name &table) const
{
    QStringList items;
    for (const IndexItem &item : index.items) {
        const bool call = item.expression.endsWith(u')') && !item.expression.startsWith(u'(') && withoutParentheses(u'(' + item.expression + u')') == item.expression;
        QString text = !item.column.isEmpty() ? m_dialect.quoteIfNeeded(item.column) : call ? item.expression : QString(u'(' + item.expression + u')');
        if (!item.collation.isEmpty())
            text += QLatin1String(" COLLATE ") + (item.collation.startsWith(u'"') ? item.collation : m_dialect.quoteIfNeeded(item.collation));
        if (!item.operatorClass.isEmpty())
            text += u' ' + item.operatorClass;
        if (item.descending)
            text += QLatin1String(" DESC");
        if (item.nulls != NullsOrder::Default)
            text += item.nulls == NullsOrder::First ? QLatin1String(" NULLS FIRST") : QLatin1String(" NULLS LAST");
        items.append(text);
    }
    QString sql = QStringLiteral("CREATE %1INDEX %2 ON %3 USING %4 (%5)")
                      .arg(index.unique ? QStringLiteral("UNIQUE ") : QString(), m_dialect.quoteIfNeeded(index.name), qualified(table),
                           index.method.isEmpty() ? QStringLiteral("btree") : index.method, items.join(QLatin1String(", ")));
    if (!index.include.isEmpty())
        sql += QStringLiteral(" INCLUDE (%1)").arg(quotedAll(index.include));
    if (index.nullsNotDistinct)
        sql += QLatin1String(" NULLS NOT DISTINCT");
    QStringList options;
    for (auto option = index.options.begin(); option != index.options.end(); ++option) {
        if (option.key() != QLatin1String("tablespace"))
            options.append(option.key() + QLatin1String("='") + option.value() + u'\'');
    }
    if (!options.isEmpty())
        sql += QStringLiteral(" WITH (%1)").arg(options.join(QLatin1String(", ")));
    if (!index.where.isEmpty())
        sql += QStringLiteral(" WHERE (%1)").arg(index.where);
    return sql;
}

void ScriptReader::createIndex(const Node &statement)
{
    const Node relation = statement.plain("relation");
    const Name name = found(relation);
    Index index = indexOf(statement);
    if (index.name.isEmpty()) {
        index.name = freeRelationName(name, joinedColumns(labelsOf(index) + index.include), QStringLiteral("idx"));
    } else if (statement.flag("if_not_exists") && isRelationName(Name(name.schema, index.name))) {
        return;
    }
    for (schema::View &view : m_inspection.catalog.views) {
        if (view.name == name)
            return view.indexDefinitions.push_back(indexDefinition(index, name));
    }
    Table *table = m_inspection.catalog.table(name);
    if (!table)
        return notKept(index.name, QStringLiteral("an index of a table that the script does not make"));
    std::vector<Name> uses;
    collectUses(statement, uses, name);
    std::erase_if(uses, [&](const Name &used) { return m_inspection.catalog.table(used) || used == name; });
    for (const Name &used : uses)
        use(table->uses, used, name);
    // Partitions that are there get one each.
    std::vector<Name> waiting = relation.flag("inh") && table->options.contains(QStringLiteral("partition_by")) ? childrenOf(name) : std::vector<Name>();
    table->indexes.push_back(index);
    while (!waiting.empty()) {
        Table *child = m_inspection.catalog.table(waiting.front());
        waiting.erase(waiting.begin());
        Index copy = index;
        copy.name = freeRelationName(child->name, joinedColumns(labelsOf(copy) + copy.include), QStringLiteral("idx"));
        child->indexes.push_back(std::move(copy));
        const std::vector<Name> further = childrenOf(child->name);
        waiting.insert(waiting.end(), further.begin(), further.end());
    }
}

} // namespace joinery::dialect::script
