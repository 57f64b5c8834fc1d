// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "core/migration/executor.h"
#include "core/operation/apply.h"
#include "suite/migration/cases.h"
#include "support/test_case.h"

#include <QRandomGenerator>

using namespace joinery;
using schema::Column;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;

namespace {

/// Populated tables, and steps that lose nothing of what they keep; the same seed gives the same ones.
class RandomShop
{
public:
    explicit RandomShop(quint32 seed) : m_random(seed) {}

    schema::Catalog start()
    {
        schema::Catalog catalog;
        const int tables = 2 + below(3);
        for (int i = 0; i < tables; ++i) {
            Table table;
            table.name = Name(QStringLiteral("t%1").arg(i));
            table.columns.push_back(column(QStringLiteral("id"), Type::of(TypeKind::Integer), false));
            table.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
            const int columns = 1 + below(4);
            for (int c = 0; c < columns; ++c)
                table.columns.push_back(column(QStringLiteral("c%1").arg(c), type(), maybe()));
            if (i > 0 && maybe()) {
                table.columns.push_back(column(QStringLiteral("up"), Type::of(TypeKind::Integer), true));
                schema::ForeignKey key;
                key.name = QStringLiteral("fk_t%1").arg(i);
                key.columns = {QStringLiteral("up")};
                key.referredTable = Name(QStringLiteral("t%1").arg(below(i)));
                key.referredColumns = {QStringLiteral("id")};
                key.onDelete = maybe() ? schema::ForeignKeyAction::Cascade : schema::ForeignKeyAction::NoAction;
                table.foreignKeys = {key};
            }
            catalog.tables.push_back(std::move(table));
        }
        return catalog;
    }

    QStringList rows(const schema::Catalog &catalog)
    {
        QStringList inserts;
        for (const Table &table : catalog.tables) {
            for (int id = 1; id <= 4; ++id) {
                QStringList values;
                for (const Column &each : table.columns)
                    values << (each.name == QLatin1String("id") ? QString::number(id) : each.name == QLatin1String("up") ? (maybe() ? QStringLiteral("NULL") : QString::number(1 + below(4))) : value(each));
                inserts << QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table.name.name, values.join(QLatin1String(", ")));
            }
        }
        return inserts;
    }

    operation::Operation step(const schema::Catalog &catalog)
    {
        const Table &table = catalog.tables[size_t(below(int(catalog.tables.size())))];
        const Column &any = table.columns[size_t(below(int(table.columns.size())))];
        const bool plain = any.name.startsWith(u'c');
        const QString fresh = QStringLiteral("c%1").arg(10 + m_count++);
        switch (below(9)) {
        case 0: return operation::RenameTable{table.name, Name(QStringLiteral("t%1").arg(10 + m_count++))};
        case 1:
            if (plain)
                return operation::RenameColumn{table.name, any.name, fresh};
            [[fallthrough]];
        case 2: {
            Column added = column(fresh, type(), true);
            if (maybe())
                return operation::AddColumn{table.name, added, {}, {}};
            added.nullable = false;
            return operation::AddColumn{table.name, added, {}, value(added)};
        }
        case 3: {
            schema::Index index;
            index.name = QStringLiteral("ix%1").arg(m_count++);
            index.items.push_back({.column = any.type.kind == TypeKind::Text ? QStringLiteral("id") : any.name, .descending = maybe()});
            return operation::CreateIndex{table.name, index};
        }
        case 4:
            if (!table.indexes.empty())
                return operation::DropIndex{table.name, table.indexes.front()};
            [[fallthrough]];
        case 5:
            if (plain) { // wider, or free to be nothing
                Column wide = any;
                if (wide.type.kind == TypeKind::Integer)
                    wide.type = Type::of(TypeKind::BigInteger);
                else if (wide.type.kind == TypeKind::String)
                    wide.type = Type::string(wide.type.length.value_or(20) + 20);
                else
                    wide.nullable = true;
                return operation::AlterColumn{table.name, any, wide, {}, {}, {}};
            }
            [[fallthrough]];
        case 6:
            if (!table.foreignKeys.empty())
                return operation::DropConstraint{table.name, table.foreignKeys.front()};
            [[fallthrough]];
        case 7: {
            schema::Unique unique;
            unique.name = QStringLiteral("uq%1").arg(m_count++);
            unique.columns = {QStringLiteral("id")};
            if (plain && any.type.kind != TypeKind::Text)
                unique.columns.append(any.name);
            return operation::AddConstraint{table.name, unique};
        }
        default: {
            schema::Check check;
            check.name = QStringLiteral("ck%1").arg(m_count++);
            check.expression = QStringLiteral("id > 0");
            return operation::AddConstraint{table.name, check};
        }
        }
    }

    int below(int limit) { return int(m_random.bounded(limit)); }

private:
    bool maybe() { return below(2) == 0; }
    static Column column(const QString &name, const Type &type, bool nullable)
    {
        Column made;
        made.name = name;
        made.type = type;
        made.nullable = nullable;
        return made;
    }
    Type type()
    {
        switch (below(5)) {
        case 0: return Type::of(TypeKind::Integer);
        case 1: return Type::string(20);
        case 2: return Type::numeric(10, 2);
        case 3: return Type::of(TypeKind::Date);
        default: return Type::of(TypeKind::Text);
        }
    }
    QString value(const Column &column)
    {
        if (column.nullable && below(4) == 0)
            return QStringLiteral("NULL");
        switch (column.type.kind) {
        case TypeKind::Integer:
        case TypeKind::BigInteger: return QString::number(below(2'000'000'000) - 1'000'000'000);
        case TypeKind::Numeric: return QStringLiteral("%1.%2").arg(below(10'000'000)).arg(below(90) + 10);
        case TypeKind::Date: return QStringLiteral("'20%1-0%2-1%3'").arg(below(89) + 10).arg(below(9) + 1).arg(below(10));
        default: return QStringLiteral("'%1 ''\u00e9 %2'").arg(below(1000)).arg(below(1000));
        }
    }

    QRandomGenerator m_random;
    int m_count = 0;
};

/// Rows of a table by column, under the names that the columns have now.
Result<QMap<QString, QStringList>> valuesOf(driver::Connection &connection, const Table &table)
{
    QMap<QString, QStringList> values;
    for (const Column &column : table.columns) {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(QStringLiteral("SELECT %1 FROM %2 ORDER BY id")
                                                                            .arg(dialectOf(connection).quote(column.name), dialectOf(connection).quote(table.name))));
        for (int row = 0; row < rows.rowCount(); ++row)
            values[column.name] << (rows.isNull(row, 0) ? QStringLiteral("<null>") : rows.value(row, 0).toText());
    }
    return values;
}

QString failureOf(const Result<migration::ExecutionReport> &report)
{
    if (!report)
        return report.error().message;
    return report->failure ? QString(report->failure->message + u" in " + report->failure->statement) : QString();
}

} // namespace

/// Random steps on populated tables: up, down, up. No value of a kept or renamed column changes, and the schema comes back.
class RandomStepsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void upDownUp_data() { test::Engines::addRows(); }
    void upDownUp()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        test::CaseDatabase database(engine);
        const bool thorough = qEnvironmentVariableIsSet("JOINERY_TEST_LONG");
        const int runs = thorough ? (engine == QLatin1String("sqlite") ? 2000 : 300) : (engine == QLatin1String("sqlite") ? 40 : 8);
        for (int seed = 1; seed <= runs; ++seed) {
            const QString wrong = judge(database, quint32(seed));
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wrong)));
        }
    }

private:
    static QString judge(test::CaseDatabase &database, quint32 seed)
    {
        RandomShop shop(seed);
        const schema::Catalog start = shop.start();
        operation::Operations steps;
        schema::Catalog end = start;
        for (int i = 1 + shop.below(6); i > 0; --i) {
            const operation::Operation step = shop.step(end);
            if (operation::apply(end, step))
                steps.push_back(step);
        }
        const auto connection = database.fill({});
        if (!connection)
            return connection.error().message;
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto script = dialect::createScript(dialect, start);
        if (!script)
            return script.error().message;
        QStringList statements;
        for (const dialect::SqlStep &step : *script)
            statements << step.sql;
        statements << shop.rows(start);
        for (const QString &statement : std::as_const(statements)) {
            if (const auto ran = (*connection)->run(statement); !ran)
                return ran.error().message + u" in " + statement;
        }
        migration::Revision first, second;
        first.id = QStringLiteral("aaaaaaaaaaaa");
        first.operations = compare::compare({}, start)->operations;
        second.id = QStringLiteral("bbbbbbbbbbbb");
        second.parents = {first.id};
        second.operations = steps;
        const auto history = migration::History::build({first, second});
        if (!history)
            return history.error().message;
        const auto before = test::inspected(**connection);
        if (!before)
            return before.error().message;
        migration::Executor executor(*history, dialect, **connection, [&] { return database.again(); });
        migration::ExecutionOptions options;
        options.allowDestructive = true;
        if (const QString wrong = failureOf(executor.stamp(first.id)); !wrong.isEmpty())
            return wrong;
        QMap<QString, QMap<QString, QStringList>> old;
        for (const Table &table : start.tables) {
            const auto values = valuesOf(**connection, table);
            if (!values)
                return values.error().message;
            old.insert(table.name.name, *values);
        }
        for (int round = 0; round < 2; ++round) {
            if (const QString wrong = failureOf(executor.upgrade(second.id, options)); !wrong.isEmpty())
                return QStringLiteral("up: ") + wrong;
            if (const QString wrong = kept(**connection, start, steps, old); !wrong.isEmpty())
                return wrong;
            if (round == 1)
                break;
            if (const QString wrong = failureOf(executor.downgrade(first.id, options)); !wrong.isEmpty())
                return QStringLiteral("down: ") + wrong;
            const auto now = test::inspected(**connection);
            if (!now)
                return now.error().message;
            const auto rest = compare::compare(*now, *before, dialect::comparisonOptions(dialect));
            if (!rest->isEmpty())
                return QStringLiteral("after down: ") + test::wordsOf(rest->operations);
            for (const Table &table : start.tables) {
                const auto values = valuesOf(**connection, table);
                if (!values || *values != old.value(table.name.name))
                    return QStringLiteral("after down the rows of %1 differ").arg(table.name.name);
            }
        }
        return {};
    }

    /// Every column of the start, where it is now.
    static QString kept(driver::Connection &connection, const schema::Catalog &start, const operation::Operations &steps,
                        const QMap<QString, QMap<QString, QStringList>> &old)
    {
        for (const Table &table : start.tables) {
            Table now = table;
            QMap<QString, QString> names; // now to then
            for (const Column &column : table.columns)
                names.insert(column.name, column.name);
            for (const operation::Operation &step : steps) {
                if (const auto *renamed = std::get_if<operation::RenameTable>(&step); renamed && renamed->from == now.name)
                    now.name = renamed->to;
                if (const auto *renamed = std::get_if<operation::RenameColumn>(&step); renamed && renamed->table == now.name)
                    names.insert(renamed->to, names.take(renamed->from));
            }
            now.columns.clear();
            for (const QString &name : names.keys()) {
                now.columns.emplace_back();
                now.columns.back().name = name;
            }
            const auto values = valuesOf(connection, now);
            if (!values)
                return values.error().message;
            for (const auto &[name, list] : values->asKeyValueRange()) {
                if (list != old.value(table.name.name).value(names.value(name)))
                    return QStringLiteral("%1.%2 changed: %3, was %4").arg(now.name.name, name, list.join(u'|'), old.value(table.name.name).value(names.value(name)).join(u'|'));
            }
        }
        return {};
    }
};

JOINERY_TEST(RandomStepsTest)
#include "tst_random_steps.moc"
