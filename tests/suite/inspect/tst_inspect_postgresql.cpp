// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/schema_script.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Name;

class InspectPostgresqlTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
    schema::Catalog m_catalog;

    const schema::Definition *definition(schema::Definition::Kind kind, const QString &name) const
    {
        for (const schema::Definition &each : m_catalog.definitions) {
            if (each.kind == kind && each.name.name == name)
                return &each;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        m_database = std::make_unique<test::ScratchDatabase>(QStringLiteral("postgresql"));
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
        const auto script = test::readSchemaScript(QStringLiteral(JOINERY_TEST_DATA "/schemas/postgresql.sql"), *m_connection);
        VERIFY_OK(script);
        VERIFY_OK(test::runScript(*m_connection, *script));
        auto inspection = dialectOf(*m_connection).inspect(*m_connection, {}, {});
        VERIFY_OK(inspection);
        QVERIFY(inspection->findings.empty());
        m_catalog = std::move(inspection->catalog);
    }

    void readsColumns()
    {
        const schema::Table *author = m_catalog.table(Name(QStringLiteral("author")));
        QVERIFY(author);
        const schema::Identity id = *author->column(QStringLiteral("id"))->identity;
        QCOMPARE(id.kind, schema::Identity::Kind::Always);
        QCOMPARE(id.start, std::optional<qint64>(7));
        QCOMPARE(id.increment, std::optional<qint64>(3));
        QVERIFY(id.cycle && !id.minimum && !id.cache && id.sequence.isEmpty());
        const schema::Column *name = author->column(QStringLiteral("Full Name"));
        QCOMPARE(name->type.toString(), QStringLiteral("String(80)"));
        QCOMPARE(name->defaultValue, (schema::Default{schema::Default::Kind::Literal, QStringLiteral("no one's")}));
        QCOMPARE(name->comment, QStringLiteral("as on the cover"));
        QCOMPARE(author->column(QStringLiteral("feels"))->type.enumName, Name(QStringLiteral("mood")));
        QCOMPARE(author->column(QStringLiteral("moods"))->type.element.at(0).enumName, Name(QStringLiteral("mood")));
        QCOMPARE(author->column(QStringLiteral("grid"))->type.dimensions, 2);
        QCOMPARE(author->column(QStringLiteral("lucky"))->type.kind, schema::TypeKind::Integer);
        QCOMPARE(author->column(QStringLiteral("lucky"))->type.nativeText, QStringLiteral("positive"));
        QCOMPARE(author->column(QStringLiteral("initials"))->computed->stored, true);
        QCOMPARE(author->column(QStringLiteral("drawn"))->defaultValue->kind, schema::Default::Kind::Expression);
        QCOMPARE(author->column(QStringLiteral("note"))->collation, QStringLiteral("C"));
        QCOMPARE(author->column(QStringLiteral("note"))->options.value(QStringLiteral("storage")), QStringLiteral("EXTERNAL"));
        QCOMPARE(author->column(QStringLiteral("negative"))->defaultValue->text, QStringLiteral("-1"));
        QCOMPARE(author->column(QStringLiteral("made"))->type.toString(), QStringLiteral("DateTime(timezone, 3)"));
        QCOMPARE(author->options.value(QStringLiteral("fillfactor")), QStringLiteral("70"));
        QCOMPARE(author->options.value(QStringLiteral("cluster_on")), QStringLiteral("first_nulls"));
        QCOMPARE(author->primaryKey->include, QStringList{"Full Name"});
        QVERIFY(std::ranges::find(author->uses, Name(QStringLiteral("twice"))) != author->uses.end());
        QVERIFY(std::ranges::find(author->uses, Name(QStringLiteral("ticket"))) != author->uses.end());
        const schema::Table *book = m_catalog.table(Name(QStringLiteral("book")));
        QCOMPARE(book->column(QStringLiteral("id"))->identity->kind, schema::Identity::Kind::Serial);
        QCOMPARE(book->column(QStringLiteral("id"))->identity->increment, std::optional<qint64>(2));
        QCOMPARE(m_catalog.table(Name(QStringLiteral("renamed")))->column(QStringLiteral("id"))->identity->sequence, Name(QStringLiteral("old_name_id_seq")));
    }

    void readsConstraintsAndIndexes()
    {
        const schema::Table *book = m_catalog.table(Name(QStringLiteral("book")));
        QCOMPARE(book->foreignKeys[0].onDelete, schema::ForeignKeyAction::SetNull);
        QCOMPARE(book->foreignKeys[0].deferral, schema::Deferral::InitiallyDeferred);
        QCOMPARE(book->uniques[0].deferral, schema::Deferral::InitiallyImmediate);
        QCOMPARE(book->exclusions.size(), size_t(1));
        QCOMPARE(book->options.value(QStringLiteral("row_security")), QStringLiteral("force"));
        QCOMPARE(book->options.value(QStringLiteral("replica_identity")), QStringLiteral("FULL"));
        const auto index = std::ranges::find(book->indexes, QStringLiteral("by_title"), &schema::Index::name);
        QVERIFY(index != book->indexes.end());
        QCOMPARE(index->items[0].expression, QStringLiteral("lower(title)"));
        QVERIFY(index->items[0].descending);
        QCOMPARE(index->items[0].nulls, schema::NullsOrder::Last);
        QCOMPARE(index->items[1].collation, QStringLiteral("C"));
        QCOMPARE(index->items[1].operatorClass, QStringLiteral("text_pattern_ops"));
        QCOMPARE(index->where, QStringLiteral("price IS NOT NULL"));
        const schema::Table *sale = m_catalog.table(Name(QStringLiteral("sales"), QStringLiteral("sale")));
        QVERIFY(sale);
        QCOMPARE(sale->foreignKeys[0].match, QStringLiteral("FULL"));
        QVERIFY(!sale->foreignKeys[0].validated);
        const schema::Table *author = m_catalog.table(Name(QStringLiteral("author")));
        QVERIFY(std::ranges::any_of(author->checks, &schema::Check::noInherit));
        QCOMPARE(std::ranges::find(author->checks, QStringLiteral("named check"), &schema::Check::name)->comment, QStringLiteral("no nicknames"));
    }

    void readsPartitionsAndInheritance()
    {
        QCOMPARE(m_catalog.table(Name(QStringLiteral("measure")))->options.value(QStringLiteral("partition_by")), QStringLiteral("RANGE (at, ((city + 1)))"));
        const schema::Table *part = m_catalog.table(Name(QStringLiteral("measure_new")));
        QCOMPARE(part->options.value(QStringLiteral("partition_of")), QStringLiteral("measure"));
        QCOMPARE(part->options.value(QStringLiteral("partition_bound")), QStringLiteral("DEFAULT"));
        QCOMPARE(part->options.value(QStringLiteral("partition_by")), QStringLiteral("LIST (city)"));
        const schema::Table *child = m_catalog.table(Name(QStringLiteral("child")));
        QCOMPARE(child->options.value(QStringLiteral("inherits")), QStringLiteral("selfish"));
        QVERIFY(child->column(QStringLiteral("id"))->options.contains(QStringLiteral("inherited")));
        QVERIFY(!child->column(QStringLiteral("extra"))->options.contains(QStringLiteral("inherited")));
    }

    void readsTheRest()
    {
        using Kind = schema::Definition::Kind;
        QCOMPARE(m_catalog.enumType(Name(QStringLiteral("mood")))->values, QStringList({"sad", "ok", "it's", "größe"}));
        QVERIFY(m_catalog.enumType(Name(QStringLiteral("sales"), QStringLiteral("State"))));
        QCOMPARE(m_catalog.sequences.size(), size_t(3));
        QCOMPARE(m_catalog.sequences[0].increment, std::optional<qint64>(5));
        QVERIFY(definition(Kind::Domain, QStringLiteral("positive"))->createSql.contains(QLatin1String("CHECK ((VALUE > 0))")));
        QVERIFY(definition(Kind::CompositeType, QStringLiteral("address")));
        QVERIFY(definition(Kind::RangeType, QStringLiteral("floatrange")));
        QCOMPARE(definition(Kind::Trigger, QStringLiteral("touch_author"))->table, Name(QStringLiteral("author")));
        QVERIFY(definition(Kind::Policy, QStringLiteral("see own")));
        QVERIFY(definition(Kind::Rule, QStringLiteral("no_delete")));
        QVERIFY(definition(Kind::Statistics, QStringLiteral("related")));
        QVERIFY(definition(Kind::Aggregate, QStringLiteral("total")));
        QVERIFY(definition(Kind::Procedure, QStringLiteral("nothing")));
        QCOMPARE(definition(Kind::Extension, QStringLiteral("citext"))->createSql, QStringLiteral("CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public"));
        QVERIFY(!definition(Kind::Function, QStringLiteral("citext_eq")));
        const schema::View *first = m_catalog.view(Name(QStringLiteral("a_first")));
        QCOMPARE(first->uses, std::vector<Name>{Name(QStringLiteral("a_view"))});
        QCOMPARE(first->columns.size(), size_t(1));
        const schema::View *view = m_catalog.view(Name(QStringLiteral("a_view")));
        QCOMPARE(view->columns[2].comment, QStringLiteral("the author"));
        QVERIFY(m_catalog.view(Name(QStringLiteral("m")))->materialized);
        QCOMPARE(m_catalog.view(Name(QStringLiteral("m")))->indexDefinitions.size(), size_t(1));
        QCOMPARE(m_catalog.view(Name(QStringLiteral("checked")))->options.value(QStringLiteral("check_option")), QStringLiteral("cascaded"));
    }

    void readsOneSchemaAlone()
    {
        const auto inspection = dialectOf(*m_connection).inspect(*m_connection, {.schemas = {QStringLiteral("sales")}}, {});
        VERIFY_OK(inspection);
        QCOMPARE(inspection->catalog.tables.size(), size_t(1));
        QCOMPARE(inspection->catalog.enums.size(), size_t(1));
    }

    void leavesTheSearchPathAsItWas()
    {
        VERIFY_OK(m_connection->run(QStringLiteral("SET search_path = sales, public")));
        const auto inspection = dialectOf(*m_connection).inspect(*m_connection, {}, {});
        VERIFY_OK(inspection);
        QVERIFY(inspection->catalog.table(Name(QStringLiteral("sale"))));
        QVERIFY(inspection->catalog.table(Name(QStringLiteral("public"), QStringLiteral("book"))));
        const auto path = m_connection->fetch(QStringLiteral("SHOW search_path"));
        VERIFY_OK(path);
        QCOMPARE(path->value(0, 0).toText(), QStringLiteral("sales, public"));
        VERIFY_OK(m_connection->run(QStringLiteral("RESET search_path")));
    }

    void estimatesPartitionedTables()
    {
        VERIFY_OK(m_connection->run(QStringLiteral("SET session_replication_role = replica"))); // no triggers
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO measure SELECT date '2021-01-01' + i, 1, 1 FROM generate_series(1, 100) i")));
        VERIFY_OK(m_connection->run(QStringLiteral("ANALYZE")));
        const auto estimate = dialectOf(*m_connection).estimateRows(*m_connection, Name(QStringLiteral("measure_new")), {});
        VERIFY_OK(estimate);
        QCOMPARE(*estimate, std::optional<qint64>(100));
    }

    void cleanupTestCase()
    {
        m_connection.reset();
        m_database.reset();
    }
};

JOINERY_TEST(InspectPostgresqlTest)
#include "tst_inspect_postgresql.moc"
