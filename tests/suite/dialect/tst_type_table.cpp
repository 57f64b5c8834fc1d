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
};

JOINERY_TEST(TypeTableTest)
#include "tst_type_table.moc"
