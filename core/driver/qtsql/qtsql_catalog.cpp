// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/qtsql_catalog.h"

#include "core/driver/qtsql/qtsql_connection.h"

namespace joinery::driver::qtsql {

using schema::Name;

template <class R>
Result<R> QtSqlCatalog::ask(const CancelToken &token, std::function<Result<R>(Catalog &)> question)
{
    JOINERY_TRY(token.check());
    struct Work
    {
        std::shared_ptr<Database> database;
        std::unique_ptr<Catalog> catalog;
        Result<R> answer;
    };
    auto work = std::make_shared<Work>();
    work->database = m_connection.database();
    work->catalog = work->database->newCatalog();
    JOINERY_TRY(m_connection.onThread([work, question] { work->answer = question(*work->catalog); }, token,
                                      [work] { work->catalog->stop(); }));
    if (!work->answer) {
        Error error = m_connection.judged(work->answer.error(), QStringLiteral("SELECT"), token);
        error.statement.clear();
        return fail(std::move(error));
    }
    return std::move(work->answer);
}

Result<std::vector<CatalogSource::Entry>> QtSqlCatalog::entries(const CancelToken &token)
{
    return ask<std::vector<Entry>>(token, [](Catalog &catalog) { return catalog.entries(); });
}

Result<std::vector<CatalogSource::ColumnOf>> QtSqlCatalog::columns(const Name &table, const CancelToken &token)
{
    return ask<std::vector<ColumnOf>>(token, [table](Catalog &catalog) { return catalog.columns(table); });
}

Result<std::optional<schema::PrimaryKey>> QtSqlCatalog::primaryKey(const Name &table, const CancelToken &token)
{
    return ask<std::optional<schema::PrimaryKey>>(token, [table](Catalog &catalog) { return catalog.primaryKey(table); });
}

Result<std::vector<schema::ForeignKey>> QtSqlCatalog::foreignKeys(const Name &table, const CancelToken &token)
{
    return ask<std::vector<schema::ForeignKey>>(token, [table](Catalog &catalog) { return catalog.foreignKeys(table); });
}

Result<std::vector<schema::Index>> QtSqlCatalog::indexes(const Name &table, const CancelToken &token)
{
    return ask<std::vector<schema::Index>>(token, [table](Catalog &catalog) { return catalog.indexes(table); });
}

} // namespace joinery::driver::qtsql
