// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/eventful_revision.h"

#include "core/builtin.h"
#include "core/compare/compare.h"
#include "core/operation/apply.h"
#include "core/schema/catalog_json.h"
#include "suite/migration/cases.h"

#include <QJsonDocument>

namespace joinery::test {

namespace {

using schema::Column;
using schema::Table;
using schema::Type;
using schema::TypeKind;

Column column(const char *name, const Type &type, bool nullable = true)
{
    Column made;
    made.name = QString::fromLatin1(name);
    made.type = type;
    made.nullable = nullable;
    return made;
}

Table table(const char *name, std::vector<Column> columns)
{
    Table made;
    made.name = schema::Name(QString::fromLatin1(name));
    made.columns = std::move(columns);
    made.columns.insert(made.columns.begin(), column("id", Type::of(TypeKind::Integer), false));
    made.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
    return made;
}

schema::Catalog startOf()
{
    schema::Catalog catalog;
    catalog.tables.push_back(table("shop", {column("title", Type::string(40), false)}));
    catalog.tables.push_back(table("account", {column("shop_id", Type::of(TypeKind::Integer)), column("owner", Type::string(20), false),
                                               column("total", Type::of(TypeKind::Integer), false), column("memo", Type::string(20))}));
    catalog.tables.push_back(table("rubbish", {column("what", Type::string(20))}));
    return catalog;
}

operation::Operations changesOf(const schema::Catalog &start, const QString &engine)
{
    const schema::Name account(QStringLiteral("account"));
    operation::Operations changes;
    Column state = column("state", Type::string(10), false);
    changes.push_back(operation::AddColumn{account, state, {}, QStringLiteral("'new'")});
    changes.push_back(operation::CreateTable{table("entry", {column("account_id", Type::of(TypeKind::Integer)), column("amount", Type::numeric(10, 2))})});
    const Column owner = *start.table(account)->column(QStringLiteral("owner"));
    Column wide = owner;
    wide.type = Type::string(200);
    changes.push_back(operation::AlterColumn{account, owner, wide, {}, {}, {}});
    // What is done twice shows.
    changes.push_back(operation::ExecuteSql{.up = QStringLiteral("UPDATE account SET total = total * 2 + 1"),
                                            .down = QStringLiteral("UPDATE account SET total = (total - 1) / 2"),
                                            .touches = {account}});
    changes.push_back(operation::ExecuteSql{.up = QStringLiteral("INSERT INTO entry (id, account_id, amount) SELECT id, id, total FROM account"),
                                            .down = QStringLiteral("DELETE FROM entry"),
                                            .touches = {schema::Name(QStringLiteral("entry"))}});
    changes.push_back(operation::RenameColumn{account, QStringLiteral("owner"), QStringLiteral("holder")});
    schema::Index index;
    index.name = QStringLiteral("ix_account_holder");
    index.items.push_back({.column = QStringLiteral("holder")});
    changes.push_back(operation::CreateIndex{account, index, engine == QLatin1String("postgresql")});
    schema::ForeignKey key;
    key.name = QStringLiteral("fk_account_shop");
    key.columns = {QStringLiteral("shop_id")};
    key.referredTable = schema::Name(QStringLiteral("shop"));
    key.referredColumns = {QStringLiteral("id")};
    changes.push_back(operation::AddConstraint{account, key});
    changes.push_back(operation::DropColumn{account, *start.table(account)->column(QStringLiteral("memo")), {}});
    changes.push_back(operation::DropTable{*start.table(schema::Name(QStringLiteral("rubbish")))});
    changes.push_back(operation::RenameTable{schema::Name(QStringLiteral("shop")), schema::Name(QStringLiteral("store"))});
    return changes;
}

} // namespace

EventfulRevision::EventfulRevision(const QString &engine) : m_engine(engine)
{
    const schema::Catalog start = startOf();
    migration::Revision first, second;
    first.id = base();
    const auto everything = compare::compare({}, start);
    first.operations = everything ? everything->operations : operation::Operations();
    second.id = head();
    second.parents = {first.id};
    second.operations = changesOf(start, engine);
    if (auto history = migration::History::build({first, second}))
        m_history = *std::move(history);
    for (int id = 1; id <= 3; ++id)
        m_rows << QStringLiteral("INSERT INTO shop (id, title) VALUES (%1, 'shop %1')").arg(id);
    for (int id = 1; id <= 20; ++id)
        m_rows << QStringLiteral("INSERT INTO account (id, shop_id, owner, total, memo) VALUES (%1, %2, 'o''%1', %3, NULL)").arg(id).arg(id % 3 + 1).arg(id * 10);
}

Status EventfulRevision::fill(driver::Connection &connection, const migration::Connector &connector) const
{
    migration::Executor executor(m_history, dialectOf(connection), connection, connector);
    JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.upgrade(base()));
    if (report.failure)
        return fail(Error(*report.failure));
    for (const QString &row : m_rows)
        JOINERY_TRY(connection.run(row));
    return {};
}

Result<migration::ExecutionReport> EventfulRevision::upgrade(driver::Connection &connection, const migration::Connector &connector) const
{
    migration::Executor executor(m_history, dialectOf(connection), connection, connector);
    migration::ExecutionOptions options;
    options.allowDestructive = true;
    return executor.upgrade(QStringLiteral("head"), options);
}

Result<QString> EventfulRevision::picture(driver::Connection &connection)
{
    JOINERY_TRY_VALUE(const schema::Catalog catalog, inspected(connection));
    QString text = QString::fromUtf8(QJsonDocument(schema::toJson(catalog)).toJson());
    for (const schema::Table &table : catalog.tables) {
        const QString first = dialectOf(connection).quote(table.columns.front().name);
        JOINERY_TRY_VALUE(const driver::RowBlock rows,
                          connection.fetch(QStringLiteral("SELECT * FROM %1 ORDER BY %2").arg(dialectOf(connection).quote(table.name), first)));
        text += table.name.toString() + u'\n';
        for (int row = 0; row < rows.rowCount(); ++row) {
            for (int column = 0; column < rows.columnCount(); ++column)
                text += rows.isNull(row, column) ? QStringLiteral("NULL|") : QString(rows.value(row, column).toText() + u'|');
            text += u'\n';
        }
    }
    return text;
}

} // namespace joinery::test
