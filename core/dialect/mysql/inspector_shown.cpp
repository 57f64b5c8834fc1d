// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/inspector.h"

#include "core/schema/transactions.h"

#include <QRegularExpression>

namespace joinery::dialect {

using schema::Name;
using schema::Table;

// The parser of a full-text index, its KEY_BLOCK_SIZE, a USING that was spelt out, periods and the names of subpartitions
// are in no catalogue. MariaDB shows all tables of a database in one anonymous block, whatever their number. MySQL has no
// such blocks: tables that give a reason are asked one by one, and of the others it is said that they were not.
Status MysqlInspector::readShownTables()
{
    if (m_mariaDb)
        return readShownMariaDb();
    bool unasked = false;
    for (Table &table : m_inspection.catalog.tables) {
        const bool keyed = !table.indexes.empty() || !table.uniques.empty() || table.primaryKey;
        const bool reason = (m_options.everyTable && keyed) || table.options.contains(QStringLiteral("key_block_size")) || m_shownPartitions.contains(table.name)
            || std::ranges::any_of(table.indexes, [](const schema::Index &index) { return index.method == QLatin1String("FULLTEXT"); });
        if (!reason) {
            unasked = unasked || !table.indexes.empty() || !table.uniques.empty();
            continue;
        }
        JOINERY_TRY_VALUE(const CatalogRows rows, fetch(QLatin1String("SHOW CREATE TABLE ") + m_dialect.quote(table.name)));
        takeShown(table, rows.text(0, 1));
    }
    if (unasked)
        find(Severity::Info, "IN305", QString(), QStringLiteral("A USING BTREE or KEY_BLOCK_SIZE that was spelt out for an index is in no catalogue, and was not read."));
    return {};
}

Status MysqlInspector::readShownMariaDb()
{
    if (m_tables.isEmpty())
        return {};
    for (const QString &schema : m_schemas) {
        // A table that cannot be opened is left out; the catalogue has told what it knows of it.
        const QString block = QStringLiteral(
            "BEGIN NOT ATOMIC DECLARE joinery_mode text DEFAULT @@sql_mode; DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; SET sql_mode = ''; "
            "FOR t IN (SELECT table_name AS n FROM information_schema.tables WHERE table_schema = %1 AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')) "
            "DO EXECUTE IMMEDIATE concat('SHOW CREATE TABLE ', %2, '.`', replace(t.n, '`', '``'), '`'); END FOR; SET sql_mode = joinery_mode; END")
                                  .arg(m_dialect.literal(driver::Value::text(schema)), m_dialect.literal(driver::Value::text(m_dialect.quote(schema))));
        JOINERY_TRY_VALUE(const CatalogRows rows, fetch(block));
        for (int row = 0; row < rows.count(); ++row) {
            if (Table *shown = table(schema, rows.text(row, 0)))
                takeShown(*shown, rows.text(row, 1));
        }
    }
    return {};
}

void MysqlInspector::takeShown(Table &table, const QString &text)
{
    static const QRegularExpression key(QStringLiteral("^\\s*(UNIQUE |FULLTEXT |SPATIAL |PRIMARY )?KEY "));
    static const QRegularExpression period(QStringLiteral("^\\s*PERIOD FOR (.*\\)),?$"));
    QStringList periods; // that of the system, and one of the application's own
    for (const QString &line : text.split(u'\n')) {
        if (line.contains(key))
            takeShownIndex(table, line);
        else if (const auto match = period.match(line); match.hasMatch())
            periods.append(match.captured(1));
    }
    // A period brings a check of its own name, which nobody wrote.
    std::erase_if(table.checks, [&](const schema::Check &check) {
        const QString name = m_dialect.quote(check.name);
        return std::ranges::any_of(periods, [&](const QString &each) { return each.startsWith(name + u' '); })
            && !text.contains(QLatin1String("CONSTRAINT ") + name);
    });
    if (!periods.isEmpty())
        table.options.insert(QStringLiteral("period"), periods.join(QLatin1String(", PERIOD FOR ")));
    static const QRegularExpression partitions(QStringLiteral("\\n ?(?:/\\*!\\d+ )?PARTITION BY (.*?)(?: \\*/)?$"), QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = partitions.match(text); match.hasMatch()) {
        // Neither what a default partition is nor how many rows one is meant for stands in a catalogue.
        static const QRegularExpression more(QStringLiteral("PARTITION `(?:[^`]|``)*` DEFAULT|_ROWS = | DIRECTORY = ")), engine(QStringLiteral(" ENGINE = \\w+"));
        QString shown = match.captured(1);
        if (m_shownPartitions.contains(table.name))
            table.options.insert(QStringLiteral("partition_by"), shown);
        else if (shown.contains(more))
            table.options.insert(QStringLiteral("partition_by"), shown.remove(engine).replace(QLatin1String("\n"), QLatin1String(" ")));
    }
    // What a table of MERGE gathers.
    static const QRegularExpression merged(QStringLiteral("\\n\\) ENGINE=MRG_MyISAM .*?(?: INSERT_METHOD=(\\w+))? UNION=\\(([^)]*)\\)"), QRegularExpression::CaseInsensitiveOption);
    if (const auto match = merged.match(text); match.hasMatch()) {
        if (!match.captured(1).isEmpty())
            table.options.insert(QStringLiteral("insert_method"), match.captured(1));
        table.options.insert(QStringLiteral("union"), u'(' + match.captured(2) + u')');
        for (const QString &name : match.captured(2).split(u','))
            table.uses.push_back(Name(QString(name).remove(u'`')));
    }
}

void MysqlInspector::takeShownIndex(Table &table, const QString &line)
{
    static const QRegularExpression parser(QStringLiteral("WITH PARSER `([^`]+)`")), block(QStringLiteral("KEY_BLOCK_SIZE=(\\d+)")),
        method(QStringLiteral("\\) USING (BTREE|HASH|RTREE)\\b"));
    const auto spelt = method.match(line), size = block.match(line), parsed = parser.match(line);
    // The period stands among the columns of the key as its two, the end first.
    static const QRegularExpression overlaps(QStringLiteral("`((?:[^`]|``)*)` WITHOUT OVERLAPS\\)"));
    const auto period = overlaps.match(line);
    const auto takePeriod = [&](auto &key) {
        if (!period.hasMatch() || key.columns.size() < 3)
            return;
        key.columns.resize(key.columns.size() - 2);
        key.options.insert(QStringLiteral("without_overlaps"), period.captured(1).replace(QLatin1String("``"), QLatin1String("`")));
    };
    if (line.trimmed().startsWith(QLatin1String("PRIMARY KEY"))) {
        if (table.primaryKey)
            takePeriod(*table.primaryKey);
        if (table.primaryKey && spelt.hasMatch())
            table.primaryKey->options.insert(QStringLiteral("using"), spelt.captured(1));
        if (table.primaryKey && size.hasMatch())
            table.primaryKey->options.insert(QStringLiteral("key_block_size"), size.captured(1));
        return;
    }
    const auto isMeant = [&](const QString &name) { return line.contains(QLatin1String("KEY ") + m_dialect.quote(name) + QLatin1String(" (")); };
    // A unique constraint of which more is said than its columns is told as an index.
    const auto unique = std::ranges::find_if(table.uniques, [&](const schema::Unique &each) { return isMeant(each.name); });
    if (unique != table.uniques.end())
        takePeriod(*unique);
    if (unique != table.uniques.end() && (spelt.hasMatch() || size.hasMatch())) {
        schema::Index index{.name = unique->name, .unique = true};
        for (const QString &column : unique->columns)
            index.items.push_back({.column = column});
        table.uniques.erase(unique);
        table.indexes.push_back(std::move(index));
    }
    for (schema::Index &index : table.indexes) {
        if (!isMeant(index.name))
            continue;
        if (parsed.hasMatch())
            index.options.insert(QStringLiteral("parser"), parsed.captured(1));
        if (size.hasMatch())
            index.options.insert(QStringLiteral("key_block_size"), size.captured(1));
        if (spelt.hasMatch())
            index.method = spelt.captured(1);
    }
}

void MysqlInspector::noteEngines()
{
    QMap<QString, QStringList> tables;
    for (const Table &table : m_inspection.catalog.tables) {
        if (!schema::isTransactional(table))
            tables[table.options.value(QStringLiteral("engine"))].append(table.name.toString());
    }
    for (const auto &[engine, names] : tables.asKeyValueRange()) {
        const QString first = names.mid(0, 5).join(QLatin1String(", ")) + (names.size() > 5 ? QStringLiteral(", and %1 more").arg(names.size() - 5) : QString());
        find(Severity::Info, "IN307", engine, QStringLiteral("Tables of this engine take part in no transaction, and what is written there cannot be rolled back: %1.").arg(first));
    }
}

} // namespace joinery::dialect
