// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completion_source.h"

#include <QLocale>

namespace joinery::ui {

namespace {

bool same(const schema::Name &written, const schema::Name &known)
{
    return written.name.compare(known.name, Qt::CaseInsensitive) == 0
        && (written.schema.isEmpty() || written.schema.compare(known.schema, Qt::CaseInsensitive) == 0);
}

QString rowsText(const schema::Table &table)
{
    if (!table.estimatedRows)
        return CompletionSource::tr("table");
    return CompletionSource::tr("table · %1 rows").arg(QLocale().toString(*table.estimatedRows));
}

enum Rank { kColumnOfStatement, kTable, kFunction, kKeyword };

} // namespace

void CompletionSource::setLanguage(const QString &dialect)
{
    m_flavor = sql::flavorOf(dialect);
    m_language = worker::languageOf(dialect);
}

CompletionSource::Offer CompletionSource::at(QStringView script, qsizetype caret) const
{
    using Place = sql::CompletionContext::Place;
    const sql::CompletionContext context = sql::completionAt(script, caret, m_flavor);
    QList<Completion> all;
    switch (context.place) {
    case Place::Nowhere: break;
    case Place::Table: addTables(all); break;
    case Place::Column:
        if (context.qualifier.isEmpty()) {
            for (const sql::TableReference &table : context.tables)
                addColumns(all, table, kColumnOfStatement);
        } else if (const sql::TableReference *table = context.find(context.qualifier.last())) {
            addColumns(all, *table, kColumnOfStatement);
        } else {
            // The statement does not name it (yet): "SELECT book.|" is asked before FROM is written.
            addColumns(all, {schema::Name(context.qualifier.last()), {}, {}}, kColumnOfStatement);
        }
        break;
    case Place::Anything:
        for (const sql::TableReference &table : context.tables)
            addColumns(all, table, kColumnOfStatement);
        addTables(all);
        addWords(all);
        break;
    }
    return {matching(all, context.prefix), context.prefix, context.replaceStart};
}

void CompletionSource::addTables(QList<Completion> &all) const
{
    if (!m_catalog)
        return;
    const auto quoted = [this](const schema::Name &name) {
        return name.schema.isEmpty() ? m_language.quoteIfNeeded(name.name)
                                     : QString(m_language.quoteIfNeeded(name.schema) + u'.' + m_language.quoteIfNeeded(name.name));
    };
    for (const schema::Table &table : m_catalog->tables)
        all.append({table.name.toString(), quoted(table.name), QStringLiteral("table"), rowsText(table), kTable});
    for (const schema::View &view : m_catalog->views)
        all.append({view.name.toString(), quoted(view.name), QStringLiteral("view"), tr("view"), kTable});
}

void CompletionSource::addColumns(QList<Completion> &all, const sql::TableReference &reference, int rank) const
{
    for (const QString &column : reference.columns)
        all.append({column, m_language.quoteIfNeeded(column), QStringLiteral("column"), reference.table.name, rank});
    if (!m_catalog)
        return;
    const auto add = [&](const std::vector<schema::Column> &columns, const QString &owner) {
        for (const schema::Column &column : columns)
            all.append({column.name, m_language.quoteIfNeeded(column.name), QStringLiteral("column"),
                        QString(owner + QStringLiteral(" · ") + column.type.toString()), rank});
    };
    for (const schema::Table &table : m_catalog->tables) {
        if (same(reference.table, table.name))
            add(table.columns, table.name.name);
    }
    for (const schema::View &view : m_catalog->views) {
        if (same(reference.table, view.name))
            add(view.columns, view.name.name);
    }
}

void CompletionSource::addWords(QList<Completion> &all) const
{
    for (const QString &function : m_language.functions)
        all.append({function, QString(function + u'('), QStringLiteral("function"), tr("function"), kFunction});
    for (const QString &keyword : m_language.keywords)
        all.append({keyword.toUpper(), keyword.toUpper(), QString(), QString(), kKeyword});
}

} // namespace joinery::ui
