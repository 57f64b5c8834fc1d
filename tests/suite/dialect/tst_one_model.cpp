// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/adapt.h"
#include "core/dialect/run_steps.h"
#include "support/database.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Column;
using schema::Default;
using schema::ForeignKeyAction;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;

namespace {

Column column(const char *name, Type type, bool nullable = true)
{
    return {.name = QLatin1String(name), .type = std::move(type), .nullable = nullable};
}

Column withDefault(Column column, Default::Kind kind, const char *text)
{
    column.defaultValue = Default{kind, QString::fromUtf8(text)};
    return column;
}

Column literal(Column column, const char *text) { return withDefault(std::move(column), Default::Kind::Literal, text); }
Column expression(Column column, const char *text) { return withDefault(std::move(column), Default::Kind::Expression, text); }

Type unsignedOf(TypeKind kind)
{
    Type type = Type::of(kind);
    type.isUnsigned = true;
    return type;
}

Type inlineEnum()
{
    Type type = Type::of(TypeKind::Enum);
    type.enumValues = {QStringLiteral("small"), QStringLiteral("it's big")};
    return type;
}

Type namedEnum()
{
    Type type = Type::of(TypeKind::Enum);
    type.enumName = Name(QStringLiteral("mood"));
    return type;
}

Type listOf(Type element)
{
    Type type = Type::of(TypeKind::Array);
    type.dimensions = 1;
    type.element.push_back(std::move(element));
    return type;
}

Type moment()
{
    Type type = Type::of(TypeKind::DateTime);
    type.timezone = true;
    type.precision = 3;
    return type;
}

Table person()
{
    Table table{.name = Name(QStringLiteral("person"))};
    Column id = column("id", Type::of(TypeKind::Integer), false);
    id.identity = schema::Identity{};
    Column computed = column("doubled", Type::of(TypeKind::Integer));
    computed.computed = schema::Computed{QStringLiteral("level * 2"), true};
    table.columns = {id,
                     literal(column("name", Type::string(40), false), "no one's"),
                     literal(column("small", Type::of(TypeKind::SmallInteger)), "-1"),
                     literal(column("level", unsignedOf(TypeKind::Integer), false), "0"),
                     column("much", unsignedOf(TypeKind::BigInteger)),
                     literal(column("price", Type::of(TypeKind::Numeric)), "1.5"),
                     literal(column("amount", Type::numeric(10, 2), false), "0.25"),
                     column("ratio", Type::of(TypeKind::Float)),
                     column("exact", Type::of(TypeKind::Double)),
                     literal(column("active", Type::of(TypeKind::Boolean), false), "true"),
                     column("note", Type::of(TypeKind::Text)),
                     column("picture", Type::of(TypeKind::LargeBinary)),
                     literal(column("born", Type::of(TypeKind::Date)), "1900-01-01"),
                     column("wakes", Type::of(TypeKind::Time)),
                     expression(column("made", Type::of(TypeKind::DateTime), false), "now()"),
                     expression(column("seen", Type::of(TypeKind::DateTime)), "CURRENT_TIMESTAMP"),
                     column("changed", moment()),
                     column("span", Type::of(TypeKind::Interval)),
                     column("document", Type::of(TypeKind::Json)),
                     expression(column("token", Type::of(TypeKind::Uuid), false), "gen_random_uuid()"),
                     literal(column("feels", namedEnum(), false), "ok"),
                     literal(column("size", inlineEnum()), "it's big"),
                     column("tags", listOf(Type::string(20))),
                     column("fixed", Type::fromString(QStringLiteral("CHAR(3)")).value_or(Type())),
                     computed};
    table.columns[1].comment = QStringLiteral("as on the door, it's said");
    table.comment = QStringLiteral("who lives here");
    table.primaryKey = schema::PrimaryKey{.name = QStringLiteral("person_pk"), .columns = {QStringLiteral("id")}};
    table.uniques.push_back({.name = QStringLiteral("one_name"), .columns = {QStringLiteral("name"), QStringLiteral("born")}});
    table.checks.push_back({.name = QStringLiteral("sane_level"), .expression = QStringLiteral("level >= 0 AND level < 1000")});
    const auto index = [&](const char *name, std::vector<schema::IndexItem> items) -> schema::Index & {
        table.indexes.push_back({.name = QLatin1String(name), .items = std::move(items)});
        return table.indexes.back();
    };
    index("by_born", {{.column = QStringLiteral("born"), .descending = true}, {.column = QStringLiteral("name")}});
    index("some_levels", {{.column = QStringLiteral("level")}}).where = QStringLiteral("level > 5");
    schema::Index &once = index("active_once", {{.column = QStringLiteral("small")}});
    once.unique = true;
    once.where = QStringLiteral("small > 0");
    index("by_lower", {{.expression = QStringLiteral("lower(name)")}});
    index("covering", {{.column = QStringLiteral("amount")}}).include = {QStringLiteral("price")};
    index("plain_unique", {{.column = QStringLiteral("much")}}).unique = true;
    return table;
}

/// A table that refers to people in every way that there is.
Table visit()
{
    Table table{.name = Name(QStringLiteral("visit"))};
    table.columns = {column("day", Type::of(TypeKind::Date), false), column("no", Type::of(TypeKind::SmallInteger), false)};
    table.primaryKey = schema::PrimaryKey{.columns = {QStringLiteral("day"), QStringLiteral("no")}};
    const std::pair<const char *, ForeignKeyAction> actions[] = {
        {"nothing", ForeignKeyAction::NoAction}, {"restrict_it", ForeignKeyAction::Restrict}, {"cascade_it", ForeignKeyAction::Cascade},
        {"empty_it", ForeignKeyAction::SetNull}, {"reset_it", ForeignKeyAction::SetDefault}};
    for (const auto &[name, action] : actions) {
        table.columns.push_back(column(name, Type::of(TypeKind::Integer)));
        table.foreignKeys.push_back({.name = QLatin1String("to_") + QLatin1String(name), .columns = {QLatin1String(name)},
                                     .referredTable = Name(QStringLiteral("person")), .referredColumns = {QStringLiteral("id")},
                                     .onDelete = action, .onUpdate = action == ForeignKeyAction::Cascade ? action : ForeignKeyAction::NoAction});
    }
    table.columns.push_back(column("late", Type::of(TypeKind::Integer)));
    table.foreignKeys.push_back({.name = QStringLiteral("at_the_end"), .columns = {QStringLiteral("late")}, .referredTable = Name(QStringLiteral("person")),
                                 .referredColumns = {QStringLiteral("id")}, .deferral = schema::Deferral::InitiallyDeferred});
    table.columns.push_back(column("previous_day", Type::of(TypeKind::Date)));
    table.columns.push_back(column("previous_no", Type::of(TypeKind::SmallInteger)));
    table.foreignKeys.push_back({.name = QStringLiteral("follows"), .columns = {QStringLiteral("previous_day"), QStringLiteral("previous_no")},
                                 .referredTable = table.name, .referredColumns = {QStringLiteral("day"), QStringLiteral("no")}});
    table.uniques.push_back({.name = QStringLiteral("nulls_are_alike"), .columns = {QStringLiteral("late")}, .nullsNotDistinct = true});
    return table;
}

/// One model with everything that a model knows.
schema::Catalog model()
{
    schema::Catalog catalog;
    catalog.enums.push_back({.name = Name(QStringLiteral("mood")), .values = {QStringLiteral("sad"), QStringLiteral("ok"), QStringLiteral("it's fine")}});
    schema::Definition space;
    space.kind = schema::Definition::Kind::SchemaNamespace;
    space.name = Name(QStringLiteral("archive"));
    space.createSql = QStringLiteral("CREATE SCHEMA archive");
    space.dropSql = QStringLiteral("DROP SCHEMA archive");
    catalog.definitions.push_back(space);
    catalog.tables = {person(), visit()};
    Table old{.name = Name(QStringLiteral("archive"), QStringLiteral("old_visit"))};
    old.columns = {column("id", Type::of(TypeKind::BigInteger), false), column("person", Type::of(TypeKind::Integer))};
    old.primaryKey = schema::PrimaryKey{.columns = {QStringLiteral("id")}};
    old.foreignKeys.push_back({.name = QStringLiteral("of_person"), .columns = {QStringLiteral("person")}, .referredTable = Name(QStringLiteral("person")),
                               .referredColumns = {QStringLiteral("id")}});
    catalog.tables.push_back(old);
    catalog.sequences.push_back({.name = Name(QStringLiteral("ticket")), .start = 100, .increment = 5});
    schema::assignUids(catalog);
    return catalog;
}

template <class Element>
const Element *named(const std::vector<Element> &elements, const QString &name)
{
    const auto found = std::ranges::find(elements, name, &Element::name);
    return found == elements.end() ? nullptr : &*found;
}

} // namespace

/// The same model is created on every engine and read back: what is there is as it was meant, and what is not is a finding.
class OneModelTest : public test::TestCase
{
    Q_OBJECT

    std::vector<Finding> m_findings;
    QStringList m_silent; ///< what was changed without a word

    /// `kept`, or somebody said that it was not.
    void judge(bool kept, const QString &object, const char *what)
    {
        const bool told = std::ranges::any_of(m_findings, [&](const Finding &finding) {
            return (finding.object == object || finding.object.endsWith(u'.' + object)) && !finding.message.isEmpty();
        });
        if (!kept && !told)
            m_silent << object + QLatin1String(": ") + QLatin1String(what);
    }

    void judgeColumn(const dialect::Dialect &dialect, const Table &table, const Column &wanted, const Column &made)
    {
        const QString object = table.name.name + u'.' + wanted.name;
        judge(made.nullable == wanted.nullable, object, "NOT NULL");
        judge(made.identity.has_value() == wanted.identity.has_value(), object, "identity");
        judge(made.computed.has_value() == wanted.computed.has_value(), object, "computed");
        judge(made.defaultValue.has_value() == wanted.defaultValue.has_value(), object, "default");
        if (wanted.defaultValue && made.defaultValue && wanted.defaultValue->kind == Default::Kind::Literal) {
            const bool number = dialect.typeText(made.type).contains(QLatin1String("decimal"));
            judge(made.defaultValue->text == wanted.defaultValue->text
                      || (number && made.defaultValue->text.toDouble() == wanted.defaultValue->text.toDouble()),
                  object, "the value of its default");
        }
        judge(made.comment == wanted.comment, table.name.name, "comment");
        // A type is kept where what is read from it is what was meant, or what was meant says no more there.
        Type type = wanted.type;
        const bool same = made.type.kind == type.kind && made.type.length == type.length && made.type.precision == type.precision
            && made.type.scale == type.scale && made.type.isUnsigned == type.isUnsigned && made.type.timezone == type.timezone;
        judge(same || dialect.parseType(dialect.typeText(type)) == made.type, object, "type");
        if (made.type.kind != type.kind && (type.kind == TypeKind::Array || type.kind == TypeKind::Interval))
            judge(false, object, "a type that the engine has not");
        if (type.isUnsigned && !made.type.isUnsigned)
            judge(false, object, "unsigned");
        if (type.timezone && !made.type.timezone)
            judge(false, object, "time zone");
    }

    void judgeTable(const dialect::Dialect &dialect, const Table &wanted, const Table &made)
    {
        const bool fullNames = dialect.name() != u"mysql"; // a primary key is always PRIMARY there
        for (const Column &column : wanted.columns) {
            const Column *found = made.column(column.name);
            QVERIFY2(found, qPrintable(column.name));
            judgeColumn(dialect, wanted, column, *found);
        }
        QCOMPARE(made.columns.size(), wanted.columns.size());
        QVERIFY(made.primaryKey);
        QCOMPARE(made.primaryKey->columns, wanted.primaryKey->columns);
        if (!wanted.primaryKey->name.isEmpty() && fullNames)
            QCOMPARE(made.primaryKey->name, wanted.primaryKey->name);
        judge(made.comment == wanted.comment, wanted.name.name, "comment");
        judge(made.name == wanted.name, wanted.name.name, "schema");
        for (const schema::Unique &unique : wanted.uniques) {
            const schema::Unique *found = named(made.uniques, unique.name);
            QVERIFY2(found, qPrintable(unique.name));
            QCOMPARE(found->columns, unique.columns);
            judge(found->nullsNotDistinct == unique.nullsNotDistinct, unique.name, "NULLS NOT DISTINCT");
        }
        for (const schema::Check &check : wanted.checks)
            judge(named(made.checks, check.name), check.name, "check");
        for (const schema::ForeignKey &key : wanted.foreignKeys) {
            const schema::ForeignKey *found = named(made.foreignKeys, key.name);
            QVERIFY2(found, qPrintable(key.name));
            QCOMPARE(found->columns, key.columns);
            QCOMPARE(found->referredTable.name, key.referredTable.name);
            const auto action = [&](ForeignKeyAction each) { // one and the same where nothing can be deferred
                return dialect.name() == u"mysql" && each == ForeignKeyAction::Restrict ? ForeignKeyAction::NoAction : each;
            };
            judge(action(found->onDelete) == action(key.onDelete), key.name, "ON DELETE");
            judge(action(found->onUpdate) == action(key.onUpdate), key.name, "ON UPDATE");
            judge(found->deferral == key.deferral, key.name, "DEFERRABLE");
        }
        for (const schema::Index &index : wanted.indexes) {
            const schema::Index *found = named(made.indexes, index.name);
            if (!found && index.unique && index.where.isEmpty() && named(made.uniques, index.name))
                continue; // one and the same to the engine
            judge(found, index.name, "index");
            if (!found)
                continue;
            judge(found->unique == index.unique, index.name, "unique");
            judge(found->where.isEmpty() == index.where.isEmpty(), index.name, "its condition");
            judge(found->include == index.include, index.name, "INCLUDE");
            QCOMPARE(found->items.size(), index.items.size());
            for (size_t i = 0; i < index.items.size(); ++i) {
                QCOMPARE(found->items[i].column, index.items[i].column);
                judge(found->items[i].descending == index.items[i].descending, index.name, "DESC");
                judge(found->items[i].expression.isEmpty() == index.items[i].expression.isEmpty(), index.name, "expression");
                judge(found->items[i].length == index.items[i].length, index.name, "length");
            }
        }
    }

private Q_SLOTS:
    void isCreatedAndReadBack_data() { test::Engines::addRows(); }
    void isCreatedAndReadBack()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const int version = (*connection)->server().versionNumber;
        const schema::Catalog wanted = model();
        const dialect::Adapted adapted = dialect::adapt(wanted, dialect, version);
        m_findings = adapted.findings;
        m_silent.clear();
        const auto steps = createScript(dialect, adapted.catalog, version);
        VERIFY_OK(steps);
        VERIFY_OK(dialect::runSteps(**connection, *steps));
        const auto inspection = dialect.inspect(**connection, {}, {});
        VERIFY_OK(inspection);
        const schema::Catalog &made = inspection->catalog;
        QCOMPARE(made.tables.size(), wanted.tables.size());
        for (const Table &table : wanted.tables) {
            const Table *found = made.table(table.name);
            if (!found)
                found = made.table(Name(table.name.name));
            QVERIFY2(found, qPrintable(table.name.toString()));
            judgeTable(dialect, table, *found);
            if (QTest::currentTestFailed())
                return;
        }
        judge(made.enumType(Name(QStringLiteral("mood"))) || dialect.capabilities().inlineEnums
                  || std::ranges::any_of(made.tables, [](const Table &table) { return named(table.checks, QStringLiteral("ck_person_feels")); }),
              QStringLiteral("mood"), "the values of an enumeration");
        judge(!made.sequences.empty(), QStringLiteral("ticket"), "sequence");
        QCOMPARE(m_silent.join(u'\n'), QString());

        // Rows take the defaults that the model gave.
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO person (note) VALUES ('x')")));
        const auto row = (*connection)->fetch(QStringLiteral("SELECT name, small, level, active, feels, size, token, made, doubled FROM person"));
        VERIFY_OK(row);
        QCOMPARE(row->value(0, 0).toText(), QStringLiteral("no one's"));
        QCOMPARE(row->value(0, 1).toText(), QStringLiteral("-1"));
        QVERIFY(row->value(0, 3).toText() == u"1" || row->value(0, 3).toText() == u"true" || row->value(0, 3).toText() == u"t");
        QCOMPARE(row->value(0, 4).toText(), QStringLiteral("ok"));
        QCOMPARE(row->value(0, 5).toText(), QStringLiteral("it's big"));
        QVERIFY(row->value(0, 6).toText().size() >= 32);
        QVERIFY(row->value(0, 7).toText().startsWith(u'2'));
        QCOMPARE(row->value(0, 8).toText(), QStringLiteral("0"));
        // An enumeration takes nothing else, however it is kept.
        QVERIFY(!(*connection)->run(QStringLiteral("INSERT INTO person (feels) VALUES ('furious')")));
    }

    void everyFindingSaysWhatIsDoneInstead_data() { test::Engines::addRows(); }
    void everyFindingSaysWhatIsDoneInstead()
    {
        QFETCH(QString, engine);
        for (const Finding &finding : dialect::portabilityFindings(model(), *findDialect(engine))) {
            QVERIFY2(finding.code.startsWith(QLatin1String("PT9")), qPrintable(finding.code));
            QVERIFY2(!finding.object.isEmpty(), qPrintable(finding.message));
            QVERIFY2(finding.message.endsWith(u'.') || finding.message.contains(QLatin1String(": ")), qPrintable(finding.message));
        }
    }
};

JOINERY_TEST(OneModelTest)
#include "tst_one_model.moc"
