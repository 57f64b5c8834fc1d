// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/compare/spelling.h"
#include "core/dialect/comparison.h"
#include "core/dialect/live_comparison.h"
#include "core/dialect/run_steps.h"
#include "core/operation/describe.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Column;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;

namespace {

struct Written
{
    const char *expression;
    const char *other;                                    ///< something else that looks much like it
    const char *engines = "sqlite postgresql mysql";
};

const Written kConditions[] = {
    {"price > 0", "price > 1"},
    {"price>=0 and price<1000", "price>=0 or price<1000"},
    {"a between 1 and 10", "a between 1 and 11"},
    {"a not between 1 and 10", "a between 1 and 10"},
    {"name like 'a%'", "name like 'b%'"},
    {"name not like 'a%'", "name like 'a%'"},
    {"a in (1, 2, 3)", "a in (1, 2, 4)"},
    {"name in ('new', 'paid', 'it''s sent')", "name in ('new', 'paid', 'its sent')"},
    {"name not in ('x','y')", "name in ('x','y')"},
    {"a is not null or b is not null", "a is not null and b is not null"},
    {"(a is null) = (b is null)", "(a is null) = (b is not null)"},
    {"not (a > b)", "not (a < b)"},
    {"a <> b", "a = b"},
    {"a != 0", "a != 1"},
    {"length(name) > 2", "length(name) > 3"},
    {"lower(name) = name", "upper(name) = name"},
    {"coalesce(a, 0) + coalesce(b, 0) > 0", "coalesce(a, 0) + coalesce(b, 1) > 0"},
    {"case when a > 0 then b > 0 else b = 0 end", "case when a > 0 then b > 0 else b = 1 end"},
    {"case a when 1 then 2 when 2 then 3 end = b", "case a when 1 then 2 when 2 then 4 end = b"},
    {"a % 2 = 0", "a % 3 = 0"},
    {"a * (b + 1) > 10", "a * b + 1 > 10"},
    {"a > 0 and (b > 0 or a < b) and b < 100", "a > 0 and b > 0 or a < b and b < 100"},
    {"born > '2000-01-01'", "born > '2000-01-02'"},
    {"abs(price) < 10.50", "abs(price) < 10.5001"},
    {"price * 2 > a", "price * 2 > b"},
    {"name <> ''", "name <> ' x'"},
    {"trim(name) <> ''", "name <> ''"},
    {"upper(name) in ('A','B')", "upper(name) in ('A','C')"},
    {"cast(a as char(4)) <> name", "cast(b as char(4)) <> name"},
    {"flag or a > 0", "not flag or a > 0"},
    {"a = -1 or a > 0", "a = 1 or a > 0"},
    {"made > born", "made < born"},
    {"nullif(name, '') is not null", "nullif(name, '') is null"},
    {"(a > 0) is true", "(a > 0) is false"},
    {"a is distinct from b", "a is not distinct from b", "sqlite postgresql"},
    {"name ~* '^[a-z]+$'", "name ~ '^[a-z]+$'", "postgresql"},
    {"born >= date '2000-01-01' and born < date '2000-01-01' + interval '1 year'", "born >= date '2000-01-01'", "postgresql"},
    {"extract(year from born) > 1900", "extract(month from born) > 1900", "postgresql"},
    {"name similar to 'a|b'", "name similar to 'a|c'", "postgresql"},
    {"position('@' in name) > 1", "position('#' in name) > 1", "postgresql mysql"},
    {"name regexp '^[a-z]+$'", "name regexp '^[a-y]+$'", "mysql"},
    {"char_length(name) > 2 && a > 0", "char_length(name) > 2 || a > 0", "mysql"},
};

const Written kValues[] = {
    {"a * 2 + b", "a * 2 - b"},
    {"coalesce(a, b, 0)", "coalesce(b, a, 0)"},
    {"case when a between 1 and 5 then 1 else 0 end", "case when a between 1 and 6 then 1 else 0 end"},
    {"length(lower(name))", "length(upper(name))"},
};

} // namespace

/// A model as a person writes it, created and read back: what the server has spelt anew is no difference, and what only
/// looks like it is one.
class WrittenExpressionsTest : public test::TestCase
{
    Q_OBJECT

    QString m_engine;
    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;

    static schema::Catalog modelOf(const QString &engine, const std::function<void(Table &)> &give)
    {
        Table table{.name = Name(QStringLiteral("thing"))};
        const auto add = [&](const char *name, Type type) { table.columns.push_back({.name = QLatin1String(name), .type = std::move(type)}); };
        add("id", Type::of(TypeKind::Integer));
        table.columns.back().nullable = false;
        table.primaryKey = schema::PrimaryKey{.columns = {QStringLiteral("id")}};
        add("a", Type::of(TypeKind::Integer));
        add("b", Type::of(TypeKind::Integer));
        add("price", Type::numeric(10, 2));
        add("name", Type::string(40));
        add("flag", Type::of(TypeKind::Boolean));
        add("born", Type::of(TypeKind::Date));
        add("made", Type::of(TypeKind::DateTime));
        give(table);
        schema::Catalog model;
        model.dialect = engine;
        model.tables.push_back(std::move(table));
        return model;
    }
    // What is made of it once it was created; the table is gone again afterwards.
    Result<schema::Catalog> created(const schema::Catalog &model)
    {
        const dialect::Dialect &dialect = dialectOf(*m_connection);
        JOINERY_TRY(m_connection->run(QStringLiteral("DROP TABLE IF EXISTS thing")));
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps, dialect::createScript(dialect, model));
        JOINERY_TRY(dialect::runSteps(*m_connection, steps));
        JOINERY_TRY_VALUE(dialect::Inspection inspection, dialect.inspect(*m_connection, {}, {}));
        return std::move(inspection.catalog);
    }
    Result<compare::Difference> difference(const schema::Catalog &model, const schema::Catalog &live)
    {
        const dialect::Dialect &dialect = dialectOf(*m_connection);
        compare::Options options = dialect::comparisonOptions(dialect);
        options.unnamedIsAny = true;
        JOINERY_TRY(m_connection->setReadOnly(true));
        auto found = dialect::compareLive(*m_connection, dialect, model, live, dialect::LiveSide::To, options);
        JOINERY_TRY(m_connection->setReadOnly(false));
        return found;
    }
    static QString told(const compare::Difference &difference)
    {
        QStringList lines;
        for (const operation::Operation &operation : difference.operations)
            lines.append(operation::describe(operation));
        return lines.join(QStringLiteral("; "));
    }

    void judge(const Written &written, void (*give)(Table &, const QString &))
    {
        if (!QByteArray(written.engines).split(' ').contains(m_engine.toLatin1()))
            return;
        const auto meant = modelOf(m_engine, [&](Table &table) { give(table, QString::fromLatin1(written.expression)); });
        const auto other = modelOf(m_engine, [&](Table &table) { give(table, QString::fromLatin1(written.other)); });
        const auto live = created(meant);
        QVERIFY2(live.has_value(), qPrintable(QString::fromLatin1(written.expression) + (live ? QString() : QStringLiteral(": ") + live.error().message)));
        const auto same = difference(meant, *live), apart = difference(other, *live);
        VERIFY_OK(same);
        QVERIFY2(same->isEmpty(), qPrintable(QLatin1String(written.expression) + QStringLiteral(": ") + told(*same)));
        VERIFY_OK(apart);
        QVERIFY2(!apart->isEmpty(), written.expression);
    }

private Q_SLOTS:
    void conditions_data() { test::Engines::addRows(); }
    void conditions()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine);
        for (const Written &written : kConditions) {
            judge(written, [](Table &table, const QString &expression) { table.checks.push_back({.name = QStringLiteral("sane"), .expression = expression}); });
            judge(written, [](Table &table, const QString &expression) { table.checks.push_back({.expression = expression}); });
            if (engine != u"mysql") {
                judge(written, [](Table &table, const QString &expression) {
                    table.indexes.push_back({.name = QStringLiteral("some"), .items = {{.column = QStringLiteral("a")}}, .where = expression});
                });
            }
        }
    }

    void values_data() { test::Engines::addRows(); }
    void values()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine);
        for (const Written &written : kValues) {
            judge(written, [](Table &table, const QString &expression) {
                table.columns.push_back({.name = QStringLiteral("made_of"), .type = Type::of(TypeKind::Integer), .computed = schema::Computed{expression, true}});
            });
            if (engine != u"mysql") {
                judge(written, [](Table &table, const QString &expression) {
                    table.indexes.push_back({.name = QStringLiteral("by_it"), .items = {{.expression = expression}}});
                });
            }
        }
        judge({"length('abc' || lower('X'))", "length('abd' || lower('XY'))", "postgresql"}, [](Table &table, const QString &expression) {
            table.column(QStringLiteral("a"))->defaultValue = schema::Default{schema::Default::Kind::Expression, expression};
        });
    }

    // Two that nobody can ask about: the pair is named, with what either side says.
    void apartWithoutAServer()
    {
        const auto give = [](const char *expression) {
            return modelOf(QStringLiteral("postgresql"), [&](Table &table) { table.checks.push_back({.name = QStringLiteral("sane"), .expression = QLatin1String(expression)}); });
        };
        const auto from = give("a between 1 and 10"), to = give("(a >= 1) AND (a <= 10)");
        const auto apart = compare::spellingsApart(from, to);
        QCOMPARE(apart.size(), 1u);
        QCOMPARE(apart.front().toString(), QStringLiteral("check sane of thing"));
        schema::Catalog alike = from;
        compare::respell(alike, apart.front(), apart.front().from, apart.front().to);
        const auto difference = compare::compare(alike, to);
        VERIFY_OK(difference);
        QVERIFY(difference->isEmpty());
    }

private:
    void open(const QString &engine)
    {
        m_engine = engine;
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
    }
};

JOINERY_TEST(WrittenExpressionsTest)
#include "tst_written_expressions.moc"
