// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/take_spelling.h"

#include "core/dialect/postgresql/script/same_meaning.h"

namespace joinery::dialect::script {

namespace {

using schema::Catalog;
using schema::Table;

class Alignment
{
public:
    Alignment(const PostgresqlDialect &dialect, Catalog &written, const Catalog &server) : m_dialect(dialect), m_written(written), m_server(server) {}

    void run()
    {
        for (Table &table : m_written.tables) {
            if (const Table *other = m_server.table(table.name)) {
                m_table = other;
                alignTable(table, *other);
            }
        }
        m_table = nullptr;
        for (schema::View &view : m_written.views) {
            if (const schema::View *other = m_server.view(view.name))
                alignView(view, *other);
        }
        for (schema::Definition &definition : m_written.definitions) {
            for (const schema::Definition &other : m_server.definitions) {
                if (other.kind == definition.kind && other.name == definition.name && other.signature == definition.signature && other.table == definition.table) {
                    m_table = m_server.table(other.table);
                    takeStatement(definition.createSql, other.createSql);
                }
            }
        }
    }

private:
    void takeStatement(QString &written, const QString &server, const QString &before = {}) const
    {
        if (written != server && SameMeaning(m_server, m_table).statements(before + server, before + written))
            written = server;
    }

    void takeExpression(QString &written, const QString &server) const
    {
        if (written != server && !written.isEmpty() && !server.isEmpty() && SameMeaning(m_server, m_table).expressions(server, written))
            written = server;
    }

    static QString expression(const schema::Default &value)
    {
        return value.kind == schema::Default::Kind::Expression ? value.text : QString(u'\'' + QString(value.text).replace(u'\'', QLatin1String("''")) + u'\'');
    }

    /// The type under a domain, for that is what its literals are given.
    QString baseType(schema::Type type) const
    {
        const bool domain = std::ranges::any_of(m_server.definitions, [&](const schema::Definition &each) {
            return each.kind == schema::Definition::Kind::Domain && each.name.toString() == type.nativeText;
        });
        if (domain) {
            type.nativeText.clear();
            type.nativeDialect.clear();
        }
        return m_dialect.typeText(type);
    }

    void alignColumn(schema::Column &column, const schema::Column &other) const
    {
        if (column.defaultValue && other.defaultValue && column.defaultValue != other.defaultValue && column.type == other.type
            && SameMeaning(m_server).expressions(expression(*other.defaultValue), expression(*column.defaultValue), baseType(other.type)))
            column.defaultValue = other.defaultValue;
        if (column.computed && other.computed)
            takeExpression(column.computed->expression, other.computed->expression);
    }

    void alignTable(Table &table, const Table &other) const
    {
        for (schema::Column &column : table.columns) {
            if (const schema::Column *same = other.column(column.name))
                alignColumn(column, *same);
        }
        const auto each = [](auto &mine, const auto &theirs, const auto &take) {
            for (auto &one : mine) {
                for (const auto &two : theirs) {
                    if (one.name == two.name)
                        take(one, two);
                }
            }
        };
        each(table.checks, other.checks, [&](schema::Check &one, const schema::Check &two) { takeExpression(one.expression, two.expression); });
        each(table.exclusions, other.exclusions, [&](schema::Exclusion &one, const schema::Exclusion &two) {
            takeStatement(one.definition, two.definition, QStringLiteral("ALTER TABLE t ADD CONSTRAINT c "));
        });
        each(table.indexes, other.indexes, [&](schema::Index &one, const schema::Index &two) {
            takeExpression(one.where, two.where);
            for (size_t i = 0; i < one.items.size() && i < two.items.size(); ++i)
                takeExpression(one.items[i].expression, two.items[i].expression);
        });
        const auto option = [&](const char *key, const char *before) {
            const QString name = QLatin1String(key);
            if (table.options.contains(name) && other.options.contains(name))
                takeStatement(table.options[name], other.options.value(name), QLatin1String(before));
        };
        const QString bound = QStringLiteral("partition_bound");
        if (table.options.contains(bound) && other.options.contains(bound) && SameMeaning(m_server).bounds(other.options.value(bound), table.options.value(bound)))
            table.options.insert(bound, other.options.value(bound));
        option("partition_by", "CREATE TABLE t () PARTITION BY ");
    }

    void alignView(schema::View &view, const schema::View &other) const
    {
        takeStatement(view.query, other.query);
        for (size_t i = 0; i < view.indexDefinitions.size() && i < other.indexDefinitions.size(); ++i)
            takeStatement(view.indexDefinitions[i], other.indexDefinitions[i]);
    }

    const PostgresqlDialect &m_dialect;
    Catalog &m_written;
    const Catalog &m_server;
    const Table *m_table = nullptr;
};

} // namespace

void takeSpelling(const PostgresqlDialect &dialect, Catalog &written, const Catalog &server)
{
    Alignment(dialect, written, server).run();
}

} // namespace joinery::dialect::script
