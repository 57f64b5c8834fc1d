// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/adapt.h"
#include "core/dialect/run_steps.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Type;
using schema::TypeKind;

namespace {

struct Row
{
    const char *generic; ///< as Type::fromString reads it
    const char *sqlite, *postgresql, *mysql; ///< what the server holds then
};

/// The table of core/dialect/README.md.
const Row kRows[] = {
    {"Boolean", "BOOLEAN", "boolean", "tinyint(1)"},
    {"SmallInteger", "SMALLINT", "smallint", "smallint"},
    {"Integer", "INTEGER", "integer", "int"},
    {"BigInteger", "BIGINT", "bigint", "bigint"},
    {"Float", "FLOAT", "double precision", "float"},
    {"Float(24)", "FLOAT", "real", "float"},
    {"Double", "DOUBLE", "double precision", "double"},
    {"Numeric", "NUMERIC", "numeric", "decimal(10,0)"},
    {"Numeric(8, 2)", "NUMERIC(8, 2)", "numeric(8,2)", "decimal(8,2)"},
    {"String(120)", "VARCHAR(120)", "varchar(120)", "varchar(120)"},
    {"CHAR(5)", "CHAR(5)", "char(5)", "char(5)"},
    {"Text", "TEXT", "text", "text"},
    {"LargeBinary", "BLOB", "bytea", "blob"},
    {"Date", "DATE", "date", "date"},
    {"Time", "TIME", "time", "time"},
    {"DateTime", "DATETIME", "timestamp", "datetime"},
    {"DateTime(timezone)", "DATETIME", "timestamptz", "datetime"},
    {"Interval", "DATETIME", "interval", "datetime"},
    {"JSON", "JSON", "json", "json"},
    {"Uuid", "CHAR(32)", "uuid", "char(32)"},
    {"ARRAY(Integer)", "JSON", "integer[]", "json"},
};

/// One model for all engines: a column of each type, and a few things that not everybody has.
schema::Catalog model()
{
    schema::Catalog catalog;
    schema::Table table;
    table.name = schema::Name(QStringLiteral("kinds"));
    schema::Column id{.name = QStringLiteral("id"), .type = Type::of(TypeKind::Integer), .nullable = false};
    table.columns.push_back(id);
    table.primaryKey = schema::PrimaryKey{.columns = {id.name}};
    for (const Row &row : kRows) {
        const QString name = QStringLiteral("c%1").arg(table.columns.size());
        table.columns.push_back({.name = name, .type = Type::fromString(QLatin1String(row.generic)).value_or(Type::native(QString(), QStringLiteral("?")))});
    }
    schema::Index partial{.name = QStringLiteral("some"), .items = {{.column = QStringLiteral("c3")}}, .where = QStringLiteral("c3 > 1")};
    table.indexes.push_back(partial);
    catalog.tables.push_back(table);
    schema::assignUids(catalog);
    return catalog;
}

} // namespace

Type unsignedOf(TypeKind kind)
{
    Type type = Type::of(kind);
    type.isUnsigned = true;
    return type;
}

Type colours()
{
    Type type = Type::of(TypeKind::Enum);
    type.enumValues = {QStringLiteral("red"), QStringLiteral("it's blue")};
    return type;
}

/// What no name of a generic type says.
struct Special
{
    Type type;
    const char *sqlite, *postgresql, *mysql;
};

std::vector<Special> specials()
{
    return {{unsignedOf(TypeKind::SmallInteger), "SMALLINT", "integer", "smallint unsigned"},
            {unsignedOf(TypeKind::Integer), "INTEGER", "bigint", "int unsigned"},
            {unsignedOf(TypeKind::BigInteger), "BIGINT", "numeric(20,0)", "bigint unsigned"},
            {colours(), "VARCHAR(9)", "special_c3", "enum('red','it''s blue')"}};
}

/// What the table of core/dialect/README.md says, on real servers.
class TypeTableTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void oneModelMakesTheSameTableEverywhere_data() { test::Engines::addRows(); }
    void oneModelMakesTheSameTableEverywhere()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const dialect::Adapted adapted = dialect::adapt(model(), dialect);
        const auto steps = createScript(dialect, adapted.catalog, (*connection)->server().versionNumber);
        VERIFY_OK(steps);
        VERIFY_OK(dialect::runSteps(**connection, *steps));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        QCOMPARE(inspection->catalog.tables.size(), size_t(1));
        const schema::Table &made = inspection->catalog.tables.front();
        QCOMPARE(made.columns.size(), std::size(kRows) + 1);
        for (size_t i = 0; i < std::size(kRows); ++i) {
            const Row &row = kRows[i];
            const QString expected = QLatin1String(engine == u"sqlite" ? row.sqlite : engine == u"postgresql" ? row.postgresql : row.mysql);
            const QString found = dialect.typeText(made.columns[i + 1].type);
            QVERIFY2(found == expected, qPrintable(QStringLiteral("%1: %2, and not %3").arg(QLatin1String(row.generic), found, expected)));
            // And back: what was read is written as it stands there.
            QCOMPARE(dialect.typeText(dialect.parseType(found)), expected);
        }
        // What the engine has not is told, with what is done instead.
        const bool told = std::ranges::any_of(adapted.findings, [](const Finding &finding) { return finding.object.contains(QLatin1String("some")); });
        QCOMPARE(told, !dialect.capabilities().partialIndexes);
        const bool whole = std::ranges::any_of(made.indexes, [](const schema::Index &index) { return index.where.isEmpty() && index.name.contains(QLatin1String("some")); });
        QVERIFY(dialect.capabilities().partialIndexes ? !made.indexes.front().where.isEmpty() : whole || made.indexes.empty());
    }
    void whatHasNoNameOfItsOwn_data() { test::Engines::addRows(); }
    void whatHasNoNameOfItsOwn()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        schema::Catalog wanted;
        schema::Table table{.name = schema::Name(QStringLiteral("special"))};
        const std::vector<Special> all = specials();
        for (const Special &each : all)
            table.columns.push_back({.name = QStringLiteral("c%1").arg(table.columns.size()), .type = each.type});
        wanted.tables.push_back(table);
        const auto steps = createScript(dialect, wanted, (*connection)->server().versionNumber);
        VERIFY_OK(steps);
        VERIFY_OK(dialect::runSteps(**connection, *steps));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        const schema::Table &made = inspection->catalog.tables.front();
        for (size_t i = 0; i < all.size(); ++i) {
            const char *expected = engine == u"sqlite" ? all[i].sqlite : engine == u"postgresql" ? all[i].postgresql : all[i].mysql;
            QCOMPARE(dialect.typeText(made.columns[i].type), QLatin1String(expected));
        }
    }

    void keepsWhatItCannotName_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("type");
        const auto rows = [](const char *engine, std::initializer_list<const char *> types) {
            for (const char *type : types)
                QTest::addRow("%s %s", engine, type) << QString::fromLatin1(engine) << QString::fromLatin1(type);
        };
        rows("sqlite", {"NVARCHAR(160)", "INT", "MEDIUMINT", "UNSIGNED BIG INT", "REAL", "DECIMAL(8, 2)", "CLOB", "TIMESTAMP", "money"});
        rows("postgresql", {"bpchar", "interval day to second", "inet", "tsvector", "int4range", "bit varying(3)", "name", "\"char\"", "macaddr8", "xml"});
        rows("mysql", {"tinyint(4)", "tinyint(3) unsigned", "mediumint(9)", "int(5) unsigned zerofill", "float(7,3)", "tinytext", "mediumtext",
                       "longtext", "binary(4)", "varbinary(20)", "mediumblob", "timestamp", "year(4)", "set('a','it''s')", "point", "uuid", "inet6"});
    }
    void keepsWhatItCannotName()
    {
        QFETCH(QString, engine);
        QFETCH(QString, type);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        VERIFY_OK((*connection)->run(QStringLiteral("CREATE TABLE t (id integer, c %1 NULL)").arg(type)));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        const Type found = inspection->catalog.tables.front().columns.at(1).type;
        QCOMPARE(dialect.typeText(found), type);
        QCOMPARE(found.nativeText, type);
        QCOMPARE(found.nativeDialect, engine);
    }
};

JOINERY_TEST(TypeTableTest)
#include "tst_type_table.moc"
