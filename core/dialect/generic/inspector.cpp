// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_dialect.h"

#include "core/driver/catalog_source.h"
#include "core/schema/index_columns.h"

#include <map>

namespace joinery::dialect {

using driver::CatalogSource;
using schema::Name;
using schema::Table;

namespace {

bool isSystemSchema(const QString &schema)
{
    static const QStringList names{QStringLiteral("information_schema"), QStringLiteral("pg_catalog"), QStringLiteral("pg_toast"),
                                   QStringLiteral("sys"), QStringLiteral("system"), QStringLiteral("sysibm"),
                                   QStringLiteral("syscat"), QStringLiteral("performance_schema")};
    return names.contains(schema.toLower());
}

/// Reads what the driver tells by its own calls. What it does not tell is said, once for each kind of thing.
class GenericInspector
{
public:
    GenericInspector(const GenericDialect &dialect, CatalogSource &source, const CancelToken &token)
        : m_dialect(dialect), m_source(source), m_token(token)
    {
    }

    Status read(const InspectOptions &options, Inspection &into)
    {
        JOINERY_TRY(readEntries(options));
        JOINERY_TRY(readColumns());
        for (Table &table : m_tables) {
            JOINERY_TRY(readPrimaryKey(table));
            JOINERY_TRY(readForeignKeys(table));
            JOINERY_TRY(readIndexes(table));
        }
        tellTheRest();
        std::ranges::move(m_tables, std::back_inserter(into.catalog.tables));
        std::ranges::move(m_views, std::back_inserter(into.catalog.views));
        std::ranges::move(m_findings, std::back_inserter(into.findings));
        return {};
    }

private:
    void find(Severity severity, const char *code, const QString &object, const QString &message)
    {
        m_findings.push_back({severity, QString::fromLatin1(code), Uid(), object, message, QString()});
    }

    static bool endsAll(const Error &error)
    {
        return error.kind == ErrorKind::Cancelled || error.damage == Damage::Connection || error.damage == Damage::InDoubt;
    }

    /// A finding, the first time; whatever else went wrong goes on.
    Status untold(const Error &error, const char *code, const QString &what)
    {
        if (endsAll(error))
            return fail(error);
        if (m_untold.contains(what))
            return {};
        m_untold.append(what);
        find(Severity::Warning, code, {}, QStringLiteral("The driver does not tell %1: %2").arg(what, error.message));
        return {};
    }

    Status readEntries(const InspectOptions &options)
    {
        JOINERY_TRY_VALUE(const std::vector<CatalogSource::Entry> entries, m_source.entries(m_token));
        std::map<QString, int> others;
        for (const CatalogSource::Entry &entry : entries) {
            if (options.schemas.isEmpty() ? isSystemSchema(entry.name.schema) : !options.schemas.contains(entry.name.schema))
                continue;
            if (entry.kind.contains(u"VIEW")) {
                schema::View view;
                view.name = entry.name;
                view.comment = entry.comment;
                view.materialized = entry.kind.startsWith(u"MAT");
                m_views.push_back(std::move(view));
            } else if (entry.kind.contains(u"TABLE") || entry.kind.contains(u"TEMPORARY")) {
                Table table;
                table.name = entry.name;
                table.comment = entry.comment;
                m_tables.push_back(std::move(table));
            } else {
                ++others[entry.kind];
            }
        }
        for (const auto &[kind, count] : others)
            find(Severity::Info, "IN406", {}, QStringLiteral("%1 of the kind %2 are not shown.").arg(count).arg(kind));
        return {};
    }

    // All at once where the driver can; some answer for one table at a time.
    Status readColumns()
    {
        QHash<Name, std::vector<schema::Column> *> places;
        for (Table &table : m_tables)
            places.insert(table.name, &table.columns);
        for (schema::View &view : m_views)
            places.insert(view.name, &view.columns);
        const auto take = [&](std::vector<CatalogSource::ColumnOf> columns) {
            for (CatalogSource::ColumnOf &of : columns) {
                if (std::vector<schema::Column> *place = places.value(of.table)) {
                    if (of.column.defaultValue && of.column.defaultValue->kind == schema::Default::Kind::Expression)
                        of.column.defaultValue = m_dialect.parseDefault(of.column.defaultValue->text, of.column.type);
                    place->push_back(std::move(of.column));
                }
            }
        };
        if (auto all = m_source.columns({}, m_token))
            take(*std::move(all));
        else if (endsAll(all.error()))
            return fail(all.error());
        for (auto place = places.constBegin(); place != places.constEnd(); ++place) {
            if (!place.value()->empty())
                continue;
            auto own = m_source.columns(place.key(), m_token);
            if (own)
                take(*std::move(own));
            else if (endsAll(own.error()))
                return fail(own.error());
            if (place.value()->empty())
                find(Severity::Warning, "IN404", place.key().toString(),
                     own ? QStringLiteral("The driver tells no columns.") : QStringLiteral("The columns were not read: %1").arg(own.error().message));
        }
        return {};
    }

    Status readPrimaryKey(Table &table)
    {
        auto key = m_source.primaryKey(table.name, m_token);
        if (!key)
            return untold(key.error(), "IN407", QStringLiteral("primary keys"));
        table.primaryKey = *std::move(key);
        return {};
    }

    Status readForeignKeys(Table &table)
    {
        auto keys = m_source.foreignKeys(table.name, m_token);
        if (!keys)
            return untold(keys.error(), "IN402", QStringLiteral("foreign keys"));
        table.foreignKeys = *std::move(keys);
        return {};
    }

    Status readIndexes(Table &table)
    {
        auto indexes = m_source.indexes(table.name, m_token);
        if (!indexes)
            return untold(indexes.error(), "IN403", QStringLiteral("indexes"));
        for (schema::Index &index : *indexes) {
            const QStringList columns = schema::columnsOf(index);
            const bool known = std::ranges::all_of(columns, [&](const QString &name) { return table.column(name) != nullptr; });
            if (!known)
                find(Severity::Warning, "IN408", index.name, QStringLiteral("A part of the index is no column, and the driver does not tell "
                                                                            "what it is: the index is left out."));
            else if (!(index.unique && table.primaryKey && table.primaryKey->columns == columns))
                table.indexes.push_back(std::move(index));
        }
        return {};
    }

    void tellTheRest()
    {
        if (!m_views.empty())
            find(Severity::Info, "IN405", {}, QStringLiteral("The driver does not tell the text of views: %1 are listed with their columns, "
                                                             "and scripts leave them out.").arg(m_views.size()));
        find(Severity::Info, "IN401", {}, QStringLiteral("Not told through this kind of driver: checks, identities, generated columns, "
                                                         "collations, triggers, routines, sequences and permissions."));
    }

    const GenericDialect &m_dialect;
    CatalogSource &m_source;
    CancelToken m_token;
    std::vector<Table> m_tables;
    std::vector<schema::View> m_views;
    std::vector<Finding> m_findings;
    QStringList m_untold;
};

} // namespace

Result<Inspection> GenericDialect::inspect(driver::Connection &connection, const InspectOptions &options,
                                           const CancelToken &token) const
{
    CatalogSource *source = connection.catalogSource();
    if (!source)
        return fail(ErrorKind::Unsupported, QStringLiteral("The catalogue of this database cannot be read."));
    Inspection inspection;
    inspection.catalog.dialect = name();
    inspection.catalog.serverVersion = connection.server().version;
    JOINERY_TRY(GenericInspector(*this, *source, token).read(options, inspection));
    return inspection;
}

Result<std::optional<qint64>> GenericDialect::estimateRows(driver::Connection &, const Name &, const CancelToken &) const
{
    return std::optional<qint64>();
}

} // namespace joinery::dialect
