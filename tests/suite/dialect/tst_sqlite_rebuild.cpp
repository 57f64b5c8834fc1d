// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/run_steps.h"
#include "core/operation/apply.h"
#include "core/sql/splitter.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace joinery;

namespace {

QStringList column(const driver::RowBlock &rows, int index)
{
    QStringList values;
    for (int row = 0; row < rows.rowCount(); ++row)
        values << rows.value(row, index).toText();
    return values;
}

/// Every object's stored text, by name.
QStringList stored(driver::Connection &connection)
{
    const auto rows = connection.fetch(QStringLiteral(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '-') FROM sqlite_schema ORDER BY type, name"));
    return rows ? column(*rows, 0) : QStringList{rows.error().message};
}

QStringList rowsOf(driver::Connection &connection, const QString &sql)
{
    const auto rows = connection.fetch(sql);
    if (!rows)
        return {rows.error().message};
    QStringList lines;
    for (int row = 0; row < rows->rowCount(); ++row) {
        QStringList cells;
        for (int i = 0; i < rows->columnCount(); ++i)
            cells << (rows->value(row, i).isNull() ? QStringLiteral("NULL") : rows->value(row, i).toText());
        lines << cells.join(u'|');
    }
    return lines;
}

} // namespace

/// What a rebuild must keep: everything that the operation does not speak of.
class TestSqliteRebuild : public test::TestCase
{
    Q_OBJECT

    const dialect::Dialect &m_dialect = *findDialect(QStringLiteral("sqlite"));

    Result<schema::Catalog> reflect(driver::Connection &connection)
    {
        JOINERY_TRY_VALUE(dialect::Inspection inspection, m_dialect.inspect(connection, {}, {}));
        return std::move(inspection.catalog);
    }

    /// A rebuilt table is the last one of the file.
    static schema::Catalog sorted(schema::Catalog catalog)
    {
        std::ranges::sort(catalog.tables, {}, &schema::Table::name);
        return catalog;
    }

    Status run(driver::Connection &connection, const operation::Operations &operations)
    {
        JOINERY_TRY_VALUE(const schema::Catalog before, reflect(connection));
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps, dialect::renderAll(m_dialect, operations, before));
        return dialect::runSteps(connection, steps);
    }

private Q_SLOTS:
    void everythingElseIsKept_data()
    {
        QTest::addColumn<QString>("sql");
        QFile file(QStringLiteral(JOINERY_TEST_SHARED "/cases/sqlite_rebuild.jsonl"));
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd()) {
                const QJsonObject json = QJsonDocument::fromJson(file.readLine()).object();
                QTest::newRow(qPrintable(json.value(QStringLiteral("id")).toString())) << json.value(QStringLiteral("sql")).toString();
            }
        }
        QTest::newRow("everything at once")
            << "CREATE TABLE \"p\" (id INTEGER PRIMARY KEY);\n"
               "CREATE TABLE t (\n  -- the key\n  id INTEGER PRIMARY KEY AUTOINCREMENT,\n  [a] VARCHAR(20) NOT NULL DEFAULT 'x, y', -- a name\n"
               "  b INT CONSTRAINT \"ck b\" CHECK (b > 0) UNIQUE ON CONFLICT IGNORE,\n"
               "  c TEXT COLLATE NOCASE REFERENCES p (id) ON DELETE SET NULL DEFERRABLE,\n"
               "  d INT GENERATED ALWAYS AS (b * 2) STORED,\n  CONSTRAINT uq UNIQUE (a, b) /* both */\n);";
    }

    void everythingElseIsKept()
    {
        QFETCH(QString, sql);
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        for (const sql::ScriptStatement &statement : sql::splitScript(sql, sql::Flavor::Sqlite))
            VERIFY_OK((*connection)->run(statement.in(sql)));
        const bool composite = sql.contains(QStringLiteral("PRIMARY KEY(y, x)"));
        VERIFY_OK((*connection)->run(composite ? QStringLiteral("INSERT INTO t(x, y, a) VALUES (1, 2, 'one'), (3, 4, 'two')")
                                               : QStringLiteral("INSERT INTO t(id, a) VALUES (7, 'one'), (9, 'two')")));
        const QStringList texts = stored(**connection);
        const QStringList rows = rowsOf(**connection, QStringLiteral("SELECT * FROM t"));
        QCOMPARE(rows.size(), 2);
        const auto before = reflect(**connection);
        VERIFY_OK(before);

        const schema::Column from = *before->table(QStringLiteral("t"))->column(QStringLiteral("a"));
        schema::Column to = from;
        to.nullable = true;
        const operation::AlterColumn change{QStringLiteral("t"), from, to, {}, {}, {}};
        VERIFY_OK(run(**connection, {change}));

        QStringList expected = texts;
        for (QString &text : expected) {
            if (text.startsWith(QStringLiteral("table t ")))
                text.remove(QStringLiteral(" NOT NULL"));
        }
        // SQLite itself puts the new name in quotes where it renames.
        QStringList found = stored(**connection);
        for (QString &text : expected)
            text.replace(QStringLiteral(" ON t("), QStringLiteral(" ON t (")); // indexes are written anew
        for (QString &text : found)
            text.replace(QStringLiteral("CREATE TABLE \"t\""), QStringLiteral("CREATE TABLE t"));
        QCOMPARE(found, expected);
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT * FROM t")), rows);
        schema::Catalog wanted = *before;
        VERIFY_OK(operation::apply(wanted, change));
        const auto after = reflect(**connection);
        VERIFY_OK(after);
        QVERIFY(sorted(*after) == sorted(wanted));
        QCOMPARE(rowsOf(**connection, QStringLiteral("PRAGMA integrity_check")), QStringList{QStringLiteral("ok")});
        QCOMPARE(rowsOf(**connection, QStringLiteral("PRAGMA foreign_keys")), QStringList{QStringLiteral("1")});
        QCOMPARE(rowsOf(**connection, QStringLiteral("PRAGMA legacy_alter_table")), QStringList{QStringLiteral("0")});

        // And back: the text is the one that it was.
        VERIFY_OK(run(**connection, {*operation::invert(change, *before)}));
        const auto again = reflect(**connection);
        VERIFY_OK(again);
        QVERIFY(sorted(*again) == sorted(*before));
    }

    void childRowsAndNumbersAreKept()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        VERIFY_OK(database.run({
            QStringLiteral("CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INT NOT NULL REFERENCES author (id) ON DELETE CASCADE)"),
            QStringLiteral("CREATE VIEW names AS SELECT name FROM author"),
            QStringLiteral("CREATE TRIGGER twice AFTER INSERT ON book BEGIN UPDATE author SET name = name || '!' WHERE id = new.author_id; END"),
            QStringLiteral("INSERT INTO author VALUES (1, 'Ann'), (2, 'Ben'), (40, 'gone')"),
            QStringLiteral("DELETE FROM author WHERE id = 40"),
            QStringLiteral("INSERT INTO book VALUES (1, 1), (2, 1), (3, 2)"),
        }));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto before = reflect(**connection);
        VERIFY_OK(before);
        const schema::Column from = *before->table(QStringLiteral("author"))->column(QStringLiteral("name"));
        schema::Column to = from;
        to.nullable = true;
        VERIFY_OK(run(**connection, {operation::AlterColumn{QStringLiteral("author"), from, to, {}, {}, {}}}));
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT count(*) FROM book")), QStringList{QStringLiteral("3")});
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO author (name) VALUES ('Cem')")));
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT max(id) FROM author")), QStringList{QStringLiteral("41")});
        VERIFY_OK((*connection)->run(QStringLiteral("INSERT INTO book VALUES (4, 41)")));
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT name FROM names ORDER BY 1")),
                 (QStringList{QStringLiteral("Ann!!"), QStringLiteral("Ben!"), QStringLiteral("Cem!")}));
    }

    void orphansStopIt()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE p (id INTEGER PRIMARY KEY)"),
                                QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, p INT)"),
                                QStringLiteral("INSERT INTO t VALUES (1, 5)")}));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const QStringList texts = stored(**connection);
        const schema::ForeignKey key{.name = QStringLiteral("fk"), .columns = {QStringLiteral("p")}, .referredTable = QStringLiteral("p"),
                                     .referredColumns = {QStringLiteral("id")}};
        const Status status = run(**connection, {operation::AddConstraint{QStringLiteral("t"), key}});
        QVERIFY(!status);
        QVERIFY2(status.error().message.contains(QStringLiteral("rows that are not there")), qPrintable(status.error().message));
        QCOMPARE(stored(**connection), texts);
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT * FROM t")), QStringList{QStringLiteral("1|5")});
        QCOMPARE(rowsOf(**connection, QStringLiteral("PRAGMA foreign_keys")), QStringList{QStringLiteral("1")});
    }

    void severalChangesAreOneRebuild()
    {
        const test::ScratchDatabase database(QStringLiteral("sqlite"));
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (\n    id INTEGER PRIMARY KEY,\n    a INT, -- first\n    b INT\n)"),
                                QStringLiteral("INSERT INTO t VALUES (1, NULL, 2), (2, 5, 6)")}));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto before = reflect(**connection);
        VERIFY_OK(before);
        const schema::Column a = *before->table(QStringLiteral("t"))->column(QStringLiteral("a"));
        schema::Column strict = a;
        strict.nullable = false;
        schema::Column c;
        c.name = QStringLiteral("c");
        c.type = schema::Type::string(10);
        c.nullable = false;
        const operation::Operations operations{
            operation::AlterColumn{QStringLiteral("t"), a, strict, {}, {}, QStringLiteral("0")},
            operation::AddColumn{QStringLiteral("t"), c, QStringLiteral("a"), QStringLiteral("'n' || id")},
            operation::AddConstraint{QStringLiteral("t"), schema::Check{.name = QStringLiteral("ck"), .expression = QStringLiteral("a < b")}},
            operation::RenameColumn{QStringLiteral("t"), QStringLiteral("b"), QStringLiteral("Upper Limit")},
        };
        const auto steps = dialect::renderAll(m_dialect, operations, *before);
        VERIFY_OK(steps);
        const auto creates = std::ranges::count_if(*steps, [](const dialect::SqlStep &step) { return step.sql.startsWith(QStringLiteral("CREATE TABLE")); });
        QCOMPARE(creates, 1);
        VERIFY_OK(dialect::runSteps(**connection, *steps));
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT * FROM t")), (QStringList{QStringLiteral("1|0|n1|2"), QStringLiteral("2|5|n2|6")}));
        QCOMPARE(rowsOf(**connection, QStringLiteral("SELECT sql FROM sqlite_schema")),
                 QStringList{QStringLiteral("CREATE TABLE \"t\" (\n    id INTEGER PRIMARY KEY,\n    a INT NOT NULL,\n    c VARCHAR(10) NOT NULL, -- first\n"
                                            "    \"Upper Limit\" INT,\n    CONSTRAINT ck CHECK (a < \"Upper Limit\")\n)")});
    }
};

JOINERY_TEST(TestSqliteRebuild)
#include "tst_sqlite_rebuild.moc"
