// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

#include <QJsonArray>

using namespace joinery;
using test::Outcome;

namespace {

const QByteArray kScript =
    "CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL DEFAULT 'it''s; x');\n"
    "CREATE TABLE book (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, author_id INTEGER NOT NULL\n"
    "  REFERENCES author (id) ON DELETE CASCADE, price NUMERIC(8, 2) CHECK (price >= 0), UNIQUE (title, author_id));\n"
    "CREATE INDEX ix_price ON book (price DESC) WHERE price > 10;\n"
    "CREATE VIEW cheap AS SELECT title FROM book WHERE price < 5;\n";

} // namespace

class InspectCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

private Q_SLOTS:
    void initTestCase() { QVERIFY(!m_program.write(QStringLiteral("shop.sql"), kScript).isEmpty()); }

    void theTreeNamesEverything()
    {
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql")});
        COMPARE_CODE(outcome, 0);
        for (const char *part : {"author", "  name VARCHAR(80) not null default 'it's; x'\n", "  title", "on delete cascade",
                                 "(price >= 0)", "unique (title, author_id)", "index ix_price (price desc) where price > 10",
                                 "view cheap"})
            QVERIFY2(outcome.out.contains(part), QByteArray(part + QByteArray(" is not in\n") + outcome.out).constData());
    }

    void sqlMakesTheSameAgain()
    {
        const Outcome sql = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"),
                                           QStringLiteral("sql")});
        COMPARE_CODE(sql, 0);
        QVERIFY(!m_program.database(QStringLiteral("made.db"), {}).isEmpty());
        COMPARE_CODE(m_program.run({QStringLiteral("--url"), QStringLiteral("sqlite:///made.db"), QStringLiteral("query"),
                                    QStringLiteral("-")}, sql.out), 0);
        const Outcome same = m_program.run({QStringLiteral("diff"), QStringLiteral("shop.sql"), QStringLiteral("made.db"),
                                            QStringLiteral("--exit-code")});
        COMPARE_CODE(same, 0);
        QCOMPARE(same.out, QByteArray());
    }

    void jsonGoesRound()
    {
        const Outcome json = m_program.run({QStringLiteral("--json"), QStringLiteral("inspect"), QStringLiteral("shop.sql")});
        COMPARE_CODE(json, 0);
        QCOMPARE(json.json().value(QStringLiteral("tables")).toArray().size(), 2);
        COMPARE_CODE(m_program.run({QStringLiteral("diff"), QStringLiteral("-"), QStringLiteral("shop.sql"),
                                    QStringLiteral("--exit-code")}, json.out), 0);
        const Outcome again = m_program.run({QStringLiteral("--json"), QStringLiteral("inspect"), QStringLiteral("-")}, json.out);
        COMPARE_CODE(again, 0);
        QCOMPARE(again.out, json.out);
    }

    void anotherEnginesSql()
    {
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"),
                                               QStringLiteral("sql"), QStringLiteral("--dialect"), QStringLiteral("sqlite")});
        COMPARE_CODE(outcome, 0);
        QVERIFY(outcome.out.contains("CREATE TABLE author"));
    }

    void aScriptOfPostgresqlNeedsNoServer()
    {
        m_program.write(QStringLiteral("pg.sql"), "CREATE TYPE mood AS ENUM ('sad', 'ok');\nCREATE TABLE a (id serial PRIMARY KEY, m mood DEFAULT 'ok', at timestamptz DEFAULT now());\n"
                                                  "CREATE INDEX ON a (m) WHERE id > 1;\nALTER SYSTEM SET work_mem = '1MB';\nINSERT INTO a DEFAULT VALUES;\n");
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("pg.sql"), QStringLiteral("--dialect"), QStringLiteral("postgresql"),
                                               QStringLiteral("--format"), QStringLiteral("sql")});
        COMPARE_CODE(outcome, 0);
        QVERIFY2(outcome.out.contains("id serial") && outcome.out.contains("CREATE INDEX a_m_idx"), outcome.all().constData());
        QVERIFY2(outcome.err.contains("IN211") && outcome.err.contains("Line 4") && outcome.err.contains("IN213"), outcome.all().constData());
        m_program.write(QStringLiteral("newer.sql"), "CREATE TABLE a (id int);\nCREATE TABLE b (\n  id int NOT NULL NO INHERIT,\n  c int GENERATED ALWAYS AS (id) VIRTUAL);\n");
        const Outcome newer = m_program.run({QStringLiteral("--json"), QStringLiteral("inspect"), QStringLiteral("newer.sql"), QStringLiteral("--dialect"), QStringLiteral("postgresql")});
        COMPARE_CODE(newer, 3);
        const QString message = newer.error().value(QStringLiteral("message")).toString();
        QVERIFY2(message.startsWith(QStringLiteral("Line 3: ")), qPrintable(message));
        QVERIFY(newer.error().value(QStringLiteral("statement")).toString().startsWith(QStringLiteral("CREATE TABLE b")));
        COMPARE_CODE(m_program.run({QStringLiteral("inspect"), QStringLiteral("pg.sql"), QStringLiteral("--dialect"), QStringLiteral("mysql")}), 2);
        COMPARE_CODE(m_program.run({QStringLiteral("inspect"), QStringLiteral("-"), QStringLiteral("--via"), QStringLiteral("nonsense")}, "{}"), 3);
    }

    void dbmlGoesRound()
    {
        const Outcome dbml = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"), QStringLiteral("dbml")});
        COMPARE_CODE(dbml, 0);
        QVERIFY2(dbml.err.contains("DB101") && dbml.err.contains("cheap") && dbml.err.contains("ix_price"), dbml.all().constData());
        m_program.write(QStringLiteral("shop.dbml"), dbml.out);
        const Outcome again = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.dbml"), QStringLiteral("--format"), QStringLiteral("dbml")});
        COMPARE_CODE(again, 0);
        QCOMPARE(again.out, dbml.out);
        m_program.write(QStringLiteral("bad.dbml"), "Table a {\n  b int [note: 'x]\n}");
        const Outcome bad = m_program.run({QStringLiteral("inspect"), QStringLiteral("bad.dbml")});
        COMPARE_CODE(bad, 3);
        QVERIFY2(bad.err.contains("Line 2"), bad.all().constData());
        const Outcome mermaid = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"), QStringLiteral("mermaid")});
        COMPARE_CODE(mermaid, 0);
        QVERIFY2(mermaid.out.startsWith("erDiagram\n") && mermaid.out.contains("\"author\" ||--o{ \"book\" : \"author_id\""), mermaid.all().constData());
    }

    void aScriptWithAMistakeIsNamed()
    {
        m_program.write(QStringLiteral("bad.sql"), "CREATE TABLE a (id INTEGER);\nCREATE TABEL b (id INTEGER);\n");
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("bad.sql")});
        COMPARE_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("TABEL"), outcome.err.constData());
        QCOMPARE(outcome.out, QByteArray());
    }

    void jsonThatIsNoCatalogue()
    {
        const Outcome cut = m_program.run({QStringLiteral("inspect"), QStringLiteral("-")}, "{\"tables\": [");
        COMPARE_CODE(cut, 3);
        const Outcome other = m_program.run({QStringLiteral("inspect"), QStringLiteral("-")}, "{\"tables\": [], \"nix\": 1}");
        COMPARE_CODE(other, 3);
        QVERIFY2(other.err.contains("nix"), other.err.constData());
    }
};

JOINERY_TEST(InspectCommandTest)
#include "tst_inspect_command.moc"
